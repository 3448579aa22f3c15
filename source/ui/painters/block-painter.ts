import type {EpochMs} from '../../domain/units.js';
import {type Block, type Placed, type Row, toneAt} from '../../presentation/cells.js';
import {widthOf} from '../../presentation/width.js';
import type {Canvas, Painter} from '../../terminal/canvas.js';
import type {Look} from '../look.js';
import type {ToneStyles} from '../theme.js';

export type Picture = {
	readonly blocks: readonly Block[];
	readonly now: EpochMs;
	/** Another object when something looks other than before. */
	readonly look: Look;
};

/**
Paints blocks of rows and redraws only what changed: a block whose rows are others than before, or, at a tick, the
ages in the others.
*/
export const createBlockPainter = (picture: (canvas: Canvas) => Picture): Painter => {
	let drawn: readonly Block[] = [];
	let drawnAt: EpochMs | null = null;
	let drawnWith: Look | null = null;
	return canvas => {
		const {blocks, now, look} = picture(canvas);
		if (canvas.blank || look !== drawnWith) {
			for (let row = 0; row < canvas.rows; row++) canvas.clear(row, 0, canvas.columns);
			drawn = [];
		}
		if (blocks === drawn && now === drawnAt) return;
		let brush: Brush = {canvas, now, styles: look.of(null)};
		const place = hasSamePlaces(drawn, blocks) ? byIndex(drawn) : byPlace(drawn, blocks, canvas);
		for (let index = 0; index < blocks.length; index++) {
			const block = blocks[index];
			if (!block) continue;
			const before = place(block, index);
			const isSame = before?.rows === block.rows;
			if (isSame && now === drawnAt) continue;
			const styles = look.of(block.about);
			if (styles !== brush.styles) brush = {canvas, now, styles};
			if (isSame) drawAges(block, brush);
			else redraw(block, before, brush);
		}
		drawn = blocks;
		drawnAt = now;
		drawnWith = look;
	};
};

/** What was drawn before in the place of a block. */
type Before = (block: Block, index: number) => Block | undefined;

/** Places change seldom: while they are the same, so is the order in the list. */
const byIndex =
	(drawn: readonly Block[]): Before =>
	(_block, index) =>
		drawn[index];

/** Blocks are found by their place; what stands where no block is wanted now is erased first. */
const byPlace = (drawn: readonly Block[], wanted: readonly Block[], canvas: Canvas): Before => {
	const places = new Set(wanted.map(keyOf));
	for (const block of drawn) if (!places.has(keyOf(block))) erase(block, canvas);
	const known = new Map(drawn.map(block => [keyOf(block), block]));
	return block => known.get(keyOf(block));
};

const hasSamePlaces = (drawn: readonly Block[], wanted: readonly Block[]): boolean => {
	if (drawn.length !== wanted.length) return false;
	for (let index = 0; index < wanted.length; index++) {
		const one = drawn[index];
		const other = wanted[index];
		if (one === other) continue;
		if (one?.row !== other?.row || one?.column !== other?.column || one?.width !== other?.width) return false;
	}
	return true;
};

const keyOf = ({row, column, width}: Block): number => (row * 1024 + column) * 1024 + width;

const redraw = (block: Block, before: Block | undefined, brush: Brush): void => {
	if (before) erase(before, brush.canvas);
	draw(block, brush);
};

type Brush = {readonly canvas: Canvas; readonly now: EpochMs; readonly styles: ToneStyles};

const erase = ({row, column, width, rows}: Block, canvas: Canvas): void => {
	for (let offset = 0; offset < rows.length; offset++) canvas.clear(row + offset, column, width);
};

const draw = (block: Block, brush: Brush): void => {
	for (const [offset, row] of block.rows.entries()) {
		for (const placed of row) drawCell(placed, block.row + offset, block.column, brush);
	}
};

const drawAges = (block: Block, brush: Brush): void => {
	for (const {offset, placed} of agesIn(block.rows)) {
		drawCell(placed, block.row + offset, block.column, brush);
	}
};

type Age = {readonly offset: number; readonly placed: Placed};

const knownAges = new WeakMap<readonly Row[], readonly Age[]>();

/** What ages in rows, looked for once: at each tick nothing else is drawn. */
const agesIn = (rows: readonly Row[]): readonly Age[] => {
	const known = knownAges.get(rows);
	if (known) return known;
	const ages = rows.flatMap((row, offset) =>
		row.filter(({cell}) => cell.kind === 'since').map(placed => ({offset, placed})),
	);
	knownAges.set(rows, ages);
	return ages;
};

// Called for every running time at every tick: four arguments instead of an object to throw away.
const drawCell = (placed: Placed, row: number, column: number, brush: Brush): void => {
	const {canvas, now, styles} = brush;
	const {cell, width, align} = placed;
	const age = cell.kind === 'since' ? Math.max(0, now - cell.since) : 0;
	const words = cell.kind === 'since' ? cell.write(age) : cell.text;
	const style = styles[cell.kind === 'since' ? toneAt(cell, age) : cell.tone];
	const start = column + placed.column;
	if (cell.kind === 'text' && align === 'left') {
		canvas.text(row, start, words, style);
		return;
	}
	const used = Math.min(width, widthOf(words));
	if (cell.kind === 'since' && used < width) canvas.clear(row, align === 'left' ? start + used : start, width - used);
	canvas.text(row, align === 'left' ? start : start + width - used, words, style);
};
