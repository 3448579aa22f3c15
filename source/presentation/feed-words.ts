import {type Feed, type FeedStatus, feedStatus, quietSince} from '../domain/feed.js';
import type {EpochMs} from '../domain/units.js';
import type {Messages} from '../i18n/en.js';
import type {Tone} from './cells.js';
import type {Piece} from './fitting.js';
import {formatClock, formatDay, formatSpan} from './format.js';
import type {Symbols} from './symbols.js';

export type FeedStyle = {
	readonly now: EpochMs;
	readonly messages: Messages;
	readonly symbols: Symbols;
	/** Something is on the board already: a feed that connects now does so again. */
	readonly hasFigures: boolean;
};

/** A recording that is played is never called live. */
export const isReplay = ({transport}: Pick<Feed, 'transport'>): boolean => transport === 'replay';

export const isFailing = ({condition}: Pick<Feed, 'condition'>): boolean =>
	condition.kind === 'down' || condition.kind === 'refused';

const tones: Readonly<Record<FeedStatus, Tone>> = {
	live: 'free',
	quiet: 'warning',
	connecting: 'muted',
	down: 'alarm',
	refused: 'alarm',
};

const toneOf = (status: FeedStatus, {hasFigures}: FeedStyle): Tone =>
	status === 'connecting' && hasFigures ? 'warning' : tones[status];

type Words = (age: string, style: FeedStyle) => string;

const alone: Readonly<Record<FeedStatus, Words>> = {
	live: (age, {messages}) => messages['feed.live'](age),
	quiet: (age, {messages}) => messages['feed.quiet'](age),
	connecting: (_age, {messages, hasFigures}) => messages[hasFigures ? 'feed.reconnecting' : 'feed.connecting'],
	down: () => '',
	refused: () => '',
};

/** After the name of the site; a live one needs no word for it. */
const afterName: Readonly<Record<FeedStatus, Words>> = {
	...alone,
	live: age => age,
	connecting: (_age, {messages}) => messages['feed.connecting'],
};

/** How the only feed is. */
export const onlyFeed = (feed: Feed | undefined, style: FeedStyle): Piece => {
	const status = feed ? feedStatus(feed, style.now) : 'connecting';
	const words = alone[status](feed ? ageOf(feed, style) : '', style);
	return {words: `${style.symbols.feed[status]} ${words}`, tone: toneOf(status, style)};
};

/** How one feed of several is, by its site's name. */
export const namedFeed = (feed: Feed, style: FeedStyle): Piece => {
	const status = feedStatus(feed, style.now);
	const words = afterName[status](ageOf(feed, style), style);
	return {words: `${style.symbols.feed[status]} ${feed.site} ${words}`, tone: toneOf(status, style)};
};

const ageOf = (feed: Feed, {now, messages}: FeedStyle): string => formatSpan(now - quietSince(feed), messages);

const counted = ['live', 'quiet', 'connecting'] as const;

/** How many feeds are in each state, of those that do not fail. */
export const countedFeeds = (feeds: readonly Feed[], style: FeedStyle): readonly Piece[] =>
	counted.flatMap(status => {
		const count = feeds.filter(feed => feedStatus(feed, style.now) === status).length;
		const words = `${style.symbols.feed[status]} ${style.messages[`feed.count.${status}`](count)}`;
		return count === 0 ? [] : [{words, tone: toneOf(status, style)}];
	});

/** A count of those that are live, then by name all that are not. */
export const exceptLive = (feeds: readonly Feed[], style: FeedStyle): readonly Piece[] => {
	const isLive = (feed: Feed): boolean => feedStatus(feed, style.now) === 'live';
	const others = feeds.filter(feed => !isLive(feed));
	return [...countedFeeds(feeds.filter(isLive), style), ...others.map(feed => namedFeed(feed, style))];
};

/** Which moment of its day a recording shows, from the longest way to say it to the shortest. */
export const replayPieces = ({now, messages, symbols}: Pick<FeedStyle, 'now' | 'messages' | 'symbols'>) =>
	[`${formatDay(now)} ${formatClock(now)}`, formatClock(now)].map((time): readonly Piece[] => [
		{words: `${symbols.feed.replay} ${messages['feed.replay'](time)}`, tone: 'accent'},
	]);
