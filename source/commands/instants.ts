/** From moments as people type them to instants, in this machine's zone, by its rules. */

import {dayStart, dayStartOf, shifted} from '../history/local-time.js';
import type {CalendarDay, Moment} from '../moments.js';

export type Place = {
	/** Epoch milliseconds. */
	readonly now: number;
	/** When a day begins, in minutes after midnight. */
	readonly begins: number;
	/** Of a whole day: 0 its beginning, 1 its end, which is where the next one begins. */
	readonly daysOn: 0 | 1;
};

/** Epoch milliseconds. A time without a day is one of today, by the calendar. */
export const instantOf = ({day, minutes}: Moment, {now, begins, daysOn}: Place): number => {
	if (minutes !== null) return dayStart(day === null ? new Date(now) : dateOf(day, {now, begins}), minutes);
	return dayStart(shifted(dateOf(day ?? 'today', {now, begins}), daysOn), begins);
};

/** A date at noon: every zone has that. */
const dateOf = (day: NonNullable<Moment['day']>, {now, begins}: Pick<Place, 'now' | 'begins'>): Date => {
	const today = new Date(dayStartOf(now, begins));
	if (day === 'today') return shifted(today, 0);
	return day === 'yesterday' ? shifted(today, -1) : atNoon(day);
};

/** Years before 100 are no two-digit ones. Source: ECMAScript, “MakeFullYear”. */
const atNoon = ({year, month, date}: CalendarDay): Date => {
	const noon = new Date(2000, 0, 1, 12);
	noon.setFullYear(year, month - 1, date);
	return noon;
};
