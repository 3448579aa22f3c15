import {describe, expect, it} from 'vitest';
import {agentState, agentsAtWork} from '../../source/domain/agent.js';
import type {Board} from '../../source/domain/board.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {keepBoard, restoreBoard} from '../../source/domain/kept-board.js';
import {agentNumber, callerId, callId, queueNumber} from '../../source/domain/units.js';
import {
	accueil,
	alice,
	at,
	boardAfter,
	bridged,
	bruno,
	chloe,
	colleague,
	customer,
	failed,
	gap,
	joined,
	left,
	offered,
	onCall,
	site,
	support,
	unbridged,
} from '../helpers/builders.js';

const registered: BoardEvent = {type: 'line-registered', at: at(0), site, service: 'line', number: accueil};

const stateAfter = (...events: readonly BoardEvent[]) => {
	const board = boardAfter(...events);
	return agentState(alice, {board, work: agentsAtWork(board)});
};

const nobody = {queue: null, peer: null, direction: null};
const fromCustomer = {peer: customer, direction: 'incoming'} as const;
const ofSupport = {...fromCustomer, queue: support};
const direct = {...fromCustomer, queue: null};

const dials = {direction: 'outgoing', from: accueil, to: colleague, callId: callId('own')} as const;

describe('agentState', () => {
	it.each<[string, readonly BoardEvent[], ReturnType<typeof stateAfter>]>([
		['nothing is known', [], {status: 'unknown', since: null, ...nobody}],
		['the line is at rest', [registered], {status: 'free', since: null, ...nobody}],
		[
			'the line had a call',
			[onCall('talk-started', 1), onCall('talk-ended', 9)],
			{status: 'free', since: at(9), ...nobody},
		],
		['the line talks', [onCall('talk-started', 8)], {status: 'in-call', since: at(8), ...direct}],
		[
			'the line holds',
			[onCall('talk-started', 8), onCall('hold-started', 9)],
			{status: 'in-call', since: at(8), ...direct},
		],
		[
			'the line called somebody',
			[onCall('talk-started', 8, dials)],
			{status: 'in-call', since: at(8), queue: null, peer: colleague, direction: 'outgoing'},
		],
		[
			'the line calls somebody',
			[onCall('ringing-started', 8, dials)],
			{status: 'ringing', since: at(8), queue: null, peer: colleague, direction: 'outgoing'},
		],
		['the line rings', [onCall('ringing-started', 1)], {status: 'ringing', since: at(1), ...direct}],
		['the queue rings', [joined(0), offered(1)], {status: 'ringing', since: at(1), ...ofSupport}],
		['the queue says they talk', [joined(0), bridged(8)], {status: 'in-call', since: at(8), ...ofSupport}],
		[
			'both say they talk',
			[bridged(8), onCall('talk-started', 7.9)],
			{status: 'in-call', since: at(7.9), ...ofSupport},
		],
		[
			'only the queue tells the number',
			[bridged(8), onCall('talk-started', 8, {from: ''})],
			{status: 'in-call', since: at(8), ...ofSupport},
		],
		[
			'the line talks on its own account while the queue rings',
			[onCall('talk-started', 1, dials), joined(2), offered(3)],
			{status: 'in-call', since: at(1), queue: null, peer: colleague, direction: 'outgoing'},
		],
		[
			'the caller holds while the line asks a colleague',
			[bridged(8), onCall('talk-started', 8), onCall('hold-started', 20), onCall('talk-started', 21, dials)],
			{status: 'in-call', since: at(21), queue: null, peer: colleague, direction: 'outgoing'},
		],
		[
			'the caller holds while somebody else calls the line',
			[
				bridged(8),
				onCall('talk-started', 8),
				onCall('hold-started', 20),
				onCall('talk-started', 21, {callId: callId('other'), from: colleague}),
			],
			{status: 'in-call', since: at(21), queue: null, peer: colleague, direction: 'incoming'},
		],
		['the conversation ended', [bridged(8), unbridged(60)], {status: 'unknown', since: null, ...nobody}],
		['the caller left while it rang', [offered(1), left(5)], {status: 'unknown', since: null, ...nobody}],
		[
			'the line hung up before the queue said so',
			[bridged(8), onCall('talk-started', 8), onCall('talk-ended', 60)],
			{status: 'free', since: at(60), ...nobody},
		],
		[
			'the line ended another call before',
			[onCall('talk-ended', 5), joined(0), bridged(8)],
			{status: 'in-call', since: at(8), ...ofSupport},
		],
		[
			'the line was not heard of since news may be lost',
			[registered, onCall('talk-started', 1), gap(5)],
			{status: 'unknown', since: null, ...nobody},
		],
		[
			'the line rests since news may be lost',
			[registered, onCall('talk-started', 1), onCall('talk-ended', 2), gap(5)],
			{status: 'unknown', since: null, ...nobody},
		],
	])('when %s', (_, events, state) => {
		expect(stateAfter(...events)).toEqual(state);
	});
});

