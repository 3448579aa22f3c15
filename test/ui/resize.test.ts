import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {renderBoard} from '../helpers/render-board.js';

type Size = readonly [columns: number, rows: number];

const sizes: fc.Arbitrary<Size> = fc.oneof(
	fc.tuple(fc.integer({min: 20, max: 200}), fc.integer({min: 6, max: 60})),
	// Either side of what the layout decides by.
	fc.tuple(fc.constantFrom(59, 60, 80, 99, 100), fc.constantFrom(6, 13, 14, 15, 16, 24)),
);

/** A hundred storms, always the same ones. */
const storms = fc.sample(fc.array(sizes, {minLength: 1, maxLength: 6}), {numRuns: 100, seed: 7});

describe('a resize', () => {
	it('a hundred times over ends each time in what a fresh start shows', async () => {
		const board = await renderBoard();
		for (const storm of storms) {
			await board.resize(...storm);
			const [columns, rows] = storm.at(-1) ?? [0, 0];
			const fresh = await renderBoard({columns, rows});
			const wanted = fresh.output.emulator.cells();
			fresh.end();
			expect(board.lines(), `after ${storm.map(size => size.join('×')).join(' ')}`).toEqual(fresh.lines());
			expect(board.output.emulator.cells()).toEqual(wanted);
		}
	});

	it('to another height of the same width shows other figures', async () => {
		const board = await renderBoard({columns: 80, rows: 24});
		await board.resize([80, 12]);
		expect(board.lines()[1]).toMatch(/^ WAITING +3$/);
		await board.resize([80, 24]);
		expect(board.lines()[1]).toMatch(/^ WAITING 3 {2}LONGEST/);
	});

	it('keeps selection, filter and what lies over the view', async () => {
		const board = await renderBoard({filter: 'i'});
		await board.press('j');
		await board.press('?');
		await board.resize([80, 24]);
		const there = await renderBoard({columns: 80, rows: 24, filter: 'i'});
		await there.press('j');
		await there.press('?');
		expect(board.output.emulator.cells()).toEqual(there.output.emulator.cells());
	});

	it('while time passes and things happen loses nothing', async () => {
		const board = await renderBoard();
		board.output.resize(90, 28);
		await board.advance(2000);
		await board.resize([80, 24]);
		const fresh = await renderBoard({columns: 80, rows: 24, startAt: 2});
		expect(board.lines()).toEqual(fresh.lines());
	});
});

describe('a terminal that reports 0 × 0', () => {
	it('is drawn on as if it were 80 × 24', async () => {
		const board = await renderBoard({columns: 80, rows: 24, hasNoSize: true});
		const wanted = await renderBoard({columns: 80, rows: 24});
		expect(board.output.emulator.cells()).toEqual(wanted.output.emulator.cells());
	});
});
