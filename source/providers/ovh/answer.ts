import type {BoardEvent} from '../../domain/event.js';
import {type EpochMs, later, type SiteName} from '../../domain/units.js';
import {WireFormatError} from '../../errors.js';
import {type Context, fault} from './context.js';
import {sentInstant} from './fields.js';
import {parseEnvelope, parseEvent, parseJson, parseList, tokenOf} from './parse.js';
import {rejection, translateEvent} from './translate.js';
import type {WireEvent} from './wire.js';

/** How a text came: answer of version 1, answer of version 2, messages of version 2's WebSocket. */
export type AnswerForm = 'v1' | 'v2' | 'websocket';

export type Reading = {
	readonly form: AnswerForm;
	/** The site of an event by the token in it. The token goes nowhere else. */
	readonly siteOf: (token: string | undefined) => SiteName;
	/** Arrival: the time of what is rejected. */
	readonly receivedAt: EpochMs;
};

/** What a text of the service says. */
export type Answer = {
	/** The cursor to ask on with; undefined when the text carries none. Version 1 only. */
	readonly session: string | undefined;
	/** In the order they stood in, rejected ones among them. */
	readonly events: readonly BoardEvent[];
	/** At which place among the events of the text each of them stood: not all that are malformed are told. */
	readonly origins: readonly number[];
	/** The service's clock when it sent the youngest event. */
	readonly lastSentAt: EpochMs | null;
	/** The service says that it does not know the session any more. Version 2 only. */
	readonly isSessionLost: boolean;
};

/** Stands between the messages of one text (RFC 7464): JSON holds no such character. */
export const messageSeparator = '\u001e';

/**
Reads what came, live or from a recording. Throws a WireFormatError when nothing of it can be read; a malformed event,
or message of a WebSocket, becomes `event-rejected` among the good ones.
*/
export const readAnswer = (text: string, reading: Reading): Answer => readers[reading.form](text, reading);

const readers: Readonly<Record<AnswerForm, (text: string, reading: Reading) => Answer>> = {
	v1: (text, reading) => {
		const {session, items} = parseEnvelope(parseJson(text));
		return {...translateItems(items, reading), session};
	},
	v2: (text, reading) => readNotice(text) ?? translateItems(parseList(parseJson(text)), reading),
	websocket: (text, reading) => {
		const messages = text.split(messageSeparator);
		const notices = messages.map(readNotice);
		const items = messages.flatMap((message, index) => (notices[index] ? [] : parseMessage(message)));
		return {...translateItems(items, reading), isSessionLost: notices.some(notice => notice?.isSessionLost)};
	},
};

const nothing: Answer = {session: undefined, events: [], origins: [], lastSentAt: null, isSessionLost: false};

/** What version 2 says in words, by how it begins. Observed: `Timeout, please reconnect` and `Session not found`. */
const notices: readonly (readonly [RegExp, Answer])[] = [
	[/^(null)?$/, nothing],
	[/^"?timeout, please reconnect/i, nothing],
	[/^"?session not found/i, {...nothing, isSessionLost: true}],
];
const longestNotice = 200;

const readNotice = (text: string): Answer | undefined => {
	if (text.length > longestNotice) return undefined;
	const words = text.trim();
	return notices.find(([beginning]) => beginning.test(words))?.[1];
};

/** Stands for a message that is no JSON. */
const unreadable = Symbol('unreadable');

/** True for a text in which version 2 says something in words, or nothing: it holds no events. */
export const isNotice = (text: string): boolean => readNotice(text) !== undefined;

/** True for the text by which version 2 says that it does not know the session any more. */
export const saysSessionLost = (text: string): boolean => readNotice(text)?.isSessionLost ?? false;

/** The events of one message: one, or a list. */
const parseMessage = (message: string): readonly unknown[] => {
	try {
		const body: unknown = JSON.parse(message);
		return Array.isArray(body) ? body : [body];
	} catch {
		return [unreadable];
	}
};

/** An answer with more than this that cannot be read is an attack or another protocol: the rest is not told one by one. */
const mostRejected = 1000;

const translateItems = (items: readonly unknown[], {form, siteOf, receivedAt}: Reading): Answer => {
	const events: BoardEvent[] = [];
	const origins: number[] = [];
	const list = form === 'v1' ? 'Events' : '';
	let lastSentAt: EpochMs | null = null;
	let rejected = 0;
	for (const [index, item] of items.entries()) {
		const site = siteOf(tokenOf(item));
		const context: Context = {site, path: `${list}[${index}]`, receivedAt, isLowerCase: form !== 'v1'};
		const wire = readItem(item, context);
		const event = wire instanceof WireFormatError ? rejection(wire, context) : translateEvent(wire, context);
		const sentAt = wire instanceof WireFormatError ? undefined : sentInstant(wire);
		if (sentAt !== undefined) lastSentAt = later(lastSentAt, sentAt);
		if (event.type === 'event-rejected') rejected += 1;
		if (event.type === 'event-rejected' && rejected > mostRejected) continue;
		events.push(event);
		origins.push(index);
	}
	return {...nothing, events, origins, lastSentAt};
};

const readItem = (item: unknown, context: Context): WireEvent | WireFormatError => {
	if (item === unreadable) return fault(context, '', 'expected JSON');
	try {
		return parseEvent(item, context);
	} catch (error) {
		if (error instanceof WireFormatError) return error;
		throw error;
	}
};
