/** How the service writes instants: the local time of metropolitan France, which its machines run on. */
export type FrenchTime = {
	/** Hours since local midnight, with fraction. */
	readonly hour: number;
	/** `2026-11-21 10:14:58`, the form of `Data.Datetime`. */
	readonly seconds: string;
	/** `CET` or `CEST`. */
	readonly zone: string;
};

/** `at` in epoch milliseconds. */
export const frenchTime = (at: number): FrenchTime => {
	const offset = frenchOffset(at);
	const local = at + offset;
	const seconds = new Date(local).toISOString().slice(0, 19).replace('T', ' ');
	return {hour: (local - midnightBefore(local)) / hourMs, seconds, zone: offset === hourMs ? 'CET' : 'CEST'};
};

/**
The form of the envelope's `Date`: `2026-11-21T10:14:58.271042 (CET)`. `nanoseconds` since 1970; what is below a
microsecond is cut off. Source: the sample in README.rst of ovh/telephony-example-cti-dashboard.
*/
export const frenchDate = (nanoseconds: number): string => {
	const microseconds = Math.floor(nanoseconds / 1000);
	const {seconds, zone} = frenchTime(Math.floor(microseconds / 1000));
	const fraction = String(microseconds % 1_000_000).padStart(6, '0');
	return `${seconds.replace(' ', 'T')}.${fraction} (${zone})`;
};

/**
The form of the times of a v2 session, RFC 3339 with the zeros at the end of the fraction left out:
`2019-06-07T11:40:16.03650895+02:00`. `nanoseconds` since 1970. Observed.
*/
export const frenchInstant = (nanoseconds: bigint): string => {
	const {seconds, zone} = frenchTime(Number(nanoseconds / 1_000_000n));
	const fraction = String(nanoseconds % 1_000_000_000n)
		.padStart(9, '0')
		.replace(/0+$/, '');
	const offset = zone === 'CET' ? '+01:00' : '+02:00';
	return `${seconds.replace(' ', 'T')}${fraction === '' ? '' : `.${fraction}`}${offset}`;
};

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const midnightBefore = (at: number) => Math.floor(at / dayMs) * dayMs;

/** Summer time runs from the last Sunday of March to the last of October, 01:00 UTC (directive 2000/84/EC). */
const frenchOffset = (at: number) => {
	const year = new Date(at).getUTCFullYear();
	const summer = at >= lastSunday(year, 2) && at < lastSunday(year, 9);
	return summer ? 2 * hourMs : hourMs;
};

const lastSunday = (year: number, month: number) => {
	const lastDay = new Date(Date.UTC(year, month + 1, 0, 1));
	return lastDay.getTime() - lastDay.getUTCDay() * dayMs;
};
