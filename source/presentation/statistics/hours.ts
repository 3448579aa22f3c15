import {quarterMs, quarterOf} from '../../domain/times.js';
import {type EpochMs, epochMs} from '../../domain/units.js';

/** An hour of the clock on the wall: 09:00 to 10:00, by the rules of the zone. */
export type Hour = {
	readonly start: EpochMs;
	readonly end: EpochMs;
	/** The hour of the day, 0–23. */
	readonly hour: number;
	/** Minutes east of Greenwich: two hours of one name differ in it when clocks go back. */
	readonly offset: number;
};

/** The longest day, and what quarters are kept beyond it. */
const mostMs = 27 * 60 * 60_000;

const minutesOf = (at: EpochMs): number => new Date(at).getMinutes();

const isSameHour = (one: EpochMs, other: EpochMs): boolean => {
	const [first, second] = [new Date(one), new Date(other)];
	return first.getHours() === second.getHours() && first.getTimezoneOffset() === second.getTimezoneOffset();
};

const next = (at: EpochMs): EpochMs => epochMs(at + quarterMs);

/** The start of the local hour that an instant lies in. No zone is off by less than a quarter of an hour. */
export const hourStart = (at: EpochMs): EpochMs => {
	let start = quarterOf(at);
	for (let before = epochMs(start - quarterMs); minutesOf(start) !== 0 && isSameHour(before, at); ) {
		start = before;
		before = epochMs(start - quarterMs);
	}
	return start;
};

/** The end of the hour that begins there. */
const hourEnd = (start: EpochMs): EpochMs => {
	let end = next(start);
	while (minutesOf(end) !== 0 && isSameHour(end, start)) end = next(end);
	return end;
};

/** The hours from the one that `from` lies in to the one that `to` lies in, at most the present one and 27 before it. */
export const hoursBetween = (from: EpochMs, to: EpochMs): readonly Hour[] => {
	const hours: Hour[] = [];
	let start = hourStart(epochMs(Math.max(from, to - mostMs)));
	while (start <= to) {
		const date = new Date(start);
		const end = hourEnd(start);
		hours.push({start, end, hour: date.getHours(), offset: -date.getTimezoneOffset()});
		start = end;
	}
	return hours;
};

/** The quarters of an hour in a stretch of time. */
export const quartersIn = ({start, end}: Pick<Hour, 'start' | 'end'>): readonly EpochMs[] => {
	const quarters: EpochMs[] = [];
	for (let quarter = start; quarter < end; quarter = next(quarter)) quarters.push(quarter);
	return quarters;
};
