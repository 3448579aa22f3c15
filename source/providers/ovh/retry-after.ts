import type {EpochMs} from '../../domain/units.js';

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
Seconds to wait from `Retry-After`, in seconds or as a date; undefined when it says neither. A date counts from the
answer's own `Date`, since the two clocks may differ, or from `now` without one. Never negative. Source: RFC 9110, 10.2.3.
*/
export const readRetryAfter = (headers: Headers, now: EpochMs): number | undefined => {
	const text = first(headers['retry-after']);
	if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
	const until = dateOf(text);
	if (until === undefined) return undefined;
	return Math.max(0, Math.ceil((until - (dateOf(first(headers.date)) ?? now)) / 1000));
};

const first = (value: string | readonly string[] | undefined): string =>
	(typeof value === 'string' ? value : (value?.[0] ?? '')).trim();

/** The forms of a date in HTTP all begin with a day's name; what else `Date` understands is no date here. */
const dateOf = (text: string): number | undefined => {
	const instant = /^[a-z]{3,9},? /i.test(text) ? Date.parse(text) : Number.NaN;
	return Number.isNaN(instant) ? undefined : instant;
};
