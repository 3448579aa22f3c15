import {describe, expect, it} from 'vitest';
import {defaultServiceLevel} from '../../../source/domain/figures.js';
import {messagesFor} from '../../../source/i18n/languages.js';
import {noContacts} from '../../../source/presentation/contacts.js';
import {unicode} from '../../../source/presentation/symbols.js';
import type {Table} from '../../../source/presentation/table/table.js';
import {createStore} from '../../../source/runtime/store.js';
import {createCanvas} from '../../../source/terminal/canvas.js';
import {createCells, glyphOf, styleOf} from '../../../source/terminal/cells.js';
import {createGlyphs} from '../../../source/terminal/glyphs.js';
import {styleId} from '../../../source/terminal/style.js';
import {createTablePainter} from '../../../source/ui/painters/table-painter.js';
import {createScene, type Scene} from '../../../source/ui/scene.js';
import {themes} from '../../../source/ui/theme.js';
import {firstUi, type Ui} from '../../../source/ui/ui-state.js';
import {createTableRows, type TableSource} from '../../../source/ui/views/table-rows.js';
import {at, onCall} from '../../helpers/builders.js';
import {callsLines} from '../../helpers/calls-board.js';
import {createManualClock} from '../../helpers/manual-clock.js';
import {type Somebody, someTable} from '../../presentation/table/some-table.js';

const people: readonly Somebody[] = Array.from({length: 9}, (_, index) => ({name: `p${index}`, count: index}));

/** A scene in which something happened, or nothing did. */
const sceneOf = (ui: Partial<Ui> = {}, hasNews = true): Scene => {
	const store = createStore(() => {});
	if (hasNews) store.dispatch([onCall('ringing-started', 0, {number: callsLines.alice})]);
	store.flush();
	return createScene({
		reader: store,
		clock: createManualClock(at(0)),
		messages: messagesFor('en'),
		symbols: unicode,
		theme: themes.dark,
		ui: {...firstUi, view: 'calls', ...ui},
		contacts: noContacts,
		rule: defaultServiceLevel,
		rawOf: () => undefined,
	});
};

const sourceOf = (rows: readonly Somebody[], table: Table<Somebody> = someTable): TableSource<Somebody> => ({
	view: 'calls',
	table,
	rowsOf: () => rows,
	basis: ({lines}) => [lines],
});

/** What is drawn on a canvas of that size; the selected row with a mark. */
const drawn = (
	[columns, rows]: readonly [number, number],
	{
		people: all = people,
		ui = {},
		hasNews = true,
	}: {readonly people?: readonly Somebody[]; readonly ui?: Partial<Ui>; readonly hasNews?: boolean} = {},
): readonly string[] => {
	const scene = sceneOf(ui, hasNews);
	const cells = createCells(columns, rows);
	const canvas = createCanvas(cells, createGlyphs());
	canvas.declareBlank({blank: true});
	const shown = createTableRows(scene, sourceOf(all));
	createTablePainter({scene, table: someTable, shown, selected: () => scene.ui().cursors.calls})(canvas);
	return Array.from({length: rows}, (_, row) => {
		const inRow = [...cells.values.subarray(row * columns, (row + 1) * columns)];
		const mark = inRow.some(cell => styleOf(cell) === selectedStyle) ? ' <' : '';
		return (
			inRow
				.map(cell => String.fromCharCode(glyphOf(cell)))
				.join('')
				.trimEnd() + mark
		);
	});
};

const selectedStyle = styleId(themes.dark.selected);

describe('the painter of tables', () => {
	it('draws titles, then as many rows as fit', () => {
		expect(drawn([20, 4])).toEqual([
			'QUEUE           LOST',
			'p0                 0',
			'p1                 1',
			'p2                 2',
		]);
	});

	it.each([
		['p0', 'p0< p1 p2'],
		['p2', 'p0 p1 p2<'],
		['p3', 'p1 p2 p3<'],
		['p8', 'p6 p7 p8<'],
		['gone', 'p0 p1 p2'],
	])('keeps %s in sight, and marks it', (selected, visible) => {
		const names = drawn([20, 4], {ui: {cursors: {calls: selected}}})
			.slice(1)
			.map(row => row.slice(0, 2) + (row.endsWith('<') ? '<' : ''));
		expect(names.join(' ')).toBe(visible);
	});

	it.each([
		[0, 0],
		[0, 5],
		[20, 0],
		[1, 1],
		[1, 2],
		[3, 3],
		[20, 1],
	])('draws on %i × %i no more than there is room for', (columns, rows) => {
		expect(() => drawn([columns, rows], {ui: {cursors: {calls: 'p8'}}})).not.toThrow();
		expect(() => drawn([columns, rows], {people: []})).not.toThrow();
	});

	it('says why there is no row: nothing known yet, nothing there, nothing that matches', () => {
		const notice = (options: Parameters<typeof drawn>[1]) => drawn([40, 3], options)[1];
		expect(notice({people: [], hasNews: false})).toBe('waiting for the first event…');
		expect(notice({people: []})).toBe('No queue heard of yet.');
		expect(notice({ui: {filter: 'nobody'}})).toBe('Nothing matches.');
	});
});

describe('createTableRows', () => {
	it('gives the same rows while nothing changed, and others for another filter or sorting', () => {
		const scene = sceneOf();
		const shown = createTableRows(scene, sourceOf(people));
		const first = shown();
		expect(shown()).toBe(first);
		scene.follow({...scene.ui(), filter: 'p3'});
		expect(shown()).toMatchObject({rows: [{name: 'p3'}], total: 9});
		scene.follow({...scene.ui(), filter: '', sortings: {calls: {column: 'count', isFalling: true}}});
		expect(shown().rows[0]?.name).toBe('p8');
		scene.follow({...scene.ui(), sortings: {agents: {column: 'count', isFalling: true}}});
		expect(shown().rows).toEqual(people);
	});

	it('sorts as the table wants until somebody chooses', () => {
		const table = {...someTable, sorting: {column: 'count', isFalling: true}};
		const scene = sceneOf();
		const shown = createTableRows(scene, sourceOf(people, table));
		expect(shown().rows[0]?.name).toBe('p8');
		scene.follow({...scene.ui(), sortings: {calls: {column: 'count', isFalling: false}}});
		expect(shown().rows[0]?.name).toBe('p0');
	});
});
