import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {type Board, emptyBoard} from '../../source/domain/board.js';
import {doubtBoard} from '../../source/domain/doubt.js';
import {emptyEnded} from '../../source/domain/ended.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {keepBoard, keptLogEntries, restoreBoard} from '../../source/domain/kept-board.js';
import {type KeptTimes, keepTally} from '../../source/domain/kept-tally.js';
import {roundingMs} from '../../source/domain/kept-values.js';
import {lineStatus} from '../../source/domain/line.js';
import {reduceBoard} from '../../source/domain/reduce.js';
import {stateDocument} from '../../source/domain/state-document.js';
import {emptyTally} from '../../source/domain/tally.js';
import {cleanText} from '../../source/domain/text.js';
import {callerId, callId, channelId} from '../../source/domain/units.js';
import type {Total} from '../../source/domain/whole-call.js';
import {
	alice,
	at,
	boardAfter,
	bridged,
	counted,
	firstCaller,
	gaveUp,
	joined,
	left,
	lineIn,
	offered,
	onCall,
	queueIn,
	reset,
	sales,
	served,
	support,
	unbridged,
} from '../helpers/builders.js';
import {sampleBoard} from '../helpers/sample-board.js';
import {anyEvents, anyStay, shuffled} from './arbitrary-events.js';
import {damaged} from './json-mutations.js';

const runs = {numRuns: 300};

/** Through a file and back. */
const restored = (board: Board, seconds = 40): Board | null =>
	restoreBoard(JSON.parse(JSON.stringify(keepBoard(board))), {at: at(seconds)});

const restoredBoard = (board: Board, seconds?: number): Board => {
	const again = restored(board, seconds);
	if (!again) throw new Error('the board was not restored');
	return again;
};

/** Trails are not kept, nor but the last call that ended. */
const withoutTrails = (board: Board): Board => ({
	...board,
	lines: changeAll(board.lines, line => ({
		...line,
		calls: changeAll(line.calls, withoutTrail),
		ended: line.ended.slice(-1).map(withoutTrail),
	})),
	queues: changeAll(board.queues, queue => ({
		...queue,
		callers: changeAll(queue.callers, withoutTrail),
		gone: queue.gone.map(withoutTrail),
	})),
});

const withoutTrail = <Told extends object>(told: Told) => ({...told, trail: []});

const changeAll = <Key, Value>(table: ReadonlyMap<Key, Value>, change: (value: Value) => Value) =>
	new Map([...table].map(([key, value]) => [key, change(value)]));

/** Without peaks: who is in doubt is not counted as waiting. */
const countsOf = ({tally, times}: Total) => ({tally, minutes: times.minutes, quarters: times.quarters});

/** What must not depend on a restart. */
const figuresOf = (board: Board) => ({
	total: countsOf(board.total),
	losses: board.losses,
	queues: new Map([...board.queues].map(([number, queue]) => [number, countsOf(queue)])),
	agents: board.agents,
	labels: [...board.lines.values()].map(({number, label}) => ({number, label})),
});

