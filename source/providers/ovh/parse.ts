import {WireFormatError} from '../../errors.js';
import type {WireDetails, WireEvent} from './wire.js';

/** An answer taken apart: the good events, and what was wrong with the others. */
export type ParsedAnswer = {
	/** Undefined when the answer carries none; the caller keeps the one it has. */
	readonly session: string | undefined;
	readonly events: readonly WireEvent[];
	/** Where each of the good events stood, `Events[3]`. */
	readonly paths: readonly string[];
	readonly rejected: readonly WireFormatError[];
};

type Unknown = Readonly<Record<string, unknown>>;

/**
Reads an answer. Throws a WireFormatError when the envelope cannot be read; a malformed event is returned beside the
good ones, with its path. Tolerates what the service is known or feared to do: `Events` null or absent, top-level keys
in lower case (as in v2), `Resource` spelt properly, numbers as strings, null and empty values.
*/
export const parseAnswer = (body: unknown): ParsedAnswer => {
	if (!isObject(body)) throw new WireFormatError('answer', `expected an object, got ${kindOf(body)}`);
	const list = field(body, 'Events') ?? [];
	if (!Array.isArray(list)) throw new WireFormatError('Events', `expected a list, got ${kindOf(list)}`);
	const session = field(body, 'Session');
	const events: WireEvent[] = [];
	const paths: string[] = [];
	const rejected: WireFormatError[] = [];
	for (const [index, item] of list.entries()) {
		const path = `Events[${index}]`;
		const event = readEvent(item, path);
		if (event instanceof WireFormatError) {
			rejected.push(event);
			continue;
		}
		events.push(event);
		paths.push(path);
	}
	return {session: typeof session === 'string' && session !== '' ? session : undefined, events, paths, rejected};
};

const readEvent = (item: unknown, path: string): WireEvent | WireFormatError => {
	if (!isObject(item)) return new WireFormatError(path, `expected an object, got ${kindOf(item)}`);
	const data = field(item, 'Data') ?? {};
	if (!isObject(data)) return new WireFormatError(`${path}.Data`, `expected an object, got ${kindOf(data)}`);
	const name = textOf(field(item, 'Event')) || textOf(data.Event) || textOf(data.Action);
	if (name === '') return new WireFormatError(`${path}.Event`, 'expected the name of an event');
	const details = field(item, 'Details');
	const timestamp = Number(textOf(field(item, 'Timestamp')) || Number.NaN);
	return {
		Event: name,
		Service: textOf(field(item, 'Service')),
		Ressource: textOf(field(item, 'Ressource') ?? field(item, 'Resource')),
		...(Number.isFinite(timestamp) ? {Timestamp: timestamp} : {}),
		Data: scalars(data),
		Details: isObject(details) ? (scalarsAsText(details) as WireDetails) : {},
	};
};

/** A key with or without its capital: v1 and v2 differ in the first letter only. */
const field = (object: Unknown, key: string): unknown => {
	if (Object.hasOwn(object, key)) return object[key];
	const lower = key.charAt(0).toLowerCase() + key.slice(1);
	return Object.hasOwn(object, lower) ? object[lower] : undefined;
};

/** Text and numbers only, keyed without a prototype: keys come from the network. */
const scalars = (object: Unknown): WireEvent['Data'] => {
	const kept: Record<string, string | number> = Object.create(null);
	for (const [key, value] of Object.entries(object)) {
		if (typeof value === 'string' || typeof value === 'number') kept[key] = value;
		else if (typeof value === 'boolean') kept[key] = String(value);
	}
	return kept;
};

const scalarsAsText = (object: Unknown): Readonly<Record<string, string>> => {
	const kept: Record<string, string> = Object.create(null);
	for (const [key, value] of Object.entries(scalars(object))) kept[key] = String(value);
	return kept;
};

const textOf = (value: unknown): string =>
	typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';

const isObject = (value: unknown): value is Unknown =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value);
