import {rowsWanted} from './grid.js';
import type {ViewName} from './views.js';

/** A part of the screen in cells, zero-based. */
export type Rectangle = {
	readonly row: number;
	readonly column: number;
	readonly rows: number;
	readonly columns: number;
};

export const panelNames = [
	'lines',
	'queues',
	'log',
	'queueTable',
	'waiting',
	'talking',
	'calls',
	'agents',
	'trend',
	'hours',
	'lost',
	'details',
] as const;

export type PanelName = (typeof panelNames)[number];

/** What of the screen is what. Panels are given with their borders; `figures` replaces them where they have no room. */
export type Layout = {
	readonly header: Rectangle;
	readonly figures: Rectangle | null;
	readonly panels: Partial<Readonly<Record<PanelName, Rectangle>>>;
	readonly footer: Rectangle;
	/** The row above the footer, over the border of what is there; absent: nothing is offered. */
	readonly offer?: Rectangle;
};

export type Size = {readonly columns: number; readonly rows: number};

/** Below this a panel shows too little to be worth its border. */
const smallest = {columns: 60, rows: 15} as const;

/** From this width on the queues stand beside the lines. */
const twoColumns = 100;

export const isSmall = ({columns, rows}: Size): boolean => columns < smallest.columns || rows < smallest.rows;

/** What is to be shown. `lines`, `queues`: how many there are; details take the place of the view's panels. */
export type Wanted = {
	readonly view: ViewName;
	readonly lines: number;
	readonly queues: number;
	readonly hasDetails?: boolean;
	/** An address is offered. */
	readonly hasOffer?: boolean;
};

/** Divides a screen between header, panels and footer. */
export const layoutOf = (size: Size, {hasOffer = false, ...wanted}: Wanted): Layout => {
	const layout = panelsOf(size, wanted);
	const offer = {row: size.rows - 2, column: 0, rows: 1, columns: size.columns};
	return hasOffer && offer.row > 0 ? {...layout, offer} : layout;
};

const panelsOf = (size: Size, {view, lines, queues, hasDetails = false}: Wanted): Layout => {
	const {columns, rows} = size;
	const footer = {row: rows - 1, column: 0, rows: 1, columns};
	if (isSmall(size)) {
		const header = {row: 0, column: 0, rows: 1, columns};
		// Who asked for details wants to read them: they take the place of the figures.
		if (hasDetails) {
			const details = {row: 1, column: 0, rows: Math.max(0, rows - 2), columns};
			return {header, figures: {...header, row: 1, rows: 0}, panels: {details}, footer};
		}
		return {header, figures: {row: 1, column: 0, rows: Math.max(0, rows - 2), columns}, panels: {}, footer};
	}
	const header = {row: 0, column: 0, rows: 2, columns};
	const body = {row: 2, column: 0, rows: rows - 3, columns};
	const panels = hasDetails ? {details: body} : arrangements[view](body, {lines, queues});
	return {header, figures: null, panels, footer};
};

type Counts = {readonly lines: number; readonly queues: number};

const overview = (body: Rectangle, counts: Counts): Layout['panels'] =>
	body.columns >= twoColumns ? besides(body, counts) : stacked(body, counts);

const arrangements: Readonly<Record<ViewName, (body: Rectangle, counts: Counts) => Layout['panels']>> = {
	overview,
	queues: (body, {queues}) => queuesView(body, queues),
	calls: body => ({calls: body}),
	agents: body => ({agents: body}),
	log: body => ({log: body}),
	statistics: (body, {queues}) => statisticsView(body, queues),
	lost: body => ({lost: body}),
};

/** Rows of `body` from `from` on, `rows` of them. */
const strip = (body: Rectangle, from: number, rows: number): Rectangle => ({...body, row: body.row + from, rows});

/** From this width on those who talk stand beside those who wait. */
const besideEachOther = 140;

/** A panel of callers with fewer rows than this, its border among them, shows nothing worth its border. */
const leastPanel = 4;

/** The table of queues as high as it needs, then who waits and who talks. */
const queuesView = (body: Rectangle, queues: number): Layout['panels'] => {
	// Border, titles, one row for each queue and one for all of them.
	const table = clamp(queues + 4, 5, Math.max(5, Math.floor(body.rows * 0.55)));
	const rest = body.rows - table;
	const queueTable = strip(body, 0, table);
	if (body.columns < besideEachOther) {
		if (rest < leastPanel * 2) return {queueTable, waiting: strip(body, table, rest)};
		const waiting = Math.min(Math.ceil(rest * 0.55), rest - leastPanel);
		return {
			queueTable,
			waiting: strip(body, table, waiting),
			talking: strip(body, table + waiting, rest - waiting),
		};
	}
	const half = Math.floor(body.columns / 2);
	return {
		queueTable,
		waiting: {...strip(body, table, rest), columns: half},
		talking: {...strip(body, table, rest), column: body.column + half, columns: body.columns - half},
	};
};

/** The course of the day above, as high as it needs and with charts where hours have room enough; hour by hour below. */
const statisticsView = (body: Rectangle, queues: number): Layout['panels'] => {
	// Border, titles, one row for each queue and one for all of them.
	const list = Math.min(queues + 1, Math.max(3, Math.floor(body.rows * 0.3) - 2)) + 3;
	const spare = body.rows - list;
	// A blank row and a chart; a whole day by the hour takes 28 rows.
	const charts = spare < 29 ? 0 : clamp(spare - 28, 9, 14);
	return {trend: strip(body, 0, list + charts), hours: strip(body, list + charts, spare - charts)};
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