describe('restoreBoard', () => {
	it('gives back figures, names and the log', () => {
		const board = sampleBoard();
		const again = restoredBoard(board);
		expect(figuresOf(again)).toEqual(figuresOf(board));
		expect(again.since).toBe(board.since);
		expect(again.log.entries.map(({event}) => event)).toEqual(board.log.entries.map(({event}) => event));
		expect(again.feeds.size).toBe(0);
	});

	it('shows nothing as going on', () => {
		const {lines, queues, totals} = stateDocument(restoredBoard(sampleBoard()), at(40));
		expect(new Set(lines.map(({status}) => status))).toEqual(new Set(['unknown']));
		expect(queues.flatMap(({waiting, talking, reportedWaiting}) => [...waiting, ...talking, reportedWaiting])).toEqual([
			null,
			null,
			null,
		]);
		expect(totals).toMatchObject({inCall: 0, ringing: 0, waiting: 0, longestWaitSeconds: null});
	});

	it('goes on with a call known from before: its times are those of then', () => {
		const before = boardAfter(onCall('ringing-started', 1), onCall('talk-started', 8));
		const after = reduceBoard(restoredBoard(before), [onCall('hold-started', 50)]);
		expect(lineStatus(lineIn(after))).toBe('on-hold');
		expect(lineIn(after).calls.get(callId('call-1'))).toMatchObject({startedAt: at(1), answeredAt: at(8)});
	});

	it('counts the wait of a caller who joined before', () => {
		const after = reduceBoard(restoredBoard(boardAfter(joined(1))), [bridged(61)]);
		expect(queueIn(after).tally).toMatchObject({offered: 1, answered: 1, answerWaitMs: 60_000});
	});

	it('counts nothing again that is told again', () => {
		const events = [...served('a', {joins: 1, answered: 5, ends: 20}), joined(2), left(9)];
		expect(figuresOf(reduceBoard(restoredBoard(boardAfter(...events)), events))).toEqual(
			figuresOf(boardAfter(...events)),
		);
	});

	it('keeps the newest of a long log', () => {
		const counts = Array.from({length: keptLogEntries + 5}, (_, index) => counted(index, index));
		const {entries} = restoredBoard(boardAfter(...counts)).log;
		expect(entries).toHaveLength(keptLogEntries);
		expect(entries.at(-1)).toEqual({sequence: keptLogEntries, event: counts.at(-1)});
	});

	it('keeps the reset, and what was missed since', () => {
		const again = restoredBoard(
			boardAfter(joined(1), reset(10), {type: 'board-restored', at: at(30), savedAt: at(20)}),
		);
		expect(again).toMatchObject({since: at(10), resetAt: at(10), missed: [{from: at(20), to: at(30)}]});
	});

	it('is not put off by what fractions of milliseconds add up to', () => {
		const board = boardAfter(...served('a', {joins: 1, answered: 5, ends: 20}));
		const queue = queueIn(board);
		const off = {...queue, gone: [], tally: {...queue.tally, answerWaitMs: -1e-9}};
		const again = restored({...board, queues: new Map([[queue.number, off]])});
		expect(again && queueIn(again).tally.answerWaitMs).toBe(0);
	});

	it('goes on with a call that went through two queues', () => {
		const channel = channelId('channel-1');
		const [first, second] = [{channel}, {channel, number: sales, callerId: callerId('second')}];
		const before = boardAfter(joined(1, first), left(20, {...first, outcome: 'timed-out'}), joined(20, second));
		const after = reduceBoard(restoredBoard(before), [bridged(60, second)]);
		expect(after.total.tally).toMatchObject({offered: 1, timedOut: 0, answered: 1, answerWaitMs: 59_000});
	});

	it('keeps a call of which one queue forgot its stay', () => {
		const channel = channelId('channel-1');
		const second = {channel, number: sales, callerId: callerId('second')};
		const others = Array.from({length: 70}, (_, index) => gaveUp(`${index}`, {joins: 100, leaves: 110})).flat();
		const story = [joined(1, {channel}), bridged(5, {channel}), joined(20, second), left(40, second), ...others];
		const board = boardAfter(...story);
		expect(board.total.tally).toMatchObject({offered: 71, answered: 1, abandoned: 70});
		expect(figuresOf(restoredBoard(board))).toEqual(figuresOf(board));
	});

	it('keeps losses, dealt with or not, under keys as long as they may be', () => {
		const long = {callerId: callerId('x'.repeat(512)), from: '0033600000000'};
		const board = boardAfter(joined(1), left(20), joined(2, long), left(30, long), {
			type: 'loss-ticked',
			at: at(40),
			key: `${support} ${firstCaller} 1`,
			isDone: true,
		});
		expect([...board.losses.values()].map(({settled}) => settled !== null)).toEqual([true, false]);
		expect(restoredBoard(board).losses).toEqual(board.losses);
	});

	it('keeps the most calls at once, though none is believed to go on', () => {
		const board = boardAfter(onCall('ringing-started', 1));
		expect(restoredBoard(board).load).toEqual({open: 0, peaks: board.load.peaks});
	});

	it('restores the empty board', () => {
		expect(restored(emptyBoard)).toEqual(emptyBoard);
	});

	it('is the doubted board, whatever happened', () => {
		fc.assert(
			fc.property(anyEvents, events => {
				const board = boardAfter(...events);
				const doubted = doubtBoard(withoutTrails(board), {at: at(40)});
				const {peaks} = board.load;
				const {log, calls, ...expected} = {...doubted, feeds: new Map(), ended: emptyEnded, load: {open: 0, peaks}};
				expect(restored(board)).toMatchObject(expected);
			}),
			runs,
		);
	});

	it('gives the figures of a board that was never interrupted', () => {
		const stays = fc
			.tuple(anyStay('a'), anyStay('b'), anyStay('c'))
			.chain(all => shuffled(all.flat()))
			.chain(events => fc.tuple(fc.constant(events), fc.nat(events.length), fc.boolean()));
		fc.assert(
			fc.property(stays, ([events, cut, isReset]) => {
				const before = [...events.slice(0, cut), ...(isReset ? [reset(200)] : [])];
				const after = events.slice(cut);
				const interrupted = reduceBoard(restoredBoard(boardAfter(...before), 300), after);
				expect(figuresOf(interrupted)).toEqual(figuresOf(boardAfter(...before, ...after)));
			}),
			runs,
		);
	});
});

