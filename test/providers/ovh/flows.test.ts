import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {type Board, emptyBoard} from '../../../source/domain/board.js';
import type {BoardEvent} from '../../../source/domain/event.js';
import {averageSpeedOfAnswer, lost} from '../../../source/domain/figures.js';
import {lineStatus, openCalls} from '../../../source/domain/line.js';
import {talkingCallers, waitingCallers} from '../../../source/domain/queue.js';
import {reduceBoard} from '../../../source/domain/reduce.js';
import {agentNumber} from '../../../source/domain/units.js';
import {accueil, alice, boardAfter, bruno, chloe, colleague, lineIn, queueIn} from '../../helpers/builders.js';
import {
	asV2,
	dataOf,
	eventsOf,
	eventsOfSocket,
	eventsOfV2,
	flowNames,
	type Raw,
	readFlow,
	withData,
} from './wire-events.js';

type Expected = {
	readonly offered: number;
	readonly answered: number;
	readonly lost: number;
	/** Average speed of answer in seconds. */
	readonly average: number | null;
	readonly talkSeconds: number;
	/** By agent: calls missed. */
	readonly missed: readonly [number, number, number];
};

/** What is right for each queue flow; the reference dashboard gets most of them wrong. */
const expectations: Readonly<Record<string, Expected>> = {
	q1: {offered: 1, answered: 1, lost: 0, average: 8, talkSeconds: 59, missed: [0, 0, 0]},
	q2: {offered: 1, answered: 1, lost: 0, average: 9, talkSeconds: 31, missed: [0, 0, 0]},
	q3: {offered: 1, answered: 0, lost: 1, average: null, talkSeconds: 0, missed: [0, 0, 0]},
	q4: {offered: 1, answered: 0, lost: 1, average: null, talkSeconds: 0, missed: [0, 0, 0]},
	q5: {offered: 1, answered: 0, lost: 1, average: null, talkSeconds: 0, missed: [0, 0, 0]},
	q6: {offered: 1, answered: 0, lost: 1, average: null, talkSeconds: 0, missed: [0, 0, 0]},
	q7: {offered: 1, answered: 1, lost: 0, average: 26, talkSeconds: 54, missed: [1, 0, 0]},
	q8: {offered: 2, answered: 1, lost: 1, average: 6, talkSeconds: 44, missed: [0, 0, 0]},
	q9: {offered: 2, answered: 2, lost: 0, average: 29, talkSeconds: 79, missed: [0, 0, 0]},
	q10: {offered: 1, answered: 0, lost: 1, average: null, talkSeconds: 0, missed: [2, 0, 0]},
	q11: {offered: 1, answered: 0, lost: 1, average: null, talkSeconds: 0, missed: [0, 0, 0]},
};

const totalsOf = (board: Board): Expected => {
	const {tally} = queueIn(board);
	const average = averageSpeedOfAnswer(tally);
	const missed = (agent: typeof alice) => board.agents.get(agent)?.missed ?? 0;
	return {
		offered: tally.offered,
		answered: tally.answered,
		lost: lost(tally),
		average: average === null ? null : average / 1000,
		talkSeconds: tally.talkMs / 1000,
		missed: [missed(alice), missed(bruno), missed(chloe)],
	};
};

const openOn = (board: Board): readonly string[] => [
	...[...board.lines.values()].flatMap(openCalls).map(({id}) => id),
	...[...board.queues.values()]
		.flatMap(queue => [...waitingCallers(queue), ...talkingCallers(queue)])
		.map(({id}) => id),
];

const rejectedOf = (events: readonly BoardEvent[]) => events.filter(({type}) => type === 'event-rejected');

/** Parts of the wire that are not sure to be there. */
const unsure = ['QueueCancelReason', 'QueueAgentAbortedTime', 'QueueAgentType', 'QueueSelection', 'Calling'];
const variants: Readonly<Record<string, (raw: Raw) => Raw>> = {
	'as recorded': raw => raw,
	'in the form of version 2': asV2,
	'without the keys nobody promised': raw => withData(raw, Object.fromEntries(unsure.map(key => [key, undefined]))),
	'without a reason for leaving': raw => withData(raw, {QueueCancelReason: undefined}),
	'with an empty count': raw => (raw.Event === 'members-count' ? raw : withData(raw, {Count: ''})),
	'without the agent as a number': raw => withData(raw, {Agent: undefined}),
	'without details': raw => ({...raw, Details: null}),
	'with times as numbers': raw => withData(raw, {Ts: Number(dataOf(raw).Ts)}),
	'with documented names': raw => ({
		...raw,
		Event:
			raw.Event === 'members-count'
				? 'member-count'
				: raw.Event === 'bridge-agent-fail'
					? 'bridge-agent-failed'
					: raw.Event,
	}),
};

/** Positions of neighbours sent within a second of each other: between pipelines, their order is not sure. */
const neighbours = (raws: readonly Raw[]): readonly (readonly [number, number])[] =>
	raws
		.map((_, index) => [index, index + 1] as const)
		.filter(([index, next]) => Number(raws[next]?.Timestamp) - Number(raws[index]?.Timestamp) <= 1e9);

const flowsBy = (letter: string): readonly string[] => flowNames.filter(name => name.startsWith(letter));

it('has a flow for every expectation, and an expectation for every flow', () => {
	expect([...flowsBy('q')].sort()).toEqual(Object.keys(expectations).sort());
	expect([...flowsBy('l')].sort()).toEqual(['l1', 'l2', 'l3', 'l4', 'l5', 'l6']);
});