describe('agentsAtWork', () => {
	it('prefers the conversation to a ringing elsewhere', () => {
		const board = boardAfter(bridged(8), offered(9, {callerId: callerId('another'), from: colleague}));
		expect(agentsAtWork(board).get(alice)).toEqual({status: 'in-call', since: at(8), ...ofSupport});
	});
});

const crowd = [alice, bruno, chloe].concat(['0033199000104', '0033199000105'].map(agentNumber));

const countsOf = ({agents}: Board) =>
	crowd.map(number => agents.get(number)).map(agent => [agent?.answered, agent?.missed]);

describe('counts of agents', () => {
	it('blame nobody when the caller gives up while all ring (V3)', () => {
		const board = boardAfter(
			joined(0),
			...crowd.map(agent => offered(1, {agent})),
			...crowd.map(agent => failed(12, {agent, cause: 'ORIGINATOR_CANCEL'})),
			left(12),
		);
		expect(countsOf(board)).toEqual(crowd.map(() => [0, 0]));
	});

	it('blame nobody for a colleague who was faster (V4)', () => {
		const board = boardAfter(
			joined(0),
			...crowd.map(agent => offered(1, {agent})),
			bridged(6),
			...crowd.slice(1).map(agent => failed(6, {agent, cause: 'LOSE_RACE'})),
		);
		expect(countsOf(board)).toEqual([[1, 0], ...crowd.slice(1).map(() => [0, 0])]);
	});

	it.each(['NO_ANSWER', 'USER_BUSY', 'CALL_REJECTED', 'USER_NOT_REGISTERED'])('miss a call for %s, once', cause => {
		const news = failed(20, {cause});
		expect(boardAfter(joined(0), offered(1), news, news).agents.get(alice)?.missed).toBe(1);
	});

	it('are one agent in two queues', () => {
		const sales = {number: queueNumber('0033199000200'), callerId: callerId('other')};
		const board = boardAfter(
			joined(0),
			bridged(8),
			unbridged(60, {answeredAt: at(8)}),
			joined(70, sales),
			bridged(72, sales),
			unbridged(80, {...sales, answeredAt: at(72)}),
		);
		expect([...board.agents.values()]).toEqual([
			{number: alice, answered: 2, missed: 0, talks: 2, talkMs: 60_000, queues: [support, sales.number]},
		]);
	});

	it('know the queues they were rung by', () => {
		const sales = queueNumber('0033199000200');
		const board = boardAfter(joined(0, {number: sales}), offered(1, {number: sales}), joined(2), offered(3));
		expect(board.agents.get(alice)?.queues).toEqual([sales, support]);
	});

	it('are the same after a restart', () => {
		const board = boardAfter(joined(0), offered(1), failed(20), offered(21), bridged(25));
		const kept = restoreBoard(JSON.parse(JSON.stringify(keepBoard(board))), {at: at(30)});
		expect(kept?.agents).toEqual(board.agents);
	});
});
