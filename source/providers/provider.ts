import type {BoardEvent} from '../domain/event.js';
import type {EpochMs} from '../domain/units.js';

/** What one answer of a service amounts to. */
export type Batch = {
	/** In the order in which they are to be applied. Empty: the service is there and has no news. */
	readonly events: readonly BoardEvent[];
	/** The service's clock when it sent the youngest event, if that was just now; null when nothing tells. */
	readonly sentAt: EpochMs | null;
};

/**
A telephone service. It yields batches in order until the signal aborts, and throws when the connection is lost or an
answer cannot be read. It never retries, never sleeps, and never returns early; asked again, it goes on where it was.
*/
export type Provider = {
	readonly transport: string;
	events(signal: AbortSignal): AsyncIterable<Batch>;
};
