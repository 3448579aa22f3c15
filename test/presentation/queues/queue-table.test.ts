import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {type Board, emptyBoard} from '../../../source/domain/board.js';
import {callerId, channelId} from '../../../source/domain/units.js';
import type {Window} from '../../../source/domain/window.js';
import {messagesFor} from '../../../source/i18n/languages.js';
import {noContacts} from '../../../source/presentation/contacts.js';
import {queueFigures, totalFigures} from '../../../source/presentation/queues/queue-figures.js';
import {queueTable} from '../../../source/presentation/queues/queue-table.js';
import type {Style} from '../../../source/presentation/style.js';
import {fitColumns, titleWidth} from '../../../source/presentation/table/columns.js';
import {exportRows, tableRow} from '../../../source/presentation/table/rows.js';
import {sortRows} from '../../../source/presentation/table/sort.js';
import {anyEvents} from '../../domain/arbitrary-events.js';
import {
	at,
	boardAfter,
	bridged,
	counted,
	gap,
	gaveUp,
	joined,
	left,
	offered,
	served,
	site,
	support,
	timePassed,
	unbridged,
} from '../../helpers/builders.js';
import {flow} from '../../helpers/flows.js';
import {accounts, manyQueues, queuesBoard} from '../../helpers/queues-board.js';
import {someStyle} from '../../helpers/some-style.js';
import {eventsOf} from '../../providers/ovh/wire-events.js';
import {misplaced} from '../row-text.js';
import {cellWords} from './cell-words.js';

const {columns} = queueTable;

const rowOf = (style: Style, number: string = support) => {
	const row = queueFigures(style).find(({key}) => key === number);
	if (!row) throw new Error(`no row of ${number}`);
	return row;
};

const words = (board: Board, parts: Partial<Style> = {}) => {
	const style = someStyle({board, ...parts});
	return cellWords(columns, rowOf(style), style);
};

const totalWords = (board: Board, parts: Partial<Style> = {}) => {
	const style = someStyle({board, ...parts});
	return cellWords(columns, totalFigures(style), style);
};

const toneIn = (board: Board, key: string, parts: Partial<Style> = {}) => {
	const style = someStyle({board, ...parts});
	return columns.find(column => column.key === key)?.cell(rowOf(style), style, 20).tone;
};

const nothing = {
	offered: '0',
	answered: '0',
	lost: '0',
	abandoned: '0',
	timedOut: '0',
	noAgent: '0',
	optedOut: '0',
	answerRate: '—',
	serviceLevel: '—',
	averageSpeedOfAnswerSeconds: '—',
	averageTalkSeconds: '—',
	longestSeconds: '—',
};

