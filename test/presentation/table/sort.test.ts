import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {nextSorting, sortRows} from '../../../source/presentation/table/sort.js';
import {someStyle} from '../../helpers/some-style.js';
import {countColumn, nameColumn, type Somebody, someTable} from './some-table.js';

const style = someStyle();
const rowsOf = fc.array(fc.record({name: fc.string({maxLength: 2}), count: fc.option(fc.integer({min: -3, max: 3}))}), {
	maxLength: 30,
});
const sorted = (rows: readonly Somebody[], column: string, isFalling: boolean): readonly Somebody[] =>
	sortRows(rows, {table: someTable, sorting: {column, isFalling}, style});

describe('sortRows', () => {
	it('puts counts in order, null last in either direction, and leaves equals as they were', () => {
		fc.assert(
			fc.property(rowsOf, fc.boolean(), (rows, isFalling) => {
				const result = sorted(rows, 'count', isFalling);
				expect(new Set(result)).toEqual(new Set(rows));
				expect(result).toHaveLength(rows.length);
				for (const [index, row] of result.slice(1).entries()) {
					const before = result[index];
					if (before === undefined) continue;
					if (before.count === row.count) expect(rows.indexOf(before)).toBeLessThan(rows.indexOf(row));
					else if (before.count === null) expect.unreachable('null before a count');
					else if (row.count !== null) expect(before.count < row.count).toBe(!isFalling);
				}
			}),
		);
	});

	it('puts names in order as people do, with numbers by their size', () => {
		const rows = ['Poste 10', 'élodie', 'Zoé', 'Poste 2', 'Emma'].map(name => ({name, count: 1}));
		const names = (isFalling: boolean) => sorted(rows, 'name', isFalling).map(({name}) => name);
		expect(names(false)).toEqual(['élodie', 'Emma', 'Poste 2', 'Poste 10', 'Zoé']);
		expect(names(true)).toEqual(['Zoé', 'Poste 10', 'Poste 2', 'Emma', 'élodie']);
	});

	it('goes by the order of a column where it has one', () => {
		const table = {...someTable, columns: [{...nameColumn, order: ({count}: Somebody) => count}, countColumn]};
		const rows = [
			{name: 'a', count: 2},
			{name: 'b', count: 1},
		];
		const result = sortRows(rows, {table, sorting: {column: 'name', isFalling: false}, style});
		expect(result.map(({name}) => name)).toEqual(['b', 'a']);
	});

	it('leaves rows as they are without a sorting, and for a column that is not there', () => {
		const rows = [{name: 'b', count: 1}];
		expect(sortRows(rows, {table: someTable, sorting: null, style})).toBe(rows);
		expect(sorted(rows, 'nothing', true)).toBe(rows);
	});
});

describe('nextSorting', () => {
	const columns = ['a', 'b', 'c'];

	it.each([
		[null, 1, 'a'],
		[null, -1, 'c'],
		['a', 1, 'b'],
		['c', 1, 'a'],
		['a', -1, 'c'],
		['gone', 1, 'a'],
		['gone', -1, 'c'],
	] as const)('from %s by %i is %s', (column, by, next) => {
		const from = column === null ? null : {column, isFalling: true};
		expect(nextSorting(columns, {from, by})).toEqual({column: next, isFalling: column !== null});
	});

	it('of no columns is none', () => {
		expect(nextSorting([], {from: null, by: 1})).toBeNull();
	});
});
