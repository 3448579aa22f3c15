/** Makes values out of JSON that nobody vouches for: each reader gives what it is for, or undefined. */
import {cleanText, textLimit} from './text.js';
import {type DurationMs, durationMs, type EpochMs, epochMs} from './units.js';

export type Read<Value> = (json: unknown) => Value | undefined;

/** The last instant a date can express. Source: ECMAScript, “time values”. */
const latest = 8.64e15;

const isAmount = (json: unknown): json is number => typeof json === 'number' && json >= 0 && json <= latest;

/** Whole and not negative. */
export const count: Read<number> = json => (Number.isSafeInteger(json) && isAmount(json) ? json : undefined);

/** Not negative; fractions are allowed. */
export const amount: Read<number> = json => (isAmount(json) ? json : undefined);

/** A sum of durations: fractions added and taken back may leave it a hair below none. */
export const sumMs: Read<number> = json =>
	typeof json === 'number' && json > -roundingMs && json <= latest ? Math.max(0, json) : undefined;

/** What fractions may add up to. */
export const roundingMs = 1;

/** Finite, of either sign. */
export const signed: Read<number> = json => (typeof json === 'number' && Math.abs(json) <= latest ? json : undefined);

export const instant: Read<EpochMs> = json => (isAmount(json) ? epochMs(json) : undefined);

export const duration: Read<DurationMs> = json => (isAmount(json) ? durationMs(json) : undefined);

export const flag: Read<boolean> = json => (typeof json === 'boolean' ? json : undefined);

/** Text made harmless, as if it came from the network. */
export const text =
	(limit = textLimit): Read<string> =>
	json =>
		typeof json === 'string' ? cleanText(json, limit) : undefined;

/** What another reader reads, made into something. */
export const made =
	<From, Value>(read: Read<From>, make: (from: From) => Value): Read<Value> =>
	json => {
		const from = read(json);
		return from === undefined ? undefined : make(from);
	};

export const oneOf =
	<const Value extends string>(...values: readonly Value[]): Read<Value> =>
	json =>
		values.find(value => value === json);

/** Null, also when it is missing. */
export const orNull =
	<Value>(read: Read<Value>): Read<Value | null> =>
	json =>
		json === null || json === undefined ? null : read(json);

/** A list of nothing but such values. */
export const list =
	<Value>(read: Read<Value>): Read<readonly Value[]> =>
	json => {
		if (!Array.isArray(json)) return undefined;
		const values = json.map(read).filter(value => value !== undefined);
		return values.length === json.length ? values : undefined;
	};

/** The values of a list that can be read. */
export const some =
	<Value>(read: Read<Value>): Read<readonly Value[]> =>
	json =>
		Array.isArray(json) ? json.map(read).filter(value => value !== undefined) : undefined;

/** A table kept as its rows, `[key, value]`. */
export const table = <Key, Value>(key: Read<Key>, value: Read<Value>): Read<ReadonlyMap<Key, Value>> =>
	made(list(row(key, value)), rows => new Map(rows));

const row =
	<Key, Value>(readKey: Read<Key>, readValue: Read<Value>): Read<readonly [Key, Value]> =>
	json => {
		if (!Array.isArray(json) || json.length !== 2) return undefined;
		const [key, value] = [readKey(json[0]), readValue(json[1])];
		return key === undefined || value === undefined ? undefined : [key, value];
	};

type OptionalKey<Value> = {
	[Key in keyof Value]-?: Partial<Pick<Value, Key>> extends Pick<Value, Key> ? Key : never;
}[keyof Value];

/** A reader for every key that must be there. One that is missing does not compile. */
export type NeededReaders<Value> = {readonly [Key in Exclude<keyof Value, OptionalKey<Value>>]-?: Read<Value[Key]>};

/** A reader for every key that may be missing. */
export type OptionalReaders<Value> = {readonly [Key in OptionalKey<Value>]-?: Read<NonNullable<Value[Key]>>};

/** An object with these keys; any others are left out. */
export const record = <Value extends object>(
	must: NeededReaders<Value>,
	...[may]: OptionalKey<Value> extends never ? [] : [OptionalReaders<Value>]
): Read<Value> => {
	const fields: readonly (readonly [string, Read<unknown>])[] = Object.entries({...must, ...may});
	const optional = new Set(Object.keys(may ?? {}));
	return json => {
		if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
		const given = json as Readonly<Record<string, unknown>>;
		const found: Record<string, unknown> = {};
		for (const [key, read] of fields) {
			if (optional.has(key) && given[key] === undefined) continue;
			found[key] = read(given[key]);
			if (found[key] === undefined) return undefined;
		}
		return found as Value;
	};
};
