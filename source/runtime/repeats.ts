import type {BoardEvent} from '../domain/event.js';
import type {EpochMs} from '../domain/units.js';

/** How many events are remembered: more than a busy service tells in the time of a reconnection. */
const defaultKept = 20_000;

/** What makes an event this one and no other. Not the site or the latency: two tokens may bring the same event. */
const facts = [
	'type',
	'at',
	'number',
	'callId',
	'callerId',
	'agent',
	'name',
	'cause',
	'outcome',
	'bridged',
	'joinedAt',
	'answeredAt',
	'endedAt',
	'leftAt',
] as const;

/**
Tells whether an event was heard before: one told by two tokens, or again after a reconnection, counts once. The newest
`kept` are remembered, or half as many; events of the feeds and of the board are never repeats, nor are rejected ones,
which have no identity.
*/
export const createRepeats = (kept = defaultKept): ((event: BoardEvent) => boolean) => {
	const isOldCount = createCounts();
	let young = new Set<number>();
	let old = new Set<number>();
	return event => {
		if (event.type === 'queue-counted') return isOldCount(event);
		if (!('number' in event)) return false;
		const key = digest(keyOf(event));
		if (young.has(key) || old.has(key)) return true;
		if (young.size >= kept / 2) {
			old = young;
			young = new Set();
		}
		young.add(key);
		return false;
	};
};

const keyOf = (event: Readonly<Partial<Record<(typeof facts)[number], unknown>>>): string => {
	let key = '';
	for (const fact of facts) key += `${String(event[fact] ?? '')}\n`;
	return key;
};

/**
A text as a number of 53 bits: twenty thousand texts would be ten megabytes. Two of them meet once in some 10¹¹ events. Each half
is multiplied and folded as in FNV-1a.
*/
const digest = (text: string): number => {
	let high = 0x811c9dc5;
	let low = 0x9e3779b9;
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		high = Math.imul(high ^ code, 0x01000193);
		low = Math.imul(low ^ code, 0x85ebca6b);
		low ^= low >>> 15;
	}
	return ((high ^ (high >>> 16)) & 0x1fffff) * 0x100000000 + (low >>> 0);
};

type Count = BoardEvent<'queue-counted'>;

/**
Counts are told in whole seconds, and within one a queue may count 1, 2 and 1 again. So a count is a repeat only of the
newest one of its queue, or when it is older.
*/
const createCounts = (): ((event: Count) => boolean) => {
	const newest = new Map<string, {readonly at: EpochMs; readonly count: number}>();
	return ({number, at, count}) => {
		const last = newest.get(number);
		if (last && (at < last.at || (at === last.at && count === last.count))) return true;
		newest.set(number, {at, count});
		return false;
	};
};
