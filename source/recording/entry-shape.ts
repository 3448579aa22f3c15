import type {Entry} from './format.js';
import {programName, transports} from './format.js';

/** What a value must be. Says what was expected where it is not, `sites: a list of names`; undefined where it is. */
type Shape = (value: unknown) => string | undefined;

type Fields = Readonly<Record<string, Shape>>;

const shape =
	(expected: string, fits: (value: unknown) => boolean): Shape =>
	value =>
		fits(value) ? undefined : expected;

const optional =
	(inner: Shape): Shape =>
	value =>
		value === undefined ? undefined : inner(value);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === 'string';

const text = shape('a text', isText);
const time = shape('a time as 2026-11-21T09:14:58.271Z', value => isText(value) && isInstant(value));
const yes = shape('true', value => value === true);
const truth = shape('true or false', value => typeof value === 'boolean');
const zone = shape('a time zone as Europe/Paris', value => isText(value) && isZone(value));
const count = shape('a whole number', value => Number.isSafeInteger(value) && Number(value) >= 0);
const names = shape('a list of sites', value => Array.isArray(value) && value.length > 0 && value.every(isText));
const oneOf = (choices: readonly string[]): Shape =>
	shape(`one of ${choices.join(', ')}`, value => isText(value) && choices.includes(value));
const reasons = shape('a reason for each site', value => isObject(value) && Object.values(value).every(isText));
const tokens = shape(
	'a list of sites with tokens',
	value => Array.isArray(value) && value.every(item => isObject(item) && isText(item.site) && isText(item.token)),
);

const isInstant = (value: string): boolean =>
	/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.test(value) && !Number.isNaN(Date.parse(value));

const isZone = (name: string): boolean => {
	try {
		return new Intl.DateTimeFormat('en', {timeZone: name}) !== undefined;
	} catch {
		return false;
	}
};

const origin: Fields = {at: time, sites: names, transport: oneOf(transports)};

const fieldsByKind: Readonly<Record<Entry['kind'], Fields>> = {
	header: {
		program: oneOf([programName]),
		version: text,
		at: time,
		begun: time,
		part: count,
		sites: tokens,
		anonymised: truth,
		timeZone: zone,
	},
	connecting: {...origin, again: optional(yes)},
	answer: {
		...origin,
		body: text,
		receivedAt: optional(time),
		prompt: optional(yes),
		gap: optional(yes),
		refused: optional(reasons),
	},
	failure: {...origin, code: text, message: text, delayMs: count},
	jump: {from: time, at: time},
	end: {at: time},
};

const fieldsByCode: Readonly<Record<string, Fields>> = {
	TOKEN_REFUSED: {},
	WIRE_FORMAT: {path: text},
	FEED_UNREACHABLE: {
		failure: oneOf(['unreachable', 'timeout', 'status', 'too-large']),
		status: optional(count),
		retryAfterSeconds: optional(shape('a number of seconds', value => typeof value === 'number' && value >= 0)),
	},
};

/** The entry that a parsed line is, or in words what was expected instead. */
export const entryOf = (value: unknown): Entry | {readonly expected: string} => {
	if (!isObject(value)) return {expected: 'a JSON object'};
	const kinds = Object.keys(fieldsByKind);
	const fields = ownOf(fieldsByKind, value.kind);
	if (!fields) return {expected: `kind to be one of ${kinds.join(', ')}`};
	const code = value.kind === 'failure' ? ownOf(fieldsByCode, value.code) : {};
	if (!code) return {expected: `code to be one of ${Object.keys(fieldsByCode).join(', ')}`};
	for (const [key, fits] of Object.entries({...fields, ...code})) {
		const expected = fits(Object.hasOwn(value, key) ? value[key] : undefined);
		if (expected !== undefined) return {expected: `${key} to be ${expected}`};
	}
	// Every key that its kind has was looked at.
	return value as unknown as Entry;
};

const ownOf = (table: Readonly<Record<string, Fields>>, key: unknown): Fields | undefined =>
	isText(key) && Object.hasOwn(table, key) ? table[key] : undefined;
