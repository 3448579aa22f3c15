import type {BoardEvent} from '../domain/event.js';
import type {EpochMs, SiteName} from '../domain/units.js';

/** What one answer of a service amounts to. */
export type Batch = {
	/** In the order in which they are to be applied. Empty: the service is there and has no news. */
	readonly events: readonly BoardEvent[];
	/** At which place of the answer each of them stood; absent: each at its own. */
	readonly origins?: readonly number[];
	/** The answer as it came, for recordings. It may hold the token: it goes nowhere else. */
	readonly raw: string;
	/** This machine's clock when the answer had arrived. */
	readonly receivedAt: EpochMs;
	/** The service's clock when it sent the youngest event, if that was just now; null when nothing tells. */
	readonly sentAt: EpochMs | null;
	/** Sites whose token the service refuses at present while it serves the others, and why. Absent: none. */
	readonly refused?: ReadonlyMap<SiteName, string>;
	/** A new session had to be begun: events between the last batch and this one may be lost. */
	readonly isAfterGap?: true;
};

/**
A telephone service. It yields batches in order until the signal aborts, and throws when the connection is lost or an
answer cannot be read. It never retries, never sleeps, and never returns early; asked again, it goes on where it was.
*/
export type Provider = {
	/** The sites it serves, each with a feed state of its own. */
	readonly sites: readonly SiteName[];
	/** How it listens at present: `v1`, `v2`, `websocket`. May change from one connection to the next. */
	transport(): string;
	events(signal: AbortSignal): AsyncIterable<Batch>;
};
