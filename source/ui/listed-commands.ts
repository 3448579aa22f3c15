import type {Command} from './commands.js';
import type {Listing} from './listing.js';
import type {Ui} from './ui-state.js';

/** What commands about what is listed come to, for those that are; undefined for all others. */
export const translateListed = (command: Command, ui: Ui, listing: Listing): readonly Command[] | undefined => {
	if (command.type === 'loss.tick') return tick(ui, listing);
	if (command.type !== 'table.export') return undefined;
	const table = listing.view(ui.view).exported();
	return table === null ? [] : [{type: 'table.save', table, form: command.form}];
};

/** The lost caller selected; in another view, and without a selection, nobody. */
const tick = ({view, cursors}: Ui, listing: Listing): readonly Command[] => {
	const key = view === 'lost' ? cursors.lost : undefined;
	const isSettled = key === undefined ? undefined : listing.isSettled(key);
	return key === undefined || isSettled === undefined ? [] : [{type: 'loss.set', key, isDone: !isSettled}];
};
