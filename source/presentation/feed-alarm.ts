import type {Feed} from '../domain/feed.js';
import {type EpochMs, epochMs} from '../domain/units.js';
import {countedFeeds, type FeedStyle, isFailing, isReplay, namedFeed} from './feed-words.js';
import type {Piece} from './fitting.js';
import {formatSince, formatSpan} from './format.js';

type Failing = 'down' | 'refused';

/** Feeds that fail in the same way, told of together. */
type Group = {
	readonly kind: Failing;
	readonly feeds: readonly Feed[];
	/** The next attempt of all. */
	readonly retryAt: EpochMs;
};

type Ways = readonly (() => readonly Piece[])[];

/**
What to say of the feeds that fail: which, since when, when the next attempt is, or what to do. From everything about each
to the least that is still an alarm.
*/
export const alarmWays = (feeds: readonly Feed[], style: FeedStyle): Ways => {
	const failing = feeds.filter(isFailing);
	const others = feeds.filter(feed => !isFailing(feed));
	const groups = groupsOf(failing);
	const each = failing.flatMap(feed => groupsOf([feed]));
	const say = (told: readonly Group[], phrase: Phrase): readonly Piece[] =>
		told.map(group => ({
			words: `${markOf(group, style)} ${phrase(group, {...style, total: feeds.length})}`,
			tone: 'alarm',
		}));
	const counted = (): readonly Piece[] => countedFeeds(others, style).map(inAlarm);
	return [
		() => [...say(each, named(long)), ...others.map(feed => inAlarm(namedFeed(feed, style)))],
		() => [...say(each, named(long)), ...counted()],
		() => say(each, named(long)),
		() => [...say(groups, named(long)), ...counted()],
		() => say(groups, named(long)),
		() => [...say(groups, numbered(long)), ...counted()],
		() => say(groups, numbered(long)),
		() => say(groups, named(medium)),
		() => say(groups, numbered(medium)),
		() => say(groups, named(short)),
		() => say(groups, numbered(short)),
		() => say(groups, named(bare)),
		() => say(groups, numbered(bare)),
		...(groups.length > 1 ? [() => say(groupsTogether(failing), numbered(nothing))] : []),
	];
};

const inAlarm = ({words}: Piece): Piece => ({words, tone: 'alarm'});

const groupsOf = (failing: readonly Feed[]): readonly Group[] =>
	(['refused', 'down'] as const).flatMap(kind => {
		const feeds = failing.filter(({condition}) => condition.kind === kind);
		const retries = feeds.flatMap(({condition}) => ('retryAt' in condition ? [condition.retryAt] : []));
		return feeds.length === 0 ? [] : [{kind, feeds, retryAt: epochMs(Math.min(...retries))}];
	});

/** Feeds that fail in different ways, told of as one: for where there is no room for more. */
const groupsTogether = (feeds: readonly Feed[]): readonly Group[] =>
	groupsOf(feeds)
		.slice(-1)
		.map(group => ({...group, feeds}));

const markOf = ({kind, feeds}: Group, {symbols}: FeedStyle): string =>
	feeds.some(isReplay) ? `${symbols.feed.replay} ${symbols.feed[kind]}` : symbols.feed[kind];

type GroupStyle = FeedStyle & {
	/** How many feeds there are in all. */
	readonly total: number;
};

type Phrase = (group: Group, style: GroupStyle) => string;

/** With the names of the sites, where there are several. */
const named =
	(phrase: Phrase): Phrase =>
	(group, style) =>
		style.total === 1
			? phrase(group, style)
			: style.messages['feed.site'](group.feeds.map(({site}) => site).join(', '), phrase(group, style));

/** With how many sites, where more than one fails. */
const numbered =
	(phrase: Phrase): Phrase =>
	(group, style) => {
		const {messages, total} = style;
		if (group.feeds.length === 1) return named(phrase)(group, style);
		return messages['feed.site'](messages['feed.sites'](group.feeds.length, total), phrase(group, style));
	};

const long: Phrase = (group, style) => phraseOf(group, style, group.feeds.length > 1 ? '.several' : '');

const short: Phrase = (group, style) => phraseOf(group, style, '.short');

const medium: Phrase = (group, style) =>
	group.kind === 'refused' ? style.messages['feed.refused.medium'](sinceWhen(group, style.now)) : long(group, style);

const bare: Phrase = (group, {now, messages}) =>
	group.kind === 'refused' ? messages['feed.refused.bare'] : messages['feed.down.bare'](sinceWhen(group, now));

const nothing: Phrase = (_group, {messages}) => messages['feed.none'];

/** When they failed: the first and the last of them, where these differ. */
const sinceWhen = ({feeds}: Group, now: EpochMs): string => {
	const times = feeds.map(({since}) => since).sort((one, other) => one - other);
	const ends = [times[0], times.at(-1)].flatMap(time => (time === undefined ? [] : [formatSince(time, now)]));
	return [...new Set(ends)].join('–');
};

/** An attempt in less than this is one that is under way. */
const soonMs = 500;

const phraseOf = (group: Group, {now, messages}: FeedStyle, form: '' | '.several' | '.short'): string => {
	const {kind, retryAt} = group;
	const time = sinceWhen(group, now);
	if (kind === 'refused') return messages[`feed.refused${form}`](time);
	if (retryAt - now < soonMs) return messages[`feed.retrying${form}`](time);
	return messages[`feed.down${form}`](time, formatSpan(retryAt - now, messages));
};
