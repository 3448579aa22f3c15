import type {WireEvent} from '../providers/ovh/wire.js';

/** One event as JSON text, cut where each subscriber's token goes. */
export type Parcel = {
	readonly head: string;
	readonly tail: string;
	/** `Timestamp` in epoch milliseconds; 0 when the event has none. */
	readonly sentAt: number;
	/** The only token whose subscribers get it; undefined: those of any token. */
	readonly only: string | undefined;
};

/**
The event as JSON, with `Timestamp` and `TsGet` as whole numbers of 19 digits. The service counts nanoseconds, a double
only every 256 of them; the last digits are therefore invented here (always the same for the same event), near enough that
`JSON.parse` gives the event's own number back. The key `Token` is there to be filled in. Observed: no sample has an exponent or a fraction in these two.
*/
export const eventText = ({Event, ...rest}: WireEvent): string =>
	JSON.stringify({Event, Token: '', ...rest}).replace(nanosecondCount, inFull);

/** Prepares the JSON text of one event for sending; a `Token` it already carries gives way to the subscriber's. */
export const parcelOf = (text: string, only?: string): Parcel => {
	const sentAt = Number(/"Timestamp":(\d{13})/.exec(text)?.[1] ?? 0);
	const own = /"Token":"[^"]*"/.exec(text);
	if (!own) return {head: '{"Token":', tail: `,${text.slice(1)}`, sentAt, only};
	const end = own.index + own[0].length;
	return {head: `${text.slice(0, own.index)}"Token":`, tail: text.slice(end), sentAt, only};
};

export const isFor = ({only}: Parcel, token: string): boolean => only === undefined || only === token;

export const parcelText = (parcel: Parcel, token: string): string =>
	`${parcel.head}${JSON.stringify(token)}${parcel.tail}`;

const nanosecondCount = /"(Timestamp|TsGet)":(\d{19})\b/g;

const inFull = (_match: string, key: string, digits: string) => `"${key}":${exact(digits)}`;

const exact = (digits: string) => {
	const nearest = BigInt(Number(digits));
	return nearest + (((nearest / 256n) * 37n) % 255n) - 127n;
};
