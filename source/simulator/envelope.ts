import type {WireDetails} from '../providers/ovh/wire.js';
import {frenchDate} from './french-time.js';

/**
The two keys of the envelope that say when the service sent an event, `at` epoch milliseconds with fraction. The nanoseconds
stand in the middle of their microsecond, so that no rounding of doubles moves `Timestamp` away from `Date`.
*/
export const sentAt = (at: number): {readonly Timestamp: number; readonly Date: string} => {
	const timestamp = nanoseconds(at);
	return {Timestamp: timestamp, Date: frenchDate(timestamp)};
};

/** Epoch nanoseconds of epoch milliseconds; exact to a microsecond, as a double can be. */
export const nanoseconds = (at: number): number => Math.round(at * 1000) * 1000 + 500;

/** `Details`: what the number is. All values are strings. */
export const details = (number: Numbered, type: string): WireDetails => ({
	Description: number.label,
	Id: number.id,
	IdBillingAccount: '59415',
	SimultaneousLine: String(number.capacity),
	Type: type,
});

type Numbered = {readonly label: string; readonly id: string; readonly capacity: number};