describe.each(flowNames)('flow %s', name => {
	const raws = readFlow(name);
	const events = eventsOf(raws);
	const expected = expectations[name];

	it.each(Object.entries(variants))('leaves nothing open and counts right, %s', (_, vary) => {
		const varied = eventsOf(raws.map(vary));
		expect(rejectedOf(varied)).toEqual([]);
		const board = boardAfter(...varied);
		expect(openOn(board)).toEqual([]);
		if (expected) expect(totalsOf(board)).toEqual(expected);
	});

	it('means the same in every form it comes in', () => {
		expect(eventsOfV2(raws)).toEqual(events);
		expect(eventsOfSocket(raws)).toEqual(events);
	});

	it.each(raws.map((_, index) => index))('leaves nothing open when the board starts at event %i', first => {
		expect(openOn(boardAfter(...events.slice(first)))).toEqual([]);
	});

	it.each(neighbours(raws))('counts the same with events %i and %i exchanged', (index, next) => {
		const swapped = raws.map(
			(raw, position) => raws[position === index ? next : position === next ? index : position] ?? raw,
		);
		const board = boardAfter(...eventsOf(swapped));
		expect(openOn(board)).toEqual([]);
		expect(totalsOf(board)).toEqual(totalsOf(boardAfter(...events)));
	});

	it('counts the same in any order within a second', () => {
		const delays = fc.array(fc.integer({min: 0, max: 1e9}), {minLength: raws.length, maxLength: raws.length});
		fc.assert(
			fc.property(delays, late => {
				const arrived = raws
					.map((raw, index) => ({raw, at: Number(raw.Timestamp) + (late[index] ?? 0)}))
					.sort((first, second) => first.at - second.at)
					.map(({raw}) => raw);
				const board = boardAfter(...eventsOf(arrived));
				expect(openOn(board)).toEqual([]);
				expect(totalsOf(board)).toEqual(totalsOf(boardAfter(...events)));
			}),
		);
	});

	it('changes nothing by an event delivered twice', () => {
		let board: Board = emptyBoard;
		for (const event of events) {
			board = reduceBoard(board, [event]);
			expect(reduceBoard(board, [event])).toBe(board);
		}
	});

	it('counts the same when all of it is delivered again', () => {
		const once = boardAfter(...events);
		const twice = reduceBoard(once, eventsOf(raws));
		expect(openOn(twice)).toEqual([]);
		expect(totalsOf(twice)).toEqual(totalsOf(once));
	});

	it('lets no event pass with the token in it', () => {
		const token = 'ABCDEFAB-CDEF-ABCD-EFAB-CDEFABCDEFAB';
		expect(JSON.stringify(raws)).toContain(token);
		expect(JSON.stringify(events)).not.toContain(token);
	});
});

describe('a line', () => {
	const states = (name: string, order = readFlow(name), number = accueil) => {
		let board: Board = emptyBoard;
		return eventsOf(order).map(event => {
			board = reduceBoard(board, [event]);
			return lineStatus(lineIn(board, number));
		});
	};
	const [ring, answer, ringEnd, hangUp] = readFlow('l1');

	it('rings, is in a call, and is free', () => {
		expect(states('l1')).toEqual(['ringing', 'in-call', 'in-call', 'free']);
		expect(states('l2')).toEqual(['ringing', 'free']);
		expect(states('l4')).toEqual(['free']);
		expect(states('l5')).toEqual(['ringing', 'in-call', 'in-call', 'free']);
		expect(states('l6')).toEqual(['ringing', 'in-call', 'in-call', 'on-hold', 'in-call', 'free']);
	});

	it.each([
		['the end of ringing before the answer', [ring, ringEnd, answer, hangUp], ['ringing', 'free', 'in-call', 'free']],
		['no end of ringing', [ring, answer, hangUp], ['ringing', 'in-call', 'free']],
	] as const)('does so with %s', (_, order, expected) => {
		expect(
			states(
				'l1',
				order.filter(raw => raw !== undefined),
			),
		).toEqual(expected);
	});

	it.each([
		['l1', accueil, 'incoming'],
		['l3', accueil, 'outgoing'],
		['l3', colleague, 'incoming'],
		['l5', accueil, 'outgoing'],
	] as const)('in flow %s, %s has a call that is %s', (name, number, direction) => {
		const board = boardAfter(...eventsOf(readFlow(name)));
		expect(lineIn(board, number).ended.map(call => call.direction)).toEqual([direction]);
	});
});

describe('queue counts', () => {
	it.each([
		['q3', 'abandoned'],
		['q5', 'timedOut'],
		['q6', 'noAgent'],
		['q11', 'abandoned'],
	] as const)('tells in flow %s why the caller was lost: %s', (name, reason) => {
		expect(queueIn(boardAfter(...eventsOf(readFlow(name)))).tally[reason]).toBe(1);
	});

	it('counts anyone without a reason as abandoned', () => {
		for (const name of ['q5', 'q6']) {
			const raws = readFlow(name).map(raw => withData(raw, {QueueCancelReason: undefined}));
			expect(queueIn(boardAfter(...eventsOf(raws))).tally).toMatchObject({abandoned: 1, timedOut: 0, noAgent: 0});
		}
	});

	it("agrees with the service's own count after each event", () => {
		for (const name of flowsBy('q')) {
			const {reported, callers} = queueIn(boardAfter(...eventsOf(readFlow(name))));
			expect([name, reported?.count, callers.size]).toEqual([name, 0, 0]);
		}
	});

	it('takes the agent from the name of the switch when that is all there is', () => {
		const raws = readFlow('q1').map(raw => withData(raw, {Agent: undefined}));
		expect([...boardAfter(...eventsOf(raws)).agents.keys()]).toEqual([agentNumber('0033199000101')]);
	});
});
