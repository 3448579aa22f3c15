import {epochMs} from '../domain/units.js';
import {OptionsError} from '../errors.js';
import {dayStart, dayStartOf, shifted} from '../history/local-time.js';
import type {Period} from '../history/reading.js';
import type {ReportTexts} from '../i18n/report.js';
import type {CalendarDay, Moment} from '../moments.js';
import type {Options} from '../options.js';
import {wallTime} from '../recording/start-time.js';

type Asked = Pick<Options, 'period' | 'resetAt'>;

/** When a day begins, in minutes after midnight: where the board's figures begin anew; at midnight when they never do. */
export const dayBegins = ({resetAt}: Pick<Options, 'resetAt'>): number => (resetAt === 'never' ? 0 : resetAt);

/**
From the last reset until `now` (epoch milliseconds) where nothing else is asked for. A day as the end means its end.
Throws OptionsError when the end is not after the beginning.
*/
export const reportPeriod = (
	asked: Asked,
	{now, texts}: {readonly now: number; readonly texts: ReportTexts},
): Period => {
	const begins = dayBegins(asked);
	const {from: first = {day: 'today', minutes: null}, to: last} = asked.period;
	const from = instantOf(first, {now, begins, daysOn: 0});
	const to = last === undefined ? now : instantOf(last, {now, begins, daysOn: 1});
	if (from >= to) throw new OptionsError(texts['refused.order'](wallTime(epochMs(from)), wallTime(epochMs(to))));
	return {from, to};
};

type Place = {
	readonly now: number;
	readonly begins: number;
	/** Of a whole day: 0 its beginning, 1 its end, which is where the next one begins. */
	readonly daysOn: 0 | 1;
};

const instantOf = ({day, minutes}: Moment, {now, begins, daysOn}: Place): number => {
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
