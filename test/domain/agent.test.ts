import {describe, expect, it} from 'vitest';
import {agentState, agentsAtWork} from '../../source/domain/agent.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {callerId} from '../../source/domain/units.js';
import {
	accueil,
	alice,
	at,
	boardAfter,
	bridged,
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

describe('agentState', () => {
	it.each<[string, readonly BoardEvent[], ReturnType<typeof stateAfter>]>([
		['nothing is known', [], {status: 'unknown', since: null, queue: null}],
		['the line is at rest', [registered], {status: 'free', since: null, queue: null}],
		[
			'the line had a call',
			[onCall('talk-started', 1), onCall('talk-ended', 9)],
			{status: 'free', since: at(9), queue: null},
		],
		['the line talks', [onCall('talk-started', 8)], {status: 'in-call', since: at(8), queue: null}],
		[
			'the line holds',
			[onCall('talk-started', 8), onCall('hold-started', 9)],
			{status: 'in-call', since: at(8), queue: null},
		],
		['the line rings', [onCall('ringing-started', 1)], {status: 'ringing', since: at(1), queue: null}],
		['the queue rings', [joined(0), offered(1)], {status: 'ringing', since: at(1), queue: support}],
		['the queue says they talk', [joined(0), bridged(8)], {status: 'in-call', since: at(8), queue: support}],
		[
			'both say they talk',
			[bridged(8), onCall('talk-started', 7.9)],
			{status: 'in-call', since: at(7.9), queue: support},
		],
		['the conversation ended', [bridged(8), unbridged(60)], {status: 'unknown', since: null, queue: null}],
		['the caller left while it rang', [offered(1), left(5)], {status: 'unknown', since: null, queue: null}],
		[
			'the line hung up before the queue said so',
			[bridged(8), onCall('talk-started', 8), onCall('talk-ended', 60)],
			{status: 'free', since: at(60), queue: null},
		],
		[
			'the line ended another call before',
			[onCall('talk-ended', 5), joined(0), bridged(8)],
			{status: 'in-call', since: at(8), queue: support},
		],
	])('when %s', (_, events, state) => {
		expect(stateAfter(...events)).toEqual(state);
	});
});

describe('agentsAtWork', () => {
	it('prefers the conversation to a ringing elsewhere', () => {
		const board = boardAfter(bridged(8), offered(9, {callerId: callerId('another')}));
		expect(agentsAtWork(board).get(alice)).toEqual({status: 'in-call', since: at(8), queue: support});
	});
});
