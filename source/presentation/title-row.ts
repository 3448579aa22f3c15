import type {Board} from '../domain/board.js';
import type {Feed} from '../domain/feed.js';
import {left, type Row, right, text} from './cells.js';
import {missedPieces, roomForCoverage} from './coverage.js';
import {alarmWays} from './feed-alarm.js';
import {
	countedFeeds,
	exceptLive,
	type FeedStyle,
	isFailing,
	isReplay,
	namedFeed,
	onlyFeed,
	replayPieces,
} from './feed-words.js';
import {firstFitting, type Piece, placePieces, sizeOf} from './fitting.js';
import {formatClock} from './format.js';
import type {HeaderStyle} from './header.js';
import {widthOf} from './width.js';

/** Who is shown, how each feed is, what time it is. Feeds that fail take the row over, but for the clock. */
export const titleRow = (board: Board, {width, now, messages, symbols}: HeaderStyle): Row => {
	const feeds = [...board.feeds.values()];
	const hasFigures = board.lines.size > 0 || board.queues.size > 0;
	const title = {board, feeds, width, style: {now, messages, symbols, hasFigures}};
	return feeds.some(isFailing) ? alarmRow(title) : calmRow(title);
};

type Title = {
	readonly board: Board;
	readonly feeds: readonly Feed[];
	readonly width: number;
	readonly style: FeedStyle;
};

/** The whole width in the tone of an alarm. */
const alarmRow = ({feeds, width, style}: Title): Row => {
	const clock = formatClock(style.now);
	const clockAt = Math.max(0, width - clock.length - 2);
	const pieces = firstFitting(alarmWays(feeds, style), {width: clockAt - 2, cut: style.symbols.cut});
	const words = ` ${pieces.map(piece => piece.words).join('  ')}`;
	return [
		left(0, clockAt, text(words + ' '.repeat(Math.max(0, clockAt - widthOf(words))), 'alarm')),
		left(clockAt, clock.length + 2, text(` ${clock} `, 'alarm')),
	];
};

const calmRow = (title: Title): Row => {
	const {width, style} = title;
	const clock = formatClock(style.now);
	const room = Math.max(0, width - 1 - clock.length - 3);
	const {head, states} = firstPair(headsOf(title), statesOf(title), room);
	const shown = head ? states : firstFitting([() => states], {width: room - 1, cut: style.symbols.cut});
	return [
		...placePieces(head ?? [], 1),
		...placePieces(shown, room - sizeOf(shown)),
		right(width - 1 - clock.length, clock.length, text(clock, 'strong')),
	];
};

type Pair = {
	/** Undefined when even the shortest way to say how the feeds are does not fit. */
	readonly head: readonly Piece[] | undefined;
	readonly states: readonly Piece[];
};

/** What stands at the left and how the feeds are, as much of both as fits, of the feeds first. */
const firstPair = (
	heads: readonly (readonly Piece[])[],
	ways: readonly (() => readonly Piece[])[],
	room: number,
): Pair => {
	let states: readonly Piece[] = [];
	for (const way of ways) {
		states = way();
		const left = room - 3 - sizeOf(states);
		const head = heads.find(candidate => sizeOf(candidate) <= left);
		if (head) return {head, states};
	}
	return {head: undefined, states};
};

const headsOf = ({board, feeds, width, style}: Title): readonly (readonly Piece[])[] => {
	const missed = width < roomForCoverage ? missedPieces(board, style) : [];
	const name: Piece = {words: style.messages['app.name'], tone: 'accent'};
	const hasNames = feeds.length === 1 || feeds.some(isReplay);
	const sites = feeds
		.filter(({site}) => hasNames && site !== 'default')
		.map(({site}): Piece => ({words: site, tone: 'accent'}));
	return [[name, ...sites, ...missed], [...sites, ...missed], missed, []];
};

const statesOf = ({feeds, style}: Title): readonly (() => readonly Piece[])[] => {
	if (feeds.some(isReplay)) return replayPieces(style).map(pieces => () => pieces);
	if (feeds.length < 2) return [() => [onlyFeed(feeds[0], style)]];
	return [
		() => feeds.map(feed => namedFeed(feed, style)),
		() => exceptLive(feeds, style),
		() => countedFeeds(feeds, style),
	];
};
