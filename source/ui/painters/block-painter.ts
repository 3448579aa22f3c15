import type {EpochMs} from '../../domain/units.js';
import {type Block, type Placed, type Row, toneAt} from '../../presentation/cells.js';
import {widthOf} from '../../presentation/width.js';
import type {Canvas, Painter} from '../../terminal/canvas.js';
import type {ToneStyles} from '../theme.js';

export type Picture = {
	readonly blocks: readonly Block[];
	readonly now: EpochMs;
	readonly styles: ToneStyles;
};

type Drawn = {readonly block: Block; readonly key: number};

/**
Paints blocks of rows and redraws only what changed: a block whose rows are others than before, or, at a tick, the
ages in the others.
*/
export const createBlockPainter = (picture: (canvas: Canvas) => Picture): Painter => {
	let drawn = new Map<number, Drawn>();
	let drawnAt: EpochMs | null = null;
	let drawnWith: ToneStyles | null = null;
	return canvas => {
		const {blocks, now, styles} = picture(canvas);
		if (canvas.blank || styles !== drawnWith) {
			for (let row = 0; row < canvas.rows; row++) canvas.clear(row, 0, canvas.columns);
			drawn = new Map();
		}
		const brush = {canvas, now, styles};
		const next = new Map(blocks.map(block => [keyOf(block), {block, key: keyOf(block)}]));
		for (const {block, key} of drawn.values()) if (next.get(key)?.block.rows !== block.rows) erase(block, canvas);
		for (const {block, key} of next.values()) {
			const before = drawn.get(key)?.block;
			if (before?.rows !== block.rows) draw(block, brush);
			else if (now !== drawnAt) drawAges(block, brush);
		}
		drawn = next;
		drawnAt = now;
		drawnWith = styles;
	};
};

type Brush = {readonly canvas: Canvas; readonly now: EpochMs; readonly styles: ToneStyles};

const keyOf = ({row, column, width}: Block): number => (row * 1024 + column) * 1024 + width;

const erase = ({row, column, width, rows}: Block, canvas: Canvas): void => {
	for (let offset = 0; offset < rows.length; offset++) canvas.clear(row + offset, column, width);
};

const draw = (block: Block, brush: Brush): void => {
	for (const [offset, row] of block.rows.entries()) {
		for (const placed of row) drawCell(placed, {row: block.row + offset, column: block.column, brush});
	}
};

const drawAges = (block: Block, brush: Brush): void => {
	for (const [offset, row] of block.rows.entries()) {
		for (const placed of row) {
			if (placed.cell.kind === 'since') drawCell(placed, {row: block.row + offset, column: block.column, brush});
		}
	}
};

type Spot = {readonly row: number; readonly column: number; readonly brush: Brush};

const drawCell = (placed: Placed, {row, column, brush}: Spot): void => {
	const {canvas, now, styles} = brush;
	const {cell, width, align} = placed;
	const age = cell.kind === 'since' ? Math.max(0, now - cell.since) : 0;
	const words = cell.kind === 'since' ? cell.write(age) : cell.text;
	const style = styles[cell.kind === 'since' ? toneAt(cell, age) : cell.tone];
	const start = column + placed.column;
	const used = Math.min(width, widthOf(words));
	const at = align === 'left' ? start : start + width - used;
	if (cell.kind === 'since' && used < width) canvas.clear(row, align === 'left' ? start + used : start, width - used);
	canvas.text(row, at, words, style);
};

/** One block that fills the canvas from the top. */
export const fullWidth = (rows: readonly Row[], canvas: Canvas): readonly Block[] =>
	rows.map((row, index) => ({row: index, column: 0, width: canvas.columns, rows: [row]}));
