import {blank, glyphOf, isContinuation, styleOf, unknown} from './cells.js';
import type {Frame} from './frame.js';
import type {Glyphs} from './glyphs.js';

/** What the terminal shall show and what it shows, row by row; the difference is written into a frame. */
export type Difference = {
	/** The wanted cells: write here, then call `writeRow` for the rows written to. */
	readonly wanted: Int32Array;
	/** Puts what differs within a span of a row into the frame; from then on it counts as shown. */
	writeRow(row: number, left: number, right: number): void;
	/** Forgets what the terminal shows. */
	forget(): void;
	/** Forgets the cells that look like this. The result are the rows they are in, whole: call `writeRow` for them. */
	forgetCells(isMeant: (style: number) => boolean): readonly number[];
};

export type DifferenceOptions = {
	readonly columns: number;
	readonly rows: number;
	readonly frame: Frame;
	readonly glyphs: Glyphs;
};

/** Rewriting this many unchanged cells is not longer than a move over them, which takes four bytes. */
const longestBridge = 4;

/** Writing this many blanks is not longer than erasing, which takes three bytes. */
const shortBlank = 3;

export const createDifference = ({columns, rows, frame, glyphs}: DifferenceOptions): Difference => {
	const wanted = new Int32Array(columns * rows).fill(blank);
	const shown = new Int32Array(columns * rows).fill(unknown);

	const reach = (row: number, column: number): void => {
		const from = frame.columnIn(row);
		const base = row * columns;
		if (from < 0 || from > column || column - from > longestBridge) {
			frame.moveTo(row, column);
			return;
		}

		for (let at = from; at < column; at++) {
			if (!frame.isCheap(wanted[base + at] ?? blank)) {
				frame.moveTo(row, column);
				return;
			}
		}

		for (let at = from; at < column; at++) {
			frame.put(wanted[base + at] ?? blank);
		}
	};

	/** First column from which nothing but blanks is wanted. */
	const tailOf = (row: number): number => {
		let column = columns;
		while (column > 0 && wanted[row * columns + column - 1] === blank) {
			column -= 1;
		}

		return column;
	};

	const isLongBlank = (row: number, column: number): boolean => {
		let last = columns - 1;
		while (last > column && shown[row * columns + last] === blank) {
			last -= 1;
		}

		return last - column >= shortBlank;
	};

	const eraseFrom = (row: number, column: number): void => {
		reach(row, column);
		frame.eraseTail();
		shown.fill(blank, row * columns + column, (row + 1) * columns);
	};

	const putAt = (row: number, column: number): number => {
		const index = row * columns + column;
		const cell = wanted[index] ?? blank;
		const glyph = glyphOf(cell);
		const width = glyph < 0x7f ? 1 : glyphs.width(glyph);
		reach(row, column);
		frame.put(cell);
		for (let offset = 0; offset < width; offset++) {
			shown[index + offset] = wanted[index + offset] ?? blank;
		}

		return width;
	};

	const writeRow: Difference['writeRow'] = (row, left, right) => {
		const base = row * columns;
		let tail = -1;
		for (let column = left; column < right; column++) {
			const cell = wanted[base + column] ?? blank;
			if (cell === shown[base + column] || isContinuation(cell)) {
				continue;
			}

			if (cell === blank) {
				tail = tail < 0 ? tailOf(row) : tail;
				if (column >= tail && isLongBlank(row, column)) {
					eraseFrom(row, column);
					return;
				}
			}

			column += putAt(row, column) - 1;
		}
	};

	return {
		wanted,
		writeRow,
		forget() {
			shown.fill(unknown);
		},
		forgetCells(isMeant) {
			const found = new Set<number>();
			for (const [index, cell] of shown.entries()) {
				if (cell !== unknown && isMeant(styleOf(cell))) {
					shown[index] = unknown;
					found.add(Math.floor(index / columns));
				}
			}

			return [...found];
		},
	};
};
