import {describe, expect, it} from 'vitest';
import {callerState} from '../../../source/domain/caller.js';
import type {BoardEvent} from '../../../source/domain/event.js';
import {lost} from '../../../source/domain/figures.js';
import {findCaller, talkingCallers, waitingCallers} from '../../../source/domain/queue.js';
import {reduceBoard} from '../../../source/domain/reduce.js';
import {callerId} from '../../../source/domain/units.js';
import {
	alice,
	at,
	boardAfter,
	bridged,
	bruno,
	chloe,
	counted,
	failed,
	firstCaller,
	gaveUp,
	joined,
	left,
	offered,
	queueIn,
	reset,
	unbridged,
} from '../../helpers/builders.js';

const tallyAfter = (...events: readonly BoardEvent[]) => queueIn(boardAfter(...events)).tally;
const callerAfter = (...events: readonly BoardEvent[]) => findCaller(queueIn(boardAfter(...events)), firstCaller);
const waitingAfter = (...events: readonly BoardEvent[]) => waitingCallers(queueIn(boardAfter(...events)));
const talkingAfter = (...events: readonly BoardEvent[]) => talkingCallers(queueIn(boardAfter(...events)));
const agentAfter = (...events: readonly BoardEvent[]) => boardAfter(...events).agents.get(alice);

describe('caller-joined', () => {
	it('lets the caller wait from this time on and counts as offered', () => {
		expect(waitingAfter(joined(0))).toMatchObject([{id: firstCaller, joinedAt: at(0), seen: 'joined'}]);
		expect(tallyAfter(joined(0)).offered).toBe(1);
	});

	it('takes the joining time from whichever event brings it', () => {
		expect(callerAfter(joined(0.4), bridged(8, {joinedAt: at(0)}))?.joinedAt).toBe(at(0));
		expect(callerAfter(bridged(8, {joinedAt: at(0)}), joined(0.4))?.joinedAt).toBe(at(0));
	});

	it('takes the number from a later event when the caller withheld it at first', () => {
		expect(callerAfter(joined(0, {from: ''}), offered(1, {from: '0033639980002'}))?.from).toBe('0033639980002');
	});

	it('completes a caller known from later news only', () => {
		expect(callerAfter(offered(1), joined(0))).toMatchObject({seen: 'joined', joinedAt: at(0)});
		expect(tallyAfter(offered(1), joined(0)).offered).toBe(1);
	});

	it('counts a caller anew who comes back under the same identity', () => {
		const board = boardAfter(joined(0), left(25), joined(100));
		expect(queueIn(board).tally).toMatchObject({offered: 2, abandoned: 1});
		expect(waitingCallers(queueIn(board))).toMatchObject([{joinedAt: at(100)}]);
		expect(reduceBoard(board, [left(25), joined(0), joined(100)])).toBe(board);
		const after = reduceBoard(board, [bridged(110), unbridged(130, {answeredAt: at(110)})]);
		expect(queueIn(after).tally).toMatchObject({
			offered: 2,
			abandoned: 1,
			answered: 1,
			answerWaitMs: 10_000,
			talkMs: 20_000,
		});
		expect(after.agents.get(alice)).toMatchObject({answered: 1, talks: 1});
	});
});

describe('agent-offered', () => {
	it('rings a set of agents', () => {
		const [caller] = waitingAfter(joined(0), offered(1), offered(1, {agent: bruno}));
		expect(caller?.ringing).toEqual(
			new Map([
				[alice, at(1)],
				[bruno, at(1)],
			]),
		);
	});

	it('creates an unknown caller, marked partial and not counted', () => {
		expect(waitingAfter(offered(1))).toMatchObject([{seen: 'partial', joinedAt: null}]);
		expect(tallyAfter(offered(1)).offered).toBe(0);
	});

	it('does not ring for a caller who talks or is gone', () => {
		expect(callerAfter(joined(0), bridged(8), offered(7, {agent: bruno}))?.ringing.size).toBe(0);
		expect(callerAfter(joined(0), left(8), offered(7))?.ringing.size).toBe(0);
	});

	it('is recognised as old when it comes after its own failure', () => {
		expect(callerAfter(joined(0), failed(5), offered(5))?.ringing.size).toBe(0);
		expect(callerAfter(joined(0), offered(5), failed(5), offered(5))?.ringing.size).toBe(0);
		expect(callerAfter(joined(0), offered(1), failed(5), offered(1))?.ringing.size).toBe(0);
	});

	it('rings the same agent anew, even within the second of the failure', () => {
		expect(callerAfter(joined(0), offered(1), failed(21), offered(21))?.ringing).toEqual(new Map([[alice, at(21)]]));
		expect(callerAfter(joined(0), offered(1), failed(21), offered(26))?.ringing).toEqual(new Map([[alice, at(26)]]));
	});
});

