/** What is no longer known when news may have been lost: whether calls still go on, and whether callers still wait or talk. */

import type {Board} from './board.js';
import {type Call, callState} from './call.js';
import {type Caller, callerState} from './caller.js';
import {dropCall, type Line} from './line.js';
import {dropCaller, type Queue} from './queue.js';
import type {CallId, EpochMs, SiteName} from './units.js';

/** Its calls may have ended and others begun: it is unknown until it is heard of again. */
export const doubtLine = (line: Line, at: EpochMs): Line => {
	const calls = changeAll(line.calls, call => doubtCall(call, at));
	return calls === line.calls && line.heardAt === null ? line : {...line, calls, heardAt: null};
};

/** Its callers may be gone; what it counted stays. */
export const doubtQueue = (queue: Queue, at: EpochMs): Queue => {
	const callers = changeAll(queue.callers, caller => doubtCaller(caller, at));
	const isDoubted = callers === queue.callers && queue.reported === null && queue.heardAt === null;
	return isDoubted ? queue : {...queue, callers, reported: null, heardAt: null};
};

/** Doubts every line and queue of these sites; without `sites`, of all. */
export const doubtBoard = (
	board: Board,
	{at, sites}: {readonly at: EpochMs; readonly sites?: readonly SiteName[]},
): Board => {
	const isMeant = ({site}: {readonly site: SiteName}): boolean => sites?.includes(site) ?? true;
	const lines = changeAll(board.lines, line => (isMeant(line) ? doubtLine(line, at) : line));
	const queues = changeAll(board.queues, queue => (isMeant(queue) ? doubtQueue(queue, at) : queue));
	return lines === board.lines && queues === board.queues ? board : {...board, lines, queues};
};

/** An expired call is not believed in anyway, and goes by itself. */
const doubtCall = (call: Call, at: EpochMs): Call =>
	call.doubtedAt === null && call.expiredAt === null ? {...call, doubtedAt: at} : call;

const doubtCaller = (caller: Caller, at: EpochMs): Caller =>
	caller.doubtedAt === null && caller.left === null ? {...caller, doubtedAt: at} : caller;

/** News of one call on a line that holds one at a time: calls in doubt that were last heard of before it are over. */
export const settleLine = (line: Line, {id, at}: {readonly id: CallId; readonly at: EpochMs}): Line => {
	if ((line.simultaneousLines ?? 1) > 1) return line;
	let settled = line;
	for (const call of line.calls.values()) {
		if (call.id !== id && callState(call) === 'unknown' && call.heardAt <= at) settled = dropCall(settled, call);
	}
	return settled;
};

/** The service counts nobody waiting: callers in doubt who waited, and were last heard of before that, are gone. */
export const settleQueue = (queue: Queue, at: EpochMs): Queue => {
	let settled = queue;
	for (const caller of queue.callers.values()) {
		const waited = callerState(caller) === 'unknown' && caller.bridge === null;
		if (waited && caller.heardAt <= at) settled = dropCaller(settled, caller);
	}
	return settled;
};

/** The same table when no value changes. */
const changeAll = <Key, Value>(
	table: ReadonlyMap<Key, Value>,
	change: (value: Value) => Value,
): ReadonlyMap<Key, Value> => {
	let changed: Map<Key, Value> | undefined;
	for (const [key, value] of table) {
		const next = change(value);
		if (next === value) continue;
		changed ??= new Map(table);
		changed.set(key, next);
	}
	return changed ?? table;
};
