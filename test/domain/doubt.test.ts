import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {agentState, agentsAtWork} from '../../source/domain/agent.js';
import {type Board, emptyBoard} from '../../source/domain/board.js';
import {callState} from '../../source/domain/call.js';
import {callerState} from '../../source/domain/caller.js';
import {doubtBoard, doubtLine, doubtQueue} from '../../source/domain/doubt.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {lineStatus, openCalls, shownCall} from '../../source/domain/line.js';
import {findCaller, longestWait, talkingCallers, waitingCallers} from '../../source/domain/queue.js';
import {reduceBoard} from '../../source/domain/reduce.js';
import {callerId, callId, siteName} from '../../source/domain/units.js';
import {
	accueil,
	alice,
	at,
	boardAfter,
	bridged,
	bruno,
	colleague,
	counted,
	failed,
	firstCall,
	firstCaller,
	gap,
	joined,
	left,
	lineIn,
	offered,
	onCall,
	queueIn,
	reset,
	site,
	timePassed,
	unbridged,
} from '../helpers/builders.js';
import {anyStay, shuffled} from './arbitrary-events.js';

const hour = 3600;
const second = {callId: callId('call-2')};
const other = {callerId: callerId('other')};
const registered = (seconds: number): BoardEvent => ({
	type: 'line-registered',
	at: at(seconds),
	site,
	service: 'line',
	number: accueil,
});

const statusAfter = (...events: readonly BoardEvent[]) => lineStatus(lineIn(boardAfter(...events)));
const callAfter = (...events: readonly BoardEvent[]) => lineIn(boardAfter(...events)).calls.get(firstCall);
const callerAfter = (...events: readonly BoardEvent[]) => findCaller(queueIn(boardAfter(...events)), firstCaller);

describe('a call in doubt', () => {
	it.each<[string, readonly BoardEvent[]]>([
		['rang', [onCall('ringing-started', 1)]],
		['talked', [onCall('talk-started', 1)]],
		['was on hold', [onCall('talk-started', 1), onCall('hold-started', 2)]],
	])('is unknown when it %s, and so is its line', (_, events) => {
		const line = lineIn(boardAfter(...events, gap(10)));
		expect([...line.calls.values()].map(callState)).toEqual(['unknown']);
		expect(lineStatus(line)).toBe('unknown');
		expect(openCalls(line)).toEqual([]);
		expect(shownCall(line)).toBeUndefined();
	});

	it('goes on with what was known of it when news comes', () => {
		const call = callAfter(
			onCall('ringing-started', 1),
			onCall('talk-started', 8),
			gap(10),
			onCall('hold-started', 30),
		);
		expect(call).toMatchObject({startedAt: at(1), answeredAt: at(8), heldAt: at(30), doubtedAt: null});
	});

	it('is not believed in again for old news told twice', () => {
		const talk = onCall('talk-started', 8);
		expect(statusAfter(onCall('ringing-started', 1), talk, gap(10), talk, onCall('ringing-ended', 8))).toBe('unknown');
	});

	it('ends as any other', () => {
		expect(statusAfter(onCall('talk-started', 8), gap(10), onCall('talk-ended', 30))).toBe('free');
	});

	it('leaves a line unknown that registers, for that tells nothing of calls', () => {
		expect(statusAfter(onCall('talk-started', 8), gap(10), registered(20))).toBe('unknown');
		expect(statusAfter(registered(1), gap(10))).toBe('unknown');
		expect(statusAfter(registered(1), gap(10), registered(20))).toBe('free');
	});

	it('stands behind calls that are known', () => {
		const line = lineIn(
			boardAfter(onCall('talk-started', 8, {simultaneousLines: 2}), gap(10), onCall('ringing-started', 30, second)),
		);
		expect(lineStatus(line)).toBe('ringing');
		expect(openCalls(line).map(({id}) => id)).toEqual(['call-2']);
		expect(line.calls.size).toBe(2);
	});

	it('does not make its line free when the call that is known ends', () => {
		const events = [onCall('talk-started', 8, {simultaneousLines: 2}), gap(10), onCall('talk-ended', 30, second)];
		expect(statusAfter(...events)).toBe('unknown');
	});

	it.each([1, undefined])('is over when there is news of another on a line for %s', simultaneousLines => {
		const facts = simultaneousLines === undefined ? {} : {simultaneousLines};
		const before = [onCall('ringing-started', 1, facts), onCall('talk-started', 8), gap(10)];
		expect(statusAfter(...before, onCall('talk-ended', 30, second))).toBe('free');
		const late = [...before, onCall('talk-ended', 7, second)];
		expect(statusAfter(...late)).toBe('unknown');
	});

	it('is given up after an hour of silence, without being shown as expired', () => {
		const doubted = boardAfter(onCall('talk-started', 0), gap(10));
		expect(reduceBoard(doubted, [timePassed(hour)])).toBe(doubted);
		expect(lineIn(reduceBoard(doubted, [timePassed(hour + 1)])).calls.size).toBe(0);
	});

	it('does not disturb a call that expired', () => {
		const call = callAfter(onCall('talk-started', 0), timePassed(5 * hour), gap(5 * hour + 1));
		expect(call && callState(call)).toBe('expired');
	});

	it('does not tell what an agent does', () => {
		const board = boardAfter(onCall('talk-started', 8), joined(0), bridged(8), gap(10), registered(11));
		expect(agentState(alice, {board, work: agentsAtWork(board)}).status).toBe('unknown');
	});
});

