/** What is said about the board: rows of cells, pure. No React, no colours, no clock. */
import type {EpochMs, SiteName} from '../domain/units.js';

/** How urgent or how quiet; what it looks like is the theme's business. */
export type Tone =
	| 'plain'
	| 'muted'
	| 'strong'
	| 'accent'
	| 'free'
	| 'ringing'
	| 'busy'
	| 'held'
	| 'warning'
	| 'alarm'
	| 'selected';

/** From this age on, that tone. */
export type ToneStep = {readonly afterMs: number; readonly tone: Tone};

/** A cell that ages carries the instant and its thresholds, so that a tick needs no new rows. */
export type Cell =
	| {readonly kind: 'text'; readonly text: string; readonly tone: Tone}
	| {
			readonly kind: 'since';
			readonly since: EpochMs;
			readonly tone: Tone;
			/** In rising order of age; the last one reached holds. */
			readonly steps: readonly ToneStep[];
			readonly write: (age: number) => string;
	  };

/** A cell in its place on a row: from `column`, `width` cells wide. */
export type Placed = {
	readonly column: number;
	readonly width: number;
	readonly align: 'left' | 'right';
	readonly cell: Cell;
};

export type Row = readonly Placed[];

/** What is reckoned from all sites together. */
export const everySite: unique symbol = Symbol('every site');

/** Whose news something is made of: it is only as true as their feed is alive. Null: true whatever the feeds do. */
export type About = SiteName | typeof everySite | null;

/** Rows in their place in a region. Rows of the same identity look the same, but for what ages and for how its feed is. */
export type Block = {
	readonly about: About;
	readonly row: number;
	readonly column: number;
	readonly width: number;
	readonly rows: readonly Row[];
};

/** A cell at the left of its place. */
export const left = (column: number, width: number, cell: Cell): Placed => ({column, width, align: 'left', cell});

/** A cell at the right of its place. */
export const right = (column: number, width: number, cell: Cell): Placed => ({column, width, align: 'right', cell});

export const text = (content: string, tone: Tone = 'plain'): Cell => ({kind: 'text', text: content, tone});

/** The tone of something that has lasted for `age` milliseconds. */
export const toneAt = (cell: Extract<Cell, {kind: 'since'}>, age: number): Tone => {
	let {tone} = cell;
	for (const step of cell.steps) if (age >= step.afterMs) tone = step.tone;
	return tone;
};
