/** What was counted when: by the minute for the windows that roll, by the quarter of an hour for the day. */

import {noShare, type Share} from './caller.js';
import {addShare, emptyTally, mergeTallies, type Tally} from './tally.js';
import {type EpochMs, epochMs} from './units.js';

/** What was counted in the stretch of time that begins at `start`. */
export type Bucket = {readonly start: EpochMs; readonly tally: Tally};

/** Tallies by time. Nearly all news is about the newest, which is apart, so that it changes without a copy of the others. */
export type Buckets = {readonly newest: Bucket | null; readonly older: ReadonlyMap<EpochMs, Tally>};

/**
Counts by time. Who was offered counts when they joined; answered, lost and opted out count when the waiting ended;
a conversation counts when it ended.
*/
export type Times = {
	/** The last hour and a little more: the minutes in which something counted. */
	readonly minutes: Buckets;
	/** Since counting began, a day and a little more: no zone is off by less than a quarter. */
	readonly quarters: Buckets;
	/** The most callers who waited at once, by quarter. */
	readonly peaks: ReadonlyMap<EpochMs, number>;
};

export const minuteMs = 60_000;
export const quarterMs = 15 * minuteMs;

/** How many buckets are kept, the newest. */
export const minutesKept = 70;
export const quartersKept = 26 * 4;

const sizes = {
	minutes: {sizeMs: minuteMs, kept: minutesKept},
	quarters: {sizeMs: quarterMs, kept: quartersKept},
} as const;

export const emptyBuckets: Buckets = {newest: null, older: new Map()};

export const emptyTimes: Times = {minutes: emptyBuckets, quarters: emptyBuckets, peaks: new Map()};

/** All buckets, in no order. */
export const bucketList = ({newest, older}: Buckets): readonly Bucket[] => [
	...Array.from(older, ([start, tally]) => ({start, tally})),
	...(newest === null ? [] : [newest]),
];

/** What was counted in the stretch that begins then; undefined: nothing. */
export const tallyAt = ({newest, older}: Buckets, start: EpochMs): Tally | undefined =>
	newest?.start === start ? newest.tally : older.get(start);

/** Buckets of tallies in whatever order. */
export const bucketsFrom = (tallies: ReadonlyMap<EpochMs, Tally>): Buckets => {
	const start = epochMs(Math.max(...tallies.keys()));
	const tally = tallies.get(start);
	if (!tally) return emptyBuckets;
	const older = new Map(tallies);
	older.delete(start);
	return {newest: {start, tally}, older};
};

/** Start of the quarter of an hour that an instant lies in. */
export const quarterOf = (at: EpochMs): EpochMs => startOf(at, quarterMs);

const startOf = (at: EpochMs, sizeMs: number): EpochMs => epochMs(Math.floor(at / sizeMs) * sizeMs);

/** Part of a share, and when it counts; null: not at all. */
type Part = {readonly at: EpochMs | null; readonly share: Share};

const partsOf = ({offered, outcome, waited, talked, joinedAt, waitEndedAt, talkEndedAt}: Share): readonly Part[] => [
	{at: offered ? joinedAt : null, share: {...noShare, offered}},
	{at: outcome === null ? null : waitEndedAt, share: {...noShare, outcome, waited}},
	{at: talked === null ? null : talkEndedAt, share: {...noShare, talked}},
];

/** The counts by time after a stay that counted for `before` counts for `after`. */
export const recountTimes = (times: Times, {before, after}: {readonly before: Share; readonly after: Share}): Times => {
	if (isSameShare(before, after)) return times;
	const [old, fresh] = [partsOf(before), partsOf(after)];
	let {minutes, quarters} = times;
	for (const [index, part] of fresh.entries()) {
		const former = old[index];
		if (former && isSame(former, part)) continue;
		for (const [sign, changed] of [[-1, former] as const, [1, part] as const]) {
			if (!changed || changed.at === null) continue;
			minutes = addTo(minutes, {at: changed.at, share: changed.share, sign, ...sizes.minutes});
			quarters = addTo(quarters, {at: changed.at, share: changed.share, sign, ...sizes.quarters});
		}
	}
	return minutes === times.minutes && quarters === times.quarters ? times : {...times, minutes, quarters};
};

/** True when both count for the same at the same times. */
export const isSameShare = (one: Share, other: Share): boolean =>
	one.offered === other.offered &&
	one.outcome === other.outcome &&
	one.waited === other.waited &&
	one.talked === other.talked &&
	one.joinedAt === other.joinedAt &&
	one.waitEndedAt === other.waitEndedAt &&
	one.talkEndedAt === other.talkEndedAt;

const isSame = (one: Part, other: Part): boolean =>
	one.at === other.at &&
	one.share.outcome === other.share.outcome &&
	one.share.waited === other.share.waited &&
	one.share.talked === other.share.talked;

type Change = {
	readonly at: EpochMs;
	readonly share: Share;
	readonly sign: 1 | -1;
	readonly sizeMs: number;
	readonly kept: number;
};

/** What was forgotten is not taken back. */
const addTo = (buckets: Buckets, {at, share, sign, sizeMs, kept}: Change): Buckets => {
	const start = startOf(at, sizeMs);
	const {newest, older} = buckets;
	const known = tallyAt(buckets, start);
	if (!known && sign < 0) return buckets;
	const tally = addShare(known ?? emptyTally, share, sign);
	if (newest === null || newest.start === start) return {newest: {start, tally}, older};
	// The newest is kept apart, and is one of them.
	const others = {kept: kept - 1};
	if (start > newest.start) {
		return {newest: {start, tally}, older: withNewest(older, {start: newest.start, value: newest.tally, ...others})};
	}
	const changed = withNewest(older, {start, value: tally, ...others});
	return changed === older ? buckets : {newest, older: changed};
};

type Entry<Value> = {readonly start: EpochMs; readonly value: Value; readonly kept: number};

/** The oldest is forgotten when there are too many; what is older than all that are kept does not come in. */
const withNewest = <Value>(
	buckets: ReadonlyMap<EpochMs, Value>,
	{start, value, kept}: Entry<Value>,
): ReadonlyMap<EpochMs, Value> => {
	const changed = new Map(buckets).set(start, value);
	if (changed.size <= kept) return changed;
	const oldest = epochMs(Math.min(...changed.keys()));
	changed.delete(oldest);
	return oldest === start ? buckets : changed;
};

/** Remembers how many there were at once, if it is the most of its quarter. */
export const notePeak = (
	peaks: ReadonlyMap<EpochMs, number>,
	{at, count}: {readonly at: EpochMs; readonly count: number},
): ReadonlyMap<EpochMs, number> => {
	const start = quarterOf(at);
	return count > (peaks.get(start) ?? 0) ? withNewest(peaks, {start, value: count, kept: quartersKept}) : peaks;
};

/** Everything counted from an instant on, whole buckets: one that begins before it is left out. */
export const countedSince = (buckets: Buckets, from: EpochMs): Tally =>
	mergeTallies(bucketList(buckets).flatMap(({start, tally}) => (start >= from ? [tally] : [])));