describe('a caller in doubt', () => {
	it.each<[string, readonly BoardEvent[]]>([
		['waited', [joined(1)]],
		['was offered', [joined(1), offered(2)]],
		['talked', [joined(1), bridged(2)]],
	])('is on no list when they %s, while the counts stay', (_, events) => {
		const before = boardAfter(...events);
		const queue = queueIn(reduceBoard(before, [gap(10)]));
		expect([...queue.callers.values()].map(callerState)).toEqual(['unknown']);
		expect([waitingCallers(queue), talkingCallers(queue), longestWait(queue, at(60))]).toEqual([[], [], null]);
		expect(queue.tally).toBe(queueIn(before).tally);
		expect(agentsAtWork({queues: new Map([[queue.number, queue]])}).size).toBe(0);
	});

	it('goes on with what was known of them when news comes, and counts once', () => {
		const board = boardAfter(
			joined(1),
			offered(2),
			gap(10),
			bridged(21),
			gap(30),
			unbridged(61, {answeredAt: at(21)}),
			left(61, {outcome: 'served', agent: alice, answeredAt: at(21)}),
		);
		expect(queueIn(board).tally).toMatchObject({
			offered: 1,
			answered: 1,
			answerWaitMs: 20_000,
			talks: 1,
			talkMs: 40_000,
		});
		expect(board.agents.get(alice)).toMatchObject({answered: 1, talks: 1});
		expect(queueIn(board).callers.size).toBe(0);
	});

	it('waits again since they joined', () => {
		const queue = queueIn(boardAfter(joined(1), gap(10), offered(40)));
		expect(waitingCallers(queue)).toHaveLength(1);
		expect(longestWait(queue, at(61))).toBe(60_000);
	});

	it('is lost once', () => {
		expect(queueIn(boardAfter(joined(1), gap(10), left(40), left(40))).tally).toMatchObject({offered: 1, abandoned: 1});
	});

	it('is not believed in again for old news told twice', () => {
		const caller = callerAfter(joined(1), offered(2), gap(10), joined(1), offered(2));
		expect(caller && callerState(caller)).toBe('unknown');
	});

	it('is not believed in again for late news that only adds to what was known', () => {
		const caller = callerAfter(offered(2), gap(10), offered(1, {agent: bruno, joinedAt: at(0)}));
		expect(caller && [callerState(caller), caller.joinedAt]).toEqual(['unknown', at(0)]);
	});

	it('is not believed in again because an agent no longer rings, which may be because they left', () => {
		const caller = callerAfter(joined(1), offered(2), gap(10), failed(12, {cause: 'ORIGINATOR_CANCEL'}));
		expect(caller && callerState(caller)).toBe('unknown');
	});

	it('is gone when they waited and the service counts nobody, but not when they talked', () => {
		const before = [joined(1), joined(2, other), bridged(3, other), gap(10)];
		expect([...queueIn(boardAfter(...before, counted(20, 0))).callers.keys()]).toEqual(['other']);
		expect(queueIn(boardAfter(...before, counted(20, 1))).callers.size).toBe(2);
		expect(queueIn(boardAfter(...before, counted(0, 0))).callers.size).toBe(2);
	});

	it('goes on as before when the service was wrong to count nobody', () => {
		const board = boardAfter(joined(1), gap(10), counted(20, 0), bridged(31));
		expect(talkingCallers(queueIn(board))).toHaveLength(1);
		expect(queueIn(board).tally).toMatchObject({offered: 1, answered: 1, answerWaitMs: 30_000});
	});

	it('does not concern those who joined since', () => {
		const board = boardAfter(joined(1), gap(10), joined(15, other), counted(20, 0));
		expect(waitingCallers(queueIn(board)).map(({id}) => id)).toEqual(['other']);
	});

	it('left unheard when the same number joins anew', () => {
		const board = boardAfter(joined(1), gap(10), joined(600), bridged(610));
		expect(queueIn(board).tally).toMatchObject({offered: 2, answered: 1, answerWaitMs: 10_000});
	});

	it.each([
		['waited', joined(0)],
		['talked', bridged(0)],
	])('is given up after an hour of silence when they %s, without being shown as expired', (_, event) => {
		const doubted = boardAfter(event, gap(10));
		expect(reduceBoard(doubted, [timePassed(hour)])).toBe(doubted);
		const board = reduceBoard(doubted, [timePassed(hour + 1)]);
		expect(queueIn(board).callers.size).toBe(0);
		expect(queueIn(board).tally).toEqual(queueIn(doubted).tally);
		expect(queueIn(reduceBoard(board, [unbridged(2 * hour)])).callers.size).toBe(0);
	});

	it('is found again on the new day, and counted as one from before it', () => {
		const board = boardAfter(joined(1), gap(10), reset(100), bridged(121));
		expect(queueIn(board).tally).toMatchObject({offered: 0, answered: 1, answerWaitMs: 120_000});
	});
});

