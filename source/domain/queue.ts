import {type Caller, type CallerState, callerState, shareBefore, shareOf, waitSoFar} from './caller.js';
import {emptyTally, recountShare, type Tally} from './tally.js';
import type {CallerId, DurationMs, EpochMs, QueueNumber, SiteName} from './units.js';

/** A queue (a hunting group, in the service's words) and the callers in it. */
export type Queue = {
	readonly number: QueueNumber;
	readonly site: SiteName;
	readonly label: string | null;
	readonly type: string | null;
	/** Callers who wait or talk, are in doubt, or expired a moment ago, in the order they were first heard of. */
	readonly callers: ReadonlyMap<CallerId, Caller>;
	/** The last callers who left, oldest first: what makes late and repeated news harmless. */
	readonly gone: readonly Caller[];
	/** The service's own count of those waiting, and when it was told. */
	readonly reported: {readonly count: number; readonly at: EpochMs} | null;
	readonly tally: Tally;
	/** The newest event; null when nothing was heard since a former run or since news may have been lost. */
	readonly heardAt: EpochMs | null;
};

/** How many callers who left a queue remembers. */
export const goneCallersKept = 64;

export const newQueue = (number: QueueNumber, site: SiteName): Queue => ({
	number,
	site,
	label: null,
	type: null,
	callers: new Map(),
	gone: [],
	reported: null,
	tally: emptyTally,
	heardAt: null,
});

export const findCaller = (queue: Queue, id: CallerId): Caller | undefined =>
	queue.callers.get(id) ?? queue.gone.find(caller => caller.id === id);

/** Puts a caller where they belong and corrects the tally by what they count for now. */
export const putCaller = (queue: Queue, caller: Caller): Queue => {
	const known = findCaller(queue, caller.id);
	if (known === caller) return queue;
	const before = shareBefore(known, caller) ?? nothing;
	const tally = recountShare(queue.tally, {before, after: shareOf(caller)});
	const callers = new Map(queue.callers);
	const gone = queue.gone.some(({id}) => id === caller.id) ? queue.gone.filter(({id}) => id !== caller.id) : queue.gone;
	if (callerState(caller) !== 'gone') return {...queue, tally, gone, callers: callers.set(caller.id, caller)};
	callers.delete(caller.id);
	return {...queue, tally, callers, gone: [...gone, caller].slice(-goneCallersKept)};
};

const nothing = {offered: false, outcome: null, waited: null, talked: null, agent: null};

/** Removes a caller the board no longer believes in; later news of them goes on from what was known. */
export const dropCaller = (queue: Queue, caller: Caller): Queue => {
	const callers = new Map(queue.callers);
	callers.delete(caller.id);
	return {...queue, callers, gone: [...queue.gone, caller].slice(-goneCallersKept)};
};

const inState = (queue: Queue, state: CallerState): Caller[] =>
	[...queue.callers.values()].filter(caller => callerState(caller) === state);

/** Those who wait, longest first. */
export const waitingCallers = (queue: Queue): readonly Caller[] =>
	inState(queue, 'waiting').sort((one, other) => (one.joinedAt ?? one.heardAt) - (other.joinedAt ?? other.heardAt));

/** Those the board stopped believing in a moment ago: shown once more, counted nowhere. */
export const expiredCallers = (queue: Queue): readonly Caller[] => inState(queue, 'expired');

/** Those who talk with an agent, longest first. */
export const talkingCallers = (queue: Queue): readonly Caller[] =>
	inState(queue, 'talking').sort((one, other) => talkingSince(one) - talkingSince(other));

/** How many of whom nobody can say whether they are still there: they may still wait, or still talk. */
export const callersInDoubt = (queue: Queue): {readonly waiting: number; readonly talking: number} => {
	const unknown = inState(queue, 'unknown');
	const talking = unknown.filter(({bridge}) => bridge !== null).length;
	return {waiting: unknown.length - talking, talking};
};

/** The start of a conversation; its first sign when the start was not told. */
export const talkingSince = (caller: Caller): EpochMs => caller.bridge?.answeredAt ?? caller.heardAt;

/** The longest wait of those who wait now; null when nobody does. */
export const longestWait = (queue: Queue, now: EpochMs): DurationMs | null => {
	let longest: DurationMs | null = null;
	for (const caller of waitingCallers(queue)) {
		const wait = waitSoFar(caller, now);
		if (longest === null || wait > longest) longest = wait;
	}
	return longest;
};
