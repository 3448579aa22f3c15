import {describe, expect, it} from 'vitest';
import type {Board} from '../../../source/domain/board.js';
import type {BoardEvent} from '../../../source/domain/event.js';
import {expiredShownMs} from '../../../source/domain/expiry.js';
import {lineStatus, openCalls} from '../../../source/domain/line.js';
import {findCaller, type Queue, talkingCallers, waitingCallers} from '../../../source/domain/queue.js';
import {reduceBoard} from '../../../source/domain/reduce.js';
import {emptyTally} from '../../../source/domain/tally.js';
import {quarterOf} from '../../../source/domain/times.js';
import {
	accueil,
	alice,
	at,
	boardAfter,
	bridged,
	colleague,
	firstCall,
	firstCaller,
	gaveUp,
	joined,
	left,
	lineIn,
	offered,
	onCall,
	queueIn,
	reset,
	served,
	timePassed,
	unbridged,
} from '../../helpers/builders.js';

const hour = 3600;

/** Time passing notes the most of each quarter of an hour. */
const withoutPeaks = (board: Board): Board => {
	const noPeaks = <Counted extends Pick<Queue, 'times'>>(counted: Counted) => ({
		...counted,
		times: {...counted.times, peaks: new Map()},
	});
	const queues = new Map([...board.queues].map(([number, queue]) => [number, noPeaks(queue)]));
	return {...board, queues, total: noPeaks(board.total), load: {...board.load, peaks: new Map()}};
};

describe('time-passed', () => {
	it('changes nothing while everything is fresh', () => {
		const board = boardAfter(onCall('talk-started', 0), joined(0), bridged(5));
		expect(reduceBoard(board, [timePassed(60)])).toBe(board);
		expect(withoutPeaks(reduceBoard(board, [timePassed(hour)]))).toEqual(withoutPeaks(board));
	});

	it('notes once what goes on in a new quarter of an hour', () => {
		const board = boardAfter(onCall('talk-started', 0), joined(0));
		const later = reduceBoard(board, [timePassed(hour / 2)]);
		expect(later.load.peaks).toEqual(new Map([0, hour / 2].map(second => [quarterOf(at(second)), 1])));
		for (const {times} of [queueIn(later), later.total]) expect(times.peaks).toEqual(later.load.peaks);
		expect(reduceBoard(later, [timePassed(hour / 2 + 1)])).toBe(later);
	});

	it.each([
		['a ringing', onCall('ringing-started', 0), hour],
		['a conversation', onCall('talk-started', 0), 4 * hour],
		['a hold', onCall('hold-started', 0), 4 * hour],
	] as const)('expires %s of which nothing was heard, shows it for a while, then lets it go', (_, event, limit) => {
		const board = boardAfter(event);
		expect(withoutPeaks(reduceBoard(board, [timePassed(limit)]))).toEqual(withoutPeaks(board));
		const expired = reduceBoard(board, [timePassed(limit + 1)]);
		expect(lineIn(expired).calls.get(firstCall)?.expiredAt).toBe(at(limit + 1));
		expect(openCalls(lineIn(expired))).toEqual([]);
		expect(lineStatus(lineIn(expired))).toBe('free');
		expect(reduceBoard(expired, [timePassed(limit + 1)])).toBe(expired);
		const shownUntil = limit + 1 + expiredShownMs / 1000;
		expect(reduceBoard(expired, [timePassed(shownUntil - 1)])).toBe(expired);
		expect(lineIn(reduceBoard(expired, [timePassed(shownUntil)])).calls.size).toBe(0);
	});

	it.each([
		['a waiting caller', [joined(0)], hour],
		['a caller with ringing agents', [joined(0), offered(0)], hour],
		['a talking caller', [joined(0), bridged(0)], 4 * hour],
	] as const)('expires %s, who counts neither as lost nor as waiting', (_, events, limit) => {
		const board = boardAfter(...events);
		expect(withoutPeaks(reduceBoard(board, [timePassed(limit)]))).toEqual(withoutPeaks(board));
		const expired = reduceBoard(board, [timePassed(limit + 1)]);
		expect(findCaller(queueIn(expired), firstCaller)?.left).toEqual({at: at(limit + 1), outcome: 'expired'});
		expect(waitingCallers(queueIn(expired))).toEqual([]);
		expect(talkingCallers(queueIn(expired))).toEqual([]);
		expect(queueIn(expired).tally).toEqual(queueIn(board).tally);
		const gone = reduceBoard(expired, [timePassed(limit + 1 + expiredShownMs / 1000)]);
		expect(queueIn(gone).callers.size).toBe(0);
		expect(queueIn(gone).tally).toEqual(queueIn(board).tally);
	});

	it('believes again in who gives a sign of life', () => {
		const expired = boardAfter(onCall('talk-started', 0), joined(0), timePassed(5 * hour));
		const board = reduceBoard(expired, [onCall('hold-started', 5 * hour + 1), offered(5 * hour + 1)]);
		expect(lineStatus(lineIn(board))).toBe('on-hold');
		expect(waitingCallers(queueIn(board))).toHaveLength(1);
		expect(queueIn(board).tally.offered).toBe(1);
	});

	it('lets news after the expiry end the stay as usual', () => {
		const board = boardAfter(joined(0), timePassed(2 * hour), left(2 * hour + 10));
		expect(queueIn(board).callers.size).toBe(0);
		expect(queueIn(board).tally).toMatchObject({offered: 1, abandoned: 1});
	});

	it('counts patience from the newest sign of life', () => {
		const board = boardAfter(joined(0), offered(hour / 2));
		expect(withoutPeaks(reduceBoard(board, [timePassed(hour + 10)]))).toEqual(withoutPeaks(board));
	});
});

