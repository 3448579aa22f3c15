import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {insideOf, isSmall, type Layout, layoutOf, type Rectangle} from '../../source/presentation/layout.js';
import {viewNames} from '../../source/presentation/views.js';

const sizes = fc.record({columns: fc.integer({min: 20, max: 300}), rows: fc.integer({min: 6, max: 100})});
const contents = fc.record({
	view: fc.constantFrom(...viewNames),
	lines: fc.integer({min: 0, max: 1000}),
	queues: fc.integer({min: 0, max: 40}),
});

const rectanglesOf = ({header, figures, panels, footer}: Layout): readonly Rectangle[] => [
	header,
	...(figures ? [figures] : []),
	...Object.values(panels),
	footer,
];

const overlap = (one: Rectangle, other: Rectangle): boolean =>
	one.row < other.row + other.rows &&
	other.row < one.row + one.rows &&
	one.column < other.column + other.columns &&
	other.column < one.column + one.columns;

const forAll = (check: (layout: Layout, size: {readonly columns: number; readonly rows: number}) => void): void => {
	fc.assert(
		fc.property(sizes, contents, (size, content) => check(layoutOf(size, content), size)),
		{numRuns: 1000},
	);
};

describe('layoutOf', () => {
	it('keeps everything on the screen', () => {
		forAll((layout, {columns, rows}) => {
			for (const rectangle of rectanglesOf(layout)) {
				expect(rectangle.row).toBeGreaterThanOrEqual(0);
				expect(rectangle.column).toBeGreaterThanOrEqual(0);
				expect(rectangle.row + rectangle.rows).toBeLessThanOrEqual(rows);
				expect(rectangle.column + rectangle.columns).toBeLessThanOrEqual(columns);
				expect(rectangle.rows).toBeGreaterThan(0);
				expect(rectangle.columns).toBeGreaterThan(0);
			}
		});
	});

	it('lays nothing on anything', () => {
		forAll(layout => {
			const rectangles = rectanglesOf(layout);
			for (const [index, one] of rectangles.entries()) {
				for (const other of rectangles.slice(index + 1)) expect(overlap(one, other)).toBe(false);
			}
		});
	});

	it('leaves no cell unused', () => {
		forAll((layout, {columns, rows}) => {
			const used = rectanglesOf(layout).reduce((sum, rectangle) => sum + rectangle.rows * rectangle.columns, 0);
			expect(used).toBe(columns * rows);
		});
	});

	it('always has the header at the top and the footer at the bottom, from edge to edge', () => {
		forAll(({header, footer}, {columns, rows}) => {
			expect(header).toMatchObject({row: 0, column: 0, columns});
			expect(footer).toEqual({row: rows - 1, column: 0, rows: 1, columns});
		});
	});

	it('gives every panel room for its border and at least two rows', () => {
		forAll(({panels}) => {
			for (const panel of Object.values(panels)) {
				expect(insideOf(panel).rows).toBeGreaterThanOrEqual(2);
				expect(insideOf(panel).columns).toBeGreaterThanOrEqual(30);
			}
		});
	});

	it('shows figures instead of panels on a small screen, and only there', () => {
		forAll(({figures, panels}, size) => {
			expect(figures !== null).toBe(isSmall(size));
			expect(Object.keys(panels).length === 0).toBe(isSmall(size));
		});
	});

	it('shows the three panels in the overview and the log alone in its view', () => {
		const content = {lines: 24, queues: 3};
		for (const columns of [60, 80, 110, 300]) {
			const size = {columns, rows: 30};
			expect(Object.keys(layoutOf(size, {...content, view: 'overview'}).panels).sort()).toEqual([
				'lines',
				'log',
				'queues',
			]);
			expect(Object.keys(layoutOf(size, {...content, view: 'log'}).panels)).toEqual(['log']);
		}
	});

	it('puts the queues under the lines on a narrow screen and beside them on a wide one', () => {
		const content = {view: 'overview', lines: 24, queues: 3} as const;
		const narrow = layoutOf({columns: 99, rows: 30}, content).panels;
		const wide = layoutOf({columns: 100, rows: 30}, content).panels;
		expect(narrow.queues?.column).toBe(0);
		expect(narrow.queues?.row).toBeGreaterThan(narrow.lines?.row ?? Number.NaN);
		expect(wide.queues?.row).toBe(wide.lines?.row);
		expect(wide.queues?.column).toBe(wide.lines?.columns);
	});
});

describe('insideOf', () => {
	it('leaves the border out and a blank on either side', () => {
		expect(insideOf({row: 2, column: 5, rows: 10, columns: 40})).toEqual({row: 3, column: 7, rows: 8, columns: 36});
	});

	it('is never less than nothing', () => {
		expect(insideOf({row: 0, column: 0, rows: 1, columns: 3})).toMatchObject({rows: 0, columns: 0});
	});
});

describe('details', () => {
	it('have all of the screen but header and footer, however small it is', () => {
		fc.assert(
			fc.property(sizes, contents, (size, content) => {
				const {header, figures, panels, footer} = layoutOf(size, {...content, hasDetails: true});
				expect(Object.keys(panels)).toEqual(['details']);
				expect(panels.details?.row).toBe(header.rows);
				expect((panels.details?.row ?? 0) + (panels.details?.rows ?? 0)).toBe(footer.row);
				expect(figures?.rows ?? 0).toBe(0);
			}),
		);
	});
});
