/** Where what details are of is found: among what goes on, or among what ended. */

import type {Board} from '../../domain/board.js';
import {type Call, type CallState, callState, endedAt} from '../../domain/call.js';
import {type Caller, type CallerState, callerState} from '../../domain/caller.js';
import {type EndedCall, type EndedStay, endedStay} from '../../domain/ended.js';
import type {CallEvent, CallerEvent} from '../../domain/event.js';
import {findCall, type Line} from '../../domain/line.js';
import type {Queue} from '../../domain/queue.js';
import type {AgentNumber, CallerId, CallId, EpochMs, LineNumber, QueueNumber} from '../../domain/units.js';

/** A call of a line, with what only a call that is remembered there tells. */
export type FoundCall = Omit<EndedCall, 'kind' | 'endedAt'> & {
	readonly state: CallState;
	readonly ringingEndedAt: EpochMs | null;
	readonly heldAt: EpochMs | null;
	readonly endedAt: EpochMs | null;
	readonly doubtedAt: EpochMs | null;
	/** Null for one that is known by its record alone. */
	readonly heardAt: EpochMs | null;
};

/** A stay of a caller. */
export type FoundStay = Omit<EndedStay, 'kind' | 'endedAt' | 'end'> & {
	readonly state: CallerState;
	/** When the caller left; null while they are there, or when that is not known. */
	readonly leftAt: EpochMs | null;
	readonly hasConversation: boolean;
	/** Agents that ring now. */
	readonly ringing: readonly AgentNumber[];
	readonly doubtedAt: EpochMs | null;
	readonly heardAt: EpochMs | null;
};

export const foundCall = (
	board: Pick<Board, 'lines' | 'ended'>,
	{line: number, id}: {readonly line: LineNumber; readonly id: CallId},
): FoundCall | null => {
	const line = board.lines.get(number);
	const call = line && findCall(line, id);
	const found = line && call ? ofLine(line, call) : null;
	if (found && found.trail.length > 0) return found;
	const record = board.ended.entries.findLast(
		({record: one}) => one.kind === 'call' && one.line === number && one.id === id,
	)?.record;
	if (record?.kind !== 'call') return found;
	// Of a line's ended calls, all but the last have given their trail away.
	return found ? {...found, trail: record.trail} : ofRecord(record);
};

const ofLine = ({number, site, label}: Line, call: Call): FoundCall => {
	const {id, direction, from, to, dialled, startedAt, answeredAt, trail} = call;
	const {ringingEndedAt, heldAt, doubtedAt, heardAt} = call;
	return {
		...{line: number, site, label, id, direction, from, to, dialled, startedAt, answeredAt, trail},
		...{ringingEndedAt, heldAt, doubtedAt, heardAt},
		state: callState(call),
		endedAt: endedAt(call),
	};
};

const ofRecord = (record: EndedCall): FoundCall => ({
	...record,
	state: 'ended',
	ringingEndedAt: null,
	heldAt: null,
	doubtedAt: null,
	heardAt: null,
});

type StayPlace = {readonly queue: QueueNumber; readonly id: CallerId; readonly stay: number};

export const foundStay = (
	board: Pick<Board, 'queues' | 'ended'>,
	{queue: number, id, stay}: StayPlace,
): FoundStay | null => {
	const queue = board.queues.get(number);
	// The last one remembered: an identity that is a mere number may have left before.
	const caller = queue?.callers.get(id) ?? queue?.gone.findLast(one => one.id === id);
	if (queue && caller?.stay === stay) return ofQueue(queue, caller);
	const gone = queue?.gone.findLast(one => one.id === id && one.stay === stay);
	if (queue && gone) return ofQueue(queue, gone);
	const record = board.ended.entries.findLast(
		({record: one}) => one.kind === 'stay' && one.queue === number && one.id === id && one.stay === stay,
	)?.record;
	return record?.kind === 'stay' ? ofStayRecord(record) : null;
};

const ofQueue = (queue: Queue, caller: Caller): FoundStay => {
	const {endedAt: end, ...record} = endedStay(queue, caller, caller.heardAt);
	const {left, bridge, ringing, doubtedAt, heardAt} = caller;
	const state = callerState(caller);
	const talks = state === 'talking' && bridge !== null;
	return {
		...record,
		...(talks ? {agent: bridge.agent, answeredAt: bridge.answeredAt} : {}),
		state,
		leftAt: left !== null && left.outcome !== 'expired' ? end : null,
		hasConversation: record.agent !== null,
		ringing: [...ringing.keys()],
		doubtedAt,
		heardAt,
	};
};

const ofStayRecord = (record: EndedStay): FoundStay => ({
	...record,
	state: record.end === 'expired' ? 'expired' : 'gone',
	leftAt: record.end === 'left' ? record.endedAt : null,
	hasConversation: record.agent !== null,
	ringing: [],
	doubtedAt: null,
	heardAt: null,
});

/** Which stay an event is of: the one that remembers it. */
export const stayWith = (board: Pick<Board, 'queues' | 'ended'>, event: CallerEvent): StayPlace | null => {
	const {number: queue, callerId: id} = event;
	const known = board.queues.get(queue);
	const here = [...(known?.callers.values() ?? []), ...(known?.gone ?? [])].find(
		caller => caller.id === id && caller.trail.includes(event),
	);
	if (here) return {queue, id, stay: here.stay};
	const entry = board.ended.entries.findLast(
		({record}) => record.kind === 'stay' && record.id === id && record.trail.includes(event),
	);
	return entry?.record.kind === 'stay' ? {queue, id, stay: entry.record.stay} : null;
};

/** True when the call of an event remembers it: an identity may come twice. */
export const hasNews = (call: FoundCall | null, event: CallEvent): boolean => call?.trail.includes(event) ?? false;
