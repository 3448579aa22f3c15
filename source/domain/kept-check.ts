/** Whether kept counts can be gone on with: later news takes back what a caller counted for, and no count may fall below none. */

import {type Agent, newAgent, recountAgent} from './agent.js';
import {type Caller, type Share, shareOf} from './caller.js';
import {roundingMs} from './kept-values.js';
import type {Queue} from './queue.js';
import {emptyTally, type Histogram, recountShare, type Tally, total} from './tally.js';
import type {AgentNumber} from './units.js';

type Counted = {
	readonly queues: ReadonlyMap<unknown, Queue>;
	readonly agents: ReadonlyMap<AgentNumber, Agent>;
};

/** True when queues and agents have counted at least what the callers they remember count for. */
export const hasCounted = ({queues, agents}: Counted): boolean => {
	const shares = [...queues.values()].flatMap(sharesIn);
	return [...queues.values()].every(queueHasCounted) && agentsHaveCounted(agents, shares);
};

const sharesIn = ({callers, gone}: Queue): readonly Share[] =>
	[...callers.values(), ...gone].map((caller: Caller) => shareOf(caller));

const nothing: Share = {offered: false, outcome: null, waited: null, talked: null, agent: null};

const queueHasCounted = (queue: Queue): boolean => {
	const {tally} = queue;
	let least = emptyTally;
	for (const share of sharesIn(queue)) least = recountShare(least, {before: nothing, after: share});
	return (
		counts.every(name => tally[name] >= least[name]) &&
		sums.every(name => tally[name] > least[name] - roundingMs) &&
		holds(tally.answerWaits, least.answerWaits) &&
		holds(tally.abandonWaits, least.abandonWaits) &&
		total(tally.answerWaits) <= tally.answered &&
		total(tally.abandonWaits) <= tally.abandoned
	);
};

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
