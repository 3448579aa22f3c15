/** Hours and days of this machine's zone, by its rules: of an hour that comes twice there are two, of a skipped one none. */

import {isoLocalTime} from '../domain/iso-time.js';
import {type EpochMs, epochMs} from '../domain/units.js';

/** No zone's clock is off by less than this from any other's. */
const quarterMs = 900_000;

/** Remembers what was found for each quarter of an hour: asking a date costs more than all the rest of a report. */
export const byQuarter = <Found>(find: (at: number) => Found): ((at: number) => Found) => {
	const found = new Map<number, Found>();
	return at => {
		const quarter = Math.floor(at / quarterMs);
		if (!found.has(quarter)) found.set(quarter, find(quarter * quarterMs));
		return found.get(quarter) as Found;
	};
};

/** When the hour began that an instant lies in. */
export const hourStart = (at: number): number => {
	const date = new Date(at);
	return at - (date.getMinutes() * 60 + date.getSeconds()) * 1000 - date.getMilliseconds();
};

/**
When the day with this date begins: the first moment its clock shows so many minutes after midnight or, where the clock
skips that, a later one. Source: ECMAScript, “LocalTime”: of a time that comes twice a date means the first.
*/
export const dayStart = (date: Date, minutes: number): number => {
	const start = new Date(date.getFullYear(), date.getMonth(), date.getDate(), 0, minutes);
	const isSkipped = start.getHours() * 60 + start.getMinutes() !== minutes;
	return isSkipped ? changeBefore(start.getTime()) : start.getTime();
};

/** When the clock was last changed, within hours before an instant. */
const changeBefore = (at: number): number => {
	const offset = new Date(at).getTimezoneOffset();
	let change = at;
	while (at - change < longestSkipMs && new Date(change - quarterMs).getTimezoneOffset() === offset)
		change -= quarterMs;
	return change;
};

const longestSkipMs = 12 * quarterMs;

/** When the day began that an instant lies in, where days begin so many minutes after midnight. */
export const dayStartOf = (at: number, minutes: number): number => {
	const date = new Date(at);
	for (const shift of [1, 0]) {
		const start = dayStart(shifted(date, shift), minutes);
		if (start <= at) return start;
	}
	return dayStart(shifted(date, -1), minutes);
};

/** The same time of day some days on. */
export const shifted = (date: Date, days: number): Date =>
	new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, 12);

const minuteMs = 60_000;
const latest = 8.64e15 - 86_400_000;

/** Makes what writes instants as `isoLocalTime` does, for very many of them: a minute's text is made once. */
export const createIsoWriter = (): ((at: number) => string) => {
	const minutes = new Map<number, {readonly start: string; readonly zone: string}>();
	return at => {
		const instant = Math.min(Math.trunc(at), latest);
		const minute = Math.floor(instant / minuteMs);
		let known = minutes.get(minute);
		if (!known) {
			if (minutes.size >= minutesKept) minutes.clear();
			known = minuteText(epochMs(minute * minuteMs));
			minutes.set(minute, known);
		}
		const rest = instant - minute * minuteMs;
		const [seconds, milliseconds] = [Math.floor(rest / 1000), rest % 1000];
		return `${known.start}${seconds < 10 ? '0' : ''}${seconds}.${String(milliseconds).padStart(3, '0')}${known.zone}`;
	};
};

const minutesKept = 10_000;

/** `2026-11-21T09:14:` and `+01:00`. */
const minuteText = (minute: EpochMs): {readonly start: string; readonly zone: string} => {
	const text = isoLocalTime(minute);
	const dot = text.indexOf('.');
	return {start: text.slice(0, dot - 2), zone: text.slice(dot + 4)};
};
