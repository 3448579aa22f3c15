import type {EpochMs, SiteName} from '../../domain/units.js';
import {WireFormatError} from '../../errors.js';

/** What a translation needs to know beside the event. */
export type Context = {
	readonly site: SiteName;
	/** Leads to the event in its answer, `Events[3]` or `[3]`, for rejections. */
	readonly path: string;
	/** Arrival, on the service's clock as far as known: the time of a rejection, whose own time cannot be trusted. */
	readonly receivedAt: EpochMs;
	/** Version 2 begins the event's own keys in lower case, and so does what is said about them. */
	readonly isLowerCase?: boolean;
};

/** What is wrong with an event. `key`: as version 1 spells it, `Data.CallId`; empty for the event as a whole. */
export const fault = ({path, isLowerCase}: Context, key: string, expectation: string): WireFormatError => {
	const spelt = isLowerCase ? key.charAt(0).toLowerCase() + key.slice(1) : key;
	return new WireFormatError(key === '' ? path : `${path}.${spelt}`, expectation);
};
