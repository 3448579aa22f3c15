import {describe, expect, it} from 'vitest';
import {
	blank,
	cellOf,
	createCells,
	glyphOf,
	isContinuation,
	settle,
	styleOf,
	touch,
	unknown,
} from '../../source/terminal/cells.js';
import {continuation} from '../../source/terminal/glyphs.js';
import {penLimit} from '../../source/terminal/pen.js';

describe('cellOf', () => {
	it.each([
		[0x41, 0],
		[0x20, 1],
		[0xffff, 2047],
		[continuation, penLimit - 1],
	])('keeps glyph %i and style %i apart', (glyph, style) => {
		const [cell] = new Int32Array([cellOf(glyph, style)]);
		expect([glyphOf(cell ?? 0), styleOf(cell ?? 0)]).toEqual([glyph, style]);
	});

	it('makes no cell that counts as unknown', () => {
		expect(cellOf(continuation, penLimit - 1)).not.toBe(unknown);
	});
});

describe('isContinuation', () => {
	it('knows the second half of a wide glyph in any style', () => {
		expect([cellOf(continuation, 0), cellOf(continuation, 9), blank].map(isContinuation)).toEqual([true, true, false]);
	});
});

describe('createCells', () => {
	it('is blank and counts as changed', () => {
		const cells = createCells(3, 2);
		expect([...cells.values]).toEqual([blank, blank, blank, blank, blank, blank]);
		expect([[...cells.left], [...cells.right]]).toEqual([
			[0, 0],
			[3, 3],
		]);
	});
});

describe('touch', () => {
	it('widens the changed span of one row', () => {
		const cells = createCells(10, 2);
		settle(cells, 0);
		settle(cells, 1);
		touch(cells, 1, 4, 5);
		touch(cells, 1, 7, 9);
		expect([cells.left[1], cells.right[1]]).toEqual([4, 9]);
		expect([cells.left[0], cells.right[0]]).toEqual([10, 0]);
	});
});
