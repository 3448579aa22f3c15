import {formatDay, formatMinute} from '../format.js';
import type {Style} from '../style.js';
import type {HourRow} from './hour-rows.js';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** The hour as it is called, `09–10`; when counting began within it, `09:12–10`. `!`: news were missed. */
export const hourWords = ({hour, from, isMissed}: HourRow, {messages}: Pick<Style, 'messages'>): string => {
	if (hour === null) return messages['statistics.day'];
	const start = from === null ? twoDigits(hour.hour) : formatMinute(from);
	const words = `${start}–${twoDigits(hour.hour + 1)}`;
	return isMissed ? `${words}${from === null ? ' ' : ''}!` : words;
};

/** What there is to say of an hour: what is wrong with it first. */
export const noteWords = (
	row: HourRow,
	{messages, now, symbols}: Pick<Style, 'messages' | 'now' | 'symbols'>,
): string => {
	const {hour, from, isMissed, isBefore, isPeak, isRunning, isTwice} = row;
	if (hour === null) return '';
	const notes = [
		isMissed && messages['statistics.missed'],
		isBefore && messages['statistics.before'],
		from !== null && messages['statistics.from'](formatMinute(from)),
		isTwice && `UTC${hour.offset < 0 ? '-' : '+'}${Math.abs(hour.offset) / 60}`,
		formatDay(hour.start) !== formatDay(now) && formatDay(hour.start),
		isPeak && messages['statistics.peak'],
		isRunning && messages['statistics.running'],
	];
	return notes.filter(note => note !== false).join(` ${symbols.dot} `);
};

/** The same for a file: words that no language changes. */
export const noteValue = ({isMissed, isBefore, from, isRunning}: HourRow): string =>
	[
		isMissed && 'news-missed',
		isBefore && 'before-counting',
		from !== null && `from ${new Date(from).toISOString()}`,
		isRunning && 'running',
	]
		.filter(note => note !== false)
		.join('; ');
