import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {barOf, columnOf, levelOf, lostCells} from '../../../source/presentation/statistics/bars.js';
import {ascii, unicode} from '../../../source/presentation/symbols.js';
import {widthOf} from '../../../source/presentation/width.js';

const sets = fc.constantFrom(unicode, ascii);
const count = fc.nat(500);
const pair = fc.tuple(count, count, count).map(numbers => [...numbers].sort((one, other) => one - other));

describe('barOf', () => {
	it.each([
		[0, ''],
		[1, '▌'],
		[25, '██▌'],
		[50, '█████'],
		[100, '██████████'],
	])('of %i of 100 in ten cells is "%s"', (value, bar) => {
		expect(barOf({value, most: 100}, {width: 10, symbols: unicode})).toBe(bar);
	});

	it('is nothing where there is no room or no most', () => {
		expect(barOf({value: 5, most: 5}, {width: 0, symbols: unicode})).toBe('');
		expect(barOf({value: 5, most: 5}, {width: -3, symbols: unicode})).toBe('');
		expect(barOf({value: 0, most: 0}, {width: 9, symbols: unicode})).toBe('');
	});

	it('is never wider than asked, and never shorter for more', () => {
		fc.assert(
			fc.property(pair, fc.nat(60), sets, ([less = 0, more = 0, most = 0], width, symbols) => {
				const small = barOf({value: less, most}, {width, symbols});
				const large = barOf({value: more, most}, {width, symbols});
				expect(widthOf(large)).toBeLessThanOrEqual(width);
				expect(widthOf(small)).toBeLessThanOrEqual(widthOf(large));
			}),
		);
	});

	it('is seen whenever there is anything', () => {
		fc.assert(
			fc.property(fc.integer({min: 1, max: 10_000}), fc.integer({min: 1, max: 60}), (most, width) => {
				expect(barOf({value: 1, most}, {width, symbols: unicode})).not.toBe('');
			}),
		);
	});
});

describe('levelOf', () => {
	it.each([
		[0, '▁', '_'],
		[1, '▂', '.'],
		[50, '▅', '='],
		[100, '█', '#'],
	])('of %i of 100 is %s, in ASCII %s', (value, rich, poor) => {
		expect(levelOf({value, most: 100}, unicode)).toBe(rich);
		expect(levelOf({value, most: 100}, ascii)).toBe(poor);
	});

	it('is one cell, rises with the value, and is the lowest for nothing only', () => {
		fc.assert(
			fc.property(pair, sets, ([less = 0, more = 0, most = 0], {levels}) => {
				const [small, large] = [less, more].map(value => levels.indexOf(levelOf({value, most}, {levels})));
				expect(small).toBeGreaterThanOrEqual(0);
				expect(large).toBeGreaterThanOrEqual(small ?? 0);
				expect(small === 0).toBe(less === 0);
			}),
		);
	});
});

describe('columnOf', () => {
	it('fills from below by eighths', () => {
		expect(columnOf({value: 0, most: 8}, {rows: 2, symbols: unicode})).toEqual([' ', ' ']);
		expect(columnOf({value: 3, most: 8}, {rows: 2, symbols: unicode})).toEqual([' ', '▆']);
		expect(columnOf({value: 5, most: 8}, {rows: 2, symbols: unicode})).toEqual(['▂', '█']);
		expect(columnOf({value: 8, most: 8}, {rows: 2, symbols: unicode})).toEqual(['█', '█']);
	});

	it('is as high as asked and never lower for more', () => {
		const heightOf = (cells: readonly string[], {levels}: {readonly levels: readonly string[]}): number =>
			cells.reduce((sum, cell) => sum + levels.indexOf(cell) + 1, 0);
		fc.assert(
			fc.property(pair, fc.integer({min: 1, max: 20}), sets, ([less = 0, more = 0, most = 0], rows, symbols) => {
				const small = columnOf({value: less, most}, {rows, symbols});
				const large = columnOf({value: more, most}, {rows, symbols});
				expect(small).toHaveLength(rows);
				expect(heightOf(small, symbols)).toBeLessThanOrEqual(heightOf(large, symbols));
			}),
		);
	});
});

describe('lostCells', () => {
	it.each([
		['nobody', 0, 100, 0],
		['a few of many', 1, 100, 1],
		['half', 50, 100, 4],
		['all', 100, 100, 8],
		['nearly all', 99, 100, 7],
		['all of a few', 2, 2, 1],
		['few of a few', 1, 3, 0],
		['most of a few', 2, 3, 1],
		['of an earlier time', 30, 0, 2],
	])('%s', (_, lost, offered, cells) => {
		expect(lostCells({lost, offered, most: 100}, 8)).toBe(cells);
	});

	it('are never more than there are, and leave room for those not lost', () => {
		fc.assert(
			fc.property(pair, fc.integer({min: 2, max: 20}), ([lost = 0, offered = 0, most = 0], rows) => {
				const cells = lostCells({lost, offered, most}, rows);
				expect(cells).toBeLessThanOrEqual(rows);
				const bar = columnOf({value: offered, most}, {rows, symbols: unicode}).filter(cell => cell !== ' ').length;
				if (lost < offered && bar > 1) expect(cells).toBeLessThan(bar);
			}),
		);
	});
});
