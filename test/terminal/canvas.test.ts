import {describe, expect, it} from 'vitest';
import {type CellsCanvas, createCanvas} from '../../source/terminal/canvas.js';
import {type Cells, createCells, glyphOf, isContinuation, settle, styleOf} from '../../source/terminal/cells.js';
import {createGlyphs, firstCluster} from '../../source/terminal/glyphs.js';
import {styleId} from '../../source/terminal/style.js';

const plain = styleId({});
const red = styleId({color: 'red'});

type Stage = {readonly cells: Cells; readonly canvas: CellsCanvas; row(at?: number): string};

/** In `row`, `>` stands for the further cells of a wide glyph. */
const stage = (columns = 10, rows = 2): Stage => {
	const cells = createCells(columns, rows);
	const glyphs = createGlyphs();
	for (let row = 0; row < rows; row++) {
		settle(cells, row);
	}

	const shown = (cell: number): string => {
		if (isContinuation(cell)) {
			return '>';
		}

		const glyph = glyphOf(cell);
		return glyph < firstCluster ? String.fromCharCode(glyph) : new TextDecoder().decode(glyphs.bytes(glyph));
	};
	return {
		cells,
		canvas: createCanvas(cells, glyphs),
		row: (at = 0) => [...cells.values.subarray(at * columns, (at + 1) * columns)].map(shown).join(''),
	};
};

describe('text', () => {
	it('writes from a cell on and returns the column after', () => {
		const {canvas, row} = stage();
		expect(canvas.text(0, 2, 'abc', red)).toBe(5);
		expect(row()).toBe('  abc     ');
	});

	it('writes in the style', () => {
		const {canvas, cells} = stage();
		canvas.text(1, 0, 'a', red);
		expect(styleOf(cells.values[10] ?? 0)).toBe(red);
	});

	it.each([
		[8, 'abcdef', '        ab', 10],
		[-2, 'abcdef', 'cdef      ', 4],
		[-9, 'abc', '          ', -6],
		[12, 'abc', '          ', 12],
	])('cuts off at column %i', (column, text, expected, end) => {
		const {canvas, row} = stage();
		expect(canvas.text(0, column, text, plain)).toBe(end);
		expect(row()).toBe(expected);
	});

	it.each([-1, 2, 99])('draws nothing in row %i, which does not exist', at => {
		const {canvas, row} = stage();
		expect(canvas.text(at, 3, 'abc', plain)).toBe(3);
		expect(row(0) + row(1)).toBe(' '.repeat(20));
	});

	it('gives wide characters two cells', () => {
		const {canvas, row} = stage();
		expect(canvas.text(0, 1, '漢a한', plain)).toBe(6);
		expect(row()).toBe(' 漢>a한>    ');
	});

	it('joins combining marks and families of emoji', () => {
		const {canvas, row} = stage();
		expect(canvas.text(0, 0, 'ae\u0301b👨‍👩‍👧c', plain)).toBe(6);
		expect(row()).toBe('ae\u0301b👨‍👩‍👧>c    ');
	});

	it('draws a blank where a wide character does not fit whole', () => {
		const {canvas, row} = stage(5);
		expect(canvas.text(0, 4, '漢', plain)).toBe(5);
		expect(canvas.text(0, -1, '漢', plain)).toBe(1);
		expect(row()).toBe('     ');
	});

	it('blanks the other half of a wide character that it cuts in two', () => {
		const {canvas, row} = stage();
		canvas.text(0, 0, '漢漢漢', plain);
		canvas.text(0, 1, 'ab', plain);
		expect(row()).toBe(' ab 漢>    ');
		canvas.text(0, 5, '漢', plain);
		expect(row()).toBe(' ab  漢>   ');
	});

	it('turns control characters into blanks, even as a line break among clusters', () => {
		const {canvas, row} = stage();
		canvas.text(0, 0, 'a\u001B[\u009Bb\u0000', plain);
		expect(row()).toBe('a [ b     ');
		canvas.text(1, 0, '👍\r\nx\u2028y', plain);
		expect(row(1)).toBe('👍> x y    ');
	});

	it('drops what turns the direction of writing or cannot be seen', () => {
		const {canvas, row} = stage();
		expect(canvas.text(0, 0, 'a\u202Eb\u200Bc\u00ADd', plain)).toBe(4);
		expect(row()).toBe('abcd      ');
	});

	it('draws the thin spaces of figures as plain blanks', () => {
		const {canvas, row} = stage();
		canvas.text(0, 0, '06\u200912\u202F34', plain);
		expect(row()).toBe('06 12 34  ');
	});

	it('marks nothing as changed when it writes what is there', () => {
		const {canvas, cells} = stage();
		canvas.text(0, 0, 'a漢b', red);
		settle(cells, 0);
		canvas.text(0, 0, 'a漢b', red);
		expect([cells.left[0], cells.right[0]]).toEqual([10, 0]);
	});

	it('marks the span that changed', () => {
		const {canvas, cells} = stage();
		canvas.text(0, 0, '00:00:01', plain);
		settle(cells, 0);
		canvas.text(0, 0, '00:01:02', plain);
		expect([cells.left[0], cells.right[0]]).toEqual([4, 8]);
	});
});

describe('clear', () => {
	it('blanks a span in a style and cuts it off at the edges', () => {
		const {canvas, cells, row} = stage();
		canvas.text(0, 0, 'abcdefghij', plain);
		canvas.clear(0, 7, 99, red);
		canvas.clear(0, -3, 5);
		canvas.clear(5, 0, 3);
		canvas.clear(0, 4, -1);
		expect(row()).toBe('  cdefg   ');
		expect([styleOf(cells.values[9] ?? 0), styleOf(cells.values[0] ?? 0)]).toEqual([red, plain]);
	});

	it('blanks the other halves of wide characters at its ends', () => {
		const {canvas, row} = stage();
		canvas.text(0, 0, '漢漢漢', plain);
		canvas.clear(0, 1, 4);
		expect(row()).toBe('          ');
	});
});

describe('createCanvas', () => {
	it('says whether anything drawn before is left', () => {
		const {canvas} = stage();
		expect(canvas.blank).toBe(true);
		canvas.declareBlank({blank: false});
		expect(canvas.blank).toBe(false);
	});
});
