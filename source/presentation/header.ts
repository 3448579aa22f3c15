import type {Board} from '../domain/board.js';
import type {ServiceLevelRule} from '../domain/figures.js';
import type {EpochMs} from '../domain/units.js';
import type {Messages} from '../i18n/en.js';
import {left, type Placed, type Row, right, text} from './cells.js';
import {coverage, missedPieces, roomForCoverage} from './coverage.js';
import {placePieces, sizeOf} from './fitting.js';
import {type Figure, figuresOf, type Summary} from './summary.js';
import type {Symbols} from './symbols.js';
import {widthOf} from './width.js';

export type HeaderStyle = {
	readonly width: number;
	readonly now: EpochMs;
	readonly messages: Messages;
	readonly symbols: Symbols;
	readonly rule: ServiceLevelRule;
};

/** The figures in one row, as many as fit, spread evenly; what they cover, and what they miss, stands at the end. */
export const figuresRow = (board: Board, summary: Summary, style: HeaderStyle): Row => {
	const {width} = style;
	const figures = figuresOf(summary, style);
	const needed = figures.reduce((sum, figure) => sum + figureSize(figure), figures.length * 2);
	const mustSay = width < roomForCoverage ? [] : missedPieces(board, style);
	const covered = coverage(board, style).find(pieces => needed + sizeOf(pieces) + 2 <= width) ?? mustSay;
	const size = sizeOf(covered);
	const room = width - 2 - (size > 0 ? size + 2 : 0);
	const space = Math.max(2, Math.min(8, Math.floor((room - needed) / figures.length) + 2));
	return [...placeFigures(figures, {space, end: room + 1}), ...placePieces(covered, width - 1 - size)];
};

const figureSize = ({title, width}: Figure): number => widthOf(title) + 1 + width;

const placeFigures = (
	figures: readonly Figure[],
	{space, end}: {readonly space: number; readonly end: number},
): Row => {
	const row: Placed[] = [];
	let column = 1;
	for (const figure of figures) {
		if (column + figureSize(figure) > end) break;
		row.push(left(column, widthOf(figure.title), text(figure.title, 'muted')));
		row.push(left(column + widthOf(figure.title) + 1, figure.width, figure.value));
		column += figureSize(figure) + space;
	}
	return row;
};

/** For a terminal too small for more: one figure a row, the name left, the value right. */
export const figureRows = (board: Board, summary: Summary, style: HeaderStyle): readonly Row[] => {
	const {width} = style;
	const covered = coverage(board, style).find(pieces => sizeOf(pieces) <= width - 2) ?? [];
	const rows = figuresOf(summary, style).map(({title, value}) => [
		left(1, widthOf(title), text(title, 'muted')),
		right(width - 13, 12, value),
	]);
	return covered.length === 0 ? rows : [...rows, placePieces(covered, 1)];
};
