import {describe, expect, it} from 'vitest';
import {queueNumber} from '../../../source/domain/units.js';
import {messagesFor} from '../../../source/i18n/languages.js';
import {type AgentRow, agentRows} from '../../../source/presentation/agents/agent-rows.js';
import {agentTable} from '../../../source/presentation/agents/agent-table.js';
import {everySite} from '../../../source/presentation/cells.js';
import {createFilter} from '../../../source/presentation/filter.js';
import {fitColumns} from '../../../source/presentation/table/columns.js';
import {exportRows, headingRow, tableRow} from '../../../source/presentation/table/rows.js';
import {sortRows} from '../../../source/presentation/table/sort.js';
import type {Sorting} from '../../../source/presentation/table/table.js';
import {agentCalled, agentsBoard, agentsInDoubt} from '../../helpers/agents-board.js';
import {at, boardAfter, offered, site} from '../../helpers/builders.js';
import {someStyle} from '../../helpers/some-style.js';
import {misplaced, rowText} from '../row-text.js';

const board = agentsBoard();
const style = someStyle({board});
const table = agentTable(style);
const all = agentRows(board);

const namesIn = (sorting: Sorting | null, rows: readonly AgentRow[] = all) => {
	const shown = sortRows(rows, {table, sorting, style});
	return shown.map(row => table.columns[0]?.cell(row, style, 14)).map(cell => (cell?.kind === 'text' ? cell.text : ''));
};

const long = 'Amélie Vandenbroucke-Lefèvre de la comptabilité';

describe('agentTable', () => {
	it('stands by name', () => {
		expect(namesIn(table.sorting)).toEqual([
			'01 99 00 11 99',
			'01 99 00 13 00',
			'Alice',
			long,
			'Bob',
			'Chloé',
			'David',
		]);
	});

	it('puts who is at work first when sorted by state, and who is unknown last', () => {
		const rows = sortRows(all, {table, sorting: {column: 'state', isFalling: false}, style});
		expect(rows.map(({state}) => state.status)).toEqual([
			'in-call',
			'in-call',
			'ringing',
			'ringing',
			'free',
			'free',
			'unknown',
		]);
	});

	it('sorts unknown times and parties last in either direction', () => {
		for (const isFalling of [false, true]) {
			expect(namesIn({column: 'since', isFalling}).slice(0, 4).toSorted()).toEqual(['Alice', 'Bob', 'Chloé', 'David']);
			expect(namesIn({column: 'with', isFalling}).slice(0, 4).toSorted()).toEqual(['Alice', 'Bob', 'Chloé', 'David']);
		}
	});

	it.each([
		['alice', ['Alice']],
		['sonne', []],
		['ringing', ['Chloé', 'David']],
		['ventes', ['Alice', long]],
		['0645454545', ['Chloé', 'David']],
		['+4420', ['Bob']],
		['!support', [long]],
	])('is filtered by %s', (typed, names) => {
		const passes = createFilter(typed);
		const found = all.filter(row => passes(table.texts(row, style)));
		expect(namesIn(table.sorting, found)).toEqual(names);
	});

	it('is exported raw', () => {
		const row = all.filter(({agent}) => agent.number === agentCalled('Alice'));
		const {name, header, rows} = exportRows(row, table, style);
		expect(name).toBe('agents');
		expect(Object.fromEntries(header.map((key, index) => [key, rows[0]?.[index]]))).toEqual({
			agent: agentCalled('Alice'),
			state: 'in-call',
			since: '2026-03-05T09:11:48.000Z',
			with: '0033612345678',
			queue: '0033199000100',
			answered: 3,
			missed: 0,
			averageTalkSeconds: 150,
			queues: '0033199000100 0033199000200',
			name: 'Alice',
		});
	});

	it.each([
		['en', 76],
		['fr', 76],
		['en', 56],
		['fr', 56],
		['en', 156],
		['fr', 156],
	] as const)('in %s stays in its place at %i cells, also after half a day', (language, width) => {
		const spoken = {...style, messages: messagesFor(language)};
		const columns = fitColumns(agentTable(spoken).columns, width);
		for (const sorting of [null, ...columns.map(({column}) => ({column: column.key, isFalling: true}))]) {
			expect(misplaced(headingRow(columns, {...spoken, sorting}), width)).toEqual([]);
		}
		for (const row of all) {
			for (const seconds of [0, 3600, 36_000, 50_000]) {
				const cells = tableRow(row, {columns, style: spoken, isSelected: false});
				expect(misplaced(cells, width, at(seconds)), rowText(cells)).toEqual([]);
			}
		}
	});

	it('shows all but the average and the queues at eighty cells', () => {
		for (const language of ['en', 'fr'] as const) {
			const keys = fitColumns(agentTable({...style, messages: messagesFor(language)}).columns, 76).map(
				({column}) => column.key,
			);
			expect(keys).toEqual(['agent', 'state', 'since', 'with', 'queue', 'answered', 'missed']);
		}
	});
});

describe('agentRows', () => {
	it('says what is not known, and calls nobody free whose line may be busy', () => {
		const rows = agentRows(agentsInDoubt());
		expect(rows.map(({state}) => state.status)).toEqual(all.map(() => 'unknown'));
		const shown = tableRow(rows[0] as AgentRow, {columns: fitColumns(table.columns, 76), style, isSelected: false});
		expect(rowText(shown)).toContain('· unknown');
	});

	it('is as true as the feed of the line, else of a queue, else of all', () => {
		expect(all.map(table.about)).toEqual(all.map(() => site));
		const queue = queueNumber('0033199000777');
		const [orphan] = agentRows({...boardAfter(offered(0, {number: queue})), queues: new Map()});
		expect(orphan && table.about(orphan)).toBe(everySite);
	});
});
