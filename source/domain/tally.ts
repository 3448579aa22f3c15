import type {Share} from './caller.js';
import {type DurationMs, durationMs} from './units.js';

/** How many callers waited how long: whole seconds, rounded up, to number of callers. */
export type Histogram = ReadonlyMap<number, number>;

/** Sums and counts of a queue's day. Averages and rates are questions, never stored. */
export type Tally = {
	readonly offered: number;
	readonly answered: number;
	readonly abandoned: number;
	readonly timedOut: number;
	readonly noAgent: number;
	readonly optedOut: number;
	/** Waits of answered callers whose joining is known. */
	readonly answerWaits: Histogram;
	readonly answerWaitMs: number;
	/** Waits of callers who abandoned and whose joining is known. */
	readonly abandonWaits: Histogram;
	/** Waits of those who timed out, found no agent or opted out, and whose joining is known. */
	readonly otherWaits: Histogram;
	readonly talks: number;
	readonly talkMs: number;
};

export const emptyTally: Tally = {
	offered: 0,
	answered: 0,
	abandoned: 0,
	timedOut: 0,
	noAgent: 0,
	optedOut: 0,
	answerWaits: new Map(),
	answerWaitMs: 0,
	abandonWaits: new Map(),
	otherWaits: new Map(),
	talks: 0,
	talkMs: 0,
};

/** Which count an outcome belongs to. */
const counterOf = {
	answered: 'answered',
	abandoned: 'abandoned',
	'timed-out': 'timedOut',
	'no-agent': 'noAgent',
	'opted-out': 'optedOut',
} as const;

/** The tally after a stay that counted for `before` counts for `after`. */
export const recountShare = (tally: Tally, {before, after}: {readonly before: Share; readonly after: Share}): Tally =>
	sameShare(before, after) ? tally : addShare(addShare(tally, before, -1), after, 1);

const sameShare = (one: Share, other: Share): boolean =>
	one.offered === other.offered &&
	one.outcome === other.outcome &&
	one.waited === other.waited &&
	one.talked === other.talked;

/** The tally with a share more, or one less. */
export const addShare = (tally: Tally, share: Share, sign: 1 | -1): Tally => {
	const {outcome, waited, talked} = share;
	const counted = outcome === null ? {} : {[counterOf[outcome]]: tally[counterOf[outcome]] + sign};
	const waits = waited === null ? {} : addWait(tally, {outcome, waited, sign});
	const talks = talked === null ? {} : {talks: tally.talks + sign, talkMs: tally.talkMs + sign * talked};
	return {...tally, ...counted, ...waits, ...talks, offered: tally.offered + (share.offered ? sign : 0)};
};

type Wait = {readonly outcome: Share['outcome']; readonly waited: DurationMs; readonly sign: 1 | -1};

const addWait = (tally: Tally, {outcome, waited, sign}: Wait): Partial<Tally> => {
	if (outcome === 'abandoned') return {abandonWaits: bump(tally.abandonWaits, waited, sign)};
	if (outcome === null) return {};
	if (outcome !== 'answered') return {otherWaits: bump(tally.otherWaits, waited, sign)};
	return {
		answerWaits: bump(tally.answerWaits, waited, sign),
		answerWaitMs: tally.answerWaitMs + sign * waited,
	};
};

const bump = (histogram: Histogram, waited: DurationMs, sign: 1 | -1): Histogram => {
	const seconds = Math.ceil(waited / 1000);
	const count = (histogram.get(seconds) ?? 0) + sign;
	const changed = new Map(histogram);
	if (count === 0) changed.delete(seconds);
	else changed.set(seconds, count);
	return changed;
};

/** How many of them waited at most so many seconds. */
export const within = (histogram: Histogram, seconds: number): number => {
	let count = 0;
	for (const [waited, callers] of histogram) if (waited <= seconds) count += callers;
	return count;
};

/** The longest of all waits that ended, whole seconds rounded up; null without any. */
export const longestWaitSeconds = ({answerWaits, abandonWaits, otherWaits}: Tally): number | null => {
	let longest: number | null = null;
	for (const histogram of [answerWaits, abandonWaits, otherWaits]) {
		for (const seconds of histogram.keys()) if (longest === null || seconds > longest) longest = seconds;
	}
	return longest;
};

/** All callers in a histogram. */
export const total = (histogram: Histogram): number => within(histogram, Number.POSITIVE_INFINITY);

/** The sum of several days or queues. */
export const mergeTallies = (tallies: Iterable<Tally>): Tally => {
	let sum = emptyTally;
	for (const tally of tallies) sum = mergeTwo(sum, tally);
	return sum;
};

const mergeTwo = (one: Tally, other: Tally): Tally => ({
	offered: one.offered + other.offered,
	answered: one.answered + other.answered,
	abandoned: one.abandoned + other.abandoned,
	timedOut: one.timedOut + other.timedOut,
	noAgent: one.noAgent + other.noAgent,
	optedOut: one.optedOut + other.optedOut,
	answerWaits: mergeHistograms(one.answerWaits, other.answerWaits),
	answerWaitMs: one.answerWaitMs + other.answerWaitMs,
	abandonWaits: mergeHistograms(one.abandonWaits, other.abandonWaits),
	otherWaits: mergeHistograms(one.otherWaits, other.otherWaits),
	talks: one.talks + other.talks,
	talkMs: one.talkMs + other.talkMs,
});

const mergeHistograms = (one: Histogram, other: Histogram): Histogram => {
	const sum = new Map(one);
	for (const [seconds, callers] of other) sum.set(seconds, (sum.get(seconds) ?? 0) + callers);
	return sum;
};

export const meanMs = (sum: number, count: number): DurationMs | null => (count === 0 ? null : durationMs(sum / count));
