import type {Canvas} from './canvas.js';
import {plain, type StyleId} from './pen.js';
import {applySgr} from './sgr-read.js';

export type InkFrameReader = {
	/** Draws a whole frame of Ink: lines parted by line feeds, styled by SGR. Only lines that differ from the frame before are read. */
	read(frame: string): void;
};

/**
Reads what Ink 8 writes with `debug: true`: complete frames without any cursor movement. Lines and columns beyond the canvas are cut off.
The canvas belongs to the reader: nobody else may draw on it.

Source: `renderFrame` in ink/build/ink.js; every line carries its own styles, see `Output.get` in ink/build/output.js.
*/
export const createInkFrameReader = (canvas: Canvas): InkFrameReader => {
	const shown: string[] = [];
	let last = '';
	return {
		read(frame) {
			if (frame === last) {
				return;
			}

			last = frame;
			const lines = frame.split('\n');
			for (let row = 0; row < canvas.rows; row++) {
				const line = lines[row] ?? '';
				if (line !== shown[row]) {
					shown[row] = line;
					readLine(canvas, row, line);
				}
			}
		},
	};
};

// SGR is the only sequence that means something here; other CSI sequences and OSC (hyperlinks) are passed over.
const escapeSequence = /\u001B(?:\[([\d;]*)m|\[[\d;:<=>?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)|.?)/g;

const readLine = (canvas: Canvas, row: number, line: string): void => {
	let style: StyleId = plain;
	let column = 0;
	let start = 0;
	for (const match of line.matchAll(escapeSequence)) {
		column = canvas.text(row, column, line.slice(start, match.index), style);
		start = match.index + match[0].length;
		const [, parameters] = match;
		style = parameters === undefined ? style : applySgr(style, parameters);
	}

	column = canvas.text(row, column, line.slice(start), style);
	canvas.clear(row, column, canvas.columns - column);
};
