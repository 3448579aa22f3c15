import type {Board} from '../../source/domain/board.js';
import {defaultServiceLevel, lost, serviceLevel} from '../../source/domain/figures.js';
import {waitingCallers} from '../../source/domain/queue.js';
import {epochMs} from '../../source/domain/units.js';
import {en} from '../../source/i18n/en.js';
import {formatAge, formatClock, formatMinute, formatShare, formatSpan} from '../../source/presentation/format.js';
import type {Layout, Rectangle} from '../../source/presentation/layout.js';
import {unicode} from '../../source/presentation/symbols.js';
import {footerHints} from '../../source/ui/key-hints.js';
import type {RawCells} from './raw-cells.js';
import {tone} from './raw-look.js';

/** Draws what stands still: borders, titles, footer. */
export const drawFrames = (
	cells: RawCells,
	{layout, board}: {readonly layout: Layout; readonly board: Board},
): void => {
	const {lines, queues, log} = layout.panels;
	if (lines) drawPanel(cells, lines, [`${en['lines.title']} ${board.lines.size}`, en['lines.order']]);
	if (queues) drawPanel(cells, queues, [`${en['queues.title']} ${board.queues.size}`, '']);
	if (log) drawPanel(cells, log, [en['log.title'], en['log.following']]);
	drawFooter(cells, layout.footer);
};

const drawPanel = (
	cells: RawCells,
	{row, column, rows, columns}: Rectangle,
	[title, note]: readonly [string, string],
): void => {
	const {border} = unicode;
	cells.put(row, column, border.topLeft + border.top.repeat(columns - 2) + border.topRight, tone.muted);
	for (let at = row + 1; at < row + rows - 1; at++) {
		cells.put(at, column, border.left, tone.muted);
		cells.put(at, column + columns - 1, border.right, tone.muted);
	}
	cells.put(
		row + rows - 1,
		column,
		border.bottomLeft + border.bottom.repeat(columns - 2) + border.bottomRight,
		tone.muted,
	);
	cells.put(row, column + 2, ` ${title} `, tone.strong);
	if (note) cells.put(row, column + 4 + title.length, `${border.top} ${note} `, tone.muted);
};

const drawFooter = (cells: RawCells, {row, columns}: Rectangle): void => {
	let hints = footerHints('overview', {messages: en, symbols: unicode});
	const size = () => hints.reduce((sum, {key, label}) => sum + key.length + label.length + 3, -2);
	while (hints.length > 3 && size() > columns - 2) hints = [...hints.slice(0, -4), ...hints.slice(-3)];
	let column = 1;
	for (const {key, label} of hints) {
		cells.put(row, column, key, tone.accent);
		cells.put(row, column + key.length, ` ${label}`, tone.muted);
		column += key.length + label.length + 3;
	}
};

type Scene = {readonly board: Board; readonly now: number; readonly columns: number};

export const drawTitle = (cells: RawCells, {board, now, columns}: Scene): void => {
	const [feed] = board.feeds.values();
	const state = `${unicode.feed.live} ${en['feed.live'](formatSpan(now - (feed?.lastEventAt ?? feed?.since ?? now), en))}`;
	const clock = formatClock(epochMs(now));
	const title = en['app.name'];
	const stateAt = columns - 4 - clock.length - state.length;
	cells.put(0, 1, title, tone.accent);
	cells.fill(0, 1 + title.length, stateAt - 1 - title.length);
	cells.put(0, stateAt, state, tone.free);
	cells.put(0, columns - 1 - clock.length, clock, tone.strong);
};

/** The figures, spread as wide as they fit. */
export const drawFigures = (cells: RawCells, scene: Scene): void => {
	const {board, columns} = scene;
	const figures = figuresOf(scene);
	const since = board.since === null ? '' : en['figure.since'](formatMinute(board.since));
	const needed = figures.reduce((sum, [title, , width]) => sum + title.length + 1 + width, 0);
	const hasSince = since !== '' && needed + figures.length * 2 + since.length + 2 <= columns;
	const end = columns - 1 - (hasSince ? since.length + 2 : 0);
	const space = Math.max(2, Math.min(8, Math.floor((end - 1 - needed) / figures.length)));
	let column = 1;
	for (const [title, value, width, style] of figures) {
		if (column + title.length + 1 + width > end) break;
		cells.put(1, column, title, tone.muted);
		cells.put(1, column + title.length + 1, value, style);
		const used = title.length + 1 + value.length;
		column += title.length + 1 + width + space;
		cells.fill(1, column - width - space + value.length, width - value.length + space);
		if (used === 0) break;
	}
	cells.fill(1, column, columns - column - (hasSince ? since.length + 1 : 0));
	if (hasSince) cells.put(1, columns - 1 - since.length, since, tone.muted);
};

type Figure = readonly [title: string, value: string, width: number, style: number];

const figuresOf = ({board, now}: Scene): readonly Figure[] => {
	let waiting = 0;
	let longest = Number.POSITIVE_INFINITY;
	for (const queue of board.queues.values()) {
		const callers = waitingCallers(queue);
		waiting += callers.length;
		longest = Math.min(longest, callers[0]?.joinedAt ?? callers[0]?.heardAt ?? longest);
	}
	const day = board.total.tally;
	let busy = 0;
	let free = 0;
	for (const {calls} of board.lines.values()) {
		if (calls.size === 0) free += 1;
		else busy += 1;
	}
	const {target, thresholdSeconds} = defaultServiceLevel;
	const plain = (title: string, value: string, style: number): Figure => [title, value, value.length, style];
	return [
		plain(en['figure.waiting'], String(waiting), waiting > 0 ? tone.warning : tone.strong),
		[en['figure.longest'], ...longestWait(now - longest)],
		plain(en['figure.serviceLevel'](target * 100, thresholdSeconds), ...level(serviceLevel(day, defaultServiceLevel))),
		plain(en['figure.lost'], String(lost(day)), tone.strong),
		plain(en['figure.inCall'], String(busy), tone.strong),
		plain(en['figure.free'], String(free), tone.free),
	];
};

const longestWait = (age: number): readonly [string, number, number] => {
	if (age < 0) return [en['figure.none'], 9, tone.muted];
	const style = age >= 60_000 ? tone.alarm : age >= 20_000 ? tone.warning : tone.strong;
	return [`${formatAge(age)} ${age >= 60_000 ? unicode.above : ' '}`, 9, style];
};

const level = (share: number | null): readonly [string, number] => {
	const words = formatShare(share, en['figure.none']);
	if (share === null || share >= defaultServiceLevel.target) return [words, tone.strong];
	return [`${words} ${unicode.below}`, share < defaultServiceLevel.target - 0.1 ? tone.alarm : tone.warning];
};
