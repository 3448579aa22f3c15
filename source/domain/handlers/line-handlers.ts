import {answer, type Call, hangUp, hear, hold, newCall, ring, stopRinging} from '../call.js';
import {settleLine} from '../doubt.js';
import type {BoardDraft, Handlers} from '../draft.js';
import type {BoardEvent, CallEvent} from '../event.js';
import {findCall, type Line, newLine, putCall} from '../line.js';
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
	const call = news(hear(known ?? newCall(event), event.at));
	draft.lines.set(line.number, settleLine(putCall(line, call), {id: call.id, at: event.at}));
	return call !== known;
};

export const lineHandlers: Handlers<CallEvent['type'] | 'line-registered'> = {
	'ringing-started': (draft, event) => aboutCall(draft, event, call => ring(call, event.at)),
	'talk-started': (draft, event) => aboutCall(draft, event, call => answer(call, event.at)),
	'ringing-ended': (draft, event) => aboutCall(draft, event, call => stopRinging(call, event.at)),
	'talk-ended': (draft, event) => aboutCall(draft, event, call => hangUp(call, event.at)),
	'hold-started': (draft, event) => aboutCall(draft, event, call => hold(call, {at: event.at, heldAt: event.at})),
	'hold-ended': (draft, event) => aboutCall(draft, event, call => hold(call, {at: event.at, heldAt: null})),
	// A registration proves that the line exists and is reachable; it is too frequent to be worth a log entry.
	'line-registered': (draft, event) => {
		draft.lines.set(event.number, lineOf(draft, event));
		return false;
	},
};
