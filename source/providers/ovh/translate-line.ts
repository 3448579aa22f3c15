import type {BoardEvent, Direction} from '../../domain/event.js';
import {cleanText, idLimit} from '../../domain/text.js';
import {callId, lineNumber} from '../../domain/units.js';
import {type Context, fault} from './context.js';
import {dataText, eventInstant} from './fields.js';
import {numberFacts} from './number-facts.js';
import {normaliseNumber} from './numbers.js';
import type {LineEventName, WireEvent} from './wire.js';

/** What each line event means. Source: OVH's guide; the order of the answer's two events varies, hence the neutral names. */
const meanings = {
	start_ringing: 'ringing-started',
	end_ringing: 'ringing-ended',
	start_calling: 'talk-started',
	end_calling: 'talk-ended',
	start_hold: 'hold-started',
	end_hold: 'hold-ended',
} as const satisfies Record<Exclude<LineEventName, 'registered'>, BoardEvent['type']>;

/** Throws a WireFormatError when the number, the call's id or the time is missing. */
export const translateLineEvent = (name: LineEventName, wire: WireEvent, context: Context): BoardEvent => {
	const number = normaliseNumber(wire.Ressource || dataText(wire.Data, 'Billing'));
	if (number === '') throw fault(context, 'Ressource', 'expected the number of a line');
	const onLine = {
		at: eventInstant(wire, context),
		site: context.site,
		service: 'line',
		number: lineNumber(number),
		...numberFacts(wire, number),
	} as const;
	if (name === 'registered') return {type: 'line-registered', ...onLine};
	return {type: meanings[name], ...onLine, ...callFacts(wire, {number, context})};
};

const callFacts = ({Data}: WireEvent, {number, context}: {readonly number: string; readonly context: Context}) => {
	const id = cleanText(dataText(Data, 'CallId'), idLimit);
	if (id === '') throw fault(context, 'Data.CallId', 'expected the id of a call');
	const to = normaliseNumber(dataText(Data, 'Called') || number);
	const from = normaliseNumber(dataText(Data, 'Calling') || number);
	return {
		callId: callId(id),
		direction: directionOf({number, from, to}),
		from,
		to,
		dialled: normaliseNumber(dataText(Data, 'Dialed')) || to,
	};
};

/** Seen from the line: the called end makes it incoming, the calling end outgoing. Source: OVH's sample client. */
const directionOf = ({
	number,
	from,
	to,
}: {
	readonly number: string;
	readonly from: string;
	readonly to: string;
}): Direction => {
	if (from === to && to === number) return 'internal';
	if (to === number) return 'incoming';
	return from === number ? 'outgoing' : 'unknown';
};
