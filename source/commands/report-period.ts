import {epochMs} from '../domain/units.js';
import {OptionsError} from '../errors.js';
import type {Period} from '../history/reading.js';
import type {ReportTexts} from '../i18n/report.js';
import type {Options} from '../options.js';
import {wallTime} from '../recording/start-time.js';
import {instantOf} from './instants.js';

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