describe('the row of a queue', () => {
	const lossOf = (id: string, seconds: number, outcome: 'timed-out' | 'no-agent' | 'opted-out') => [
		joined(seconds - 30, {callerId: callerId(id)}),
		left(seconds, {callerId: callerId(id), outcome}),
	];
	const day = boardAfter(
		...served('a', {joins: -900, answered: -892, ends: -772}),
		...served('b', {joins: -890, answered: -860, ends: -800}),
		...gaveUp('c', {joins: -880, leaves: -877}),
		...gaveUp('d', {joins: -870, leaves: -852}),
		...gaveUp('e', {joins: -840, leaves: -795}),
		...served('f', {joins: -830, answered: -815, ends: -515}),
	);

	it('has every figure of the six calls of the metrics paper', () => {
		expect(words(day)).toEqual({
			queue: '01 99 00 01 00',
			waiting: '0',
			longestWaitSeconds: '—',
			...nothing,
			offered: '6',
			answered: '3',
			lost: '3',
			abandoned: '3',
			answerRate: '50 %',
			serviceLevel: '40 % ▼',
			averageSpeedOfAnswerSeconds: '00:18',
			averageTalkSeconds: '02:40',
			longestSeconds: '00:45',
			number: '01 99 00 01 00',
		});
	});

	it('splits the lost by reason, and keeps those who left by a key apart', () => {
		const board = boardAfter(
			...gaveUp('gave up', {joins: -100, leaves: -90}),
			...lossOf('too long', -80, 'timed-out'),
			...lossOf('too long again', -75, 'timed-out'),
			...lossOf('nobody', -70, 'no-agent'),
			...lossOf('key', -60, 'opted-out'),
		);
		expect(words(board)).toMatchObject({
			offered: '5',
			lost: '4',
			abandoned: '1',
			timedOut: '2',
			noAgent: '1',
			optedOut: '1',
			answerRate: '0 %',
			longestSeconds: '00:30',
		});
	});

	it('says — where there was no call, never 0 % or 100 %', () => {
		expect(words(boardAfter(joined(-5)))).toMatchObject({...nothing, offered: '1', waiting: '1'});
	});

	it('names the longest wait of now as it runs, in steps, whatever the window', () => {
		const board = boardAfter(joined(-4000), joined(-5, {callerId: callerId('b')}));
		for (const window of [15, 'today'] as const) {
			expect(words(board, {window})).toMatchObject({waiting: '2', longestWaitSeconds: '1:06:40 ▲'});
		}
		expect(toneIn(board, 'waiting')).toBe('warning');
		const style = someStyle({board});
		const cell = columns[2]?.cell(rowOf(style), style, 9);
		expect(cell?.kind === 'since' && cell.steps.map(({tone}) => tone)).toEqual(['warning', 'alarm']);
	});

	it('says at least so long where the joining was not told', () => {
		expect(words(boardAfter(offered(-68)))).toMatchObject({waiting: '1', longestWaitSeconds: '01:08+▲'});
	});

	it('marks what the service counts otherwise once that lasts, and not before', () => {
		const board = boardAfter(joined(-100), counted(-60, 5));
		expect(words(board, {now: at(-1)}).waiting).toBe('1');
		expect(words(board).waiting).toBe('1 ≈5');
		expect(toneIn(board, 'waiting')).toBe('warning');
		expect(totalWords(board).waiting).toBe('1');
	});

	it('says at least how many, or that it is not known, where callers are in doubt', () => {
		const doubted = boardAfter(joined(-50), gap(-40));
		expect(words(doubted)).toMatchObject({waiting: '—', longestWaitSeconds: '—', offered: '1'});
		const one = boardAfter(joined(-50), gap(-40), joined(-30, {callerId: callerId('b')}));
		expect(words(one)).toMatchObject({waiting: '1+', longestWaitSeconds: '00:30'});
		expect(totalWords(one).waiting).toBe('1+');
	});

	it.each([
		[19, '100 %', 'strong'],
		[21, '0 % ▼', 'alarm'],
	])('colours the service level of an answer after %i s against its target', (wait, level, tone) => {
		const board = boardAfter(...served('a', {joins: -100, answered: -100 + wait, ends: -50}));
		expect(words(board).serviceLevel).toBe(level);
		expect(toneIn(board, 'serviceLevel')).toBe(tone);
	});

	it('is a warning where the target is missed by less than ten points', () => {
		const rule = {...someStyle().rule, target: 0.55};
		expect(toneIn(day, 'serviceLevel', {rule: {...rule, formula: 'F4'}})).toBe('warning');
	});
});

describe('the windows', () => {
	// One visit in each: answered 10 min, 25 min, 50 min and 90 min ago.
	const board = boardAfter(
		...[90, 50, 25, 10].flatMap(minutes =>
			served(`m${minutes}`, {joins: -minutes * 60 - 20, answered: -minutes * 60, ends: -minutes * 60 + 30}),
		),
	);

	it.each<[Window, string]>([
		[15, '1'],
		[30, '2'],
		[60, '3'],
		['today', '4'],
	])('%s has %s answered', (window, answered) => {
		expect(words(board, {window})).toMatchObject({answered, averageSpeedOfAnswerSeconds: '00:20'});
		expect(totalWords(board, {window})).toMatchObject({answered});
	});

	it('lose a visit at the full minute, and nothing before', () => {
		const visit = boardAfter(...served('a', {joins: -20, answered: 0, ends: 30}));
		const seen = (seconds: number) => words(visit, {window: 15, now: at(seconds)});
		// Answered at 10:15:00, it stays until 10:30:59.
		expect(seen(15 * 60 + 59)).toMatchObject({answered: '1', averageTalkSeconds: '00:30', longestSeconds: '00:20'});
		expect(seen(16 * 60)).toMatchObject(nothing);
		expect(totalWords(visit, {window: 15, now: at(16 * 60)})).toMatchObject(nothing);
		expect(words(visit, {window: 30, now: at(16 * 60)})).toMatchObject({answered: '1'});
	});

	it('count who joins, who is answered and who has talked each at their own time', () => {
		const visit = boardAfter(...served('a', {joins: -90, answered: -30, ends: 90}));
		expect(words(visit, {window: 15, now: at(14 * 60)})).toMatchObject({
			offered: '0',
			answered: '1',
			averageTalkSeconds: '02:00',
		});
		expect(words(visit, {window: 15, now: at(15 * 60)})).toMatchObject({
			offered: '0',
			answered: '0',
			averageTalkSeconds: '02:00',
		});
	});

	it('take back an answer that was none', () => {
		const broken = boardAfter(joined(-60), bridged(-50), unbridged(-48, {bridged: false}));
		expect(words(broken, {window: 15})).toMatchObject({...nothing, offered: '1', waiting: '1'});
	});
});

