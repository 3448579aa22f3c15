import {rowsWanted} from './grid.js';
import type {ViewName} from './views.js';

/** A part of the screen in cells, zero-based. */
export type Rectangle = {
	readonly row: number;
	readonly column: number;
	readonly rows: number;
	readonly columns: number;
};

export type PanelName = 'lines' | 'queues' | 'log';

/** What of the screen is what. Panels are given with their borders; `figures` replaces them where they have no room. */
export type Layout = {
	readonly header: Rectangle;
	readonly figures: Rectangle | null;
	readonly panels: Partial<Readonly<Record<PanelName, Rectangle>>>;
	readonly footer: Rectangle;
};

export type Size = {readonly columns: number; readonly rows: number};

/** Below this a panel shows too little to be worth its border. */
const smallest = {columns: 60, rows: 15} as const;

/** From this width on the queues stand beside the lines. */
const twoColumns = 100;

export const isSmall = ({columns, rows}: Size): boolean => columns < smallest.columns || rows < smallest.rows;

/** Divides a screen between header, panels and footer. `lines`, `queues`: how many there are to show. */
export const layoutOf = (
	size: Size,
	{view, lines, queues}: {readonly view: ViewName; readonly lines: number; readonly queues: number},
): Layout => {
	const {columns, rows} = size;
	const footer = {row: rows - 1, column: 0, rows: 1, columns};
	if (isSmall(size)) {
		const header = {row: 0, column: 0, rows: 1, columns};
		return {header, figures: {row: 1, column: 0, rows: Math.max(0, rows - 2), columns}, panels: {}, footer};
	}
	const header = {row: 0, column: 0, rows: 2, columns};
	const body = {row: 2, column: 0, rows: rows - 3, columns};
	return {header, figures: null, panels: arrangements[view](body, {lines, queues}), footer};
};

type Counts = {readonly lines: number; readonly queues: number};

const overview = (body: Rectangle, counts: Counts): Layout['panels'] =>
	body.columns >= twoColumns ? besides(body, counts) : stacked(body, counts);

const arrangements: Readonly<Record<ViewName, (body: Rectangle, counts: Counts) => Layout['panels']>> = {
	overview,
	log: body => ({log: body}),
};

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

const besides = (body: Rectangle, {lines, queues}: Counts): Layout['panels'] => {
	const right = clamp(Math.floor(body.columns * 0.365), 36, 64);
	const left = body.columns - right;
	const most = body.rows - clamp(Math.floor(body.rows * 0.25), 4, 12);
	const wanted = Math.max(rowsWanted(lines, {columns: left - 4, most: most - 2}), queues * 5) + 2;
	const main = clamp(wanted, Math.floor(body.rows * 0.35), most);
	const log = body.rows - main;
	return {
		lines: {row: body.row, column: 0, rows: main, columns: left},
		queues: {row: body.row, column: left, rows: main, columns: right},
		log: {row: body.row + main, column: 0, rows: log, columns: body.columns},
	};
};

const stacked = (body: Rectangle, {queues}: Counts): Layout['panels'] => {
	const log = clamp(Math.floor(body.rows * 0.22), 4, 10);
	const strip = clamp(queues * 2 + 2, 4, Math.max(4, Math.floor(body.rows * 0.38)));
	const main = body.rows - log - strip;
	return {
		lines: {row: body.row, column: 0, rows: main, columns: body.columns},
		queues: {row: body.row + main, column: 0, rows: strip, columns: body.columns},
		log: {row: body.row + main + strip, column: 0, rows: log, columns: body.columns},
	};
};

/** What a panel's border leaves, with a blank column on either side. */
export const insideOf = ({row, column, rows, columns}: Rectangle): Rectangle => ({
	row: row + 1,
	column: column + 2,
	rows: Math.max(0, rows - 2),
	columns: Math.max(0, columns - 4),
});
