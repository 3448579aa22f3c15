import {doubtLine, doubtQueue} from '../doubt.js';
import type {BoardDraft, Handlers} from '../draft.js';
import {type Feed, type FeedCondition, lastGoodAt, newFeed} from '../feed.js';
import {type DurationMs, type EpochMs, later, type SiteName} from '../units.js';

type FeedNews = {
	readonly site: SiteName;
	readonly at: EpochMs;
	readonly transport?: string;
	readonly quietAfterMs?: DurationMs;
};

const feedOf = (draft: BoardDraft, {site, at, transport = '', quietAfterMs}: FeedNews): Feed =>
	draft.feeds.get(site) ?? newFeed({site, transport, at, quietAfterMs});

/** Puts the feed into a condition; `since` moves only when the kind of condition changes. */
const enter = (draft: BoardDraft, news: FeedNews, condition: FeedCondition): Feed => {
	const feed = feedOf(draft, news);
	if (isSame(feed.condition, condition)) return feed;
	const {kind} = condition;
	if (kind === 'live') return {...feed, condition, since: news.at, trouble: null};
	if (kind === 'connecting') return {...feed, condition, since: news.at};
	const since = feed.trouble?.kind === kind ? feed.trouble.since : news.at;
	return {...feed, condition, since, trouble: {kind, since}};
};

const isSame = (one: FeedCondition, other: FeedCondition): boolean => {
	if ('retryAt' in one && 'retryAt' in other)
		return one.kind === other.kind && one.reason === other.reason && one.retryAt === other.retryAt;
	return one.kind === other.kind;
};

/** The feed with these facts; the very same when it has them. */
const having = (feed: Feed, facts: Pick<Feed, 'transport' | 'quietAfterMs' | 'lastHeardAt'>): Feed => {
	const {transport, quietAfterMs, lastHeardAt} = facts;
	const isKnown =
		transport === feed.transport && quietAfterMs === feed.quietAfterMs && lastHeardAt === feed.lastHeardAt;
	return isKnown ? feed : {...feed, transport, quietAfterMs, lastHeardAt};
};

/** What goes on at a site is no longer known. */
const doubtSite = (draft: BoardDraft, {site, at}: FeedNews): void => {
	for (const line of draft.lines.values()) if (line.site === site) draft.lines.set(line.number, doubtLine(line, at));
	for (const queue of draft.queues.values()) {
		if (queue.site === site) draft.queues.set(queue.number, doubtQueue(queue, at));
	}
};

export const feedHandlers: Handlers<
	| 'feed-connecting'
	| 'feed-live'
	| 'feed-received'
	| 'feed-gap'
	| 'feed-closed'
	| 'feed-failed'
	| 'feed-refused'
	| 'event-rejected'
	| 'event-unrecognised'
> = {
	'feed-connecting': (draft, event) => {
		const {transport, quietAfterMs} = event;
		const feed = enter(draft, event, {kind: 'connecting'});
		return draft.feeds.set(
			event.site,
			having(feed, {...feed, transport, quietAfterMs: quietAfterMs ?? feed.quietAfterMs}),
		);
	},
	'feed-live': (draft, event) => {
		const {condition, trouble} = feedOf(draft, event);
		const entered = enter(draft, event, {kind: 'live'});
		const transport = event.transport ?? entered.transport;
		const feed = having(entered, {...entered, transport, lastHeardAt: later(entered.lastHeardAt, event.at)});
		draft.feeds.set(event.site, trouble ? {...feed, reconnects: feed.reconnects + 1} : feed);
		return condition.kind !== 'live';
	},
	'feed-received': (draft, event) => {
		const feed = feedOf(draft, event);
		draft.feeds.set(event.site, {
			...feed,
			events: feed.events + event.events,
			rejected: feed.rejected + event.rejected,
			lastHeardAt: later(feed.lastHeardAt, event.at),
			lastEventAt: event.lastEventAt === null ? feed.lastEventAt : later(feed.lastEventAt, event.lastEventAt),
			clockOffsetMs: event.clockOffsetMs,
		});
		return false;
	},
	'feed-gap': (draft, event) => {
		const {site, at} = event;
		if (draft.hasLogged(known => known.type === 'feed-gap' && known.site === site && known.at === at)) return false;
		draft.miss({from: lastGoodAt(feedOf(draft, event)), to: at});
		doubtSite(draft, event);
		return true;
	},
	'feed-failed': (draft, event) => {
		const condition = {kind: 'down', reason: event.reason, retryAt: event.retryAt} as const;
		const isNew = draft.feeds.get(event.site)?.condition.kind !== 'down';
		draft.feeds.set(event.site, enter(draft, event, condition));
		return isNew;
	},
	'feed-refused': (draft, event) => {
		const condition = {kind: 'refused', reason: event.reason, retryAt: event.retryAt} as const;
		const isNew = draft.feeds.get(event.site)?.condition.kind !== 'refused';
		draft.feeds.set(event.site, enter(draft, event, condition));
		return isNew;
	},
	'feed-closed': (draft, event) => {
		if (!draft.feeds.get(event.site)) return false;
		draft.feeds.refill(feed => (feed.site === event.site ? undefined : feed));
		doubtSite(draft, event);
		return true;
	},
	'event-rejected': (draft, event) =>
		!draft.hasLogged(
			known =>
				known.type === 'event-rejected' &&
				known.site === event.site &&
				known.at === event.at &&
				known.path === event.path &&
				known.reason === event.reason,
		),
	'event-unrecognised': (draft, event) =>
		!draft.hasLogged(
			known =>
				known.type === 'event-unrecognised' &&
				known.name === event.name &&
				known.number === event.number &&
				known.at === event.at,
		),
};
