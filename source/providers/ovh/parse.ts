import {WireFormatError} from '../../errors.js';
import {type Context, fault} from './context.js';
import type {WireData, WireDetails, WireEvent} from './wire.js';

/** An answer of version 1 taken apart, before anything is believed of its events. */
export type Envelope = {
	/** Undefined when the answer carries none; the caller keeps the one it has. */
	readonly session: string | undefined;
	readonly items: readonly unknown[];
};

type Unknown = Readonly<Record<string, unknown>>;

/**
Reads JSON. `text` is quoted in no error: it may hold anything.
*/
export const parseJson = (text: string): unknown => {
	if (text.trim() === '') throw new WireFormatError('answer', 'expected JSON, got an empty body');
	try {
		return JSON.parse(text);
	} catch {
		const kind = text.trimStart().startsWith('<') ? 'a web page' : 'something else';
		throw new WireFormatError('answer', `expected JSON, got ${kind}`);
	}
};

/**
Reads the envelope of version 1. Tolerates what the service is known or feared to do: `Events` null or absent, keys in
lower case. An object with neither `Session` nor `Events` is no answer: perhaps what the service says to a token it does
not know, which is not documented.
*/
export const parseEnvelope = (body: unknown): Envelope => {
	if (!isObject(body)) throw new WireFormatError('answer', `expected an object, got ${kindOf(body)}`);
	const session = field(body, 'Session', 'session');
	const events = field(body, 'Events', 'events');
	if (session === undefined && events === undefined) throw new WireFormatError('answer', 'expected Session or Events');
	const items = events ?? [];
	if (!Array.isArray(items)) throw new WireFormatError('Events', `expected a list, got ${kindOf(items)}`);
	return {session: typeof session === 'string' && session !== '' ? session : undefined, items};
};

/** Version 2: a list of events, or null for none. */
export const parseList = (body: unknown): readonly unknown[] => {
	if (body === null) return [];
	if (!Array.isArray(body)) throw new WireFormatError('answer', `expected a list, got ${kindOf(body)}`);
	return body;
};

/**
Reads one event of either version. Tolerates `Resource` spelt properly, numbers as strings, null and empty values; throws
a WireFormatError otherwise. The token stays behind.
*/
export const parseEvent = (item: unknown, context: Context): WireEvent => {
	if (!isObject(item)) throw fault(context, '', `expected an object, got ${kindOf(item)}`);
	const data = field(item, 'Data', 'data') ?? {};
	if (!isObject(data)) throw fault(context, 'Data', `expected an object, got ${kindOf(data)}`);
	const name = textOf(field(item, 'Event', 'event')) || textOf(data.Event) || textOf(data.Action);
	if (name === '') throw fault(context, 'Event', 'expected the name of an event');
	const details = field(item, 'Details', 'details');
	const timestamp = Number(textOf(field(item, 'Timestamp', 'timestamp')) || Number.NaN);
	const event = {
		Event: name,
		Service: textOf(field(item, 'Service', 'service')),
		Ressource: textOf(numberOf(item)),
		// Not copied, for the sake of speed: a value is looked at where it is read.
		Data: data as WireData,
		Details: isObject(details) ? (details as WireDetails) : {},
	};
	return Number.isFinite(timestamp) ? {...event, Timestamp: timestamp} : event;
};

/** The token that subscribed to an event, to tell its site by. It must go nowhere else. */
export const tokenOf = (item: unknown): string | undefined =>
	isObject(item) ? textOf(field(item, 'Token', 'token')) || undefined : undefined;

const numberOf = (item: Unknown): unknown =>
	field(item, 'Ressource', 'ressource') ?? field(item, 'Resource', 'resource');

/** A key with or without its capital: v1 and v2 differ in the first letter only. */
const field = (object: Unknown, key: string, lower: string): unknown =>
	Object.hasOwn(object, key) ? object[key] : Object.hasOwn(object, lower) ? object[lower] : undefined;

const textOf = (value: unknown): string =>
	typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';

const isObject = (value: unknown): value is Unknown =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value);
