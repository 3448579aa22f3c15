import type {EpochMs} from '../domain/units.js';

/** When the day's figures begin anew: minutes after local midnight, 0–1439, or not at all. */
export type ResetAt = number | 'never';

/** Asked at every tick: has another day begun since the last time? */
export type DayWatch = {hasTurned(now: EpochMs): boolean};

export type DayWatchOptions = {
	readonly resetAt: ResetAt;
	/** An instant of the day that is known to have begun, such as when a day taken over was kept; else the first one asked about. */
	readonly begun?: EpochMs | undefined;
};

/**
Notices the reset time by comparing days, never by catching the instant: a machine that slept through it notices once,
on waking. A clock set back over it does not make the day begin again; one that was wrong by days is followed back.
*/
export const createDayWatch = ({resetAt, begun}: DayWatchOptions): DayWatch => {
	let latest = begun === undefined ? '' : dayKey(begun, resetAt);
	let latestAt = begun ?? 0;
	const enter = (day: string, at: EpochMs): void => {
		latest = day;
		latestAt = at;
	};
	return {
		hasTurned(now) {
			const day = dayKey(now, resetAt);
			const isLater = day > latest;
			const hasTurned = isLater && latest !== '';
			if (day !== '' && (isLater || latestAt - now > farBackMs)) enter(day, now);
			return hasTurned;
		},
	};
};

/** Further back than any clock is put right over one reset time. */
const farBackMs = 48 * 3_600_000;

/**
The day an instant belongs to, as the local date on which that day began; sorts as time does. A day begins at the first
moment its date's clock shows the reset time or, where the clock skips that, a later one. `never`: one day for ever.
Empty for what no calendar holds.
*/
export const dayKey = (at: EpochMs, resetAt: ResetAt): string => {
	if (resetAt === 'never') return 'never';
	const date = new Date(at);
	const year = date.getFullYear();
	if (!(year > 0 && year < 9999)) return '';
	const shift = hasBegun(date, {shift: 1, resetAt}) ? 1 : hasBegun(date, {shift: 0, resetAt}) ? 0 : -1;
	const day = new Date(year, date.getMonth(), date.getDate() + shift, noon);
	return `${String(day.getFullYear()).padStart(4, '0')}-${twoDigits(day.getMonth() + 1)}-${twoDigits(day.getDate())}`;
};

/** Whether two instants belong to one day: figures kept at one may be gone on with at the other. */
export const isSameDay = (one: EpochMs, other: EpochMs, resetAt: ResetAt): boolean => {
	const day = dayKey(one, resetAt);
	return day !== '' && day === dayKey(other, resetAt);
};

/** An hour that every date has. */
const noon = 12;

/**
Whether the day of this date, or of the date `shift` days on, has begun. The clock's own reading decides where it skips
the reset time; where it shows it twice, and reads less again in between, the first time does. Source: ECMAScript,
“LocalTime”: of an hour that comes twice a date means the first.
*/
const hasBegun = (date: Date, {shift, resetAt}: {readonly shift: 0 | 1; readonly resetAt: number}): boolean => {
	const minutes = date.getHours() * 60 + date.getMinutes();
	if (shift === 0 && minutes >= resetAt) return true;
	return date >= new Date(date.getFullYear(), date.getMonth(), date.getDate() + shift, 0, resetAt);
};

const twoDigits = (value: number): string => String(value).padStart(2, '0');
