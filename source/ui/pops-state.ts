// Pages and offers of the screen pop in the screen's state: a page opens by itself, and goes with its call.
import type {Command} from './commands.js';
import type {Listing} from './listing.js';
import type {Ui} from './ui-state.js';

/** The screen's state after news of the screen pop, or a move in its page; undefined for all other commands. */
export const reducePops = (ui: Ui, command: Command, listing: Listing): Ui | undefined => {
	if (command.type === 'pops.follow') {
		const {pops} = command;
		if (pops === ui.pops) return ui;
		return {...ui, pops, pageTop: pops.page === ui.pops.page ? ui.pageTop : 0};
	}
	return command.type === 'page.move' ? movePage(ui, command, listing) : undefined;
};

type Move = Extract<Command, {type: 'page.move'}>;

const movePage = (ui: Ui, {by, unit}: Move, listing: Listing): Ui => {
	const {most, pageRows} = listing.page();
	const moved = Math.min(ui.pageTop, most) + by * (unit === 'page' ? pageRows : 1);
	return {...ui, pageTop: Math.max(0, Math.min(most, moved))};
};

/** A page waits while something else is over the view, so that nobody types into it; it comes next, and goes when it is put away. */
export const withPage = (ui: Ui): Ui => {
	const isThere = ui.pops.page !== null;
	if (ui.overlay === null && isThere) return {...ui, overlay: 'page'};
	return ui.overlay === 'page' && !isThere ? {...ui, overlay: null} : ui;
};
