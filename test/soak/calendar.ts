/** One local day of the play; `to` is the next one's `from`. Epoch milliseconds, as are all instants here. */
export type Day = {
	/** Counts from 1. */
	readonly number: number;
	readonly from: number;
	readonly to: number;
};

/** So many days in a row of this machine's zone, the first begins at the midnight before `startAt`. Some last 23 or 25 hours. */
export const daysFrom = (startAt: number, count: number): readonly Day[] => {
	const first = new Date(startAt);
	const midnight = (day: number) => new Date(first.getFullYear(), first.getMonth(), first.getDate() + day).getTime();
	return Array.from({length: count}, (_, day) => ({number: day + 1, from: midnight(day), to: midnight(day + 1)}));
};

/** A board looks at its clock every second: the last look of a day and the first of the next lie around midnight. */
const lookMs = 1000;

/** When a day is looked at: every `stepMs`, and a second before its end. */
export const stepsOf = ({from, to}: Day, stepMs: number): readonly number[] => {
	const last = to - lookMs;
	const count = Math.ceil((last - from) / stepMs) - 1;
	return [...Array.from({length: count}, (_, step) => from + (step + 1) * stepMs), last];
};

/** The first look at the day after. */
export const afterMidnight = ({to}: Day): number => to + lookMs;
