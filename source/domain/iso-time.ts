import type {EpochMs} from './units.js';

/** The last instant a date can express. Source: ECMAScript, “time values”. */
const latest = 8.64e15;

/** ISO 8601 in UTC with milliseconds. Instants come from the network: one beyond all dates becomes the last date. */
export const isoTime = (at: EpochMs): string => new Date(Math.min(at, latest)).toISOString();

/** ISO 8601 with milliseconds in this machine's zone, with its offset: `2026-11-21T00:00:00.000+01:00`. */
export const isoLocalTime = (at: EpochMs): string => {
	const minutes = -new Date(Math.min(at, latest)).getTimezoneOffset();
	if (Number.isNaN(minutes)) return isoTime(at);
	const size = Math.abs(minutes);
	const offset = `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
	return new Date(Math.min(at, latest - 86_400_000) + minutes * 60_000).toISOString().replace('Z', offset);
};

const twoDigits = (value: number): string => String(Math.floor(value)).padStart(2, '0');
