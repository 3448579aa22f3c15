import type {LineNumber} from '../domain/units.js';
import {moveIn} from '../presentation/viewport.js';
import {type ViewName, viewNames} from '../presentation/views.js';
import type {Command} from './commands.js';
import {choose, complete, type NamedCommand} from './palette.js';
import {emptyPalette, emptyToken, type Overlay, type Ui} from './ui-state.js';

/** What is listed now, for moves in it. Asked for only by commands that move. */
export type Listing = {
	/** The lines in the order shown. */
	lines(): readonly LineNumber[];
	/** Sequences of the log's matching entries, oldest first. */
	log(): readonly number[];
	/** Lines in one row of the grid, and rows of lines or log entries in a page. */
	perRow(): number;
	pageRows(): number;
	/** The commands by name that can be run here. */
	commands(): readonly NamedCommand[];
};

/** The screen's state after a command. Commands that reach outside change nothing here. */
export const reduceUi = (ui: Ui, command: Command, listing: Listing): Ui => {
	switch (command.type) {
		case 'view.show':
			return {...over(ui, null), view: command.view};
		case 'view.next':
			return {...ui, view: neighbour(ui.view, command.by)};
		case 'overlay.open':
			return over(ui, command.overlay);
		case 'overlay.close':
		case 'board.reset':
			return over(ui, null);
		case 'active.toggle':
			return {...ui, onlyActive: !ui.onlyActive};
		case 'cursor.move':
			return ui.view === 'log' ? moveLog(ui, command, listing) : moveLines(ui, command, listing);
		case 'pause.toggle':
			return {...ui, isPaused: !ui.isPaused};
		default:
			return reducePrompts(ui, command, listing);
	}
};

/** The same for what is typed. */
const reducePrompts = (ui: Ui, command: Command, listing: Listing): Ui => {
	switch (command.type) {
		case 'prompt.type':
			return edit(ui, text => text + command.text);
		case 'prompt.erase':
			return edit(ui, text => [...text].slice(0, -1).join(''));
		case 'prompt.wipe':
			return edit(ui, () => '');
		case 'filter.set':
			return {...ui, filter: command.text};
		case 'filter.clear':
			return {...over(back(ui), null), filter: ''};
		case 'palette.choose':
			return {...ui, palette: choose({palette: ui.palette, commands: listing.commands()}, command.by)};
		case 'palette.complete':
			return {...ui, palette: complete({palette: ui.palette, commands: listing.commands()})};
		case 'palette.refuse':
			return {...ui, palette: {...ui.palette, problem: command.problem}};
		case 'token.typed':
			return {...ui, token: {...emptyToken, length: command.length}};
		case 'token.change':
			return {...ui, token: {...ui.token, isTrying: true, problem: null}};
		case 'token.refuse':
			return {...ui, token: {...emptyToken, problem: command.problem}};
		default:
			return ui;
	}
};

/** A prompt for a command or a token begins and ends empty; the filter stays. */
const over = (ui: Ui, overlay: Overlay | null): Ui => ({...ui, overlay, palette: emptyPalette, token: emptyToken});

const edit = (ui: Ui, change: (text: string) => string): Ui => {
	if (ui.overlay === 'filter') return {...ui, filter: change(ui.filter)};
	if (ui.overlay === 'palette') return {...ui, palette: {...emptyPalette, text: change(ui.palette.text)}};
	return ui;
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
