import {describe, expect, it} from 'vitest';
import {type Board, emptyBoard} from '../../source/domain/board.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {findCall, type Line} from '../../source/domain/line.js';
import {createQueueFinder} from '../../source/domain/queue-of-call.js';
import {reduceBoard} from '../../source/domain/reduce.js';
import {callerId, callId, lineNumber, queueNumber} from '../../source/domain/units.js';
import {
	accueil,
	alice,
	at,
	boardAfter,
	bridged,
	bruno,
	chloe,
	colleague,
	failed,
	firstCall,
	firstCaller,
	gap,
	joined,
	left,
	lineIn,
	offered,
	onCall,
	served,
	support,
	timePassed,
	unbridged,
} from '../helpers/builders.js';
import {eventsOf, readFlow} from '../providers/ovh/wire-events.js';

const sales = queueNumber('0033199000900');

/** What is found for the first call of a line, going on or ended. */
const found = (board: Board, number = accueil, id = firstCall) => {
	const line: Line = lineIn(board, number);
	const call = findCall(line, id) ?? [...line.calls.values(), ...line.ended][0];
	if (!call) throw new Error('no call');
	return createQueueFinder()(board)(line, call);
};

const queueAfter = (...events: readonly BoardEvent[]) => found(boardAfter(...events))?.queue ?? null;

const ring = (seconds: number, facts = {}) => onCall('ringing-started', seconds, facts);

/** The line's own news of a call through the queue: rings, is answered or not, ends. */
const onLine = (
	number: typeof accueil,
	{rings, answers, ends}: {rings: number; answers: number | null; ends: number},
) => {
	const facts = {number, to: number, dialled: number};
	const rest =
		answers === null
			? [onCall('ringing-ended', ends, facts)]
			: [
					onCall('talk-started', answers, facts),
					onCall('ringing-ended', answers, facts),
					onCall('talk-ended', ends, facts),
				];
	return [ring(rings, facts), ...rest];
};

/** The board after both, in either order, and as they come: by time. */
const orders = (queueNews: readonly BoardEvent[], lineNews: readonly BoardEvent[]): readonly Board[] => [
	boardAfter(...queueNews, ...lineNews),
	boardAfter(...lineNews, ...queueNews),
	boardAfter(...[...queueNews, ...lineNews].sort((one, other) => one.at - other.at)),
];

describe('the queue of a call, with the flows of the service,', () => {
	it('Q1: is found while the agent talks and after, whichever news comes first', () => {
		const queueNews = eventsOf(readFlow('q1'));
		for (const board of orders(queueNews, onLine(accueil, {rings: 1.2, answers: 8.1, ends: 67.4}))) {
			expect(found(board)).toMatchObject({queue: support, stay: 1, joinedAt: at(0), waited: 8000});
		}
		for (const lag of [-1, 0, 1.4]) {
			const board = boardAfter(...eventsOf(readFlow('q1').slice(0, 5)), ring(1 + lag));
			expect(found(board)?.queue).toBe(support);
		}
	});

	it('Q2: is found for all three whose telephones rang, and only the winner answered', () => {
		const queueNews = eventsOf(readFlow('q2'));
		const answersOf = [
			[alice, null],
			[bruno, 9],
			[chloe, null],
		] as const;
		for (const [agent, answers] of answersOf) {
			const number = lineNumber(agent);
			for (const board of orders(queueNews, onLine(number, {rings: 1.3, answers, ends: answers === null ? 9 : 40}))) {
				expect(found(board, number)).toMatchObject({queue: support, waited: answers === null ? null : 9000});
			}
		}
	});

	it('Q7: is found for who did not answer, and for the next who did', () => {
		const queueNews = eventsOf(readFlow('q7'));
		for (const board of orders(queueNews, onLine(accueil, {rings: 1.2, answers: null, ends: 21.1}))) {
			expect(found(board)).toMatchObject({queue: support, waited: null});
		}
		for (const board of orders(queueNews, onLine(colleague, {rings: 21.4, answers: 26, ends: 80}))) {
			expect(found(board, colleague)).toMatchObject({queue: support, waited: 26_000});
		}
		// The one whom the queue has given up calling is not called by it any more.
		expect(found(orders(queueNews, onLine(accueil, {rings: 25, answers: null, ends: 30}))[2] ?? emptyBoard)).toBeNull();
	});

	it('Q1 without its offer: who answered was rung after the caller joined', () => {
		const queueNews = eventsOf(readFlow('q1')).filter(({type}) => type !== 'agent-offered');
		expect(found(boardAfter(...queueNews, ring(1.2)))).toMatchObject({queue: support, waited: 8000});
		expect(found(boardAfter(...queueNews, ring(-4)))).toBeNull();
	});
});

