import {type CellsCanvas, createCanvas, type Painter} from './canvas.js';
import {blank, type Cells, cellOf, createCells, glyphOf, isContinuation, settle, styleOf, touch} from './cells.js';
import {type Glyphs, space} from './glyphs.js';

/** Part of the screen; rows and columns count from 0. What reaches beyond the screen is cut off. */
export type Rectangle = {
	readonly row: number;
	readonly column: number;
	readonly rows: number;
	readonly columns: number;
};

export type Region = {readonly rectangle: Rectangle; readonly painter: Painter};

/** What lies on the screen: painted regions, later ones above earlier ones, and above them Ink's cells, whose unstyled blanks are transparent. */
export type Layers = {
	/** The layer of Ink. */
	readonly ink: CellsCanvas;
	/** Places, moves or removes a region; false when it is already as wanted. */
	setRegion(name: string, region: Region | undefined): boolean;
	/** Lets all painters draw. */
	paint(): void;
	/** Brings `target` up to date and names the span of each row in which something may have changed. */
	merge(target: Int32Array, visit: (row: number, left: number, right: number) => void): void;
};

type Layer = Region & {readonly cells: Cells; readonly canvas: CellsCanvas};

export type LayersOptions = {readonly columns: number; readonly rows: number; readonly glyphs: Glyphs};

export const createLayers = ({columns, rows, glyphs}: LayersOptions): Layers => {
	const ink = createCells(columns, rows);
	const layers = new Map<string, Layer>();
	return {
		ink: createCanvas(ink, glyphs),
		setRegion(name, region) {
			const old = layers.get(name);
			if (old === undefined ? region === undefined : region !== undefined && isSame(old, region)) {
				return false;
			}

			if (old !== undefined) {
				uncover(ink, old.rectangle);
			}

			if (region === undefined) {
				layers.delete(name);
			} else {
				layers.set(name, createLayer(region, glyphs));
			}

			return true;
		},
		paint() {
			for (const {painter, canvas} of layers.values()) {
				painter(canvas);
				canvas.declareBlank({blank: false});
			}
		},
		merge(target, visit) {
			const merge = {ink, regions: [...layers.values()], target, widthOf: glyphs.width};
			for (let row = 0; row < rows; row++) {
				const {left, right} = mergeRow(merge, row);
				if (left < right) {
					visit(row, left, right);
				}
			}
		},
	};
};

const isSame = (one: Region, other: Region): boolean =>
	one.painter === other.painter &&
	one.rectangle.row === other.rectangle.row &&
	one.rectangle.column === other.rectangle.column &&
	one.rectangle.rows === other.rectangle.rows &&
	one.rectangle.columns === other.rectangle.columns;

const createLayer = (region: Region, glyphs: Glyphs): Layer => {
	const cells = createCells(Math.max(0, region.rectangle.columns), Math.max(0, region.rectangle.rows));
	return {...region, cells, canvas: createCanvas(cells, glyphs)};
};

/** Has the cells under a rectangle merged again. */
const uncover = (ink: Cells, {row, column, rows, columns}: Rectangle): void => {
	for (let at = Math.max(0, row); at < Math.min(ink.rows, row + rows); at++) {
		touch(ink, at, Math.max(0, column), Math.min(ink.columns, column + columns));
	}
};

type Merge = {
	readonly ink: Cells;
	readonly regions: readonly Layer[];
	readonly target: Int32Array;
	readonly widthOf: (glyph: number) => number;
};

type Span = {readonly left: number; readonly right: number};

const mergeRow = (merge: Merge, row: number): Span => {
	const span = takeSpan(merge, row);
	if (span.left >= span.right) {
		return span;
	}

	if (!isWide(merge, row)) {
		fillRow(merge, row, span);
		return span;
	}

	// A wide glyph may be half covered, and its other half may lie outside the span.
	const whole = {left: 0, right: merge.ink.columns};
	fillRow(merge, row, whole);
	mend(merge.target.subarray(row * merge.ink.columns, (row + 1) * merge.ink.columns), merge.widthOf);
	return whole;
};

/** The span of a row that changed in any layer; the row counts as unchanged from then on. */
const takeSpan = ({ink, regions}: Merge, row: number): Span => {
	let left = ink.left[row] ?? 0;
	let right = ink.right[row] ?? 0;
	settle(ink, row);
	for (const {cells, rectangle} of regions) {
		const inside = row - rectangle.row;
		const end = inside >= 0 && inside < cells.rows ? (cells.right[inside] ?? 0) : 0;
		if (end > 0) {
			left = Math.min(left, (cells.left[inside] ?? 0) + rectangle.column);
			right = Math.max(right, end + rectangle.column);
			settle(cells, inside);
		}
	}

	return {left: Math.max(0, left), right: Math.min(ink.columns, right)};
};

const isWide = ({ink, regions}: Merge, row: number): boolean =>
	ink.wide[row] === 1 || regions.some(({cells, rectangle}) => cells.wide[row - rectangle.row] === 1);

const fillRow = ({ink, regions, target}: Merge, row: number, {left, right}: Span): void => {
	const base = row * ink.columns;
	const {values} = ink;
	for (let at = left; at < right; at++) {
		target[base + at] = values[base + at] ?? blank;
	}

	for (const {cells, rectangle} of regions) {
		const inside = row - rectangle.row;
		if (inside >= 0 && inside < cells.rows) {
			const from = Math.max(left, rectangle.column);
			const to = Math.min(right, rectangle.column + cells.columns);
			const offset = inside * cells.columns - rectangle.column;
			for (let at = from; at < to; at++) {
				if (values[base + at] === blank) {
					target[base + at] = cells.values[offset + at] ?? blank;
				}
			}
		}
	}
};

/** Blanks the halves of wide glyphs that lost their other half. */
const mend = (row: Int32Array, widthOf: (glyph: number) => number): void => {
	for (let at = 0; at < row.length; at++) {
		const cell = row[at] ?? blank;
		const width = widthOf(glyphOf(cell));
		let end = at + 1;
		while (end < at + width && isContinuation(row[end] ?? blank)) {
			end += 1;
		}

		if (isContinuation(cell) || end < at + width) {
			row.fill(cellOf(space, styleOf(cell)), at, end);
		}

		at = end - 1;
	}
};
