import {type DurationMs, durationMs, type EpochMs, elapsed, type SiteName} from './units.js';

/** What happened to the connection last. */
export type FeedCondition =
	| {readonly kind: 'connecting'}
	| {readonly kind: 'live'}
	| {readonly kind: 'down'; readonly reason: string; readonly retryAt: EpochMs}
	| {readonly kind: 'refused'; readonly reason: string; readonly retryAt: EpochMs};

export type Trouble = {readonly kind: 'down' | 'refused'; readonly since: EpochMs};

/** One site's connection to its telephone service. */
export type Feed = {
	readonly site: SiteName;
	readonly transport: string;
	readonly condition: FeedCondition;
	/** Since when the condition holds. */
	readonly since: EpochMs;
	/** What was wrong last, until the feed is live again: asking anew in between does not end it. */
	readonly trouble: Trouble | null;
	/** Without an event for so long a connected feed is quiet. */
	readonly quietAfterMs: DurationMs;
	/** When the service answered last, be it without news. It may be older by ten seconds and one held request. */
	readonly lastHeardAt: EpochMs | null;
	/** The youngest event's time. */
	readonly lastEventAt: EpochMs | null;
	readonly events: number;
	readonly rejected: number;
	/** How often the connection came back after a failure or a refusal. */
	readonly reconnects: number;
	/** This machine's clock minus the service's, in milliseconds; signed. Null until an event told. */
	readonly clockOffsetMs: number | null;
};

export type FeedStatus = FeedCondition['kind'] | 'quiet';

/** A connected feed without an event for so long is quiet: the telephones rest, or the token went dead without a word. */
export const quietAfter: DurationMs = durationMs(2 * 60_000);

export const newFeed = ({
	site,
	transport,
	at,
	quietAfterMs = quietAfter,
}: {
	readonly site: SiteName;
	readonly transport: string;
	readonly at: EpochMs;
	readonly quietAfterMs?: DurationMs | undefined;
}): Feed => ({
	site,
	transport,
	condition: {kind: 'connecting'},
	since: at,
	trouble: null,
	quietAfterMs,
	lastHeardAt: null,
	lastEventAt: null,
	events: 0,
	rejected: 0,
	reconnects: 0,
	clockOffsetMs: null,
});

export const feedStatus = (feed: Feed, now: EpochMs): FeedStatus => {
	if (feed.condition.kind !== 'live') return feed.condition.kind;
	return elapsed(quietSince(feed), now) >= feed.quietAfterMs ? 'quiet' : 'live';
};

/** Since when no event came: the last event or, without one, the connection. */
export const quietSince = (feed: Feed): EpochMs => feed.lastEventAt ?? feed.since;

/** The last moment up to which nothing was missed: the last answer, else the last event, else what is known of the connection. */
export const lastGoodAt = (feed: Feed): EpochMs => feed.lastHeardAt ?? feed.lastEventAt ?? feed.since;