describe('agent-failed', () => {
	it('stops that agent only', () => {
		const [caller] = waitingAfter(joined(0), offered(1), offered(1, {agent: bruno}), failed(5));
		expect([...(caller?.ringing.keys() ?? [])]).toEqual([bruno]);
	});

	it.each([
		['NO_ANSWER', 1],
		['USER_BUSY', 1],
		['USER_NOT_REGISTERED', 1],
		['CALL_REJECTED', 1],
		['NONE', 1],
		['LOSE_RACE', 0],
		['ORIGINATOR_CANCEL', 0],
	])('counts %s as missed %i times', (cause, missed) => {
		const events = [joined(0), offered(1), failed(21, {cause}), failed(21, {cause})];
		expect(agentAfter(...events)?.missed).toBe(missed);
		expect(lost(tallyAfter(...events))).toBe(0);
	});

	it('counts each attempt that failed', () => {
		expect(agentAfter(joined(0), offered(1), failed(1), offered(6), failed(6))?.missed).toBe(2);
	});

	it('counts for the agent even when the caller was never seen, and shows no caller', () => {
		expect(agentAfter(failed(21))?.missed).toBe(1);
		expect(waitingAfter(failed(21))).toEqual([]);
	});
});

describe('bridge-started', () => {
	it('lets the caller talk with the agent and counts as answered once', () => {
		const events = [joined(0), offered(1), offered(1, {agent: bruno}), bridged(8), bridged(8)];
		expect(talkingAfter(...events)).toMatchObject([{bridge: {agent: alice, answeredAt: at(8)}}]);
		expect(callerAfter(...events)?.ringing.size).toBe(0);
		expect(tallyAfter(...events)).toMatchObject({answered: 1, answerWaitMs: 8000});
		expect(agentAfter(...events)?.answered).toBe(1);
	});

	it('counts as answered, not as offered, when the joining was not seen', () => {
		expect(tallyAfter(bridged(8, {joinedAt: at(0)}))).toMatchObject({offered: 0, answered: 1, answerWaitMs: 8000});
	});

	it('leaves the wait out of the averages when the joining is not known', () => {
		expect(tallyAfter(bridged(8))).toMatchObject({answered: 1, answerWaitMs: 0, answerWaits: new Map()});
	});

	it('counts the same when it comes after the caller left', () => {
		expect(tallyAfter(joined(0), left(30), bridged(8))).toEqual(tallyAfter(joined(0), bridged(8), left(30)));
	});

	it('does not bring back a caller who gave up', () => {
		expect(talkingAfter(joined(0), left(8), bridged(8))).toEqual([]);
		expect(tallyAfter(joined(0), left(8), bridged(8))).toMatchObject({answered: 0, abandoned: 1});
	});
});

