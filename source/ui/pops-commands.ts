import type {Command} from './commands.js';
import type {Listing} from './listing.js';
import type {Ui} from './ui-state.js';

/** What commands about the screen pop and the clipboard come to, for those that are; undefined for all others. */
export const translatePops = (command: Command, ui: Ui, listing: Listing): readonly Command[] | undefined => {
	switch (command.type) {
		case 'call.open':
			return [{type: 'call.fire', subject: listing.popSubject(ui)}];
		case 'number.copy':
			return [copy(ui, listing)];
		case 'overlay.close':
			return ui.overlay === 'page' ? [{type: 'pops.dismiss', what: 'page'}] : undefined;
		case 'filter.clear':
			// Escape puts away what came last, and only that.
			return ui.overlay === null && ui.pops.offer !== null ? [{type: 'pops.dismiss', what: 'offer'}] : undefined;
		default:
			return undefined;
	}
};

/** Over a page its address, else one that is offered, else the number selected. */
const copy = (ui: Ui, listing: Listing): Command => {
	const shown = ui.overlay === 'page' ? ui.pops.page : ui.pops.offer;
	if (shown) return {type: 'text.copy', text: shown.url, isAddress: true};
	return {type: 'text.copy', text: listing.number(ui), isAddress: false};
};
