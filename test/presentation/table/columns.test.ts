import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {fitColumns, titleOf, titleWidth} from '../../../source/presentation/table/columns.js';
import type {Column} from '../../../source/presentation/table/table.js';
import {widthOf} from '../../../source/presentation/width.js';
import {someStyle} from '../../helpers/some-style.js';
import {countColumn, nameColumn, type Somebody} from './some-table.js';

const columns: fc.Arbitrary<readonly Column<Somebody>[]> = fc
	.array(fc.record({least: fc.nat(20), more: fc.integer({min: -5, max: 20}), rank: fc.nat(3)}), {maxLength: 8})
	.map(sizes =>
		sizes.map(({least, more, rank}, index) => ({...nameColumn, key: `c${index}`, least, most: least + more, rank})),
	);

const keysAt = (width: number, of: readonly Column<Somebody>[]): string =>
	fitColumns(of, width)
		.map(({column, at, width: cells}) => `${column.key}@${at}+${cells}`)
		.join(' ');

describe('fitColumns', () => {
	it('never gives more than the width, lays no column on another, and keeps their order', () => {
		fc.assert(
			fc.property(columns, fc.integer({min: -2, max: 120}), (all, width) => {
				const fitted = fitColumns(all, width);
				let next = 0;
				for (const {column, at, width: cells} of fitted) {
					expect(at).toBeGreaterThanOrEqual(next);
					expect(at + cells).toBeLessThanOrEqual(width);
					if (fitted.length > 1) expect(cells).toBeGreaterThanOrEqual(column.least);
					expect(cells).toBeLessThanOrEqual(Math.max(column.least, column.most));
					next = at + cells + 2;
				}
				const order = fitted.map(({column}) => all.indexOf(column));
				expect(order).toEqual([...order].sort((one, other) => one - other));
				expect(fitted.length > 0).toBe(all.length > 0 && width > 0);
			}),
		);
	});

	it.each([
		[40, 'name@0+20 count@22+8'],
		[28, 'name@0+20 count@22+6'],
		[15, 'name@0+7 count@9+6'],
		[14, 'name@0+14'],
		[3, 'name@0+3'],
		[0, ''],
	])('of %i cells', (width, fitted) => {
		expect(keysAt(width, [nameColumn, countColumn])).toBe(fitted);
	});

	it('drops the highest rank first, of the same rank the last, and one that never goes only when nothing else is left', () => {
		const of = (key: string, rank: number): Column<Somebody> => ({...nameColumn, key, rank, least: 4, most: 4});
		const all = [of('a', 1), of('b', 0), of('c', 2), of('d', 1), of('e', 0)];
		const shownAt = (width: number) =>
			fitColumns(all, width)
				.map(({column}) => column.key)
				.join('');
		expect([28, 27, 21, 15, 9, 3].map(shownAt)).toEqual(['abcde', 'abde', 'abe', 'be', 'b', 'b']);
	});

	it('shows a column only while it is wanted', () => {
		const one = {
			...countColumn,
			isWanted: ({board}: {readonly board: {readonly feeds: {readonly size: number}}}) => board.feeds.size > 1,
		};
		const keys = (style?: ReturnType<typeof someStyle>) =>
			fitColumns([nameColumn, one], 40, style).map(({column}) => column.key);
		expect(keys(someStyle())).toEqual(['name']);
		expect(keys()).toEqual(['name', 'count']);
	});
});

describe('titleOf', () => {
	const style = someStyle();

	it.each([
		[null, 20, 'QUEUE'],
		[{column: 'name', isFalling: false}, 20, 'QUEUE ▲'],
		[{column: 'name', isFalling: true}, 7, 'QUEUE ▼'],
		[{column: 'count', isFalling: true}, 7, 'QUEUE'],
		[{column: 'name', isFalling: true}, 5, 'QU… ▼'],
		[{column: 'name', isFalling: true}, 3, '▼'],
		[null, 3, 'QU…'],
		[null, 2, ''],
		[{column: 'name', isFalling: false}, 1, '▲'],
	])('sorted by %j in %i cells', (sorting, width, title) => {
		expect(titleOf(nameColumn, {...style, sorting, width})).toBe(title);
	});

	it('never takes more cells than there are', () => {
		const sorted = {column: 'name', isFalling: true};
		for (let width = 0; width < 12; width++) {
			expect(widthOf(titleOf(nameColumn, {...style, sorting: sorted, width}))).toBeLessThanOrEqual(width);
		}
		expect(titleWidth('QUEUE')).toBe(widthOf(titleOf(nameColumn, {...style, sorting: sorted})));
	});
});