describe('board-reset', () => {
	it('clears counters, log, agents and numbers that rest', () => {
		const board = boardAfter(
			onCall('ringing-started', 0),
			onCall('ringing-ended', 5),
			...served('a', {joins: 0, answered: 8, ends: 60}),
			reset(100),
		);
		expect([board.lines.size, board.queues.size, board.agents.size]).toEqual([0, 0, 0]);
		expect(board.log.entries.map(({event}) => event.type)).toEqual(['board-reset']);
		expect(board).toMatchObject({since: at(100), resetAt: at(100)});
	});

	it('keeps counting log entries, so that no sequence number is used twice', () => {
		const board = boardAfter(joined(0), left(5), reset(100));
		expect(board.log.entries.map(({sequence}) => sequence)).toEqual([3]);
	});

	it('keeps who talks, rings or waits, without counting them again', () => {
		const before = boardAfter(
			onCall('talk-started', 0),
			onCall('ringing-started', 0, {number: colleague}),
			joined(0),
			bridged(8),
			...gaveUp('other', {joins: 0, leaves: 10}),
		);
		const board = reduceBoard(before, [reset(100)]);
		expect([...board.lines.keys()]).toEqual([accueil, colleague]);
		expect(lineStatus(lineIn(board))).toBe('in-call');
		expect(talkingCallers(queueIn(board))).toHaveLength(1);
		expect(queueIn(board).tally).toEqual(emptyTally);
		expect(queueIn(board).gone).toEqual([]);
	});

	it('counts the talk, but neither offer nor answer, of a conversation that went over it', () => {
		const board = boardAfter(
			joined(0),
			bridged(8),
			reset(100),
			unbridged(128, {answeredAt: at(8)}),
			left(128, {outcome: 'served', agent: alice, answeredAt: at(8)}),
		);
		expect(queueIn(board).tally).toMatchObject({offered: 0, answered: 0, talks: 1, talkMs: 120_000});
		expect(board.agents.get(alice)).toMatchObject({answered: 0, talks: 1});
	});

	it('counts the answer, but no offer, of a caller who waited over it', () => {
		const board = boardAfter(joined(0), reset(100), bridged(120));
		expect(queueIn(board).tally).toMatchObject({offered: 0, answered: 1, answerWaitMs: 120_000});
		expect(findCaller(queueIn(board), firstCaller)?.seen).toBe('partial');
	});

	it('keeps the feeds', () => {
		const connecting = {
			type: 'feed-connecting',
			at: at(0),
			site: lineIn(boardAfter(onCall('talk-started', 0))).site,
			transport: 'v1',
		} as const;
		expect(boardAfter(connecting, reset(100)).feeds.size).toBe(1);
	});

	it('covers from the reset on, whatever older news comes', () => {
		expect(boardAfter(joined(10), reset(100), onCall('talk-started', 50)).since).toBe(at(100));
	});

	it('is done once', () => {
		const board = boardAfter(joined(0), reset(100));
		expect(reduceBoard(board, [reset(100)])).toBe(board);
	});
});

describe('board-restored', () => {
	const restored: BoardEvent = {type: 'board-restored', at: at(100), savedAt: at(40)};

	it('notes that nobody watched since the board was kept, and is in the log, once', () => {
		const board = boardAfter(restored);
		expect(board.missed).toEqual([{from: at(40), to: at(100)}]);
		expect(board.log.entries.map(({event}) => event)).toEqual([restored]);
		expect(reduceBoard(board, [{...restored}])).toBe(board);
	});

	it('notes nothing of the day before', () => {
		expect(boardAfter(reset(70), restored).missed).toEqual([{from: at(70), to: at(100)}]);
	});
});

describe('settings-changed', () => {
	it('is in the log, and changes nothing else', () => {
		const changed: BoardEvent = {type: 'settings-changed', at: at(1)};
		const refused: BoardEvent = {...changed, problem: 'theme: unknown'};
		const {log, ...rest} = boardAfter(changed, changed, refused, refused);
		expect(log.entries.map(({event}) => event)).toEqual([changed, refused]);
		expect(rest).toEqual(expect.objectContaining({since: null, missed: []}));
	});
});
