import {continuation, space} from './glyphs.js';

/**
A rectangle of cells, row by row, one 32-bit number each: 12 bits of style above 20 bits of glyph.
Each row knows which span of it was written since somebody last looked.
*/
export type Cells = {
	readonly columns: number;
	readonly rows: number;
	readonly values: Int32Array;
	/** First changed column of each row; `columns` when nothing changed. */
	readonly left: Int32Array;
	/** One after the last changed column of each row; 0 when nothing changed. */
	readonly right: Int32Array;
	/** 1 for the rows that may hold a glyph of more than one cell. */
	readonly wide: Uint8Array;
};

/** A blank in the terminal's own colours. */
export const blank: number = space;

/** Equals no cell: what the terminal shows there is not known. */
export const unknown = -1;

const glyphBits = 20;
export const glyphMask: number = (1 << glyphBits) - 1;

export const cellOf = (glyph: number, style: number): number => (style << glyphBits) | glyph;

export const glyphOf = (cell: number): number => cell & glyphMask;

export const styleOf = (cell: number): number => cell >>> glyphBits;

export const isContinuation = (cell: number): boolean => (cell & glyphMask) === continuation;

/** All blank, and all of it counted as changed. */
export const createCells = (columns: number, rows: number): Cells => ({
	columns,
	rows,
	values: new Int32Array(columns * rows).fill(blank),
	left: new Int32Array(rows),
	right: new Int32Array(rows).fill(columns),
	wide: new Uint8Array(rows),
});

export const touchAll = (cells: Cells): void => {
	cells.left.fill(0);
	cells.right.fill(cells.columns);
};

/** Widens the changed span of a row so that it covers `left` up to, not including, `right`. */
export const touch = (cells: Cells, row: number, left: number, right: number): void => {
	if (left < (cells.left[row] ?? 0)) {
		cells.left[row] = left;
	}

	if (right > (cells.right[row] ?? 0)) {
		cells.right[row] = right;
	}
};

export const settle = (cells: Cells, row: number): void => {
	cells.left[row] = cells.columns;
	cells.right[row] = 0;
};