describe('doubtQueue', () => {
	it("forgets the service's count", () => {
		expect(queueIn(boardAfter(counted(1, 3), gap(10))).reported).toBeNull();
		expect(queueIn(boardAfter(counted(1, 3), gap(10), counted(20, 3))).reported?.count).toBe(3);
	});

	it('changes nothing twice', () => {
		const once = doubtQueue(queueIn(boardAfter(joined(1), counted(1, 1))), at(10));
		expect(doubtQueue(once, at(20))).toBe(once);
	});
});

describe('doubtLine', () => {
	it('changes nothing twice', () => {
		const once = doubtLine(lineIn(boardAfter(onCall('talk-started', 1))), at(10));
		expect(doubtLine(once, at(20))).toBe(once);
	});
});

describe('doubtBoard', () => {
	const lyon = siteName('Lyon');
	const board = boardAfter(
		onCall('talk-started', 1),
		onCall('talk-started', 1, {number: colleague, site: lyon}),
		joined(1, {site: lyon}),
	);

	it('doubts all there is', () => {
		const doubted = doubtBoard(board, {at: at(10)});
		expect([...doubted.lines.values()].map(lineStatus)).toEqual(['unknown', 'unknown']);
		expect(waitingCallers(queueIn(doubted))).toEqual([]);
		expect(doubtBoard(doubted, {at: at(20)})).toBe(doubted);
	});

	it('leaves the other sites alone', () => {
		const doubted = doubtBoard(board, {at: at(10), sites: [site]});
		expect([...doubted.lines.values()].map(lineStatus)).toEqual(['unknown', 'in-call']);
		expect(doubted.queues).toBe(board.queues);
		expect(doubtBoard(board, {at: at(10), sites: [siteName('Nantes')]})).toBe(board);
	});

	it('does what a gap does', () => {
		const after = reduceBoard(board, [gap(10, lyon)]);
		expect(doubtBoard(board, {at: at(10), sites: [lyon]})).toMatchObject({lines: after.lines, queues: after.queues});
	});
});

const talliesOf = (board: Board) => ({queues: queueIn(board).tally, agents: board.agents});

/** The events with gaps, and counts of nobody that come late or wrong, put in anywhere. */
const withGaps = (events: readonly BoardEvent[]): fc.Arbitrary<readonly BoardEvent[]> =>
	fc.array(fc.tuple(fc.nat(events.length), fc.nat(200), fc.boolean()), {minLength: 1, maxLength: 4}).map(places => {
		const all = [...events];
		for (const [place, seconds, isCount] of places) all.splice(place, 0, isCount ? counted(seconds, 0) : gap(seconds));
		return all;
	});

const callStory = (id: string, begins: number): readonly BoardEvent[] => [
	onCall('ringing-started', begins, {callId: callId(id)}),
	onCall('talk-started', begins + 5, {callId: callId(id)}),
	onCall('ringing-ended', begins + 5, {callId: callId(id)}),
	onCall('hold-started', begins + 9, {callId: callId(id)}),
	onCall('hold-ended', begins + 12, {callId: callId(id)}),
	onCall('talk-ended', begins + 20, {callId: callId(id)}),
];

describe('a history with gaps in which no event is lost', () => {
	it('ends with the same figures as without them', () => {
		const days = fc
			.tuple(anyStay('a'), anyStay('b'), anyStay('c'))
			.chain(stays => shuffled(stays.flat()))
			.chain(events => fc.tuple(fc.constant(events), withGaps(events)));
		fc.assert(
			fc.property(days, ([events, gapped]) => {
				expect(talliesOf(reduceBoard(emptyBoard, gapped))).toEqual(talliesOf(reduceBoard(emptyBoard, events)));
			}),
			{numRuns: 400},
		);
	});

	it('ends with all calls over, and knows their times where a line can hold them all', () => {
		const days = fc
			.tuple(fc.constantFrom(1, 2), fc.nat(15))
			.map(([capacity, apart]) => [
				{...registered(0), simultaneousLines: capacity},
				...[...callStory('a', 1), ...callStory('b', 1 + apart)].sort((one, next) => one.at - next.at),
			])
			.chain(events => fc.tuple(fc.constant(events), withGaps(events)));
		fc.assert(
			fc.property(days, ([events, gapped]) => {
				const plain = lineIn(reduceBoard(emptyBoard, events));
				const line = lineIn(reduceBoard(emptyBoard, gapped));
				expect(line.calls.size).toBe(0);
				expect(line.ended).toHaveLength(2);
				if (line.simultaneousLines === 2) expect(line.ended).toEqual(plain.ended);
			}),
			{numRuns: 300},
		);
	});
});
