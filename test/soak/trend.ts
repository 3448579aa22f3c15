/** How much a line through the values rises from one to the next, by least squares; 0 of fewer than two. */
export const slopeOf = (values: readonly number[]): number => {
	if (values.length < 2) return 0;
	const middle = (values.length - 1) / 2;
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	const [rise, run] = values.reduce(
		([up, along], value, index) => [up + (index - middle) * (value - mean), along + (index - middle) ** 2],
		[0, 0],
	);
	return rise / run;
};

/** What of a day decides, in bytes. */
export type Weight = {
	readonly heap: number;
	/** What of the heap is compiled code. */
	readonly code: number;
	readonly resident: number;
};

export type Trend = {
	/** Bytes a day. */
	readonly slope: number;
	/** From day 5 to the last. */
	readonly growth: number;
	readonly isFlat: boolean;
};

export type Verdict = {readonly data: Trend; readonly heap: Trend; readonly resident: Trend; readonly isFlat: boolean};

const mebibyte = 1024 * 1024;

/** Until then caches fill and most code is compiled. */
const warmUpDays = 3;
const firstDay = 5;

/** Fewer days tell nothing. */
export const daysNeeded = 10;

type Bound = Pick<Trend, 'slope' | 'growth'>;

/**
How much is still flat. `data` is the heap without compiled code, and the one to look at: code grows for weeks, ever more
slowly, since what runs for minutes a day becomes hot late. What is resident, the allocator decides as well.
*/
export const bounds: Readonly<Record<'data' | 'heap' | 'resident', Bound>> = {
	data: {slope: 0.05 * mebibyte, growth: 1 * mebibyte},
	heap: {slope: Number.POSITIVE_INFINITY, growth: 3 * mebibyte},
	resident: {slope: Number.POSITIVE_INFINITY, growth: 10 * mebibyte},
};

/** Null after too few days. */
export const judge = (days: readonly Weight[]): Verdict | null => {
	if (days.length < daysNeeded) return null;
	const trend = (name: keyof typeof bounds, weight: (day: Weight) => number): Trend =>
		trendOf(days.map(weight), bounds[name]);
	const data = trend('data', ({heap, code}) => heap - code);
	const heap = trend('heap', day => day.heap);
	const resident = trend('resident', day => day.resident);
	return {data, heap, resident, isFlat: data.isFlat && heap.isFlat && resident.isFlat};
};

const trendOf = (values: readonly number[], bound: Bound): Trend => {
	const slope = slopeOf(values.slice(warmUpDays));
	const growth = (values.at(-1) ?? 0) - (values[firstDay - 1] ?? 0);
	return {slope, growth, isFlat: slope <= bound.slope && growth <= bound.growth};
};
