import {answer, type Call, hangUp, hear, hold, newCall, peer, ring, stopRinging} from '../call.js';
import {addToTrail} from '../caller.js';
import {settleLine} from '../doubt.js';
import type {BoardDraft, Handlers} from '../draft.js';
import {endedCall} from '../ended.js';
import type {BoardEvent, CallEvent} from '../event.js';
import {findCall, type Line, newLine, putCall} from '../line.js';
import {settleLosses} from '../loss.js';
import {later} from '../units.js';

/** The line an event names, made on first sight, with what the event says of it. */
const lineOf = (draft: BoardDraft, event: CallEvent | BoardEvent<'line-registered'>): Line => {
	const line = draft.lines.get(event.number) ?? newLine(event.number, event.site);
	const heardAt = later(line.heardAt, event.at);
	const label = event.label ?? line.label;
	const type = event.numberType ?? line.type;
	const simultaneousLines = event.simultaneousLines ?? line.simultaneousLines;
	const same =
		heardAt === line.heardAt &&
		label === line.label &&
		type === line.type &&
		simultaneousLines === line.simultaneousLines;
	return same ? line : {...line, heardAt, label, type, simultaneousLines};
};

/** Applies one piece of news to the call it is about; tells whether that changed the call. */
const aboutCall = (draft: BoardDraft, event: CallEvent, news: (call: Call) => Call): boolean => {
	const line = lineOf(draft, event);
	const known = findCall(line, event.callId);
	const call = remember(news(hear(known ?? newCall(event), event.at)), {known, event});
	draft.lines.set(line.number, settleLine(putCall(line, call), {id: call.id, at: event.at}));
	if (call === known) return false;
	tellOn(draft, {line, call, known, event});
	return true;
};

/** News goes into the trail of its call; what is known already does not. */
const remember = (call: Call, {known, event}: {readonly known: Call | undefined; readonly event: CallEvent}): Call =>
	call === known ? call : {...call, trail: addToTrail(call.trail, event)};

type Told = {
	/** As it was before. */
	readonly line: Line;
	readonly call: Call;
	readonly known: Call | undefined;
	readonly event: CallEvent;
};

/** What follows from news of a call elsewhere on the board. */
const tellOn = (draft: BoardDraft, {line, call, known, event}: Told): void => {
	const record = endedCall(line, call);
	const wasEnded = known !== undefined && !line.calls.has(call.id);
	if (record) draft.end(record, {wasEnded});
	else if (wasEnded) draft.goOn({kind: 'call', site: line.site, line: line.number, id: call.id});
	if (event.type === 'ringing-started' || event.type === 'talk-started') draft.noteLoad(event.at);
	if (call.answeredAt !== (known?.answeredAt ?? null)) draft.losses = reached(draft.losses, {line, call});
};

/** Whoever answers a lost caller, or calls them back and is answered, has dealt with them. */
const reached = (losses: BoardDraft['losses'], {line, call}: Pick<Told, 'line' | 'call'>): BoardDraft['losses'] => {
	if (losses.size === 0 || call.answeredAt === null) return losses;
	const {direction, startedAt: begunAt, answeredAt: at} = call;
	const by = reachedBy[direction];
	if (by === null) return losses;
	return settleLosses(losses, {from: peer(call), begunAt, settled: {by, at, who: line.number}});
};

const reachedBy = {outgoing: 'called-back', incoming: 'answered', internal: null, unknown: null} as const;

export const lineHandlers: Handlers<CallEvent['type'] | 'line-registered'> = {
	'ringing-started': (draft, event) => aboutCall(draft, event, call => ring(call, event.at)),
	'talk-started': (draft, event) => aboutCall(draft, event, call => answer(call, event.at)),
	'ringing-ended': (draft, event) => aboutCall(draft, event, call => stopRinging(call, event.at)),
	'talk-ended': (draft, event) => aboutCall(draft, event, call => hangUp(call, event.at)),
	'hold-started': (draft, event) => aboutCall(draft, event, call => hold(call, {at: event.at, heldAt: event.at})),
	'hold-ended': (draft, event) => aboutCall(draft, event, call => hold(call, {at: event.at, heldAt: null})),
	// A registration proves that the line exists and is reachable.
	'line-registered': (draft, event) => {
		const line = lineOf(draft, event);
		const isNews = event.at > (line.registeredAt ?? -1);
		draft.lines.set(event.number, isNews ? {...line, registeredAt: event.at} : line);
		return isNews;
	},
};
