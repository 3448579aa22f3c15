/** Delays between attempts, in milliseconds: soon at first, then seldom. */
const steps = [1000, 2000, 5000, 10_000, 30_000] as const;

/** How long a refused token is left alone; it may be accepted again later. */
export const refusedDelayMs = 60_000;

/** A service may ask for patience, but not for more than this. */
const longestRetryAfterMs = 10 * 60_000;

export type Attempt = {
	/** Failures in a row, 1 for the first. */
	readonly failures: number;
	/** 0 to 1, spreads many boards over time. */
	readonly random: number;
	readonly retryAfterSeconds?: number | undefined;
};

/** How long to wait before the next attempt: never under a second, up to half as much again by chance. */
export const backoffMs = ({failures, random, retryAfterSeconds = 0}: Attempt): number => {
	const step = steps[Math.min(failures, steps.length) - 1] ?? steps[0];
	const asked = Math.min(retryAfterSeconds * 1000, longestRetryAfterMs);
	return Math.round(Math.max(step, asked) * (1 + random / 2));
};