describe('the queue of a call', () => {
	const waits = [joined(0), offered(10)];

	it.each([
		['from 3 s before the offer', 7, support],
		['not earlier', 6.9, null],
		['to 3 s after the agent stopped to ring', 33, support],
		['not later', 33.1, null],
	])('is found when the call began %s', (_, seconds, queue) => {
		expect(queueAfter(...waits, failed(30), ring(seconds))).toBe(queue);
	});

	it('ends with the answer, of whichever agent, and with the leaving', () => {
		expect(queueAfter(...waits, bridged(20, {agent: bruno}), ring(23))).toBe(support);
		expect(queueAfter(...waits, bridged(20, {agent: bruno}), ring(24))).toBeNull();
		expect(queueAfter(...waits, left(20), ring(23))).toBe(support);
		expect(queueAfter(...waits, left(20), ring(24))).toBeNull();
	});

	it('ends with an answer that came to nothing, and not because another agent stopped to ring', () => {
		const broken = [bridged(20), unbridged(22, {bridged: false, answeredAt: at(20)})];
		expect(queueAfter(...waits, ...broken, ring(23))).toBe(support);
		expect(queueAfter(...waits, ...broken, ring(30))).toBeNull();
		expect(queueAfter(...waits, ...broken, ring(30), left(60))).toBeNull();
		expect(queueAfter(...waits, offered(10, {agent: bruno}), failed(12, {agent: bruno}), ring(20))).toBe(support);
	});

	it('is found while the agent rings, however long that lasts', () => {
		expect(queueAfter(...waits, ring(200))).toBe(support);
	});

	it('is not found for a caller nobody knows to be there', () => {
		expect(queueAfter(...waits, gap(60), ring(70))).toBeNull();
		expect(queueAfter(...waits, ring(9), gap(60))).toBe(support);
		expect(queueAfter(...waits, timePassed(3700), ring(3702))).toBeNull();
		expect(queueAfter(...waits, timePassed(3700), timePassed(4000), ring(4002))).toBeNull();
	});

	it('is not found where numbers do not fit, or one is withheld', () => {
		expect(queueAfter(...waits, ring(10, {from: '0033639980002'}))).toBeNull();
		expect(queueAfter(...waits, ring(10, {from: ''}))).toBeNull();
		expect(queueAfter(joined(0, {from: ''}), offered(10, {from: ''}), ring(10, {from: ''}))).toBeNull();
		expect(queueAfter(joined(0), offered(10, {agent: bruno}), ring(10))).toBeNull();
		expect(queueAfter(...waits, ring(10, {direction: 'outgoing'}))).toBeNull();
		expect(queueAfter(...waits, ring(10, {direction: 'unknown'}))).toBeNull();
		expect(queueAfter(joined(0), ring(1))).toBeNull();
	});

	it('is not found where two queues could have brought it, nor told of two stays which', () => {
		const elsewhere = {number: sales, callerId: callerId('caller-2')};
		const both = [...waits, joined(1, elsewhere), offered(11, elsewhere)];
		expect(queueAfter(...both, ring(10))).toBeNull();
		expect(queueAfter(...both, ring(7))).toBe(support);
		expect(queueAfter(joined(0), offered(10, elsewhere), ring(10))).toBe(sales);
		const again = {callerId: callerId('caller-2')};
		expect(queueAfter(...waits, joined(1, again), offered(11, again), ring(10))).toBeNull();
	});

	it('is found for one that rings twice for the same caller', () => {
		expect(queueAfter(...waits, failed(20), offered(40), ring(10, {callId: callId('a')}))).toBe(support);
		expect(queueAfter(...waits, failed(20), offered(40), ring(40, {callId: callId('a')}))).toBe(support);
		expect(queueAfter(...waits, failed(20), offered(40), ring(30, {callId: callId('a')}))).toBeNull();
	});

	it('names the stay, and how long the caller waited for this agent', () => {
		const stay = found(boardAfter(...waits, ring(10), bridged(15), onCall('talk-started', 15)));
		expect(stay).toEqual({queue: support, callerId: firstCaller, stay: 1, joinedAt: at(0), waited: 15_000});
	});

	it('is found for calls of long ago, among all that ended', () => {
		const others = Array.from({length: 100}, (_, index) =>
			served(`later-${index}`, {joins: 200 + index, answered: 201 + index, ends: 202 + index}),
		)
			.flat()
			.map(event => ({...event, from: '0033639980999'}) as BoardEvent);
		const board = boardAfter(
			...waits,
			ring(10),
			bridged(15),
			unbridged(60, {answeredAt: at(15)}),
			left(60, {outcome: 'served'}),
			...others,
		);
		expect(board.queues.get(support)?.gone.some(({id}) => id === firstCaller)).toBe(false);
		expect(found(board)).toMatchObject({callerId: firstCaller, waited: 15_000});
	});

	it('is found the same way by one finder, whatever it was asked before', () => {
		const find = createQueueFinder();
		let board = emptyBoard;
		const news = [...waits, ring(10), bridged(15), onCall('talk-started', 15), left(60, {outcome: 'served'})];
		for (const event of news) {
			board = reduceBoard(board, [event]);
			const line = board.lines.get(accueil);
			const call = line && findCall(line, firstCall);
			if (!line || !call) continue;
			expect(find(board)(line, call)).toEqual(createQueueFinder()(board)(line, call));
			expect(find(board)).toBe(find(board));
		}
	});
});
