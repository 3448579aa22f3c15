import {type DurationMs, type EpochMs, elapsed} from './units.js';

/** A running time in whole seconds, rounded down as a clock shows it. */
export const secondsSince = (since: EpochMs, now: EpochMs): number => Math.floor(elapsed(since, now) / 1000);

/** A mean in seconds with one decimal. */
export const meanSeconds = (duration: DurationMs | null): number | null =>
	duration === null ? null : Math.round(duration / 100) / 10;

/** A share, 0–1, with four decimals. */
export const roundedShare = (share: number | null): number | null =>
	share === null ? null : Math.round(share * 10_000) / 10_000;

/** In order of their numbers, which are texts. */
export const byNumber = (one: {readonly number: string}, other: {readonly number: string}): number =>
	one.number < other.number ? -1 : one.number > other.number ? 1 : 0;
