import type {Board} from '../../domain/board.js';
import {type Block, everySite, type Row} from '../../presentation/cells.js';
import {formatDay} from '../../presentation/format.js';
import {figureRows, figuresRow, type HeaderStyle} from '../../presentation/header.js';
import {summarise} from '../../presentation/summary.js';
import {titleRow} from '../../presentation/title-row.js';
import type {Canvas, Painter} from '../../terminal/canvas.js';
import {plainLook} from '../look.js';
import type {Scene} from '../scene.js';
import {createBlockPainter} from './block-painter.js';

/** Feed and clock: always live and never dimmed, whatever else is. */
export const createTitlePainter = (scene: Scene): Painter => {
	const look = plainLook(scene.theme);
	return createBlockPainter(canvas => {
		const {live} = scene.moment();
		const row = titleRow(live.board, {...scene.style(), width: canvas.columns, now: live.now});
		return {blocks: inRows([[row]], canvas), now: live.now, look};
	});
};

/** The figures in one row, or one to a row where there is room for nothing else. */
export const createFiguresPainter = (scene: Scene): Painter => {
	const rowsOf = rememberByBoard((board, style) => {
		const summary = summarise(board, style.rule);
		return style.rows === 1
			? [[figuresRow(board, summary, style)]]
			: figureRows(board, summary, style).map(row => [row]);
	});
	return createBlockPainter(canvas => {
		const {board, now} = scene.moment();
		const style = {...scene.style(), width: canvas.columns, rows: canvas.rows, now};
		return {blocks: inRows(rowsOf(board, style), canvas), now, look: scene.look()};
	});
};

type FiguresStyle = HeaderStyle & {readonly rows: number};
type RowsOf = (board: Board, style: FiguresStyle) => readonly (readonly Row[])[];

/** Figures change with the board, the size and the day only; what ages in them ages by itself. */
const rememberByBoard = (make: RowsOf): RowsOf => {
	let last: {readonly board: Board; readonly size: string; readonly rows: ReturnType<RowsOf>} | undefined;
	return (board, style) => {
		const size = `${style.width}x${style.rows} ${formatDay(style.now)}`;
		if (last?.board !== board || last.size !== size) last = {board, size, rows: make(board, style)};
		return last.rows;
	};
};

const inRows = (rows: readonly (readonly Row[])[], canvas: Canvas): readonly Block[] =>
	rows
		.slice(0, canvas.rows)
		.map((block, row) => ({about: everySite, row, column: 0, width: canvas.columns, rows: block}));
