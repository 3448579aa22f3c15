import {describe, expect, it} from 'vitest';
import {formatAge} from '../../../source/presentation/format.js';
import {fitColumns} from '../../../source/presentation/table/columns.js';
import {exportRows, headingRow, tableRow} from '../../../source/presentation/table/rows.js';
import {at} from '../../helpers/builders.js';
import {someStyle} from '../../helpers/some-style.js';
import {misplaced, rowText, toneOf} from '../row-text.js';
import {nameColumn, type Somebody, someTable} from './some-table.js';

const style = someStyle();
const columns = fitColumns(someTable.columns, 17);
const rowOf = (name: string, isSelected = false) => tableRow({name, count: 3}, {columns, style, isSelected});

describe('headingRow', () => {
	it('names the columns in their places, and shows by which the rows are sorted', () => {
		const row = headingRow(columns, {...style, sorting: {column: 'count', isFalling: true}});
		expect(rowText(row)).toBe('QUEUE      LOST ▼');
		expect(toneOf(row, 'LOST ▼')).toBe('accent');
		expect(toneOf(row, 'QUEUE')).toBe('muted');
	});
});

describe('tableRow', () => {
	it.each(['Alice', 'Alexandra Dupont', '東京支社', '東京支社東京支社', 'e\u0301'.repeat(12), ''])(
		'keeps %j within its column, selected or not',
		name => {
			for (const isSelected of [false, true]) expect(misplaced(rowOf(name, isSelected), 17)).toEqual([]);
			expect(rowText(rowOf(name))).toMatch(/ {2}\s*3$/);
		},
	);

	it('marks the selected row over the whole width of its first column, however wide its characters are', () => {
		for (const name of ['Alice', '東京', '']) {
			const [first, second] = rowOf(name, true);
			expect(first?.cell).toEqual({
				kind: 'text',
				text: name + ' '.repeat(name === '東京' ? 5 : 9 - name.length),
				tone: 'selected',
			});
			expect(second?.cell).toMatchObject({tone: 'plain'});
		}
	});

	it('marks a first column that is written from the right, or that ages, as well', () => {
		const first = (column: Partial<typeof nameColumn>) => {
			const fitted = fitColumns([{...nameColumn, ...column}], 7);
			return tableRow({name: 'Bob', count: 1}, {columns: fitted, style, isSelected: true})[0]?.cell;
		};
		expect(first({align: 'right'})).toEqual({kind: 'text', text: '    Bob', tone: 'selected'});
		const steps = [{afterMs: 1000, tone: 'alarm'} as const];
		const aging = {kind: 'since', since: at(-5), tone: 'plain', steps, write: formatAge} as const;
		expect(first({cell: () => aging})).toEqual({...aging, tone: 'selected', steps: []});
	});
});

describe('exportRows', () => {
	it('gives every column under its key, raw, in the order of the rows', () => {
		const rows: readonly Somebody[] = [
			{name: 'Zoé', count: null},
			{name: 'Alice', count: 2},
		];
		expect(exportRows(rows, someTable, style)).toEqual({
			name: 'somebody',
			header: ['name', 'count'],
			rows: [
				['Zoé', null],
				['Alice', 2],
			],
		});
	});
});
