import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Board} from '../../source/domain/board.js';
import {emptyBoard} from '../../source/domain/board.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {lost} from '../../source/domain/figures.js';
import {openCalls} from '../../source/domain/line.js';
import {talkingCallers, waitingCallers} from '../../source/domain/queue.js';
import {reduceBoard} from '../../source/domain/reduce.js';
import type {Tally} from '../../source/domain/tally.js';
import type {Total} from '../../source/domain/whole-call.js';
import {
	accueil,
	boardAfter,
	colleague,
	gaveUp,
	lineIn,
	onCall,
	queueIn,
	served,
	timePassed,
} from '../helpers/builders.js';
import {byStart} from '../helpers/tallies-by-time.js';
import {anyEvents, anyStay, shuffled} from './arbitrary-events.js';

const runs = {numRuns: 500};

const countsOf = ({answerWaits, abandonWaits, otherWaits, ...counts}: Tally): readonly number[] => [
	...Object.values(counts),
	...answerWaits.values(),
	...abandonWaits.values(),
	...otherWaits.values(),
];

const countsBy = ({tally, times}: Total): readonly number[] =>
	[tally, ...byStart(times.minutes).values(), ...byStart(times.quarters).values()].flatMap(countsOf);

const allCounts = (board: Board): readonly number[] => [
	...[board.total, ...board.queues.values()].flatMap(countsBy),
	...[...board.agents.values()].flatMap(({answered, missed, talks, talkMs}) => [answered, missed, talks, talkMs]),
];

const openOn = (board: Board): number => {
	const calls = [...board.lines.values()].flatMap(openCalls);
	const callers = [...board.queues.values()].flatMap(queue => [...waitingCallers(queue), ...talkingCallers(queue)]);
	return calls.length + callers.length;
};

const oneByOne = (events: readonly BoardEvent[]): Board =>
	events.reduce<Board>((board, event) => reduceBoard(board, [event]), emptyBoard);

/** Freezes whatever plain values an event or board is made of, so that a write would throw. */
const frozen = <Value>(value: Value): Value => {
	if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
	Object.freeze(value);
	for (const part of value instanceof Map ? value.values() : Object.values(value)) frozen(part);
	return value;
};

describe('reduceBoard', () => {
	it('gives back the same board for no events', () => {
		expect(reduceBoard(emptyBoard, [])).toBe(emptyBoard);
	});

	it('leaves the former board as it was', () => {
		const before = frozen(boardAfter(onCall('ringing-started', 1)));
		const after = reduceBoard(before, [onCall('talk-started', 2)]);
		expect(lineIn(before)).toEqual(lineIn(boardAfter(onCall('ringing-started', 1))));
		expect(after).not.toBe(before);
	});

	it('keeps the identity of tables and entries that no event touched', () => {
		const before = boardAfter(...gaveUp('a', {joins: 0, leaves: 9}), onCall('ringing-started', 1, {number: colleague}));
		const after = reduceBoard(before, [onCall('ringing-started', 2)]);
		expect(after.queues).toBe(before.queues);
		expect(after.agents).toBe(before.agents);
		expect(after.lines).not.toBe(before.lines);
		expect(after.lines.get(colleague)).toBe(before.lines.get(colleague));
		expect(after.lines.get(accueil)).not.toBe(before.lines.get(accueil));
	});

	it('covers from the oldest event that came', () => {
		expect(boardAfter(onCall('talk-started', 10), onCall('talk-ended', 4)).since).toBe(onCall('talk-ended', 4).at);
		expect(boardAfter(timePassed(3)).since).toBeNull();
	});

	it('never throws, and counts nothing below zero', () => {
		fc.assert(
			fc.property(anyEvents, events => {
				const board = reduceBoard(frozen(emptyBoard), frozen(events));
				expect(allCounts(board).filter(count => !(count >= 0))).toEqual([]);
			}),
			runs,
		);
	});

	it('gives back the very same board when an event is repeated', () => {
		fc.assert(
			fc.property(anyEvents, events => {
				let board: Board = emptyBoard;
				for (const event of events) {
					board = reduceBoard(board, [event]);
					expect(reduceBoard(board, [event, {...event}])).toBe(board);
				}
			}),
			runs,
		);
	});

	it('gives the same board for a batch as for its events one by one', () => {
		fc.assert(
			fc.property(anyEvents, events => {
				expect(reduceBoard(emptyBoard, events)).toEqual(oneByOne(events));
			}),
			runs,
		);
	});

	it('has nothing open once time has passed without news', () => {
		fc.assert(
			fc.property(anyEvents, events => {
				const board = reduceBoard(emptyBoard, events);
				const later = reduceBoard(board, [timePassed(5 * 3600), timePassed(5 * 3600 + 60)]);
				expect(openOn(later)).toBe(0);
				expect([...later.queues.values()].map(({callers}) => callers.size).filter(size => size > 0)).toEqual([]);
				expect([...later.lines.values()].map(({calls}) => calls.size).filter(size => size > 0)).toEqual([]);
			}),
			runs,
		);
	});

	it('has counted nothing after a reset', () => {
		fc.assert(
			fc.property(anyEvents, events => {
				const board = reduceBoard(emptyBoard, [...events, {...timePassed(40), type: 'board-reset'}]);
				expect(allCounts(board).filter(count => count !== 0)).toEqual([]);
				expect(openOn(board)).toBe(openOn(reduceBoard(emptyBoard, events)));
			}),
			runs,
		);
	});

	it('accounts for every caller who was seen joining', () => {
		const stays = fc.tuple(anyStay('a'), anyStay('b'), anyStay('c')).map(all => all.flat());
		fc.assert(
			fc.property(stays.chain(shuffled), events => {
				const queue = queueIn(reduceBoard(emptyBoard, events));
				const {offered, answered, optedOut} = queue.tally;
				const talking = talkingCallers(queue).length;
				expect(offered).toBe(3);
				expect(offered).toBe(answered + lost(queue.tally) + optedOut + waitingCallers(queue).length);
				expect(talking).toBeLessThanOrEqual(answered);
			}),
			runs,
		);
	});

	it('counts the same in whatever order events of about the same time come, and when all come twice', () => {
		const stays = fc.tuple(anyStay('a'), anyStay('b'), anyStay('c')).map(all => all.flat());
		const orders = stays.chain(events => fc.tuple(fc.constant(events), shuffled(events)));
		fc.assert(
			fc.property(orders, ([events, others]) => {
				const expected = oneByOne([...events].sort((one, other) => one.at - other.at));
				const board = reduceBoard(emptyBoard, others);
				expect(queueIn(board).tally).toEqual(queueIn(expected).tally);
				expect(openOn(board)).toBe(openOn(expected));
				const again = reduceBoard(board, others);
				expect(queueIn(again).tally).toEqual(queueIn(expected).tally);
				expect(openOn(again)).toBe(openOn(expected));
			}),
			runs,
		);
	});

	it('keeps what it remembers bounded over a long day', () => {
		const day = Array.from({length: 5000}, (_, index) => [
			...served(`s${index}`, {joins: index * 10, answered: index * 10 + 4, ends: index * 10 + 9}),
			onCall('talk-ended', index * 10 + 9),
		]).flat();
		const board = reduceBoard(emptyBoard, day);
		expect(queueIn(board).tally).toMatchObject({offered: 5000, answered: 5000, talks: 5000});
		expect(queueIn(board).gone.length).toBeLessThanOrEqual(64);
		expect(board.log.entries.length).toBeLessThanOrEqual(2000);
	});
});
