import {type Caller, type CallerState, callerState} from '../../domain/caller.js';
import {type Queue, talkingSince} from '../../domain/queue.js';
import type {EpochMs} from '../../domain/units.js';

/** Since when something lasts. Not exact: at least since then, because the beginning was not told. */
export type Since = {readonly at: EpochMs; readonly isExact: boolean};

/** A caller in their queue, and since when they wait, or talk. */
export type Present = {
	readonly queue: Queue;
	readonly caller: Caller;
	readonly state: Exclude<CallerState, 'gone'>;
	readonly since: Since;
};

/** The callers of a queue. Those who wait and those who talk are sure; each list is in order of time, longest first. */
export type People = {
	readonly waiting: readonly Present[];
	readonly talking: readonly Present[];
	/** Nobody can say whether they are still there. */
	readonly doubted: {readonly waiting: readonly Present[]; readonly talking: readonly Present[]};
	/** The board stopped believing in them a moment ago. */
	readonly expired: {readonly waiting: readonly Present[]; readonly talking: readonly Present[]};
};

/** Since when a caller is in the queue: the joining, else the first sign of them. */
export const waitingSince = ({joinedAt, heardAt, trail}: Caller): Since => {
	if (joinedAt !== null) return {at: joinedAt, isExact: true};
	const first = trail[0]?.at ?? heardAt;
	return {at: first < heardAt ? first : heardAt, isExact: false};
};

/** Since when a caller talks. */
const talksSince = (caller: Caller): Since => ({
	at: talkingSince(caller),
	isExact: (caller.bridge?.answeredAt ?? null) !== null,
});

const known = new WeakMap<Queue, People>();

/** The callers of a queue, looked through once: a queue keeps its identity until news changes it. */
export const peopleIn = (queue: Queue): People => {
	const found = known.get(queue);
	if (found) return found;
	const people = sortPeople(queue);
	known.set(queue, people);
	return people;
};

const sortPeople = (queue: Queue): People => {
	const all: Present[] = [];
	for (const caller of queue.callers.values()) {
		const state = callerState(caller);
		if (state === 'gone') continue;
		all.push({queue, caller, state, since: caller.bridge === null ? waitingSince(caller) : talksSince(caller)});
	}
	all.sort(byTime);
	const waits = all.filter(({caller}) => caller.bridge === null);
	const talks = all.filter(({caller}) => caller.bridge !== null);
	const inState = (callers: readonly Present[], wanted: CallerState): readonly Present[] =>
		callers.filter(({state}) => state === wanted);
	return {
		waiting: inState(all, 'waiting'),
		talking: inState(all, 'talking'),
		doubted: {waiting: inState(waits, 'unknown'), talking: inState(talks, 'unknown')},
		expired: {waiting: inState(waits, 'expired'), talking: inState(talks, 'expired')},
	};
};

/** Longest first. */
export const byTime = (one: Present, other: Present): number => one.since.at - other.since.at;

/** The earlier of two; of two at once, the exact one. */
export const earlier = (one: Since | null, other: Since | null): Since | null => {
	if (one === null || other === null) return one ?? other;
	if (one.at !== other.at) return one.at < other.at ? one : other;
	return one.isExact ? one : other;
};
