import {answerRate, averageSpeedOfAnswer, averageTalk, lost, serviceLevel} from '../../domain/figures.js';
import {longestWaitSeconds} from '../../domain/tally.js';
import {type Cell, type Tone, text} from '../cells.js';
import {formatAge, formatAtLeast, formatMean, formatShare} from '../format.js';
import {nameOf} from '../names.js';
import {waitCell} from '../queue-rows.js';
import type {Style} from '../style.js';
import {level} from '../summary.js';
import {widthOf} from '../width.js';
import type {QueueFigures} from './queue-figures.js';

/** Holds the place of a mark, so that figures with and without one stand below each other. */
const noMark = '  ';

/** A queue's name; of all of them, that a call through several counts once, in as many words as there is room for. */
export const nameCell = ({queue}: QueueFigures, style: Style, width: number): Cell => {
	const {messages} = style;
	if (queue !== null) return text(nameOf(queue.number, style), 'strong');
	const words = [messages['queues.total'], messages['queues.total.short']].find(long => widthOf(long) <= width);
	return text(words ?? messages['table.total'], 'accent');
};

/** Who waits, by our count; after it the service's own where that has differed for a while. */
export const waitingCell = ({waiting, inDoubt, reported, isKnown}: QueueFigures, {symbols}: Style): Cell => {
	if (!isKnown) return text(symbols.dash, 'muted');
	const words = formatAtLeast(waiting, {inDoubt, none: symbols.dash});
	if (reported !== null) return text(`${words} ${symbols.nearly}${reported}`, 'warning');
	return text(words, waiting > 0 ? 'warning' : 'muted');
};

export const longestCell = ({longest}: QueueFigures, {symbols}: Style): Cell =>
	longest === null ? text(`${symbols.dash}${noMark}`, 'muted') : waitCell(longest, symbols);

/** A count; nothing counted is quiet. */
export const countCell = (count: number, {isKnown}: QueueFigures, {symbols}: Style): Cell => {
	const tone: Tone = isKnown && count > 0 ? 'plain' : 'muted';
	return text(isKnown ? String(count) : symbols.dash, tone);
};

export const lostCell = (row: QueueFigures, style: Style): Cell => countCell(lost(row.tally), row, style);

export const rateCell = ({tally}: QueueFigures, {symbols}: Style): Cell => {
	const rate = answerRate(tally);
	return text(formatShare(rate, symbols.dash), rate === null ? 'muted' : 'plain');
};

/** Against its target: marked below it, an alarm far below it. */
export const levelCell = ({tally}: QueueFigures, style: Style): Cell => {
	const share = serviceLevel(tally, style.rule);
	if (share === null) return text(`${style.symbols.dash}${noMark}`, 'muted');
	const {value} = level(share, style);
	return value.kind === 'text' && share >= style.rule.target ? {...value, text: value.text + noMark} : value;
};

/** A length of time that is over, in whole seconds. */
const lengthCell = (seconds: number | null, {symbols}: Style): Cell =>
	seconds === null ? text(symbols.dash, 'muted') : text(formatAge(seconds * 1000));

export const answerCell = ({tally}: QueueFigures, style: Style): Cell => meanCell(averageSpeedOfAnswer(tally), style);

export const talkCell = ({tally}: QueueFigures, style: Style): Cell => meanCell(averageTalk(tally), style);

export const mostCell = ({tally}: QueueFigures, style: Style): Cell => lengthCell(longestWaitSeconds(tally), style);

const meanCell = (mean: number | null, {symbols}: Style): Cell =>
	mean === null ? text(symbols.dash, 'muted') : text(formatMean(mean));
