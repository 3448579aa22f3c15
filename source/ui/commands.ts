import type {LineNumber} from '../domain/units.js';
import {moveIn} from '../presentation/viewport.js';
import {type ViewName, viewNames} from '../presentation/views.js';

/** What lies over the view and takes the keys. */
export type Overlay = 'filter' | 'reset' | 'help';

/** What only the screen needs to know. */
export type Ui = {
	readonly view: ViewName;
	readonly overlay: Overlay | null;
	readonly filter: string;
	readonly onlyActive: boolean;
	/** The selected line; null before the first move. */
	readonly selected: LineNumber | null;
	/** The newest log entry shown, by sequence; null follows the newest there is. */
	readonly logAnchor: number | null;
	readonly isPaused: boolean;
};

export type Command =
	| {readonly type: 'view.show'; readonly view: ViewName}
	| {readonly type: 'view.next'; readonly by: 1 | -1}
	| {readonly type: 'overlay.open'; readonly overlay: Overlay}
	| {readonly type: 'overlay.close'}
	| {readonly type: 'filter.type'; readonly text: string}
	| {readonly type: 'filter.erase'}
	| {readonly type: 'filter.clear'}
	| {readonly type: 'active.toggle'}
	| {readonly type: 'cursor.move'; readonly by: number; readonly unit: 'item' | 'row' | 'page'}
	| {readonly type: 'pause.toggle'}
	| {readonly type: 'board.reset'}
	| {readonly type: 'screen.redraw'}
	| {readonly type: 'board.quit'}
	| {readonly type: 'board.interrupt'};

/** What is listed now, for moves in it. Asked for only by commands that move. */
export type Listing = {
	/** The lines in the order shown. */
	lines(): readonly LineNumber[];
	/** Sequences of the log's matching entries, oldest first. */
	log(): readonly number[];
	/** Lines in one row of the grid, and rows of lines or log entries in a page. */
	perRow(): number;
	pageRows(): number;
};

/** The screen's state after a command. Commands that reach outside change nothing here. */
export const reduceUi = (ui: Ui, command: Command, listing: Listing): Ui => {
	switch (command.type) {
		case 'view.show':
			return {...ui, view: command.view, overlay: null};
		case 'view.next':
			return {...ui, view: neighbour(ui.view, command.by)};
		case 'overlay.open':
			return {...ui, overlay: command.overlay};
		case 'overlay.close':
		case 'board.reset':
			return {...ui, overlay: null};
		case 'filter.type':
			return {...ui, filter: ui.filter + command.text};
		case 'filter.erase':
			return {...ui, filter: [...ui.filter].slice(0, -1).join('')};
		case 'filter.clear':
			return {...back(ui), filter: '', overlay: null};
		case 'active.toggle':
			return {...ui, onlyActive: !ui.onlyActive};
		case 'cursor.move':
			return ui.view === 'log' ? moveLog(ui, command, listing) : moveLines(ui, command, listing);
		case 'pause.toggle':
			return {...ui, isPaused: !ui.isPaused};
		default:
			return ui;
	}
};

/** Escape leads back to what is now; out of the prompt it leaves a pause alone. */
const back = (ui: Ui): Ui => ({
	...ui,
	logAnchor: null,
	selected: null,
	isPaused: ui.isPaused && ui.overlay !== null,
});

type Move = Extract<Command, {type: 'cursor.move'}>;

const neighbour = (view: ViewName, by: 1 | -1): ViewName =>
	viewNames[(viewNames.indexOf(view) + by + viewNames.length) % viewNames.length] ?? view;

const moveLines = (ui: Ui, {by, unit}: Move, listing: Listing): Ui => {
	const size = {item: 1, row: listing.perRow(), page: listing.perRow() * listing.pageRows()}[unit];
	return {...ui, selected: moveIn(listing.lines(), {from: ui.selected, by: by * size})};
};

/** In the log a move scrolls; at its newest entry the log follows again. */
const moveLog = (ui: Ui, {by, unit}: Move, listing: Listing): Ui => {
	const entries = listing.log();
	const pageRows = listing.pageRows();
	const newest = entries.at(-1) ?? null;
	const size = unit === 'page' ? pageRows : 1;
	const oldest = entries[Math.min(entries.length, pageRows) - 1] ?? null;
	const moved = moveIn(entries, {from: ui.logAnchor ?? newest, by: by * size});
	const held = moved !== null && oldest !== null && moved < oldest ? oldest : moved;
	return {...ui, logAnchor: held === newest ? null : held};
};