describe('the row of all queues', () => {
	const call = {channel: channelId('one call')};
	const overflow = boardAfter(
		joined(-300, {...call, number: accounts, callerId: callerId('first stay')}),
		left(-240, {...call, number: accounts, callerId: callerId('first stay'), outcome: 'timed-out'}),
		joined(-240, {...call, callerId: callerId('second stay')}),
		bridged(-230, {...call, callerId: callerId('second stay')}),
	);

	it('counts a call that timed out in one queue and was answered in another once, as answered', () => {
		for (const window of [15, 'today'] as const) {
			const style = someStyle({board: overflow, window});
			expect(cellWords(columns, rowOf(style, accounts), style)).toMatchObject({offered: '1', answered: '0', lost: '1'});
			expect(words(overflow, {window})).toMatchObject({offered: '1', answered: '1', lost: '0'});
			expect(totalWords(overflow, {window})).toMatchObject({
				offered: '1',
				answered: '1',
				lost: '0',
				answerRate: '100 %',
				averageSpeedOfAnswerSeconds: '01:10',
				longestSeconds: '01:10',
			});
		}
	});

	it('says in its name that it does so, in as many words as there is room for', () => {
		const style = someStyle({board: overflow});
		const named = (width: number, language: 'en' | 'fr') => {
			const cell = columns[0]?.cell(totalFigures(style), {...style, messages: messagesFor(language)}, width);
			return cell?.kind === 'text' && cell.text;
		};
		expect([30, 14, 9].map(width => named(width, 'en'))).toEqual(['All, each call once', 'All, each once', 'All']);
		expect([30, 14, 9].map(width => named(width, 'fr'))).toEqual([
			'Toutes, un appel une fois',
			'Toutes, 1 fois',
			'Toutes',
		]);
	});

	it('has those who wait in any queue, and the longest of them', () => {
		expect(totalWords(queuesBoard())).toMatchObject({waiting: '6+', longestWaitSeconds: '02:41 ▲'});
		expect(totalWords(manyQueues(60, 500))).toMatchObject({
			waiting: '500',
			longestWaitSeconds: '08:20 ▲',
			answered: '20',
		});
	});

	it('knows nothing before the first event', () => {
		expect(new Set(Object.values({...totalWords(emptyBoard), queue: '—', number: '—'}))).toEqual(new Set(['—']));
	});
});

describe('the flows of the service, from the wire to the row', () => {
	it.each([
		['q1', {offered: '1', answered: '1', lost: '0', averageSpeedOfAnswerSeconds: '00:08', averageTalkSeconds: '00:59'}],
		['q2', {offered: '1', answered: '1', lost: '0', averageSpeedOfAnswerSeconds: '00:09'}],
		['q3', {offered: '1', answered: '0', lost: '1', abandoned: '1', averageSpeedOfAnswerSeconds: '—'}],
		['q4', {offered: '1', answered: '0', lost: '1', abandoned: '1', averageSpeedOfAnswerSeconds: '—'}],
		['q5', {offered: '1', answered: '0', lost: '1', timedOut: '1', averageSpeedOfAnswerSeconds: '—'}],
		['q6', {offered: '1', answered: '0', lost: '1', noAgent: '1', averageSpeedOfAnswerSeconds: '—'}],
		['q7', {offered: '1', answered: '1', lost: '0', averageSpeedOfAnswerSeconds: '00:26'}],
		['q8', {offered: '2', answered: '1', lost: '1', averageSpeedOfAnswerSeconds: '00:06', answerRate: '50 %'}],
		['q9', {offered: '2', answered: '2', lost: '0', averageSpeedOfAnswerSeconds: '00:29', answerRate: '100 %'}],
		['q10', {offered: '1', answered: '0', lost: '1', averageSpeedOfAnswerSeconds: '—'}],
		['q11', {offered: '1', answered: '0', lost: '1', averageSpeedOfAnswerSeconds: '—', averageTalkSeconds: '—'}],
	])('%s', (name, expected) => {
		const board = boardAfter(...eventsOf(flow(name).map(event => JSON.parse(event))));
		const seen = {queue: 'Support', waiting: '0', longestWaitSeconds: '—', ...expected};
		expect(words(board, {now: at(200)})).toMatchObject(seen);
		expect(words(board, {now: at(200), window: 15})).toMatchObject(seen);
		expect(totalWords(board, {now: at(200)})).toMatchObject(expected);
	});
});

