import type {Board} from '../domain/board.js';
import {type Feed, feedStatus, quietSince} from '../domain/feed.js';
import type {EpochMs} from '../domain/units.js';
import type {Messages} from '../i18n/en.js';
import {left, type Placed, type Row, right, type Tone, text} from './cells.js';
import {formatClock, formatMinute, formatSpan} from './format.js';
import {type Figure, figuresOf, type Summary} from './summary.js';
import type {Symbols} from './symbols.js';
import {cutTo, widthOf} from './width.js';

export type HeaderStyle = {
	readonly width: number;
	readonly now: EpochMs;
	readonly messages: Messages;
	readonly symbols: Symbols;
};

/** Who is shown, how the feed is, what time it is. A feed that is down takes the row over. */
export const titleRow = (board: Board, style: HeaderStyle): Row => {
	const {width, now, messages, symbols} = style;
	const sites = [...board.feeds.keys()].filter(site => site !== 'default').join(', ');
	const clock = formatClock(now);
	const feed = worstFeed(board, now);
	const state = feed ? feedWords(feed, style) : {words: messages['feed.connecting'], tone: 'muted' as const};
	const stateWidth = Math.min(widthOf(state.words), width - 2 - clock.length - 3);
	const stateAt = width - 1 - clock.length - 3 - stateWidth;
	const title = cutTo(
		sites === '' ? messages['app.name'] : `${messages['app.name']}  ${sites}`,
		Math.max(0, stateAt - 2),
		symbols.cut,
	);
	return [
		left(1, Math.max(0, stateAt - 2), text(title, 'accent')),
		left(stateAt, stateWidth, text(cutTo(state.words, stateWidth, symbols.cut), state.tone)),
		right(width - 1 - clock.length, clock.length, text(clock, 'strong')),
	];
};

/** True when what is shown may be out of date: some feed is not connected. */
export const isStale = (board: Board): boolean =>
	[...board.feeds.values()].some(({condition}) => condition.kind === 'down' || condition.kind === 'refused');

const severity = {live: 0, quiet: 1, connecting: 2, down: 3, refused: 4} as const;

const worstFeed = (board: Board, now: EpochMs): Feed | undefined =>
	[...board.feeds.values()].sort((one, other) => severity[feedStatus(other, now)] - severity[feedStatus(one, now)])[0];

const feedWords = (
	feed: Feed,
	{now, messages, symbols}: HeaderStyle,
): {readonly words: string; readonly tone: Tone} => {
	const {condition} = feed;
	if (condition.kind === 'connecting') return {words: messages['feed.connecting'], tone: 'muted'};
	if (condition.kind === 'refused') {
		return {words: ` ${symbols.feed.down} ${messages['feed.refused'](formatMinute(feed.since))} `, tone: 'alarm'};
	}
	if (condition.kind === 'down') {
		const since = formatMinute(feed.since);
		const retry = formatSpan(condition.retryAt - now, messages);
		const words = condition.retryAt > now ? messages['feed.down'](since, retry) : messages['feed.retrying'](since);
		return {words: ` ${symbols.feed.down} ${words} `, tone: 'alarm'};
	}
	const age = formatSpan(now - quietSince(feed), messages);
	if (feedStatus(feed, now) === 'quiet')
		return {words: `${symbols.feed.quiet} ${messages['feed.quiet'](age)}`, tone: 'warning'};
	return {words: `${symbols.feed.live} ${messages['feed.live'](age)}`, tone: 'free'};
};

/** The figures in one row, as many as fit, spread evenly; what they cover stands at the end. */
export const figuresRow = (board: Board, summary: Summary, style: HeaderStyle): Row => {
	const {width, messages} = style;
	const figures = figuresOf(summary, style);
	const since = board.since === null ? '' : messages['figure.since'](formatMinute(board.since));
	const needed = figures.reduce((sum, figure) => sum + sizeOf(figure), 0);
	const hasSince = since !== '' && needed + figures.length * 2 + widthOf(since) + 2 <= width;
	const room = width - 2 - (hasSince ? widthOf(since) + 2 : 0);
	const space = Math.max(2, Math.min(8, Math.floor((room - needed) / figures.length)));
	const row = placeFigures(figures, {space, end: room + 1});
	return hasSince ? [...row, right(width - 1 - widthOf(since), widthOf(since), text(since, 'muted'))] : row;
};

const sizeOf = ({title, width}: Figure): number => widthOf(title) + 1 + width;

const placeFigures = (
	figures: readonly Figure[],
	{space, end}: {readonly space: number; readonly end: number},
): Row => {
	const row: Placed[] = [];
	let column = 1;
	for (const figure of figures) {
		if (column + sizeOf(figure) > end) break;
		row.push(left(column, widthOf(figure.title), text(figure.title, 'muted')));
		row.push(left(column + widthOf(figure.title) + 1, figure.width, figure.value));
		column += sizeOf(figure) + space;
	}
	return row;
};

/** For a terminal too small for more: one figure a row, the name left, the value right. */
export const figureRows = (board: Board, summary: Summary, style: HeaderStyle): readonly Row[] => {
	const {width, messages} = style;
	const since =
		board.since === null
			? []
			: [[left(1, width - 2, text(messages['figure.since'](formatMinute(board.since)), 'muted'))]];
	const rows = figuresOf(summary, style).map(({title, value}) => [
		left(1, widthOf(title), text(title, 'muted')),
		right(width - 13, 12, value),
	]);
	return [...rows, ...since];
};
