import {type Agent, type AgentState, type AgentStatus, agentState, agentsAtWork} from './agent.js';
import type {Board} from './board.js';
import {isoTime} from './iso-time.js';
import {byNumber, meanSeconds} from './rounding.js';
import {meanMs} from './tally.js';
import {type AgentNumber, lineNumber} from './units.js';

/** An agent in the state document. */
export type AgentEntry = {
	readonly number: string;
	readonly label: string | null;
	readonly status: AgentStatus;
	readonly since: string | null;
	readonly answered: number;
	readonly missed: number;
	readonly averageTalkSeconds: number | null;
};

export const agentEntries = (board: Board): readonly AgentEntry[] => {
	const work = agentsAtWork(board);
	return [...board.agents.values()].sort(byNumber).map(agent => agentEntry(agent, {board, work}));
};

type Setting = {readonly board: Board; readonly work: ReadonlyMap<AgentNumber, AgentState>};

const agentEntry = ({number, answered, missed, talkMs, talks}: Agent, setting: Setting): AgentEntry => {
	const {status, since} = agentState(number, setting);
	return {
		number,
		label: setting.board.lines.get(lineNumber(number))?.label ?? null,
		status,
		since: since === null ? null : isoTime(since),
		answered,
		missed,
		averageTalkSeconds: meanSeconds(meanMs(talkMs, talks)),
	};
};
