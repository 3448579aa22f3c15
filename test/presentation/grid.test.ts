import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {gap, gridFor, rowsWanted} from '../../source/presentation/grid.js';

const areas = fc.record({columns: fc.integer({min: 16, max: 296}), rows: fc.integer({min: 1, max: 98})});
const totals = fc.integer({min: 0, max: 1000});

/** Where the tiles begin that a grid shows. */
const tilesOf = (grid: ReturnType<typeof gridFor>) =>
	Array.from({length: grid.columns * grid.tileRows}, (_, index) => ({
		column: (index % grid.columns) * (grid.tileWidth + gap),
		row: Math.floor(index / grid.columns) * grid.pitch,
	}));

describe('gridFor', () => {
	it('keeps every tile inside the rectangle', () => {
		fc.assert(
			fc.property(totals, areas, (total, area) => {
				fc.pre(area.rows >= 2);
				const grid = gridFor(total, area);
				for (const {column, row} of tilesOf(grid)) {
					expect(column + grid.tileWidth).toBeLessThanOrEqual(area.columns);
					expect(row + 2).toBeLessThanOrEqual(area.rows);
				}
			}),
		);
	});

	it('gives each tile two rows and leaves room between columns for a line', () => {
		fc.assert(
			fc.property(totals, areas, (total, area) => {
				const grid = gridFor(total, area);
				expect([2, 3]).toContain(grid.pitch);
				expect(grid.tileWidth).toBeGreaterThanOrEqual(Math.min(16, area.columns));
				expect(grid.columns * (grid.tileWidth + gap) - gap).toBeLessThanOrEqual(area.columns);
			}),
		);
	});

	it('shows all tiles when any grid does', () => {
		fc.assert(
			fc.property(totals, areas, (total, area) => {
				const grid = gridFor(total, area);
				const most = Math.max(1, Math.floor((area.columns + gap) / (20 + gap)));
				const fits = most * Math.floor(area.rows / 2) >= total;
				expect(grid.columns * grid.tileRows >= total || !fits).toBe(true);
			}),
		);
	});

	it('breathes while there is room and closes up when there is not', () => {
		expect(gridFor(6, {columns: 66, rows: 12})).toEqual({columns: 2, tileRows: 4, tileWidth: 31, pitch: 3});
		expect(gridFor(15, {columns: 66, rows: 12})).toEqual({columns: 3, tileRows: 6, tileWidth: 20, pitch: 2});
	});

	it('shows as many as it can when not all fit', () => {
		expect(gridFor(1000, {columns: 66, rows: 12})).toEqual({columns: 3, tileRows: 6, tileWidth: 20, pitch: 2});
	});

	it('does not stretch a few tiles over a wide screen', () => {
		const {tileWidth} = gridFor(2, {columns: 296, rows: 40});
		expect(tileWidth).toBeLessThanOrEqual(40);
	});
});

describe('rowsWanted', () => {
	it('is enough to show every tile, or all there is', () => {
		fc.assert(
			fc.property(totals, areas, (total, {columns, rows: most}) => {
				fc.pre(most >= 2 && total > 0);
				const rows = rowsWanted(total, {columns, most});
				expect(rows).toBeLessThanOrEqual(most);
				const grid = gridFor(total, {columns, rows: Math.max(2, rows)});
				const fitsInMost = (best => best.columns * best.tileRows >= total)(gridFor(total, {columns, rows: most}));
				expect(grid.columns * grid.tileRows >= total || !fitsInMost).toBe(true);
			}),
		);
	});
});
