import {nextSorting} from '../presentation/table/sort.js';
import type {Sorting} from '../presentation/table/table.js';
import type {Listing} from './listing.js';
import type {Ui} from './ui-state.js';

const withSorting = (ui: Ui, sorting: Sorting | null): Ui =>
	sorting === null ? ui : {...ui, sortings: {...ui.sortings, [ui.view]: sorting}};

/**
Sorts the table of the view by the next column; a view without a table has none. Rows with an order of their own go back
to it between the last column and the first.
*/
export const chooseSorting = (ui: Ui, by: 1 | -1, listing: Listing): Ui => {
	const {columns, sorting} = listing.view(ui.view);
	const keys = columns();
	const from = ui.sortings[ui.view] ?? sorting;
	if (sorting === null && from !== null && from.column === keys.at(by > 0 ? -1 : 0)) return withoutSorting(ui);
	return withSorting(ui, nextSorting(keys, {from, by}));
};

const withoutSorting = (ui: Ui): Ui => {
	const {[ui.view]: _, ...sortings} = ui.sortings;
	return {...ui, sortings};
};

/** Turns the order round. */
export const invertSorting = (ui: Ui, listing: Listing): Ui => {
	const {sorting} = listing.view(ui.view);
	const known = ui.sortings[ui.view] ?? sorting;
	return withSorting(ui, known && {...known, isFalling: !known.isFalling});
};
