import {describe, expect, it} from 'vitest';
import type {Board} from '../../../source/domain/board.js';
import type {BoardEvent} from '../../../source/domain/event.js';
import {staysOn} from '../../../source/domain/recent-calls.js';
import {reduceBoard} from '../../../source/domain/reduce.js';
import {callerId, channelId} from '../../../source/domain/units.js';
import {
	accueil,
	alice,
	at,
	boardAfter,
	bridged,
	customer,
	failed,
	firstCaller,
	gaveUp,
	joined,
	left,
	onCall,
	queueIn,
	reset,
	sales,
	served,
	support,
	timePassed,
	unbridged,
} from '../../helpers/builders.js';

const channel = channelId('channel-1');
/** The customer's stays in two queues, on one call. */
const inSupport = {callerId: callerId('stay-1'), channel};
const inSales = {callerId: callerId('stay-2'), channel, number: sales};
const timedOut = (seconds: number) => left(seconds, {...inSupport, outcome: 'timed-out'});

const tallyAfter = (...events: readonly BoardEvent[]) => boardAfter(...events).total.tally;
const lossesIn = (board: Board) => [...board.losses.values()];
const settledAfter = (...events: readonly BoardEvent[]) => lossesIn(boardAfter(...events)).map(({settled}) => settled);

describe('a call through two queues', () => {
	const goesOn = [joined(0, inSupport), timedOut(60), joined(60, inSales)];

	it('is offered once, and waits on', () => {
		const board = boardAfter(...goesOn);
		expect(board.total.tally).toMatchObject({offered: 1, answered: 0, timedOut: 0});
		expect(queueIn(board).tally).toMatchObject({offered: 1, timedOut: 1});
		expect(queueIn(board, sales).tally).toMatchObject({offered: 1, timedOut: 0});
	});

	it('is answered once, after the whole wait', () => {
		const board = boardAfter(...goesOn, bridged(80, inSales), unbridged(100, {...inSales, answeredAt: at(80)}));
		expect(board.total.tally).toMatchObject({offered: 1, answered: 1, timedOut: 0, answerWaitMs: 80_000, talks: 1});
		expect(lossesIn(board)).toEqual([]);
	});

	it('is lost once, in the last queue', () => {
		const board = boardAfter(...goesOn, left(90, inSales));
		expect(board.total.tally).toMatchObject({offered: 1, abandoned: 1, timedOut: 0, abandonWaits: new Map([[90, 1]])});
		expect(lossesIn(board)).toMatchObject([{key: channel, queue: sales, outcome: 'abandoned', waited: 90_000}]);
		const late = reduceBoard(board, [failed(59, inSupport)]);
		expect(late.losses).toBe(board.losses);
	});

	it('is two calls when nothing tells the channel', () => {
		const {channel: _, ...nowhere} = inSales;
		expect(tallyAfter(joined(0, inSupport), timedOut(60), joined(60, nowhere))).toMatchObject({
			offered: 2,
			timedOut: 1,
		});
	});

	it('becomes one when the channel is told later', () => {
		const {channel: _, ...nowhere} = inSales;
		const board = boardAfter(joined(0, inSupport), timedOut(60), joined(60, nowhere), left(90, nowhere));
		expect(lossesIn(board)).toHaveLength(2);
		const told = reduceBoard(board, [failed(70, inSales)]);
		expect(told.total.tally).toMatchObject({offered: 1, abandoned: 1, timedOut: 0});
		expect(lossesIn(told)).toMatchObject([{key: channel, queue: sales}]);
	});

	it('is not changed by an agent of whose call nothing else is known', () => {
		const board = boardAfter(joined(0, inSupport), left(20, inSupport));
		const late = reduceBoard(board, [failed(10, inSales)]);
		expect([late.total, late.losses]).toEqual([board.total, board.losses]);
	});

	it('counts after a reset what becomes of it then', () => {
		const board = boardAfter(
			...goesOn,
			reset(70),
			bridged(80, inSales),
			unbridged(100, {...inSales, answeredAt: at(80)}),
		);
		expect(board.total.tally).toMatchObject({offered: 0, answered: 1, talks: 1, talkMs: 20_000});
	});

	it('counts on when it was forgotten meanwhile, and takes nothing back', () => {
		const others = Array.from({length: 6000}, (_, index) => {
			const other = {callerId: callerId(`other-${index}`), channel: channelId(`other-${index}`)};
			return [joined(100, other), left(105, {...other, outcome: 'opted-out'})];
		}).flat();
		const board = boardAfter(...goesOn, ...others);
		expect(staysOn(board.calls, channel)).toBeNull();
		const answered = reduceBoard(board, [bridged(200, inSales), unbridged(230, {...inSales, answeredAt: at(200)})]);
		expect(answered.total.tally).toMatchObject({offered: 6001, answered: 1, talks: 1, talkMs: 30_000});
	});
});

