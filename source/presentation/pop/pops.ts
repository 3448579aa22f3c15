// What the screen knows of screen pops. The shapes are those of `screen-pop/`, which it does not know.
import type {BoardEvent, CallEvent, CallerEvent} from '../../domain/event.js';
import type {CallerId, CallId, EpochMs, LineNumber, QueueNumber} from '../../domain/units.js';

/** An address that waits for somebody to open it. */
export type PopOffer = {
	readonly at: EpochMs;
	/** The line or queue of the call. */
	readonly number: string;
	/** Who is at the other end; empty when withheld. */
	readonly peer: string;
	/** May hold secrets: for opening and copying, never for showing. */
	readonly url: string;
	/** The address without user and query, for showing. */
	readonly target: string;
};

/** A page that was read for a call. */
export type PopPage = PopOffer & {
	/** Empty when the page has none. */
	readonly title: string;
	readonly lines: readonly string[];
	/** There is more on the page than its lines. */
	readonly isCut: boolean;
};

/** What waits to be seen: the newest page and the newest offer, and how many there are of each. */
export type ShownPops = {
	readonly page: PopPage | null;
	readonly pages: number;
	readonly offer: PopOffer | null;
	readonly offers: number;
};

export const noPops: ShownPops = {page: null, pages: 0, offer: null, offers: 0};

/** What a pop is fired for: a call on a line, a stay in a queue, or an event for one that is over. */
export type PopSubject =
	| CallEvent
	| CallerEvent
	| {readonly number: LineNumber; readonly callId: CallId}
	| {readonly number: QueueNumber; readonly callerId: CallerId};

/** What came of it. `none`: this board fires nothing, as one on a recording; `off`: nobody said what to open. */
export type PopOutcome =
	| BoardEvent<'pop-done' | 'pop-failed' | 'pop-offered'>
	| {readonly type: 'off' | 'dropped' | 'closed' | 'unknown-call' | 'none'};
