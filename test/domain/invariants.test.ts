/** What holds of every board, whatever events came in whatever order. */
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {type Board, emptyBoard} from '../../source/domain/board.js';
import {type Caller, callerState, noShare, type Share, shareOf} from '../../source/domain/caller.js';
import {shareOfEnded} from '../../source/domain/ended-share.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {lost} from '../../source/domain/figures.js';
import {keepBoard, restoreBoard} from '../../source/domain/kept-board.js';
import {openCalls} from '../../source/domain/line.js';
import type {Queue} from '../../source/domain/queue.js';
import {reduceBoard} from '../../source/domain/reduce.js';
import {addShare, emptyTally, mergeTallies, type Tally} from '../../source/domain/tally.js';
import {flawsOf} from '../chaos/well-formed.js';
import {at, boardAfter, gap, reset, sales, support, timePassed} from '../helpers/builders.js';
import {byStart} from '../helpers/tallies-by-time.js';
import {anyEvents, anyStay, anyWholeCall, shuffled} from './arbitrary-events.js';

const runs = {numRuns: 200};

const queuesOf = (board: Board): readonly Queue[] => [...board.queues.values()];
const remembered = ({callers, gone}: Queue): readonly Caller[] => [...callers.values(), ...gone];
const merged = (board: Board): Tally => mergeTallies(queuesOf(board).map(({tally}) => tally));

/** Stays in two queues, each on a channel of its own or on none that is told. */
const someStays = fc.tuple(anyStay('a'), anyStay('b'), anyStay('c', {number: sales})).map(all => all.flat());

/** Calls that may go through both queues. */
const someCalls = fc.tuple(anyWholeCall('a'), anyWholeCall('b'), anyWholeCall('c')).map(all => all.flat());

/** Nothing, news missed, or so much time that nobody is believed in. */
const whatever = fc.constantFrom<readonly BoardEvent[]>([], [gap(200)], [timePassed(9000), timePassed(90_000)]);

const restored = (board: Board): Board | null =>
	restoreBoard(JSON.parse(JSON.stringify(keepBoard(board))), {at: at(300)});

describe('a board after any events', () => {
	it('is well formed', () => {
		fc.assert(
			fc.property(anyEvents, events => {
				expect(flawsOf(reduceBoard(emptyBoard, events))).toEqual([]);
			}),
			runs,
		);
	});

	it('counts in quarters of an hour what it counts in all', () => {
		fc.assert(
			fc.property(anyEvents, events => {
				const board = reduceBoard(emptyBoard, events);
				for (const {tally, times} of [board.total, ...queuesOf(board)]) {
					expect(mergeTallies(byStart(times.quarters).values())).toEqual(tally);
					expect(mergeTallies(byStart(times.minutes).values())).toEqual(tally);
				}
			}),
			runs,
		);
	});

	it('tells how many calls go on, also after a reset and a restart', () => {
		fc.assert(
			fc.property(anyEvents, anyEvents, fc.constantFrom('runs on', 'restarts', 'resets'), (events, others, way) => {
				const board = reduceBoard(emptyBoard, way === 'resets' ? [...events, reset(200)] : events);
				const again = way === 'restarts' ? (restored(board) ?? emptyBoard) : board;
				expect(again.queues.size).toBe(board.queues.size);
				for (const known of [board, again, reduceBoard(again, others)]) {
					expect(known.load.open).toBe([...known.lines.values()].flatMap(openCalls).length);
				}
			}),
			runs,
		);
	});

	it('has the figures that its records and those still there come to', () => {
		const events = anyEvents.map(all => all.filter(({type}) => type !== 'board-reset'));
		fc.assert(
			fc.property(events, whatever, (all, after) => {
				const board = reduceBoard(emptyBoard, [...all, ...after]);
				for (const queue of queuesOf(board)) {
					const records = board.ended.entries.flatMap(({record}) =>
						record.kind === 'stay' && record.queue === queue.number ? [shareOfEnded(record)] : [],
					);
					const there = [...queue.callers.values()].filter(({left}) => left === null).map(shareOf);
					expect(tallyOf([...records, ...there])).toEqual(queue.tally);
				}
			}),
			runs,
		);
	});
});

const tallyOf = (shares: readonly Share[]): Tally =>
	shares.reduce((tally, share) => addShare(tally, share, 1), addShare(emptyTally, noShare, 1));

