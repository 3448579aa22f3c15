import type {Board} from './board.js';
import {type Call, type CallState, callState, timedSince} from './call.js';
import {callerState} from './caller.js';
import type {Direction} from './event.js';
import {isoTime} from './iso-time.js';
import {type Line, type LineStatus, lineStatus, openCalls} from './line.js';
import {byNumber, secondsSince} from './rounding.js';
import type {EpochMs, QueueNumber} from './units.js';

/** A line in the state document. */
export type LineEntry = {
	readonly number: string;
	readonly label: string | null;
	readonly type: string | null;
	readonly site: string;
	readonly status: LineStatus;
	readonly callsInUse: number;
	readonly simultaneousLines: number | null;
	readonly calls: readonly CallEntry[];
};

type CallEntry = {
	readonly id: string;
	readonly direction: Direction;
	readonly state: CallState;
	readonly from: string;
	readonly to: string;
	readonly dialed: string;
	/** The queue the call came through; null when nothing tells for sure. */
	readonly queue: string | null;
	readonly startedAt: string;
	readonly answeredAt: string | null;
	/** Since the answer, before it since the first ring. */
	readonly elapsedSeconds: number;
};

export const lineEntries = (board: Board, now: EpochMs): readonly LineEntry[] => {
	const queues = queuesOfAgents(board);
	return [...board.lines.values()].sort(byNumber).map(line => lineEntry(line, {queues, now}));
};

type Setting = {readonly queues: ReadonlyMap<string, QueueNumber | null>; readonly now: EpochMs};

const lineEntry = (line: Line, setting: Setting): LineEntry => {
	const calls = [...openCalls(line)].sort((one, other) => one.startedAt - other.startedAt);
	return {
		number: line.number,
		label: line.label,
		type: line.type,
		site: line.site,
		status: lineStatus(line),
		callsInUse: calls.length,
		simultaneousLines: line.simultaneousLines,
		calls: calls.map(call => callEntry(call, {line, ...setting})),
	};
};

const callEntry = (call: Call, {line, queues, now}: Setting & {readonly line: Line}): CallEntry => ({
	id: call.id,
	direction: call.direction,
	state: callState(call),
	from: call.from,
	to: call.to,
	dialed: call.dialled,
	queue: call.direction === 'incoming' ? (queues.get(offer(line.number, call.from)) ?? null) : null,
	startedAt: isoTime(call.startedAt),
	answeredAt: call.answeredAt === null ? null : isoTime(call.answeredAt),
	elapsedSeconds: secondsSince(timedSince(call), now),
});

const offer = (agent: string, from: string): string => JSON.stringify([agent, from]);

/**
Which queue has an agent ring for, or talk with, a caller of a number: what ties a line's call to a queue, since the two
know nothing of each other on the wire. Null where two queues would do; withheld numbers tie nothing.
*/
const queuesOfAgents = (board: Board): ReadonlyMap<string, QueueNumber | null> => {
	const queues = new Map<string, QueueNumber | null>();
	for (const queue of board.queues.values()) {
		for (const caller of queue.callers.values()) {
			const state = callerState(caller);
			if (caller.from === '' || (state !== 'waiting' && state !== 'talking')) continue;
			const agents = state === 'talking' && caller.bridge ? [caller.bridge.agent] : caller.ringing.keys();
			for (const agent of agents) {
				const key = offer(agent, caller.from);
				queues.set(key, queues.has(key) && queues.get(key) !== queue.number ? null : queue.number);
			}
		}
	}
	return queues;
};