describe('a lost caller', () => {
	const lost = gaveUp('lost', {joins: 0, leaves: 20});
	const reached = {by: 'answered', at: at(110), who: alice};

	it('is listed until somebody has dealt with them', () => {
		expect(lossesIn(boardAfter(...lost))).toMatchObject([
			{key: `${support} lost 1`, queue: support, from: customer, at: at(20), waited: 20_000, settled: null},
		]);
	});

	it('is dealt with when they are answered in a queue', () => {
		expect(settledAfter(...lost, ...served('again', {joins: 100, answered: 110, ends: 150}))).toEqual([reached]);
	});

	it('is dealt with when a line answers them', () => {
		expect(settledAfter(...lost, onCall('ringing-started', 100), onCall('talk-started', 110))).toEqual([reached]);
		expect(settledAfter(...lost, onCall('ringing-started', 100), onCall('ringing-ended', 110))).toEqual([null]);
	});

	it('is dealt with when a line answers them, in whatever order that is told', () => {
		const [ring, talk, end] = [onCall('ringing-started', 100), onCall('talk-started', 110), onCall('talk-ended', 111)];
		expect(settledAfter(...lost, ring, end, talk)).toEqual([reached]);
	});

	it('is dealt with when they are called back and answer', () => {
		const back = {direction: 'outgoing', from: accueil, to: customer} as const;
		expect(settledAfter(...lost, onCall('ringing-started', 100, back))).toEqual([null]);
		expect(settledAfter(...lost, onCall('ringing-started', 100, back), onCall('talk-started', 110, back))).toEqual([
			{...reached, by: 'called-back'},
		]);
	});

	it('is not dealt with by the call that they gave up as the agent answered', () => {
		const gone = [
			joined(0),
			onCall('ringing-started', 1.2),
			bridged(8),
			onCall('talk-started', 8.4),
			left(8),
			unbridged(9, {bridged: false, answeredAt: at(8)}),
		];
		expect(settledAfter(...gone)).toEqual([null]);
	});

	it('is not dealt with by an answer that came to nothing', () => {
		const again = {callerId: callerId('again')};
		const story = [...lost, joined(100, again), bridged(110, again)];
		expect(settledAfter(...story)).toEqual([reached]);
		expect(settledAfter(...story, left(111, again))[0]).toBeNull();
		expect(settledAfter(...story, unbridged(112, {...again, bridged: false, answeredAt: at(110)}))).toEqual([null]);
	});

	it('stays open when somebody says so, whatever else is told of the call that answered them', () => {
		const story = [...lost, ...served('again', {joins: 100, answered: 110, ends: 150}).slice(0, 2)];
		const reopened = reduceBoard(boardAfter(...story), [
			{type: 'loss-ticked', at: at(120), key: `${support} lost 1`, isDone: false},
			...served('again', {joins: 100, answered: 110, ends: 150}).slice(2),
		]);
		expect(lossesIn(reopened).map(({settled}) => settled)).toEqual([null]);
	});

	it('is ticked off once', () => {
		const tick = {type: 'loss-ticked', at: at(60), key: `${support} lost 1`, isDone: true} as const;
		const board = boardAfter(...lost, tick);
		expect(lossesIn(board)).toMatchObject([{settled: {by: 'hand', at: at(60), who: null}}]);
		expect(board.log.entries.at(-1)?.event).toEqual(tick);
		expect(reduceBoard(board, [tick])).toBe(board);
	});

	it('is forgotten by a reset', () => {
		expect(lossesIn(boardAfter(...lost, reset(100)))).toEqual([]);
	});

	it('is none whom the board does not believe in any more, until it hears that they left', () => {
		const board = boardAfter(joined(0), timePassed(3601));
		expect(lossesIn(board)).toEqual([]);
		expect(lossesIn(reduceBoard(board, [left(3700)]))).toMatchObject([{at: at(3700)}]);
	});
});

describe('the most who waited at once', () => {
	it('is known of each queue and of all', () => {
		const board = boardAfter(
			joined(0),
			joined(1, {callerId: callerId('b')}),
			joined(2, {callerId: callerId('c'), number: sales}),
			left(3),
			joined(4, {callerId: callerId('d'), number: sales}),
		);
		const most = [queueIn(board), queueIn(board, sales), board.total].map(({times}) => [...times.peaks.values()]);
		expect(most).toEqual([[2], [2], [3]]);
	});

	it('begins anew with those who wait on', () => {
		const board = boardAfter(joined(0), joined(1, {callerId: callerId('b')}), left(3), reset(1000));
		expect([...queueIn(board).times.peaks]).toEqual([...board.total.times.peaks]);
		expect([...board.total.times.peaks.values()]).toEqual([1]);
		expect([...queueIn(board).callers.keys()]).not.toContain(firstCaller);
	});
});
