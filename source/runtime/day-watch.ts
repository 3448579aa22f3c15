import type {EpochMs} from '../domain/units.js';

/** Asked at every tick: has another day begun since the last time? */
export type DayWatch = {hasTurned(now: EpochMs): boolean};

/**
Notices midnight, local time, by comparing days, never by catching the instant: a machine that slept through it notices
once, on waking. The days of a clock that is set back are not noticed again.
*/
export const createDayWatch = (): DayWatch => {
	let latest: string | null = null;
	return {
		hasTurned(now) {
			const today = dayOf(now);
			const hasTurned = latest !== null && today > latest;
			if (latest === null || hasTurned) latest = today;
			return hasTurned;
		},
	};
};

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Sorts as time does: `2026-03-29`. */
const dayOf = (at: EpochMs): string => {
	const date = new Date(at);
	return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
};
