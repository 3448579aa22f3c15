import {type Caller, type CallerState, callerState, noShare, shareBefore, shareOf, waitSoFar} from './caller.js';
import {emptyTally, recountShare, type Tally} from './tally.js';
import {emptyTimes, notePeak, recountTimes, type Times} from './times.js';
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
	/** Counts since the last reset. */
	readonly tally: Tally;
	readonly times: Times;
	/** Since when our count of those waiting and the service's are known to differ; null: they do not. */
	readonly differsSince: EpochMs | null;
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
	times: emptyTimes,
	differsSince: null,
	heardAt: null,
});

export const findCaller = (queue: Queue, id: CallerId): Caller | undefined =>
	queue.callers.get(id) ?? queue.gone.find(caller => caller.id === id);

/** Puts a caller where they belong and corrects the tally by what they count for now. */
export const putCaller = (queue: Queue, caller: Caller): Queue => {
	const known = findCaller(queue, caller.id);
	if (known === caller) return queue;
	const change = {before: shareBefore(known, caller) ?? noShare, after: shareOf(caller)};
	const tally = recountShare(queue.tally, change);
	const times = recountTimes(queue.times, change);
	const callers = new Map(queue.callers);
	const gone = queue.gone.some(({id}) => id === caller.id) ? queue.gone.filter(({id}) => id !== caller.id) : queue.gone;
	if (callerState(caller) !== 'gone') return {...queue, tally, times, gone, callers: callers.set(caller.id, caller)};
	callers.delete(caller.id);
	return {...queue, tally, times, callers, gone: [...gone, caller].slice(-goneCallersKept)};
};

/** Removes a caller the board no longer believes in; later news of them goes on from what was known. */
export const dropCaller = (queue: Queue, caller: Caller): Queue => {
	const callers = new Map(queue.callers);
	callers.delete(caller.id);
	return {...queue, callers, gone: [...queue.gone, caller].slice(-goneCallersKept)};
};

const inState = (queue: Queue, state: CallerState): Caller[] =>
	[...queue.callers.values()].filter(caller => callerState(caller) === state);

/** How many wait. */
export const waitingCount = ({callers}: Queue): number => {
	const known = waitingAmong.get(callers);
	if (known !== undefined) return known;
	let count = 0;
	for (const caller of callers.values()) if (callerState(caller) === 'waiting') count += 1;
	waitingAmong.set(callers, count);
	return count;
};

/** All queues are added up whenever somebody joins one: each is counted once for as long as nobody in it changes. */
const waitingAmong = new WeakMap<Queue['callers'], number>();

/** The queue with how many wait now, if it is the most of the quarter. */
export const withPeak = (queue: Queue, at: EpochMs): Queue => {
	const peaks = notePeak(queue.times.peaks, {at, count: waitingCount(queue)});
	return peaks === queue.times.peaks ? queue : {...queue, times: {...queue.times, peaks}};
};

/** The queue with how long our count of those waiting and the service's have differed, as far as is known by now. */
export const compareCounts = (queue: Queue, at: EpochMs): Queue => {
	const isSame = queue.reported === null || queue.reported.count === waitingCount(queue);
	const differsSince = isSame ? null : (queue.differsSince ?? at);
	return differsSince === queue.differsSince ? queue : {...queue, differsSince};
};

/** A difference of counts is worth a word when it lasts: news of the two come a moment apart. */
const lastingMs = 60_000;

/** What the service counts waiting where that has differed from our count for a while; else null. */
export const lastingDifference = ({reported, differsSince}: Queue, now: EpochMs): number | null =>
	reported !== null && differsSince !== null && now - differsSince >= lastingMs ? reported.count : null;

/** Those who wait, longest first. */
export const waitingCallers = (queue: Queue): readonly Caller[] =>
	inState(queue, 'waiting').sort((one, other) => (one.joinedAt ?? one.heardAt) - (other.joinedAt ?? other.heardAt));

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
