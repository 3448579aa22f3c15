import {describe, expect, it} from 'vitest';
import {createCanvas} from '../../source/terminal/canvas.js';
import {type Cells, createCells, glyphOf, isContinuation, settle, styleOf} from '../../source/terminal/cells.js';
import {createGlyphs} from '../../source/terminal/glyphs.js';
import {createInkFrameReader, type InkFrameReader} from '../../source/terminal/ink-frame.js';
import {styleId} from '../../source/terminal/style.js';

type Stage = {readonly cells: Cells; readonly reader: InkFrameReader; lines(): readonly string[]; settle(): void};

const stage = (columns = 12, rows = 3): Stage => {
	const cells = createCells(columns, rows);
	const rowNumbers = Array.from({length: rows}, (_, row) => row);
	return {
		cells,
		reader: createInkFrameReader(createCanvas(cells, createGlyphs())),
		lines: () =>
			rowNumbers.map(row =>
				[...cells.values.subarray(row * columns, (row + 1) * columns)]
					.map(cell => (isContinuation(cell) ? '' : String.fromCharCode(glyphOf(cell))))
					.join('')
					.trimEnd(),
			),
		settle() {
			for (const row of rowNumbers) {
				settle(cells, row);
			}
		},
	};
};

describe('createInkFrameReader', () => {
	it('puts the lines into the rows and blanks the rest', () => {
		const {reader, lines} = stage();
		reader.read('one\ntwo\nthree');
		reader.read('a\n\nlonger');
		expect(lines()).toEqual(['a', '', 'longer']);
	});

	it('cuts off what is too wide or too high', () => {
		const {reader, lines} = stage(4, 2);
		reader.read('abcdef\nabc漢\nthree\nfour');
		expect(lines()).toEqual(['abcd', 'abc']);
	});

	it('styles cells by SGR, each line from the beginning', () => {
		const {cells, reader} = stage();
		reader.read('a\u001B[31mb\u001B[1mc\u001B[22md\u001B[39me\n\u001B[41mf');
		expect([...cells.values.subarray(0, 5), cells.values[12] ?? 0].map(styleOf)).toEqual([
			styleId({}),
			styleId({color: 'red'}),
			styleId({color: 'red', bold: true}),
			styleId({color: 'red'}),
			styleId({}),
			styleId({backgroundColor: 'red'}),
		]);
	});

	it('passes over everything else that begins with an escape', () => {
		const {reader, lines} = stage();
		reader.read('a\u001B]8;;http://x\u0007b\u001B]8;;\u001B\\c\u001B[2Jd\u001B[4:3me\u001B7f\u001B');
		expect(lines()[0]).toBe('abcdef');
	});

	it('touches only lines that changed', () => {
		const {cells, reader, settle: settleAll} = stage();
		reader.read('one\ntwo\nthree');
		settleAll();
		reader.read('one\ntwx\nthree');
		expect([[...cells.left], [...cells.right]]).toEqual([
			[12, 2, 12],
			[0, 3, 0],
		]);
	});
});
