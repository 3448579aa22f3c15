/** Messages of the service as no service should send them: what fuzzing feeds the border with. */
import fc from 'fast-check';
import type {Raw} from './wire-events.js';

/** Texts of JSON that no value of JavaScript gives; stands in for a value until the message is written. */
const rawTexts: readonly string[] = [
	'1e400',
	'-1e400',
	'-0',
	'1e-400',
	'123456789012345678901234567890',
	'"\\ud800"',
	'"\\udc00\\ud800"',
	'"\\u0000\\u001b[2J\\u009b31m"',
	'{"__proto__":{"Event":"start_ringing"}}',
	`${'['.repeat(2000)}${']'.repeat(2000)}`,
	`${'{"a":'.repeat(2000)}null${'}'.repeat(2000)}`,
];

const placeholder = (index: number): string => `@raw-${index}@`;

/** The message as JSON, with the raw texts in their places. */
export const textOfMessage = (message: unknown): string =>
	(JSON.stringify(message) ?? 'null').replace(/"@raw-(\d+)@"/g, (_, index) => rawTexts[Number(index)] ?? 'null');

const rawValues = fc.nat(rawTexts.length - 1).map(placeholder);

const hostileStrings = fc.oneof(
	fc.constantFrom(
		'',
		' ',
		'\u001b]0;title\u0007',
		'\u001b[2J\u009b1m',
		'\u202egnp.exe',
		'\u2066\u2069\u200b\ufeff',
		'line\r\nbreak\u2028\u2029\u0085',
		'__proto__',
		'constructor',
		'toString',
		'\ud800',
		'a\u0301\u0302\u0303\u0304\u0305',
		'👩‍👩‍👧‍👦',
		'x'.repeat(10_000),
		'\u0000'.repeat(10_000),
		'0'.repeat(10_000),
		'NaN',
		'Infinity',
		'1e999',
		'-1',
		'0x10',
		'1772702100.999999999',
		'agent_\u001b[2J_1',
		'agent_0033199000101_5101',
		'+0033 (0)6-39.98',
		'anonymous',
	),
	fc.string({unit: 'binary', maxLength: 40}),
	fc.string({unit: 'grapheme', maxLength: 40}),
);

/** Real words of the service in the wrong places. */
const familiar = fc.constantFrom(
	'start_ringing',
	'end_ringing',
	'start_calling',
	'end_calling',
	'start_hold',
	'registered',
	'member-queue-start',
	'member-queue-end',
	'agent-offering',
	'bridge-agent-start',
	'bridge-agent-fail',
	'bridge-agent-end',
	'members-count',
	'Terminated',
	'Cancel',
	'TIMEOUT',
	'NO_ANSWER',
	'false',
);

/** Instants around the fixtures', in the units they might come in, and none at all. */
const times = fc.oneof(
	fc.integer({min: -5, max: 90}).map(seconds => 1_772_702_100 + seconds),
	fc.integer({min: -5, max: 90}).map(seconds => String(1_772_702_100.5 + seconds)),
	fc.constantFrom<unknown>(
		0,
		-1,
		1e-9,
		1_772_702_100_000,
		1_772_702_100e9,
		253_402_300_799,
		253_402_300_800,
		8.64e12,
		-0,
	),
);

const oddValues: fc.Arbitrary<unknown> = fc.oneof(
	fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], 0, -1, 0.5, 1e300, -1e300, Number.MAX_SAFE_INTEGER),
	hostileStrings,
	familiar,
	times,
	rawValues,
	fc.jsonValue({maxDepth: 2}),
);

type Path = readonly string[];
type Change = (entries: readonly Entry[], index: number) => readonly Entry[];
type Entry = readonly [key: string, value: unknown];

const respell: readonly ((key: string) => string)[] = [
	key => key.toLowerCase(),
	key => key.toUpperCase(),
	key => key.charAt(0).toLowerCase() + key.slice(1),
	key => ` ${key}`,
	() => '__proto__',
	() => 'constructor',
	() => 'hasOwnProperty',
];

const onValue =
	(change: (value: unknown) => unknown): Change =>
	(entries, index) =>
		entries.map((entry, at): Entry => (at === index ? [entry[0], change(entry[1])] : entry));

const changes: fc.Arbitrary<Change> = fc.oneof(
	{arbitrary: oddValues.map(odd => onValue(() => odd)), weight: 4},
	{arbitrary: times.map(time => onValue(() => time)), weight: 2},
	{arbitrary: hostileStrings.map(text => onValue(() => text)), weight: 3},
	fc.constant<Change>((entries, index) => entries.filter((_, at) => at !== index)),
	fc.constantFrom(...respell).map(
		(spell): Change =>
			(entries, index) =>
				entries.map((entry, at): Entry => (at === index ? [spell(entry[0]), entry[1]] : entry)),
	),
	fc.tuple(fc.constantFrom(...respell), oddValues).map(
		([spell, odd]): Change =>
			(entries, index) => [...entries, [spell(entries[index]?.[0] ?? ''), odd]],
	),
	fc.constantFrom<Change>(
		onValue(value => [value]),
		onValue(value => ({value})),
		onValue(value => Object.entries(value ?? {})),
		onValue(value => (typeof value === 'object' ? JSON.stringify(value) : Number(value))),
		onValue(value => String(value)),
	),
);

const pathsIn = (value: unknown, path: Path = []): readonly Path[] =>
	typeof value === 'object' && value !== null
		? Object.entries(value).flatMap(([key, part]) => [[...path, key], ...pathsIn(part, [...path, key])])
		: [];

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const changeAt = (value: unknown, [key = '', ...rest]: Path, change: Change): unknown => {
	if (!isObject(value)) return value;
	const entries = Object.entries(value);
	const index = entries.findIndex(([name]) => name === key);
	if (index < 0) return value;
	const next =
		rest.length === 0 ? change(entries, index) : onValue(part => changeAt(part, rest, change))(entries, index);
	return Array.isArray(value) ? next.map(([, part]) => part) : Object.fromEntries(next);
};

/** The message, damaged in up to four places. */
export const mutated = (message: Raw): fc.Arbitrary<unknown> =>
	fc
		.array(fc.tuple(fc.constantFrom(...pathsIn(message)), changes), {maxLength: 4})
		.map(damages => damages.reduce<unknown>((spoilt, [path, change]) => changeAt(spoilt, path, change), message));

/** Keys that come twice: the text of the message with a key of its own, or a foreign one, put before the others. */
export const withDoubledKey = (text: string): fc.Arbitrary<string> =>
	fc
		.tuple(
			fc.nat(),
			fc.constantFrom('Event', 'event', 'Data', 'Ts', 'CallId', '__proto__', 'QueueMemberUUID'),
			oddValues,
		)
		.map(([place, key, value]) => {
			const braces = [...text.matchAll(/\{/g)].map(({index}) => index + 1);
			const at = braces[place % Math.max(1, braces.length)] ?? 0;
			return at === 0 ? text : `${text.slice(0, at)}${JSON.stringify(key)}:${textOfMessage(value)},${text.slice(at)}`;
		});
