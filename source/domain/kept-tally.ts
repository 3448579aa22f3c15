import {count, instant, made, record, sumMs, table} from './kept-values.js';
import type {Tally} from './tally.js';
import {type Buckets, bucketList, bucketsFrom, type Times} from './times.js';
import type {EpochMs} from './units.js';
import type {Total} from './whole-call.js';

export type Rows<Key, Value> = readonly (readonly [Key, Value])[];

type TallyTables = 'answerWaits' | 'abandonWaits' | 'otherWaits';

/** A tally as plain JSON. */
export type KeptTally = Omit<Tally, TallyTables> & Readonly<Record<TallyTables, Rows<number, number>>>;

type KeptBuckets = Rows<EpochMs, KeptTally>;

/** Counts by time as plain JSON. */
export type KeptTimes = {
	readonly minutes: KeptBuckets;
	readonly quarters: KeptBuckets;
	readonly peaks: Rows<EpochMs, number>;
};

export type KeptTotal = {readonly tally: KeptTally; readonly times: KeptTimes};

export const keepTally = (tally: Tally): KeptTally => ({
	...tally,
	answerWaits: [...tally.answerWaits],
	abandonWaits: [...tally.abandonWaits],
	otherWaits: [...tally.otherWaits],
});

const keepBuckets = (buckets: Buckets): KeptBuckets =>
	bucketList(buckets).map(({start, tally}) => [start, keepTally(tally)] as const);

export const keepTimes = ({minutes, quarters, peaks}: Times): KeptTimes => ({
	minutes: keepBuckets(minutes),
	quarters: keepBuckets(quarters),
	peaks: [...peaks],
});

export const keepTotal = ({tally, times}: Total): KeptTotal => ({tally: keepTally(tally), times: keepTimes(times)});

const histogram = table(count, count);

export const keptTally = record<Tally>({
	offered: count,
	answered: count,
	abandoned: count,
	timedOut: count,
	noAgent: count,
	optedOut: count,
	answerWaits: histogram,
	answerWaitMs: sumMs,
	abandonWaits: histogram,
	otherWaits: histogram,
	talks: count,
	talkMs: sumMs,
});

const buckets = made(table(instant, keptTally), bucketsFrom);

export const keptPeaks = table(instant, count);

export const keptTimes = record<Times>({minutes: buckets, quarters: buckets, peaks: keptPeaks});

export const keptTotal = record<Total>({tally: keptTally, times: keptTimes});
