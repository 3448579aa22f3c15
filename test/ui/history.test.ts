import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {type Board, emptyBoard} from '../../source/domain/board.js';
import type {BoardEvent} from '../../source/domain/event.js';
import type {ViewName} from '../../source/presentation/views.js';
import {anyEvents} from '../domain/arbitrary-events.js';
import {accueil, at, boardAfter, bridged, colleague, counted, joined, onCall, site} from '../helpers/builders.js';
import {renderBoard} from '../helpers/render-board.js';

/** Batches of events a second apart: what is on the screen then, and what a fresh start shows. */
const shownAfter = async (first: Board, batches: readonly (readonly BoardEvent[])[], view: ViewName) => {
	const size = {columns: 110, rows: 30, view} as const;
	const board = await renderBoard({...size, board: first});
	let after = first;
	for (const events of batches) {
		after = await board.happen(...events);
		await board.advance(1000);
	}
	const fresh = await renderBoard({...size, board: after, startAt: batches.length});
	const shown = {seen: board.output.emulator.cells(), wanted: fresh.output.emulator.cells()};
	board.end();
	fresh.end();
	return shown;
};

const lineNamed = (number: typeof accueil, label: string): BoardEvent => ({
	type: 'line-registered',
	at: at(-90),
	site,
	service: 'line',
	number,
	label,
});

const known = boardAfter(lineNamed(accueil, 'Accueil'), lineNamed(colleague, 'Bruno'), {
	...counted(-90, 0),
	label: 'Support',
});

describe('the screen', () => {
	it('shows what is, however it came to be', async () => {
		const histories = fc.array(anyEvents, {minLength: 1, maxLength: 5});
		const views = fc.constantFrom<ViewName>('overview', 'log');
		await fc.assert(
			fc.asyncProperty(histories, views, async (batches, view) => {
				const {seen, wanted} = await shownAfter(known, batches, view);
				expect(seen).toEqual(wanted);
			}),
			{numRuns: 30},
		);
	});

	it.each([
		['in a queue', [[joined(-20), bridged(-9)], [onCall('talk-started', 0, {label: 'Alice'})]]],
		[
			'in the log',
			[
				[joined(-20), bridged(-9)],
				[lineNamed(accueil, 'Alice'), joined(0)],
			],
		],
		['in the grid', [[onCall('talk-started', -9, {number: colleague, from: accueil})], [lineNamed(accueil, 'Alice')]]],
	])('calls a line by its name %s also where only its number was known before', async (_, batches) => {
		const {seen, wanted} = await shownAfter(emptyBoard, batches, 'overview');
		expect(seen).toEqual(wanted);
	});
});
