import type {BoardEvent} from '../../domain/event.js';
import {cleanText} from '../../domain/text.js';
import {WireFormatError} from '../../errors.js';
import type {Context} from './context.js';
import {eventInstant, latencyOf} from './fields.js';
import {translateLineEvent} from './translate-line.js';
import {translateQueueEvent} from './translate-queue.js';
import {
	eventNameAliases,
	type LineEventName,
	lineEventNames,
	type QueueEventName,
	queueEventNames,
	type WireEvent,
} from './wire.js';

/**
One wire event to what it means. An event that lacks what its meaning needs becomes `event-rejected`, one of an unknown
name `event-unrecognised`; nothing is thrown.
*/
export const translateEvent = (wire: WireEvent, context: Context): BoardEvent => {
	try {
		return translate(wire, context);
	} catch (error) {
		if (error instanceof WireFormatError) return rejection(error, context);
		throw error;
	}
};

/** A malformed event, as an event of its own so that it is counted and seen. */
export const rejection = (error: WireFormatError, {site, receivedAt}: Context): BoardEvent => ({
	type: 'event-rejected',
	at: receivedAt,
	site,
	path: error.path,
	reason: cleanText(error.message),
});

const lineNames: ReadonlySet<string> = new Set(lineEventNames);
const queueNames: ReadonlySet<string> = new Set(queueEventNames);
const isLineEvent = (name: string): name is LineEventName => lineNames.has(name);
const isQueueEvent = (name: string): name is QueueEventName => queueNames.has(name);

const translate = (wire: WireEvent, context: Context): BoardEvent => {
	const name = Object.hasOwn(eventNameAliases, wire.Event) ? (eventNameAliases[wire.Event] ?? wire.Event) : wire.Event;
	if (isLineEvent(name)) return translateLineEvent(name, wire, context);
	if (isQueueEvent(name)) return translateQueueEvent(name, wire, context);
	const latencyMs = latencyOf(wire);
	return {
		type: 'event-unrecognised',
		at: eventInstant(wire, context),
		site: context.site,
		name: cleanText(wire.Event),
		number: cleanText(wire.Ressource),
		...(latencyMs === undefined ? {} : {latencyMs}),
	};
};
