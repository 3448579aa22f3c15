/** Moments as people type them, for where a report or a replay begins. */

export type Moment = {
	/** Null: the day at hand. Months count from 1. */
	readonly day: 'today' | 'yesterday' | CalendarDay | null;
	/** Minutes after midnight; null: the whole day is meant. */
	readonly minutes: number | null;
};

export type CalendarDay = {readonly year: number; readonly month: number; readonly date: number};

export const expectedMoment =
	'a day such as 2026-11-21, a day and a time such as 2026-11-21T09:30, a time of today such as 09:30, today or yesterday';

/** Undefined for a text that is no moment, or a day that no calendar has. */
export const readMoment = (text: string): Moment | undefined => {
	const word = text.toLowerCase();
	if (word === 'today' || word === 'yesterday') return {day: word, minutes: null};
	const [, year, month, date, hours, minutes] =
		/^(?:(\d{4})-(\d\d)-(\d\d)(?:[tT ]|$))?(?:([01]?\d|2[0-3]):([0-5]\d))?$/.exec(text) ?? [];
	const time = hours === undefined ? null : Number(hours) * 60 + Number(minutes);
	if (year === undefined) return time === null ? undefined : {day: null, minutes: time};
	const day = {year: Number(year), month: Number(month), date: Number(date)};
	if (!isOnCalendar(day) || (time === null && text.length !== dayLength)) return undefined;
	return {day, minutes: time};
};

const dayLength = '2026-11-21'.length;

const isOnCalendar = ({year, month, date}: CalendarDay): boolean => {
	const found = new Date(Date.UTC(year, month - 1, date));
	return year > 0 && found.getUTCMonth() === month - 1 && found.getUTCDate() === date;
};
