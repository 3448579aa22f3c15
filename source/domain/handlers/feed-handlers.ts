import type {BoardDraft, Handlers} from '../draft.js';
import {type Feed, type FeedCondition, newFeed} from '../feed.js';
import {type EpochMs, later, type SiteName} from '../units.js';

type FeedNews = {readonly site: SiteName; readonly at: EpochMs; readonly transport?: string};

const feedOf = (draft: BoardDraft, {site, at, transport = ''}: FeedNews): Feed =>
	draft.feeds.get(site) ?? newFeed({site, transport, at});

/** Puts the feed into a condition; `since` moves only when the kind of condition changes. */
const enter = (draft: BoardDraft, news: FeedNews, condition: FeedCondition): Feed => {
	const feed = feedOf(draft, news);
	if (isSame(feed.condition, condition)) return feed;
	const since = feed.condition.kind === condition.kind ? feed.since : news.at;
	return {...feed, condition, since};
};

const isSame = (one: FeedCondition, other: FeedCondition): boolean => {
	if ('retryAt' in one && 'retryAt' in other)
		return one.kind === other.kind && one.reason === other.reason && one.retryAt === other.retryAt;
	return one.kind === other.kind;
};

export const feedHandlers: Handlers<
	| 'feed-connecting'
	| 'feed-live'
	| 'feed-received'
	| 'feed-failed'
	| 'feed-refused'
	| 'event-rejected'
	| 'event-unrecognised'
> = {
	'feed-connecting': (draft, event) => {
		if (draft.feeds.get(event.site)) return false;
		draft.feeds.set(event.site, feedOf(draft, event));
		return true;
	},
	'feed-live': (draft, event) => {
		const before = feedOf(draft, event);
		if (before.condition.kind === 'live') return false;
		const cameBack = before.condition.kind !== 'connecting';
		const feed = enter(draft, event, {kind: 'live'});
		draft.feeds.set(event.site, {...feed, reconnects: feed.reconnects + (cameBack ? 1 : 0)});
		return true;
	},
	'feed-received': (draft, event) => {
		const feed = feedOf(draft, event);
		draft.feeds.set(event.site, {
			...feed,
			events: feed.events + event.events,
			rejected: feed.rejected + event.rejected,
			lastEventAt: event.lastEventAt === null ? feed.lastEventAt : later(feed.lastEventAt, event.lastEventAt),
			clockOffsetMs: event.clockOffsetMs,
		});
		return false;
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
