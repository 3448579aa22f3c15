import type {Agent, Queue} from './company.js';
import {isAtWork, isOpen} from './rhythm.js';
import type {Stage} from './stage.js';

/** Which agents can be called. An agent is busy as long as the agent's line is, whoever called it. */
export type Roster = {
	/** In the order in which the queue calls them. */
	freeAgents(queue: Queue): readonly Agent[];
	/** Whether nobody works for the queue, free or busy. */
	isDeserted(queue: Queue): boolean;
	/** The agent is busy from now on. */
	engage(agent: Agent): void;
	/** The agent's call is over; nobody calls them for another `restMs`. */
	dismiss(agent: Agent, restMs: number): void;
};

export const createRoster = ({seed, switchboard, now, since}: Stage): Roster => {
	const rests = new Map<Agent, {readonly from: number; readonly forMs: number}>();
	const isOnDuty = (agent: Agent) => isAtWork(agent, now());
	const isResting = (agent: Agent) => {
		const rest = rests.get(agent);
		return rest !== undefined && since(rest.from) < rest.forMs;
	};
	const isFree = (agent: Agent) =>
		switchboard.callsOn(agent.line) === 0 &&
		since(switchboard.lastUse(agent.line)) > settlingMs &&
		!isResting(agent) &&
		isOnDuty(agent);
	return {
		freeAgents: queue => (isOpen(queue, now(), seed) ? queue.agents.filter(isFree) : []),
		isDeserted: queue => !isOpen(queue, now(), seed) || !queue.agents.some(isOnDuty),
		engage: agent => switchboard.seize(agent.line),
		dismiss: (agent, restMs) => {
			switchboard.release(agent.line);
			rests.set(agent, {from: now(), forMs: restMs});
		},
	};
};

/** So that the end of the last call has reached everyone before the next one begins. */
const settlingMs = 2000;