describe('bridge-ended', () => {
	it('ends the conversation and counts its length', () => {
		const events = [joined(0), bridged(8), unbridged(67, {answeredAt: at(8)})];
		expect(talkingAfter(...events)).toEqual([]);
		expect(tallyAfter(...events)).toMatchObject({answered: 1, talks: 1, talkMs: 59_000});
		expect(agentAfter(...events)).toMatchObject({answered: 1, talks: 1, talkMs: 59_000});
	});

	it('counts the same when it comes before the start of the conversation', () => {
		const events = [joined(0), unbridged(8.5, {answeredAt: at(8)}), bridged(8)];
		expect(talkingAfter(...events)).toEqual([]);
		expect(tallyAfter(...events)).toMatchObject({offered: 1, answered: 1, talks: 1, talkMs: 500});
	});

	it('counts talk time, but neither offered nor answered, for a conversation that was running before', () => {
		const events = [unbridged(67, {answeredAt: at(8)})];
		expect(tallyAfter(...events)).toMatchObject({offered: 0, answered: 0, talks: 1, talkMs: 59_000});
		expect(agentAfter(...events)).toMatchObject({answered: 0, talks: 1, talkMs: 59_000});
		expect(talkingAfter(...events)).toEqual([]);
	});

	it('counts no talk time when a time is missing', () => {
		expect(tallyAfter(unbridged(67))).toMatchObject({talks: 0, talkMs: 0});
	});

	it('lets the caller wait again and takes the answer back when they were never joined', () => {
		const events = [joined(0), bridged(8), unbridged(9, {bridged: false, answeredAt: at(8)})];
		expect(waitingAfter(...events)).toMatchObject([{joinedAt: at(0)}]);
		expect(tallyAfter(...events)).toMatchObject({offered: 1, answered: 0, answerWaitMs: 0, talks: 0});
		expect(agentAfter(...events)).toMatchObject({answered: 0, talks: 0});
	});

	it('takes the answer back in any order, once, and lets a later answer count', () => {
		const notJoined = unbridged(9, {bridged: false, answeredAt: at(8)});
		expect(tallyAfter(joined(0), notJoined, bridged(8)).answered).toBe(0);
		const board = boardAfter(joined(0), bridged(8), notJoined, bridged(20, {agent: bruno}));
		expect(queueIn(board).tally).toMatchObject({answered: 1, answerWaitMs: 20_000});
		expect(reduceBoard(board, [notJoined, bridged(8)])).toBe(board);
	});

	it('moves the answer to the agent whom the end names', () => {
		const {agents} = boardAfter(joined(0), bridged(8), unbridged(60, {agent: bruno, answeredAt: at(8)}));
		expect(agents.get(alice)).toMatchObject({answered: 0, talks: 0, talkMs: 0});
		expect(agents.get(bruno)).toMatchObject({answered: 1, talks: 1, talkMs: 52_000});
	});

	it('does not break a newer conversation when it is repeated without its times', () => {
		const notJoined = unbridged(9, {bridged: false});
		const once = boardAfter(joined(0), bridged(8), notJoined);
		expect(reduceBoard(once, [notJoined])).toBe(once);
		const talking = reduceBoard(once, [bridged(20)]);
		expect(reduceBoard(talking, [notJoined])).toBe(talking);
	});
});

describe('caller-left', () => {
	it.each([
		['abandoned', 'abandoned'],
		['timed-out', 'timedOut'],
		['no-agent', 'noAgent'],
		['opted-out', 'optedOut'],
	] as const)('counts %s once', (outcome, counter) => {
		const tally = tallyAfter(joined(0), left(25, {outcome}), left(25, {outcome}), left(26));
		const counts = {abandoned: 0, timedOut: 0, noAgent: 0, optedOut: 0, [counter]: 1};
		expect(tally).toMatchObject({offered: 1, answered: 0, ...counts});
		expect(lost(tally)).toBe(outcome === 'opted-out' ? 0 : 1);
	});

	it('removes the caller and whoever rings for them', () => {
		const caller = callerAfter(joined(0), offered(1), offered(1, {agent: bruno}), left(12));
		expect(caller && callerState(caller)).toBe('gone');
		expect(caller?.ringing.size).toBe(0);
	});

	it('keeps the wait of those who abandoned', () => {
		expect(tallyAfter(joined(0), left(25)).abandonWaits).toEqual(new Map([[25, 1]]));
	});

	it('never counts an answered caller as lost', () => {
		expect(tallyAfter(joined(0), bridged(8), left(30))).toMatchObject({answered: 1, abandoned: 0});
		expect(tallyAfter(joined(0), bridged(8), unbridged(30, {answeredAt: at(8)}), left(30))).toMatchObject({
			answered: 1,
			abandoned: 0,
		});
	});

	it('takes the answer back from a caller who was gone before the conversation', () => {
		const tally = tallyAfter(joined(0), bridged(8), left(8), unbridged(9, {answeredAt: at(8)}));
		expect(tally).toMatchObject({offered: 1, answered: 0, abandoned: 1, talks: 0, answerWaitMs: 0});
	});

	it('counts an answer that was only told by the end', () => {
		const end = left(67, {outcome: 'served', agent: alice, answeredAt: at(8)});
		expect(tallyAfter(joined(0), end)).toMatchObject({answered: 1, answerWaitMs: 8000});
		expect(agentAfter(joined(0), end)?.answered).toBe(1);
	});

	it('counts a loss of a caller never seen joining, without a wait it does not know', () => {
		expect(tallyAfter(left(25))).toMatchObject({offered: 0, abandoned: 1, abandonWaits: new Map()});
		expect(waitingAfter(left(25))).toEqual([]);
	});
});