describe('a board after whole stays', () => {
	it('accounts for everybody who was offered, in each queue and in all', () => {
		fc.assert(
			fc.property(someStays.chain(shuffled), whatever, (events, after) => {
				const board = boardAfter(...events, ...after);
				const undecided = (queue: Queue) =>
					remembered(queue).filter(caller => caller.seen === 'joined' && shareOf(caller).outcome === null);
				for (const queue of queuesOf(board))
					expect(accounted(queue.tally)).toBe(queue.tally.offered - undecided(queue).length);
				const all = queuesOf(board).flatMap(undecided);
				expect(board.total.tally.offered).toBe(3);
				expect(accounted(board.total.tally)).toBe(3 - all.length);
				expect(all.map(callerState).filter(state => !['waiting', 'unknown', 'expired'].includes(state))).toEqual([]);
			}),
			runs,
		);
	});

	it('counts over all queues what they count together, when no call goes through two', () => {
		fc.assert(
			fc.property(someStays.chain(shuffled), whatever, (events, after) => {
				const board = boardAfter(...events, ...after);
				expect(board.total.tally).toEqual(merged(board));
			}),
			runs,
		);
	});
});

const accounted = (tally: Tally): number => tally.answered + lost(tally) + tally.optedOut;

describe('a board after calls through two queues', () => {
	it('counts each of them once', () => {
		fc.assert(
			fc.property(someCalls.chain(shuffled), events => {
				const board = boardAfter(...events);
				const {tally} = board.total;
				const answered = new Set(events.flatMap(event => (isAnswer(event, events) ? [event.channel] : [])));
				expect(tally.offered).toBe(3);
				expect(tally.answered).toBe(answered.size);
				expect(accounted(tally)).toBeLessThanOrEqual(3);
				expect(tally).toMatchObject({talks: merged(board).talks, talkMs: merged(board).talkMs});
				expect(board.losses.size).toBe(lost(tally));
				expect([...board.losses.keys()].filter(key => [...answered].some(channel => channel === key))).toEqual([]);
			}),
			runs,
		);
	});

	it('is the same in whatever order events of about the same time come, and when all come twice', () => {
		const orders = someCalls.chain(events => fc.tuple(fc.constant(events), shuffled(events)));
		fc.assert(
			fc.property(orders, ([events, others]) => {
				const expected = boardAfter(...[...events].sort((one, other) => one.at - other.at));
				const board = boardAfter(...others);
				for (const known of [board, reduceBoard(board, others)]) expect(countsOf(known)).toEqual(countsOf(expected));
			}),
			runs,
		);
	});

	it('goes on after a restart as if there had been none', () => {
		const cut = someCalls.chain(shuffled).chain(events => fc.tuple(fc.constant(events), fc.nat(events.length)));
		fc.assert(
			fc.property(cut, ([events, index]) => {
				const before = restored(boardAfter(...events.slice(0, index))) ?? emptyBoard;
				expect(countsOf(reduceBoard(before, events.slice(index)))).toEqual(countsOf(boardAfter(...events)));
			}),
			runs,
		);
	});
});

/** What must not depend on the order of arrival. */
const countsOf = (board: Board) => ({
	total: countsBy(board.total),
	queues: [support, sales].map(number => board.queues.get(number)).map(queue => queue && countsBy(queue)),
	losses: board.losses,
});

const countsBy = ({tally, times}: Pick<Queue, 'tally' | 'times'>) => ({
	tally,
	minutes: withoutEmpty(byStart(times.minutes)),
	quarters: withoutEmpty(byStart(times.quarters)),
});

/** A minute that counted something which turned out otherwise is left with nothing. */
const withoutEmpty = (buckets: ReadonlyMap<number, Tally>) =>
	new Map(
		[...buckets].filter(
			([, {offered, answered, talks, ...tally}]) =>
				offered + answered + talks + accounted({...tally, offered, answered, talks}) > 0,
		),
	);

/** True for an answer that was not taken back. */
const isAnswer = (event: BoardEvent, events: readonly BoardEvent[]): event is BoardEvent<'bridge-started'> =>
	event.type === 'bridge-started' &&
	!events.some(other => other.type === 'bridge-ended' && !other.bridged && other.callerId === event.callerId);
