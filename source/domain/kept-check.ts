/** Whether kept counts can be gone on with: later news takes back what a caller counted for, and no count may fall below none. */

import {type Agent, newAgent, recountAgent} from './agent.js';
import {type Caller, noShare, type Share, shareOf} from './caller.js';
import {roundingMs} from './kept-values.js';
import type {Queue} from './queue.js';
import {callsKnown, type RecentCalls} from './recent-calls.js';
import {emptyTally, type Histogram, recountShare, type Tally, total as totalOf} from './tally.js';
import {type Buckets, bucketList, emptyTimes, recountTimes, type Times, tallyAt} from './times.js';
import type {AgentNumber} from './units.js';
import {emptyTotal, recountTotal, type Stay, stayOf, type Total} from './whole-call.js';

type Counted = {
	readonly queues: ReadonlyMap<unknown, Queue>;
	readonly agents: ReadonlyMap<AgentNumber, Agent>;
	readonly calls: RecentCalls;
	readonly total: Total;
};

/** True when queues, agents and the total have counted at least what the callers and calls they remember count for. */
export const hasCounted = ({queues, agents, calls, total}: Counted): boolean => {
	const all = [...queues.values()];
	const stays = [...all.flatMap(alone), ...callsKnown(calls).map(([, of]) => of)];
	return (
		all.every(queueHasCounted) &&
		agentsHaveCounted(agents, all.flatMap(sharesIn)) &&
		holdsCounts(total, stays.reduce(withStays, emptyTotal))
	);
};

const remembered = ({callers, gone}: Queue): readonly Caller[] => [...callers.values(), ...gone];

const sharesIn = (queue: Queue): readonly Share[] => remembered(queue).map(shareOf);

/** The stays of which nothing tells which call they belong to: each is one of its own. */
const alone = (queue: Queue): readonly (readonly Stay[])[] =>
	remembered(queue)
		.filter(({channel}) => channel === null)
		.map(caller => [stayOf(queue, caller)]);

const withStays = (sum: Total, after: readonly Stay[]): Total => recountTotal(sum, {before: [], after});

const queueHasCounted = (queue: Queue): boolean => {
	let [tally, times] = [emptyTally, emptyTimes];
	for (const after of sharesIn(queue)) {
		tally = recountShare(tally, {before: noShare, after});
		times = recountTimes(times, {before: noShare, after});
	}
	return holdsCounts(queue, {tally, times});
};

type Counts = {readonly tally: Tally; readonly times: Times};

const holdsCounts = (known: Counts, least: Counts): boolean =>
	holdsTally(known.tally, least.tally) &&
	holdsBuckets(known.times.minutes, least.times.minutes) &&
	holdsBuckets(known.times.quarters, least.times.quarters);

/** What was forgotten is not taken back. */
const holdsBuckets = (known: Buckets, least: Buckets): boolean =>
	bucketList(known).every(({start, tally}) => holdsTally(tally, tallyAt(least, start) ?? emptyTally));

const holdsTally = (tally: Tally, least: Tally): boolean =>
	counts.every(name => tally[name] >= least[name]) &&
	sums.every(name => tally[name] > least[name] - roundingMs) &&
	holds(tally.answerWaits, least.answerWaits) &&
	holds(tally.abandonWaits, least.abandonWaits) &&
	holds(tally.otherWaits, least.otherWaits) &&
	totalOf(tally.answerWaits) <= tally.answered &&
	totalOf(tally.abandonWaits) <= tally.abandoned;

const counts = [
	'offered',
	'answered',
	'abandoned',
	'timedOut',
	'noAgent',
	'optedOut',
	'talks',
] as const satisfies readonly (keyof Tally)[];

const sums = ['answerWaitMs', 'talkMs'] as const satisfies readonly (keyof Tally)[];

const holds = (histogram: Histogram, least: Histogram): boolean =>
	[...least].every(([seconds, callers]) => (histogram.get(seconds) ?? 0) >= callers);

const agentsHaveCounted = (agents: Counted['agents'], shares: readonly Share[]): boolean => {
	const least = new Map<AgentNumber, Agent>();
	for (const share of shares) {
		if (share.agent === null) continue;
		const agent = least.get(share.agent) ?? newAgent(share.agent);
		least.set(share.agent, recountAgent(agent, {before: null, after: share}));
	}
	return [...least.values()].every(({number, answered, talks, talkMs}) => {
		const agent = agents.get(number) ?? newAgent(number);
		return agent.answered >= answered && agent.talks >= talks && agent.talkMs > talkMs - roundingMs;
	});
};
