import type {Board} from './board.js';
import {type Call, type CallState, callState, timedSince} from './call.js';
import type {Direction} from './event.js';
import {isoTime} from './iso-time.js';
import {type Line, type LineStatus, lineStatus, openCalls} from './line.js';
import {createQueueFinder, type FindStay} from './queue-of-call.js';
import {byNumber, secondsSince} from './rounding.js';
import type {EpochMs} from './units.js';

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
	const findStay = createQueueFinder()(board);
	return [...board.lines.values()].sort(byNumber).map(line => lineEntry(line, {findStay, now}));
};

type Setting = {readonly findStay: FindStay; readonly now: EpochMs};

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

const callEntry = (call: Call, {line, findStay, now}: Setting & {readonly line: Line}): CallEntry => ({
	id: call.id,
	direction: call.direction,
	state: callState(call),
	from: call.from,
	to: call.to,
	dialed: call.dialled,
	queue: findStay(line, call)?.queue ?? null,
	startedAt: isoTime(call.startedAt),
	answeredAt: call.answeredAt === null ? null : isoTime(call.answeredAt),
	elapsedSeconds: secondsSince(timedSince(call), now),
});
