// A page of a screen pop as the rows of a box over the view.
import {formatMinute} from '../format.js';
import type {Size} from '../layout.js';
import {callerText, type Speech} from '../names.js';
import {wrapWords} from '../wrap.js';
import type {PopPage} from './pops.js';

/** How much of the screen's width and height the box may take: two thirds of the screen. */
const share = 0.8;

/** Beside the text: border and blanks; border, title, call, target, a blank row, and how much is in sight. */
const around = {columns: 6, rows: 7} as const;

/** Below this a box shows too little. */
const least = {columns: 20, rows: 1} as const;

const widest = 100;

export type PageText = {
	/** The text, no wider than `width`. */
	readonly rows: readonly string[];
	readonly width: number;
	/** How many of the rows are seen at once. */
	readonly height: number;
	/** The box, as large as it needs to be. */
	readonly size: Size;
};

/** The page in the room that a screen has for it. */
export const pageText = ({lines}: Pick<PopPage, 'lines'>, screen: Size): PageText => {
	const columns = Math.min(widest, Math.max(least.columns, Math.floor(screen.columns * share)));
	const width = Math.max(1, columns - around.columns);
	const most = Math.max(least.rows, Math.floor(screen.rows * share) - around.rows);
	const rows = lines.flatMap(line => wrapWords(line, width));
	const height = Math.max(1, Math.min(rows.length, most));
	return {rows, width, height, size: {columns, rows: height + around.rows}};
};

/** How many rows can be scrolled away. */
export const mostScroll = ({rows, height}: PageText): number => Math.max(0, rows.length - height);

/** Who a page or an offer is for, and since when. */
export const popCall = ({peer, at}: Pick<PopPage, 'peer' | 'at'>, speech: Speech): string =>
	speech.messages['pop.call'](callerText(peer, speech), formatMinute(at));
