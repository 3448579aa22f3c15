import {describe, expect, it} from 'vitest';
import type {Exported} from '../../source/presentation/table/table.js';
import {translateListed} from '../../source/ui/listed-commands.js';
import type {Listing} from '../../source/ui/listing.js';
import {firstUi} from '../../source/ui/ui-state.js';
import {aListing} from './a-listing.js';

const table: Exported = {name: 'calls', header: ['from'], rows: [['0033639980001']]};

const listing = (exported: Exported | null): Listing =>
	aListing({
		exported: () => exported,
		isSettled: key => (key === 'open' ? false : key === 'done' ? true : undefined),
	});

describe('translateListed', () => {
	it.each(['csv', 'json'] as const)('makes of an export the table that is shown, as %s', form => {
		expect(translateListed({type: 'table.export', form}, firstUi, listing(table))).toEqual([
			{type: 'table.save', table, form},
		]);
	});

	it('exports nothing in a view without a table', () => {
		expect(translateListed({type: 'table.export', form: 'csv'}, firstUi, listing(null))).toEqual([]);
	});

	it.each([
		['open', [{type: 'loss.set', key: 'open', isDone: true}]],
		['done', [{type: 'loss.set', key: 'done', isDone: false}]],
		['gone', []],
		[undefined, []],
	] as const)('ticks the lost caller %s', (key, commands) => {
		const cursors = key === undefined ? {} : {lost: key};
		expect(translateListed({type: 'loss.tick'}, {...firstUi, view: 'lost', cursors}, listing(null))).toEqual(commands);
		expect(translateListed({type: 'loss.tick'}, {...firstUi, view: 'calls', cursors}, listing(null))).toEqual([]);
	});

	it('leaves all other commands to others', () => {
		expect(translateListed({type: 'pause.toggle'}, firstUi, listing(table))).toBeUndefined();
	});
});
