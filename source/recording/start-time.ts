import {type EpochMs, epochMs} from '../domain/units.js';

/**
When the clock on the wall first showed this time of day, in minutes after midnight, since the recording began; its
beginning for the very minute it began in.
*/
export const startInstant = (begin: EpochMs, minutes: number): EpochMs => {
	const day = new Date(begin);
	const minuteOfBegin = day.getHours() * 60 + day.getMinutes();
	const days = minutes < minuteOfBegin ? 1 : 0;
	const at = new Date(day.getFullYear(), day.getMonth(), day.getDate() + days, 0, minutes).getTime();
	return epochMs(Math.max(begin, at));
};

/** `2026-11-21 09:14` on the wall. */
export const wallTime = (at: EpochMs): string => {
	const date = new Date(at);
	const day = `${date.getFullYear()}-${pair(date.getMonth() + 1)}-${pair(date.getDate())}`;
	return `${day} ${timeOfDay(date.getHours() * 60 + date.getMinutes())}`;
};

/** `09:14`, of minutes after midnight. */
export const timeOfDay = (minutes: number): string => `${pair(Math.floor(minutes / 60))}:${pair(minutes % 60)}`;

const pair = (value: number): string => String(value).padStart(2, '0');
