import {type Call, callState, silence} from '../call.js';
import {type Caller, callerState, recount} from '../caller.js';
import type {BoardDraft, Handlers} from '../draft.js';
import type {Line} from '../line.js';
import {dropCaller, putCaller, type Queue} from '../queue.js';
import {emptyTally} from '../tally.js';
import {type CallId, type DurationMs, durationMs, type EpochMs, elapsed} from '../units.js';

/** How long without any news a conversation is believed in, then a ringing or waiting; and how long the expired one is still shown. */
export const expiry = {
	conversation: durationMs(4 * 3_600_000),
	waiting: durationMs(3_600_000),
	shown: durationMs(60_000),
} as const;

const patience = {
	ringing: expiry.waiting,
	waiting: expiry.waiting,
	'in-call': expiry.conversation,
	'on-hold': expiry.conversation,
	talking: expiry.conversation,
} as const;

const patienceWith = (state: string): DurationMs | undefined =>
	(patience as Readonly<Record<string, DurationMs>>)[state];

const ageLine = (line: Line, now: EpochMs): Line => {
	let calls: Map<CallId, Call> | undefined;
	for (const call of line.calls.values()) {
		const limit = patienceWith(callState(call));
		const expires = limit !== undefined && silence(call, now) > limit;
		const isDone = call.expiredAt !== null && elapsed(call.expiredAt, now) >= expiry.shown;
		if (!expires && !isDone) continue;
		calls ??= new Map(line.calls);
		if (isDone) calls.delete(call.id);
		else calls.set(call.id, {...call, expiredAt: now});
	}
	return calls ? {...line, calls} : line;
};

const ageQueue = (queue: Queue, now: EpochMs): Queue => {
	let aged = queue;
	for (const caller of queue.callers.values()) {
		const limit = patienceWith(callerState(caller));
		if (limit !== undefined && elapsed(caller.heardAt, now) > limit) aged = putCaller(aged, expire(caller, now));
		else if (caller.left && elapsed(caller.left.at, now) >= expiry.shown) aged = dropCaller(aged, caller);
	}
	return aged;
};

const expire = (caller: Caller, now: EpochMs): Caller => ({...caller, left: {at: now, outcome: 'expired'}});

/** A line that is busy is known by its call and stays; a number known only from before goes. */
const keepLine = (line: Line): Line | undefined => (line.calls.size > 0 ? {...line, ended: []} : undefined);

/** Whoever waits or talks stays, without counting again; figures start at nothing. */
const keepQueue = (queue: Queue): Queue | undefined => {
	if (queue.callers.size === 0) return undefined;
	const callers = new Map([...queue.callers].map(([id, caller]) => [id, recount(caller)]));
	return {...queue, callers, gone: [], tally: emptyTally};
};

const reset = (draft: BoardDraft, at: EpochMs): void => {
	draft.lines.refill(keepLine);
	draft.queues.refill(keepQueue);
	draft.agents.refill(() => undefined);
	draft.clearLog();
	draft.since = at;
	draft.resetAt = at;
};

export const boardHandlers: Handlers<'time-passed' | 'board-reset'> = {
	'time-passed': (draft, {at}) => {
		for (const line of draft.lines.values()) {
			// Every line, every second: nothing is put back that nothing changed.
			const aged = ageLine(line, at);
			if (aged !== line) draft.lines.set(line.number, aged);
		}
		for (const queue of draft.queues.values()) draft.queues.set(queue.number, ageQueue(queue, at));
		return false;
	},
	'board-reset': (draft, {at}) => {
		if (at === draft.resetAt) return false;
		reset(draft, at);
		return true;
	},
};