/** As if every quarter of an hour had been without callers. */
const lessThan = (times: KeptTimes): KeptTimes => ({
	...times,
	quarters: times.quarters.map(([quarter]) => [quarter, keepTally(emptyTally)]),
});

describe('restoreBoard, given anything', () => {
	const good = JSON.parse(JSON.stringify(keepBoard(sampleBoard())));

	it.each([
		['nothing', undefined],
		['null', null],
		['a text', 'kept'],
		['a list', []],
		['another version', {...good, version: 1}],
		['no version', {...good, version: undefined}],
		['no agents', {...good, agents: undefined}],
		['an agent who answered less than none', {...good, agents: [{...good.agents[0], answered: -1}]}],
		['agents who answered less than their callers say', {...good, agents: []}],
		['a call that has no time', {...good, lines: [{...good.lines[0], ended: [{}]}]}],
		['an endless number', {...good, since: Number.POSITIVE_INFINITY}],
		['a line known twice over', {...good, queues: [{...good.queues[0], gone: good.queues[0].callers}]}],
		[
			'a total that counted less than its calls say',
			{...good, total: {...good.total, tally: good.queues[0].times.minutes[0][1]}},
		],
		[
			'quarters that counted less than their callers say',
			{...good, queues: [{...good.queues[0], times: lessThan(good.queues[0].times)}]},
		],
		['minutes that are none', {...good, total: {...good.total, times: {...good.total.times, minutes: [[0, {}]]}}}],
		['a loss that has no outcome', {...good, losses: [{...good.losses[0], outcome: 'answered'}]}],
		['a caller for a tally', {...good, queues: [{...good.queues[0], tally: good.queues[0].callers[0]}]}],
	])('refuses %s', (_name, json) => {
		expect(restoreBoard(json, {at: at(0)})).toBeNull();
	});

	it('makes texts harmless', () => {
		const line = {...good.lines[0], label: 'Acc\u001b[2Jueil\u202e', calls: [], ended: []};
		const board = restoreBoard({...good, lines: [line]}, {at: at(0)});
		expect([...(board?.lines.values() ?? [])].map(({label}) => label)).toEqual(['Acc[2Jueil']);
	});

	it('takes odd names for what they are', () => {
		const line = {...good.lines[0], number: '__proto__', label: 'constructor'};
		expect(
			restoreBoard({...good, lines: [line]}, {at: at(0)})
				?.lines.keys()
				.next().value,
		).toBe('__proto__');
	});

	it('does without the entries of the log that it does not know', () => {
		const log = [{type: 'comet-seen', at: at(0)}, {type: 'board-reset', at: at(1)}, {type: 'board-reset'}, null];
		expect(restoreBoard({...good, log}, {at: at(0)})?.log.entries.map(({event}) => event)).toEqual([log[1]]);
	});

	it('never throws', () => {
		fc.assert(
			fc.property(fc.jsonValue(), json => {
				expect(restoreBoard(json, {at: at(0)})).toBeNull();
			}),
			runs,
		);
	});

	it('gives a board that can be used, or none, for a damaged one', () => {
		let used = 0;
		fc.assert(
			fc.property(damaged(good), anyEvents, (json, events) => {
				const board = restoreBoard(json, {at: at(0)});
				if (!board) return;
				used += 1;
				expect(flawsOf(reduceBoard(board, [...touchAll(board), ...events]))).toEqual([]);
			}),
			runs,
		);
		expect(used).toBeGreaterThan(10);
	});
});

/** News of everybody a board remembers, that takes back what they counted for. */
const touchAll = (board: Board): readonly BoardEvent[] =>
	[...board.queues.values()].flatMap(({number, callers, gone}) =>
		[...callers.values(), ...gone].flatMap(({id, bridge}) => {
			const facts = {number, callerId: id, agent: bridge?.agent ?? alice};
			return [
				offered(8000, facts),
				unbridged(8001, {...facts, bridged: false, answeredAt: at(8001)}),
				left(8002, {...facts, outcome: 'timed-out'}),
			];
		}),
	);

/** Sums may be off by what fractions add up to; means are never below none. */
const leastOf = (key: string): number => (key.endsWith('Ms') ? -roundingMs : 0);

/** What must never be seen on a board. */
const flawsOf = (board: Board): readonly string[] => {
	const flaws: string[] = [];
	JSON.stringify([stateDocument(board, at(9000)), keepBoard(board)], (key, value: unknown) => {
		if (typeof value === 'number' && !(Number.isFinite(value) && value >= leastOf(key))) flaws.push(`${key}: ${value}`);
		if (typeof value === 'string' && value !== cleanText(value, 1000)) flaws.push(`${key}: ${JSON.stringify(value)}`);
		return value;
	});
	return flaws;
};
