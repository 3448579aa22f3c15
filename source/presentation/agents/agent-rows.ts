import {type Agent, type AgentState, agentState, agentsAtWork} from '../../domain/agent.js';
import type {Board} from '../../domain/board.js';
import {lineNumber, type SiteName} from '../../domain/units.js';

/** An agent of the day, and what they do now. */
export type AgentRow = {
	readonly agent: Agent;
	readonly state: AgentState;
	/** Whose news it is; null when neither their line nor a queue of theirs is known. */
	readonly site: SiteName | null;
};

/** One row for each agent, whichever queues they work for. */
export const agentRows = (board: Board): readonly AgentRow[] => {
	const work = agentsAtWork(board);
	return Array.from(board.agents.values(), agent => ({
		agent,
		state: agentState(agent.number, {board, work}),
		site: siteOf(agent, board),
	}));
};

const siteOf = ({number, queues}: Agent, board: Board): SiteName | null => {
	const line = board.lines.get(lineNumber(number));
	if (line) return line.site;
	for (const queue of queues) {
		const known = board.queues.get(queue);
		if (known) return known.site;
	}
	return null;
};