describe('exports', () => {
	it('are raw: counts, seconds, shares, numbers as they are, null for what is not known', () => {
		const style = someStyle({board: queuesBoard()});
		const {name, header, rows} = exportRows([...queueFigures(style), totalFigures(style)], queueTable, style);
		expect(name).toBe('queues');
		const records = rows.map(row => Object.fromEntries(header.map((key, index) => [key, row[index]])));
		expect(records[0]).toMatchObject({
			queue: 'Support',
			number: '0033199000100',
			waiting: 3,
			longestWaitSeconds: 161,
			answered: 4,
			serviceLevel: 0.5,
			averageSpeedOfAnswerSeconds: 19.8,
		});
		expect(records[1]).toMatchObject({queue: 'Ventes', waiting: null, longestWaitSeconds: 20});
		expect(records[3]).toMatchObject({answerRate: null, serviceLevel: null, longestSeconds: null});
		expect(records[4]).toMatchObject({queue: 'All', number: null, offered: 18});
	});
});

describe('the table', () => {
	it('keeps queues in their places, by number', () => {
		const keys = queueFigures(someStyle({board: manyQueues(60, 500)})).map(({key}) => key);
		expect(keys).toHaveLength(60);
		expect(keys).toEqual([...keys].sort());
	});

	it('sorts by the longest wait of now, nobody last', () => {
		const style = someStyle({
			board: boardAfter(
				joined(-5),
				joined(-9, {number: accounts, callerId: callerId('b')}),
				...served('c', {joins: -90, answered: -80, ends: -70}).map(event => ({
					...event,
					number: '0033199000999' as never,
				})),
			),
		});
		const sorted = (isFalling: boolean) =>
			sortRows(queueFigures(style), {table: queueTable, style, sorting: {column: 'longestWaitSeconds', isFalling}}).map(
				({key}) => key,
			);
		expect(sorted(true)).toEqual([accounts, support, '0033199000999']);
		expect(sorted(false)).toEqual([support, accounts, '0033199000999']);
	});

	it.each(['en', 'fr'] as const)('has room for each title with the mark of the sorting, in %s', language => {
		const narrow = columns.filter(({title, least}) => titleWidth(messagesFor(language)[title]) > least);
		expect(narrow.map(({key}) => key)).toEqual([]);
	});

	it('finds a queue by name and by number in any form', () => {
		const style = someStyle({board: queuesBoard(), contacts: noContacts});
		expect(queueTable.texts(rowOf(style), style)).toEqual(['Support', support]);
		expect(queueTable.texts(totalFigures(style), style)).toEqual([]);
	});

	it('stays in its places whatever happens', () => {
		fc.assert(
			fc.property(
				anyEvents,
				fc.integer({min: 30, max: 300}),
				fc.constantFrom<Window>(15, 'today'),
				(events, width, window) => {
					const board = boardAfter(...events, timePassed(31));
					const style = someStyle({board, window, now: at(40)});
					const fitted = fitColumns(columns, width, style);
					const rows = [...queueFigures(style), totalFigures(style)].map(row =>
						tableRow(row, {columns: fitted, style, isSelected: false}),
					);
					expect(rows.flatMap(row => misplaced(row, width, at(40)))).toEqual([]);
				},
			),
			{numRuns: 60},
		);
	});
});

describe('queueFigures', () => {
	it('are the same objects as before for a queue of which nothing changed', () => {
		const board = manyQueues(5, 20);
		const style = someStyle({board, window: 15});
		const before = queueFigures(style);
		expect(queueFigures({...style, now: at(1)}).every((row, index) => row === before[index])).toBe(true);
		expect(before.map(({about}) => about)).toEqual(before.map(() => site));
	});
});
