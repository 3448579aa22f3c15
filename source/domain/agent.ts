import {type Call, peer, timedSince} from './call.js';
import {type Caller, callerState, type Share} from './caller.js';
import type {Direction} from './event.js';
import {foremostCall, type Line, lastEndedAt, lineStatus, openCalls} from './line.js';
import type {Queue} from './queue.js';
import {type AgentNumber, type EpochMs, type LineNumber, lineNumber, type QueueNumber} from './units.js';

/** Someone seen answering for a queue, and their counts of the day. */
export type Agent = {
	readonly number: AgentNumber;
	readonly answered: number;
	/** Rung and did not take the call, for another reason than a colleague's or the caller's doing. */
	readonly missed: number;
	readonly talks: number;
	readonly talkMs: number;
	/** The queues that rang them or joined them to a caller, in that order. */
	readonly queues: readonly QueueNumber[];
};

/** `unknown`: the stream does not say who is logged in or on a break. */
export type AgentStatus = 'free' | 'ringing' | 'in-call' | 'unknown';

export type AgentState = {
	readonly status: AgentStatus;
	/** Since when, null when that was not seen. */
	readonly since: EpochMs | null;
	/** The queue the agent rings or talks for, when a queue said so. */
	readonly queue: QueueNumber | null;
	/** The other party's number, empty when withheld; null when there is none. */
	readonly peer: string | null;
	/** Seen from the agent; null without another party. */
	readonly direction: Direction | null;
};

/** What of a board tells about agents. */
type Workplace = {
	readonly lines: ReadonlyMap<LineNumber, Line>;
	readonly queues: ReadonlyMap<QueueNumber, Queue>;
};

export const newAgent = (number: AgentNumber): Agent => ({
	number,
	answered: 0,
	missed: 0,
	talks: 0,
	talkMs: 0,
	queues: [],
});

/** The agent as one who works for this queue, too. */
export const workingFor = (agent: Agent, queue: QueueNumber): Agent =>
	agent.queues.includes(queue) ? agent : {...agent, queues: [...agent.queues, queue]};

/** Causes that are nobody's fault: a colleague was faster, the caller gave up. */
const blameless: ReadonlySet<string> = new Set(['LOSE_RACE', 'ORIGINATOR_CANCEL']);

export const isMissed = (cause: string): boolean => !blameless.has(cause);

/** The agent's counts after a stay that counted for `before` counts for `after`. */
export const recountAgent = (
	agent: Agent,
	{before, after}: {readonly before: Share | null; readonly after: Share},
): Agent => {
	const change = (count: (share: Share) => number): number =>
		(after.agent === agent.number ? count(after) : 0) - (before?.agent === agent.number ? count(before) : 0);
	const answered = change(share => (share.outcome === 'answered' ? 1 : 0));
	const talks = change(share => (share.talked === null ? 0 : 1));
	const talkMs = change(share => share.talked ?? 0);
	if (answered === 0 && talks === 0 && talkMs === 0) return agent;
	return {...agent, answered: agent.answered + answered, talks: agent.talks + talks, talkMs: agent.talkMs + talkMs};
};

/** What the queues say of every agent at work: who rings or talks with whom, for which queue, since when. */
export const agentsAtWork = (board: Pick<Workplace, 'queues'>): ReadonlyMap<AgentNumber, AgentState> => {
	const work = new Map<AgentNumber, AgentState>();
	for (const queue of board.queues.values()) {
		for (const caller of queue.callers.values()) {
			const state = callerState(caller);
			const {bridge} = caller;
			if (state === 'talking' && bridge) {
				work.set(bridge.agent, {status: 'in-call', since: bridge.answeredAt, ...partyOf(queue, caller)});
			}
			if (state !== 'waiting') continue;
			for (const [agent, since] of caller.ringing) {
				if (work.get(agent)?.status === 'in-call') continue;
				work.set(agent, {status: 'ringing', since, ...partyOf(queue, caller)});
			}
		}
	}
	return work;
};

type Party = Pick<AgentState, 'queue' | 'peer' | 'direction'>;

const nobody: Party = {queue: null, peer: null, direction: null};

const partyOf = ({number}: Queue, {from}: Caller): Party => ({queue: number, peer: from, direction: 'incoming'});

/**
An agent's state: their own line's calls decide; then what the queues say, unless the line has ended a call since;
then a free line. What neither tells is unknown.
*/
export const agentState = (
	agent: AgentNumber,
	{board, work}: {readonly board: Pick<Workplace, 'lines'>; readonly work: ReadonlyMap<AgentNumber, AgentState>},
): AgentState => {
	const line = board.lines.get(lineNumber(agent));
	const atWork = work.get(agent);
	const onLine = line && busyOnLine(line, atWork);
	if (onLine) return onLine;
	const endedAt = line ? lastEndedAt(line) : null;
	if (atWork && (endedAt === null || atWork.since === null || endedAt <= atWork.since)) return atWork;
	if (line && lineStatus(line) === 'free') return {status: 'free', since: endedAt, ...nobody};
	return {status: 'unknown', since: null, ...nobody};
};

const statusOnLine = {
	'in-call': 'in-call',
	'on-hold': 'in-call',
	ringing: 'ringing',
	free: null,
	unknown: null,
} as const;

const busyOnLine = (line: Line, atWork: AgentState | undefined): AgentState | null => {
	const status = statusOnLine[lineStatus(line)];
	const call = foremostCall(line);
	if (status === null || !call) return null;
	const other = peer(call);
	const {direction} = call;
	const known = {status, since: timedSince(call), direction};
	if (atWork?.status !== status || !isOfQueue(call, {line, atWork})) return {...known, queue: null, peer: other};
	return {...known, queue: atWork.queue, peer: other === '' ? atWork.peer : other};
};

/** A line with several calls may talk with somebody else than the queue's caller, who is on hold meanwhile. */
const isOfQueue = (call: Call, {line, atWork}: {readonly line: Line; readonly atWork: AgentState}): boolean =>
	call.direction !== 'outgoing' && (peer(call) === atWork.peer || openCalls(line).length === 1);
