import type {EpochMs, SiteName} from '../../domain/units.js';

/** What a translation needs to know beside the event. */
export type Context = {
	readonly site: SiteName;
	/** Leads to the event in its answer, `Events[3]`, for rejections. */
	readonly path: string;
	/** Arrival, on the service's clock as far as known: the time of a rejection, whose own time cannot be trusted. */
	readonly receivedAt: EpochMs;
};
