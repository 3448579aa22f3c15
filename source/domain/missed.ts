import {type DurationMs, durationMs, type EpochMs, later} from './units.js';

/** A stretch of time whose events may be missing from the figures. */
export type Hole = {readonly from: EpochMs; readonly to: EpochMs};

/** How many stretches are told apart. */
export const holesKept = 16;

/**
The holes with one more, in order of time, none touching another. When there are too many, the two that are closest
become one: rather too much is called missed than too little. An empty hole, or one that is known, changes nothing.
*/
export const addHole = (holes: readonly Hole[], hole: Hole): readonly Hole[] => {
	if (!(hole.from < hole.to) || holes.some(({from, to}) => from <= hole.from && hole.to <= to)) return holes;
	const joined: Hole[] = [];
	for (const next of [...holes, hole].sort((one, other) => one.from - other.from)) {
		const last = joined.at(-1);
		if (last && next.from <= last.to) joined.splice(-1, 1, union(last, next));
		else joined.push(next);
	}
	return joined.length > holesKept ? joinClosest(joined) : joined;
};

/** How long news may have been missed since the figures began. */
export const missedMs = ({missed}: {readonly missed: readonly Hole[]}): DurationMs =>
	durationMs(missed.reduce((sum, {from, to}) => sum + to - from, 0));

const union = (one: Hole, other: Hole): Hole => ({from: one.from, to: later(one.to, other.to)});

const joinClosest = (holes: readonly Hole[]): readonly Hole[] => {
	const spaces = holes.slice(1).map(({from}, index) => from - (holes[index]?.to ?? from));
	const closest = spaces.indexOf(Math.min(...spaces));
	const pair = holes.slice(closest, closest + 2).reduce(union);
	return [...holes.slice(0, closest), pair, ...holes.slice(closest + 2)];
};
