/** What time alone changes: calls and callers nothing was heard of are no longer believed in. */

import {type Call, type CallState, callState} from './call.js';
import {type Caller, type CallerState, callerState} from './caller.js';
import type {Patience} from './event.js';
import {dropCall, type Line, putCall} from './line.js';
import {dropCaller, putCaller, type Queue} from './queue.js';
import {type DurationMs, durationMs, type EpochMs, elapsed} from './units.js';

/** The usual times without news: four hours for a conversation, one for a ringing or waiting. */
export const defaultPatience: Patience = {conversation: durationMs(4 * 3_600_000), waiting: durationMs(3_600_000)};

/** How long what expired is still shown. */
export const expiredShownMs: DurationMs = durationMs(60_000);

/** Which patience a state has; one in doubt deserves the shorter, whatever it was. */
const patienceIn: Readonly<Record<CallState | CallerState, keyof Patience | null>> = {
	ringing: 'waiting',
	waiting: 'waiting',
	unknown: 'waiting',
	'in-call': 'conversation',
	'on-hold': 'conversation',
	talking: 'conversation',
	expired: null,
	ended: null,
	gone: null,
};

type Age = {readonly now: EpochMs; readonly patience: Patience};

const isOverdue = (state: CallState | CallerState, heardAt: EpochMs, {now, patience}: Age): boolean => {
	const kind = patienceIn[state];
	return kind !== null && elapsed(heardAt, now) > patience[kind];
};

export const ageLine = (line: Line, age: Age): Line => {
	let aged = line;
	for (const call of line.calls.values()) aged = ageCall(aged, call, age);
	return aged;
};

const ageCall = (line: Line, call: Call, age: Age): Line => {
	if (call.expiredAt !== null) return elapsed(call.expiredAt, age.now) >= expiredShownMs ? dropCall(line, call) : line;
	const state = callState(call);
	if (!isOverdue(state, call.heardAt, age)) return line;
	// One in doubt was not shown, and goes without being shown.
	return state === 'unknown' ? dropCall(line, call) : putCall(line, {...call, expiredAt: age.now});
};

export const ageQueue = (queue: Queue, age: Age): Queue => {
	let aged = queue;
	for (const caller of queue.callers.values()) aged = ageCaller(aged, caller, age);
	return aged;
};

const ageCaller = (queue: Queue, caller: Caller, age: Age): Queue => {
	if (caller.left !== null) {
		return elapsed(caller.left.at, age.now) >= expiredShownMs ? dropCaller(queue, caller) : queue;
	}
	const state = callerState(caller);
	if (!isOverdue(state, caller.heardAt, age)) return queue;
	if (state === 'unknown') return dropCaller(queue, caller);
	return putCaller(queue, {...caller, left: {at: age.now, outcome: 'expired'}});
};
