import {windows} from '../domain/window.js';
import {logKinds} from '../presentation/log-kinds.js';
import {type ViewName, viewNames} from '../presentation/views.js';
import type {Command} from './commands.js';
import type {Listing} from './listing.js';
import {moveDetails, moveLog, moveSelection, openDetails} from './moves.js';
import {choose, complete} from './palette.js';
import {reducePops, withPage} from './pops-state.js';
import {chooseSorting, invertSorting} from './sortings.js';
import {emptyPalette, emptyToken, type Overlay, type Ui} from './ui-state.js';

/** The screen's state after a command. Commands that reach outside change nothing here. */
export const reduceUi = (ui: Ui, command: Command, listing: Listing): Ui =>
	withPage(reducePops(ui, command, listing) ?? reduceViews(ui, command, listing));

/** The same for views and overlays. */
const reduceViews = (ui: Ui, command: Command, listing: Listing): Ui => {
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
			return ui.view === 'log' ? moveLog(ui, command, listing) : moveSelection(ui, command, listing);
		case 'pause.toggle':
			return {...ui, isPaused: !ui.isPaused};
		case 'notice.show':
			return ui.notice === command.text ? ui : {...ui, notice: command.text};
		default:
			return reduceTables(ui, command, listing);
	}
};

/** The same for tables, log and details. */
const reduceTables = (ui: Ui, command: Command, listing: Listing): Ui => {
	switch (command.type) {
		case 'sort.choose':
			return chooseSorting(ui, command.by, listing);
		case 'sort.invert':
			return invertSorting(ui, listing);
		case 'window.choose':
			return {...ui, window: next(windows, ui.window, command.by)};
		case 'log.kind':
			return {...ui, logKind: next(logKinds, ui.logKind, command.by), logAnchor: null};
		case 'log.registered':
			return {...ui, hasRegistered: !ui.hasRegistered, logAnchor: null};
		case 'details.open':
			return openDetails(ui, listing);
		case 'details.move':
			return moveDetails(ui, command, listing);
		case 'details.raw':
			return ui.details === null ? ui : {...ui, details: {...ui.details, isRaw: !ui.details.isRaw}};
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
		case 'pop.set':
			return {...ui, pop: command.form};
		default:
			return ui;
	}
};

/** A prompt for a command or a token begins and ends empty; the filter stays. Details end with their overlay. */
const over = (ui: Ui, overlay: Overlay | null): Ui => ({
	...ui,
	overlay,
	details: overlay === 'details' ? ui.details : null,
	palette: emptyPalette,
	token: emptyToken,
	pop: overlay === 'pop' ? ui.pop : null,
});

const edit = (ui: Ui, change: (text: string) => string): Ui => {
	if (ui.overlay === 'filter') return {...ui, filter: change(ui.filter)};
	if (ui.overlay === 'palette') return {...ui, palette: {...emptyPalette, text: change(ui.palette.text)}};
	return ui;
};

/** Escape leads back to what is now; out of the prompt it leaves a pause alone. */
const back = (ui: Ui): Ui => ({
	...ui,
	logAnchor: null,
	cursors: {},
	isPaused: ui.isPaused && ui.overlay !== null,
});

const neighbour = (view: ViewName, by: 1 | -1): ViewName => next(viewNames, view, by);

/** The one after or before, round at the ends. */
const next = <Item>(items: readonly Item[], from: Item, by: 1 | -1): Item =>
	items[(items.indexOf(from) + by + items.length) % items.length] ?? from;
