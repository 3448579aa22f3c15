import {describe, expect, it} from 'vitest';
import {messagesFor} from '../../../source/i18n/languages.js';
import {createFilter} from '../../../source/presentation/filter.js';
import {type LostCaller, lostCallers} from '../../../source/presentation/lost/lost-callers.js';
import {lostTable} from '../../../source/presentation/lost/lost-table.js';
import {fitColumns} from '../../../source/presentation/table/columns.js';
import {exportRows, headingRow, tableRow} from '../../../source/presentation/table/rows.js';
import {sortRows} from '../../../source/presentation/table/sort.js';
import {at, boardAfter, site, support} from '../../helpers/builders.js';
import {bobLine, lostBoard, lostOnce} from '../../helpers/lost-board.js';
import {someStyle} from '../../helpers/some-style.js';
import {misplaced, rowText, toneOf} from '../row-text.js';

const board = lostBoard();
const style = someStyle({board});
const table = lostTable(style);
const {all, done} = lostCallers(board.losses);

const rowOf = (caller: LostCaller, width: number, spoken = style) =>
	tableRow(caller, {columns: fitColumns(lostTable(spoken).columns, width), style: spoken, isSelected: false});

const from = (number: string): LostCaller => {
	const caller = all.find(known => known.from === number);
	if (!caller) throw new Error(`nobody lost with ${number}`);
	return caller;
};

describe('lostTable', () => {
	it('says who reached the caller, how and when', () => {
		expect(done.map(caller => rowText(rowOf(caller, 156)))).toEqual([
			expect.stringContaining('✓ called back 09:50 by Bob'),
			expect.stringContaining('✓ answered 09:41 by Alice'),
			expect.stringContaining('✓ ticked 09:31'),
		]);
	});

	it('says why, and marks who gave up at once', () => {
		const whyOf = (number: string) =>
			rowText(rowOf(from(number), 156))
				.split(/ {2,}/)
				.at(-1);
		expect(['00442079460000', '0033677889900', '0033644332211'].map(whyOf)).toEqual([
			'no agent',
			'gave up, short',
			'gave up',
		]);
		const patient = {...style, rule: {...style.rule, shortAbandonSeconds: 2}};
		expect(rowText(rowOf(from('0033677889900'), 156, patient))).not.toContain('short');
	});

	it('lets those dealt with step back, and those lost several times stand out', () => {
		expect(toneOf(rowOf(from('0033655443322'), 156), '06 55 44 33 22')).toBe('muted');
		expect(toneOf(rowOf(from('0033612345678'), 156), '06 12 34 56 78')).toBe('strong');
		expect(toneOf(rowOf(from('0033612345678'), 156), '3')).toBe('warning');
		expect(toneOf(rowOf(from('0033644332211'), 156), '1')).toBe('muted');
	});

	it('shows the whole number, and as much of the name as there is room for', () => {
		const named = {...style, contacts: new Map([['0033612345678', 'Garage Martin, atelier mécanique']])};
		expect(rowText(rowOf(from('0033612345678'), 76, named))).toMatch(/^10:05 +06 12 34 56 78 /);
		expect(rowText(rowOf(from('0033612345678'), 200, named))).toContain('Garage Martin, ateli… 06 12 34 56 78');
	});

	it('tells the day of what was not today', () => {
		const tomorrow = {...style, now: at(86_400)};
		expect(rowText(rowOf(from('0033655443322'), 156, tomorrow))).toMatch(/^03-05 .*called back 03-05 by Bob/);
	});

	it.each([
		['en', 76],
		['fr', 76],
		['en', 156],
		['fr', 156],
	] as const)('in %s stays in its place at %i cells', (language, width) => {
		const spoken = {...style, messages: messagesFor(language)};
		const columns = fitColumns(lostTable(spoken).columns, width);
		for (const sorting of [null, ...columns.map(({column}) => ({column: column.key, isFalling: true}))]) {
			expect(misplaced(headingRow(columns, {...spoken, sorting}), width)).toEqual([]);
		}
		for (const caller of all) expect(misplaced(rowOf(caller, width, spoken), width)).toEqual([]);
	});

	it('shows all but the reason at eighty cells', () => {
		for (const language of ['en', 'fr'] as const) {
			const keys = fitColumns(lostTable({...style, messages: messagesFor(language)}).columns, 76).map(
				({column}) => column.key,
			);
			expect(keys).toEqual(['at', 'caller', 'tries', 'state', 'queue', 'waitedSeconds']);
		}
	});

	it('sorts by any column', () => {
		const by = (column: string, isFalling = true) => sortRows(all, {table, sorting: {column, isFalling}, style});
		expect(by('tries')[0]?.from).toBe('0033612345678');
		expect(by('waitedSeconds')[0]?.from).toBe('0033698765432');
		expect(by('at', false)[0]?.loss.settled?.by).toBe('hand');
		expect(
			by('state', false)
				.slice(0, 6)
				.every(({isOpen}) => isOpen),
		).toBe(true);
		expect(
			by('caller')
				.slice(-2)
				.map(caller => caller.from),
		).toEqual(['', '']);
	});

	it.each([
		['06 12 34', ['0033612345678']],
		['bob', ['0033655443322']],
		['withheld', ['', '']],
		['ventes', ['00442079460000', '0033644332211']],
	])('is filtered by %s', (typed, numbers) => {
		const passes = createFilter(typed);
		const found = all.filter(caller => passes(table.texts(caller, style)));
		expect(found.map(caller => caller.from)).toEqual(numbers);
	});

	it('is exported raw, with who dealt with it and when', () => {
		const {header, rows} = exportRows([from('0033655443322')], table, style);
		expect(Object.fromEntries(header.map((key, index) => [key, rows[0]?.[index]]))).toEqual({
			at: '2026-03-05T08:45:00.000Z',
			caller: '0033655443322',
			tries: 1,
			state: 'called-back',
			queue: support,
			waitedSeconds: 75,
			outcome: 'abandoned',
			settledAt: '2026-03-05T08:50:05.000Z',
			settledBy: bobLine,
			name: null,
		});
	});

	it('is as true as the feed of the site', () => {
		expect(new Set(all.map(table.about))).toEqual(new Set([site]));
	});

	it('knows no wait of who was first heard of when leaving', () => {
		const [, leaves] = lostOnce('late', {from: '0033611111111', leaves: -5, waits: 9});
		const [caller] = lostCallers(boardAfter(leaves).losses).all;
		if (!caller) throw new Error('not lost');
		expect(rowText(rowOf(caller, 76))).toMatch(/—$/);
	});
});
