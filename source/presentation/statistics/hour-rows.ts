import {mergeTallies, type Tally} from '../../domain/tally.js';
import {tallyAt} from '../../domain/times.js';
import type {EpochMs} from '../../domain/units.js';
import type {About} from '../cells.js';
import type {Capacity} from './capacity.js';
import {type Cover, type Day, firstCounted, isBlindIn, isEmpty, isMissedIn, lastCounted} from './day.js';
import {type Hour, hoursBetween, quartersIn} from './hours.js';

/** What an hour of the day came to, or with `hour` null the whole day. */
export type HourRow = {
	/** The hour's start in milliseconds, or `day`. */
	readonly key: string;
	readonly about: About;
	readonly hour: Hour | null;
	/** Null when all news of the hour were missed. */
	readonly tally: Tally | null;
	/** The most callers who waited at once. */
	readonly waiting: number | null;
	/** The most calls at once on all lines; null in a queue's day. */
	readonly calls: number | null;
	readonly capacity: Capacity | null;
	/** Offered in the busiest hour: what bars are measured by. */
	readonly most: number;
	/** The busiest hour; the first of several, and none where there is one hour only. */
	readonly isPeak: boolean;
	/** The hour that goes on. */
	readonly isRunning: boolean;
	/** News of some of the hour were missed. */
	readonly isMissed: boolean;
	/** Counting began within the hour. */
	readonly from: EpochMs | null;
	/** The hour was over when counting began: only what was told later is in it. */
	readonly isBefore: boolean;
	/** Another hour of the day has the same name, since clocks went back. */
	readonly isTwice: boolean;
};

/** The hours from the first that is known to the present one, and the whole day. */
export type HourRows = {readonly hours: readonly HourRow[]; readonly day: HourRow};

/** The day by the hour; no hours before anything is known. */
export const hourRows = (day: Day, cover: Cover): HourRows => {
	const {since, now} = cover;
	if (since === null) return {hours: [], day: wholeDay(day, [])};
	const hours = hoursBetween(firstCounted(day.times, since), lastCounted(day.times, now));
	const counted = hours.map(hour => countHour(hour, hours, {day, cover, since}));
	const most = counted.reduce((highest, {tally}) => Math.max(highest, tally?.offered ?? 0), 0);
	const peak = most === 0 || counted.length < 2 ? -1 : counted.findIndex(({tally}) => tally?.offered === most);
	const rows = counted.map((row, index): HourRow => ({...row, most, isPeak: index === peak}));
	return {hours: rows, day: wholeDay(day, rows)};
};

type Counting = {readonly day: Day; readonly cover: Cover; readonly since: EpochMs};

const countHour = (hour: Hour, hours: readonly Hour[], {day, cover, since}: Counting): HourRow => {
	const {times, load} = day;
	const quarters = quartersIn(hour);
	const tally = mergeTallies(quarters.flatMap(quarter => tallyAt(times.quarters, quarter) ?? []));
	const isSilent = isEmpty(tally) && isBlindIn(cover.missed, {...hour, end: earlier(hour.end, cover.now)});
	const peakOf = (peaks: ReadonlyMap<EpochMs, number>): number | null => {
		const peak = Math.max(0, ...quarters.map(quarter => peaks.get(quarter) ?? 0));
		return peak === 0 && isSilent ? null : peak;
	};
	return {
		...plainRow(day),
		key: String(hour.start),
		hour,
		tally: isSilent ? null : tally,
		waiting: peakOf(times.peaks),
		calls: load && peakOf(load.peaks),
		isRunning: hour.start <= cover.now && cover.now < hour.end,
		isMissed: isMissedIn(cover.missed, hour),
		from: hour.start < since && since < hour.end ? since : null,
		isBefore: hour.end <= since,
		isTwice: hours.some(other => other !== hour && isNamesake(other, hour)),
	};
};

const earlier = (one: EpochMs, other: EpochMs): EpochMs => (one < other ? one : other);

/** Clocks go back by two hours at most. */
const isNamesake = (one: Hour, other: Hour): boolean =>
	one.hour === other.hour && one.offset !== other.offset && Math.abs(one.start - other.start) < 12 * 3_600_000;

const plainRow = ({about, load}: Day): HourRow => ({
	key: 'day',
	about,
	hour: null,
	tally: null,
	waiting: null,
	calls: null,
	capacity: load?.capacity ?? null,
	most: 0,
	isPeak: false,
	isRunning: false,
	isMissed: false,
	from: null,
	isBefore: false,
	isTwice: false,
});

/** The figures of the day as they are everywhere else, so that nothing without a time is left out. */
const wholeDay = (day: Day, hours: readonly HourRow[]): HourRow => ({
	...plainRow(day),
	tally: hours.length === 0 ? null : day.tally,
	waiting: highest(hours.map(({waiting}) => waiting)),
	calls: highest(hours.map(({calls}) => calls)),
	isMissed: hours.some(({isMissed}) => isMissed),
});

const highest = (values: readonly (number | null)[]): number | null => {
	const known = values.filter(value => value !== null);
	return known.length === 0 ? null : Math.max(...known);
};