describe('queue-counted', () => {
	it("keeps the service's count beside ours", () => {
		const queue = queueIn(boardAfter(joined(0), counted(0, 3)));
		expect(queue.reported).toEqual({count: 3, at: at(0)});
		expect(waitingCallers(queue)).toHaveLength(1);
	});

	it('ignores an older count', () => {
		expect(queueIn(boardAfter(counted(10, 2), counted(5, 7))).reported?.count).toBe(2);
	});
});

describe('the flows of the study of peers', () => {
	const agents = [alice, bruno, chloe];

	it('counts one loss when the caller gives up while all agents ring (V3)', () => {
		const board = boardAfter(
			joined(0),
			...agents.map(agent => offered(1, {agent})),
			...agents.map(agent => failed(12, {agent, cause: 'ORIGINATOR_CANCEL'})),
			left(12),
		);
		expect(lost(queueIn(board).tally)).toBe(1);
		expect(agents.map(agent => board.agents.get(agent)?.missed)).toEqual([0, 0, 0]);
	});

	it('blames nobody who was slower (V4)', () => {
		const board = boardAfter(
			joined(0),
			...agents.map(agent => offered(1, {agent})),
			bridged(9, {agent: bruno}),
			failed(9, {cause: 'LOSE_RACE'}),
			failed(9, {agent: chloe, cause: 'LOSE_RACE'}),
		);
		expect(queueIn(board).tally).toMatchObject({answered: 1, abandoned: 0});
		expect(agents.map(agent => board.agents.get(agent)?.missed)).toEqual([0, 0, 0]);
	});

	it('counts who hangs up during the music (V5)', () => {
		const board = boardAfter(joined(0), left(25));
		expect(lost(queueIn(board).tally)).toBe(1);
		expect(waitingCallers(queueIn(board))).toEqual([]);
	});

	it('begins in the middle of a call (V6)', () => {
		const offer = boardAfter(offered(1));
		expect(findCaller(queueIn(offer), firstCaller)?.seen).toBe('partial');
		const board = reduceBoard(offer, [unbridged(67, {answeredAt: at(8)})]);
		expect(queueIn(board).tally).toMatchObject({offered: 0, answered: 0, talks: 1, talkMs: 59_000});
	});

	it('counts once what is delivered again (V7)', () => {
		const story = [joined(0), offered(1), failed(21), left(25)];
		const board = boardAfter(...story);
		expect(reduceBoard(board, [left(25)])).toBe(board);
		expect(reduceBoard(board, story.slice(-3))).toBe(board);
	});

	it('lets two of three wait when one leaves (V8)', () => {
		const events = ['a', 'b', 'c'].map((id, index) => joined(index, {callerId: callerId(id)}));
		const waiting = waitingAfter(...events, left(10, {callerId: callerId('b')}));
		expect(waiting.map(({id}) => id)).toEqual(['a', 'c']);
	});
});

describe('after a reset', () => {
	it('ignores a caller known only from before', () => {
		const board = boardAfter(...gaveUp('a', {joins: 0, leaves: 10}), reset(20));
		expect(reduceBoard(board, gaveUp('a', {joins: 0, leaves: 10}))).toBe(board);
	});

	it('does not count again what was counted before', () => {
		const board = boardAfter(joined(0), offered(1), failed(5), bridged(8), reset(20));
		const again = reduceBoard(board, [joined(0), failed(5), bridged(8)]);
		expect(queueIn(again).tally).toMatchObject({offered: 0, answered: 0});
		expect(again.agents.get(alice)?.missed ?? 0).toBe(0);
	});

	it('still lets go whom late news from before ends', () => {
		const board = reduceBoard(boardAfter(joined(0), bridged(8), reset(20)), [unbridged(19, {answeredAt: at(8)})]);
		expect(talkingCallers(queueIn(board))).toEqual([]);
	});

	it('counts a caller of the same second, since queue events carry whole seconds', () => {
		expect(queueIn(boardAfter(reset(20.5), joined(20))).tally.offered).toBe(1);
	});
});
