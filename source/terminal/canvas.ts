import {blank, type Cells, cellOf, isContinuation, touch} from './cells.js';
import {continuation, type Glyphs, space, unitGlyph, unitWidths} from './glyphs.js';
import {plain, type StyleId} from './pen.js';

/** Where a painter draws. Rows and columns count from 0; what falls outside is cut off. */
export type Canvas = {
	readonly columns: number;
	readonly rows: number;
	/** True when nothing drawn before is left (first frame, moved or resized region): draw all. False: the cells still show what was drawn last; draw only what changed. */
	readonly blank: boolean;
	/**
	Writes text from a cell on and returns the column after it, at most `columns`. Wide characters take two cells, combining marks
	join, control characters become blanks. A row outside the canvas draws nothing and returns `column`.
	*/
	text(row: number, column: number, text: string, style: StyleId): number;
	/** Blanks `width` cells. */
	clear(row: number, column: number, width: number, style?: StyleId): void;
};

export type Painter = (canvas: Canvas) => void;

export type CellsCanvas = Canvas & {
	/** Sets what `blank` says. */
	declareBlank(state: {readonly blank: boolean}): void;
};

/** A canvas over cells: whatever it changes is marked in the cells' changed spans. */
export const createCanvas = (cells: Cells, glyphs: Glyphs): CellsCanvas => {
	let isBlank = true;
	return {
		columns: cells.columns,
		rows: cells.rows,
		get blank() {
			return isBlank;
		},
		text: (row, column, text, style) =>
			row >= 0 && row < cells.rows && text !== '' ? writeText({cells, glyphs, row, style}, column, text) : column,
		clear: (row, column, width, style = plain) => fill(cells, {row, column, width, style}),
		declareBlank(state) {
			isBlank = state.blank;
		},
	};
};

type Place = {readonly cells: Cells; readonly glyphs: Glyphs; readonly row: number; readonly style: number};

/** Writes unit by unit, which suits nearly all text; at the first unit that may join its neighbours the rest goes to the segmenter. */
const writeText = (place: Place, column: number, text: string): number => {
	const {cells, row, style} = place;
	const {columns, values} = cells;
	const base = row * columns;
	let at = column;
	let left = columns;
	let right = 0;
	mendBefore(cells, row, column);
	for (let index = 0; index < text.length && at < columns; index++) {
		const unit = text.charCodeAt(index);
		if (unitWidths[unit] !== 1) {
			touch(cells, row, left, right);
			// One unit back: the character before may be the base of a mark.
			const start = index > 0 ? index - 1 : 0;
			return writeClusters(place, at - (index - start), text.slice(start));
		}

		const cell = cellOf(unitGlyph(unit), style);
		if (at >= 0 && values[base + at] !== cell) {
			values[base + at] = cell;
			left = at < left ? at : left;
			right = at + 1;
		}

		at += 1;
	}

	touch(cells, row, left, right);
	mendAfter(cells, row, at);
	return at;
};

let segmenter: Intl.Segmenter | undefined;

/** Made at first need: making one takes some ten milliseconds, and most text never needs it. */
const segmentsOf = (text: string): Intl.Segments => {
	segmenter ??= new Intl.Segmenter(undefined, {granularity: 'grapheme'});
	return segmenter.segment(text);
};

const writeClusters = (place: Place, column: number, text: string): number => {
	const {cells, glyphs, row, style} = place;
	let at = column;
	for (const {segment} of segmentsOf(text)) {
		if (at >= cells.columns) {
			break;
		}

		const unit = segment.charCodeAt(0);
		const isSimple = segment.length === 1 && unitWidths[unit] !== 0;
		const isLineBreak = segment === '\r\n' || unit === 0x2028 || unit === 0x2029;
		const {glyph, width} = isLineBreak
			? {glyph: space, width: 1}
			: isSimple
				? {glyph: unitGlyph(unit), width: unitWidths[unit] ?? 1}
				: glyphs.cluster(segment);
		putGlyph(cells, {row, column: at, glyph, width, style});
		at += width;
	}

	const end = Math.min(at, cells.columns);
	mendAfter(cells, row, end);
	return end;
};

type GlyphPlace = {
	readonly row: number;
	readonly column: number;
	readonly glyph: number;
	readonly width: number;
	readonly style: number;
};

const putGlyph = (cells: Cells, {row, column, glyph, width, style}: GlyphPlace): void => {
	// A glyph that does not fit whole leaves blanks in the cells it would have had.
	const isWhole = column >= 0 && column + width <= cells.columns;
	if (width > 1) {
		cells.wide[row] = 1;
	}

	for (let offset = 0; offset < width; offset++) {
		putCell(cells, row, column + offset, cellOf(isWhole ? (offset === 0 ? glyph : continuation) : space, style));
	}
};

const putCell = (cells: Cells, row: number, column: number, cell: number): void => {
	const index = row * cells.columns + column;
	if (column >= 0 && column < cells.columns && cells.values[index] !== cell) {
		cells.values[index] = cell;
		touch(cells, row, column, column + 1);
	}
};

type Span = {readonly row: number; readonly column: number; readonly width: number; readonly style: number};

const fill = (cells: Cells, {row, column, width, style}: Span): void => {
	if (row < 0 || row >= cells.rows || width <= 0) {
		return;
	}

	const from = Math.max(0, column);
	const to = Math.min(cells.columns, column + width);
	mendBefore(cells, row, from);
	for (let at = from; at < to; at++) {
		putCell(cells, row, at, cellOf(space, style));
	}

	mendAfter(cells, row, to);
};

/** What is about to be written at `column` may cut a wide glyph in two; its first half becomes blank. */
const mendBefore = (cells: Cells, row: number, column: number): void => {
	if (cells.wide[row] === 0 || column <= 0 || column >= cells.columns) {
		return;
	}

	let lead = column;
	while (lead > 0 && isContinuation(cells.values[row * cells.columns + lead] ?? blank)) {
		lead -= 1;
	}

	for (let at = lead; at < column; at++) {
		putCell(cells, row, at, blank);
	}
};

/** What was written up to `column` may have cut a wide glyph in two; its second half becomes blank. */
const mendAfter = (cells: Cells, row: number, column: number): void => {
	if (cells.wide[row] === 0 || column < 0) {
		return;
	}

	for (let at = column; at < cells.columns; at++) {
		if (!isContinuation(cells.values[row * cells.columns + at] ?? blank)) {
			return;
		}

		putCell(cells, row, at, blank);
	}
};
