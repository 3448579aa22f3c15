import {describe, expect, it} from 'vitest';
import type {Sorting} from '../../source/presentation/table/table.js';
import type {Listing} from '../../source/ui/listing.js';
import {chooseSorting, invertSorting} from '../../source/ui/sortings.js';
import {firstUi, type Ui} from '../../source/ui/ui-state.js';
import {aListing} from './a-listing.js';

const listingOf = (columns: readonly string[], sorting: Sorting | null = null): Listing =>
	aListing({columns: () => columns, sorting});

const calls: Ui = {...firstUi, view: 'calls'};
const through = (listing: Listing, ...by: readonly (1 | -1)[]): Sorting | undefined =>
	by.reduce((ui, step) => chooseSorting(ui, step, listing), calls).sortings.calls;

describe('chooseSorting', () => {
	it('goes from column to column, and between the last and the first back to the order of the rows', () => {
		const listing = listingOf(['a', 'b']);
		expect(through(listing, 1)).toEqual({column: 'a', isFalling: false});
		expect(through(listing, 1, 1)).toEqual({column: 'b', isFalling: false});
		expect(through(listing, 1, 1, 1)).toBeUndefined();
		expect(through(listing, 1, 1, 1, 1)?.column).toBe('a');
		expect(through(listing, -1)?.column).toBe('b');
		expect(through(listing, -1, -1, -1)).toBeUndefined();
	});

	it('goes round where the table has a sorting of its own', () => {
		const listing = listingOf(['a', 'b'], {column: 'b', isFalling: true});
		expect(through(listing, 1)).toEqual({column: 'a', isFalling: true});
		expect(through(listing, -1, -1)).toEqual({column: 'b', isFalling: true});
	});

	it('keeps the sortings of other views, and changes nothing without columns', () => {
		const ui = {...calls, sortings: {agents: {column: 'x', isFalling: true}}};
		expect(chooseSorting(ui, 1, listingOf(['a'])).sortings.agents).toEqual({column: 'x', isFalling: true});
		expect(chooseSorting(ui, 1, listingOf([]))).toBe(ui);
	});
});

describe('invertSorting', () => {
	it('turns the order round, of the table as well as of a choice', () => {
		const listing = listingOf(['a', 'b'], {column: 'b', isFalling: true});
		const once = invertSorting(calls, listing);
		expect(once.sortings.calls).toEqual({column: 'b', isFalling: false});
		expect(invertSorting(once, listing).sortings.calls).toEqual({column: 'b', isFalling: true});
	});

	it('changes nothing where rows have an order of their own', () => {
		expect(invertSorting(calls, listingOf(['a']))).toBe(calls);
	});
});
