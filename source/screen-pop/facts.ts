// What is known of a call when a pop is fired, as the variables of a template.
import type {Board} from '../domain/board.js';
import {endedAt} from '../domain/call.js';
import {callerState} from '../domain/caller.js';
import type {CallEvent, CallerEvent} from '../domain/event.js';
import {findCall} from '../domain/line.js';
import {findCaller} from '../domain/queue.js';
import type {QueueFinder} from '../domain/queue-of-call.js';
import type {CallerId, CallId, EpochMs, LineNumber, QueueNumber} from '../domain/units.js';
import {type PopTrigger, serviceNames} from './rule.js';
import type {PopFacts} from './template.js';

/** A call on a line, or a stay in a queue. */
export type CallKey =
	| {readonly number: LineNumber; readonly callId: CallId}
	| {readonly number: QueueNumber; readonly callerId: CallerId};

export const keyOf = (event: PopTrigger): CallKey =>
	event.service === 'line'
		? {number: event.number, callId: event.callId}
		: {number: event.number, callerId: event.callerId};

export const keyText = (key: CallKey): string =>
	'callId' in key ? `line ${key.number} ${key.callId}` : `queue ${key.number} ${key.callerId}`;

type Known = {readonly board: Board; readonly finder: QueueFinder};

/** The facts of an event, with what the board knew before it. Numbers in the form providers give; a duration in whole seconds. */
export const factsOf = (event: PopTrigger, known: Known): PopFacts => ({
	caller: event.from,
	event: event.type,
	serviceEvent: serviceNames[event.type],
	label: event.label ?? labelOf(event, known.board) ?? '',
	...(event.service === 'line' ? ofCall(event, known) : ofCaller(event, known.board)),
});

export const labelOf = ({service, number}: PopTrigger, {lines, queues}: Board): string | null =>
	(service === 'line' ? lines.get(number)?.label : queues.get(number)?.label) ?? null;

type Rest = Omit<PopFacts, 'caller' | 'event' | 'serviceEvent' | 'label'>;

const ofCall = (event: CallEvent, {board, finder}: Known): Rest => {
	const line = board.lines.get(event.number);
	const call = line && findCall(line, event.callId);
	const startedAt = call?.startedAt ?? (event.type === 'ringing-started' ? event.at : null);
	const stay = finder(board)(event, {...event, startedAt: startedAt ?? event.at});
	return {
		called: event.to,
		dialled: event.dialled,
		queue: stay?.queue ?? '',
		agent: stay === null ? '' : event.number,
		callId: event.callId,
		line: event.number,
		duration: seconds(call?.answeredAt ?? startedAt, event.at),
	};
};

const ofCaller = (event: CallerEvent, {queues}: Board): Rest => {
	const queue = queues.get(event.number);
	const known = (queue && findCaller(queue, event.callerId)?.joinedAt) ?? null;
	const joinedAt = event.joinedAt ?? (event.type === 'caller-joined' ? event.at : known);
	const talkedSince = event.type === 'bridge-ended' ? event.answeredAt : undefined;
	return {
		called: event.number,
		dialled: '',
		queue: event.number,
		agent: 'agent' in event ? (event.agent ?? '') : '',
		callId: event.callerId,
		line: '',
		duration: seconds(talkedSince ?? joinedAt, event.at),
	};
};

const seconds = (since: EpochMs | null, until: EpochMs): string =>
	since === null ? '' : String(Math.max(0, Math.floor((until - since) / 1000)));

/** The event that began a call or stay, as if it came now; undefined for one that the board does not know. */
export const beginningOf = (
	key: CallKey,
	{board, at}: {readonly board: Board; readonly at: EpochMs},
): PopTrigger | undefined => {
	if ('callId' in key) {
		const line = board.lines.get(key.number);
		const call = line && findCall(line, key.callId);
		if (!call) return undefined;
		const {direction, from, to, dialled} = call;
		return {type: 'ringing-started', at, site: line.site, service: 'line', ...key, direction, from, to, dialled};
	}
	const queue = board.queues.get(key.number);
	const caller = queue && findCaller(queue, key.callerId);
	if (!caller) return undefined;
	const joinedAt = caller.joinedAt === null ? {} : {joinedAt: caller.joinedAt};
	return {type: 'caller-joined', at, site: queue.site, service: 'queue', ...key, from: caller.from, ...joinedAt};
};

/** `unknown`: the board has not heard of the call, or has forgotten it. */
export type CallCourse = 'goes-on' | 'ended' | 'unknown';

export const courseOf = (key: CallKey, {lines, queues}: Board): CallCourse => {
	if ('callId' in key) {
		const line = lines.get(key.number);
		const call = line && findCall(line, key.callId);
		if (!call) return 'unknown';
		return endedAt(call) === null ? 'goes-on' : 'ended';
	}
	const queue = queues.get(key.number);
	const caller = queue && findCaller(queue, key.callerId);
	if (!caller) return 'unknown';
	return callerState(caller) === 'gone' ? 'ended' : 'goes-on';
};
