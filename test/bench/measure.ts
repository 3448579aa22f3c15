/** The middle one, or the mean of the two in the middle. */
export const median = (values: readonly number[]): number => {
	const sorted = [...values].sort((one, other) => one - other);
	const half = sorted.length / 2;
	return ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2;
};

/** The value that so large a share, 0–1, does not exceed. */
export const percentile = (values: readonly number[], share: number): number =>
	[...values].sort((one, other) => one - other)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? Number.NaN;

/** Three significant figures. */
export const figure = (value: number): string =>
	value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
