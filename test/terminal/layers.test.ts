import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Painter} from '../../source/terminal/canvas.js';
import {glyphOf, isContinuation, styleOf} from '../../source/terminal/cells.js';
import {createGlyphs} from '../../source/terminal/glyphs.js';
import {createLayers, type Layers} from '../../source/terminal/layers.js';
import {styleId} from '../../source/terminal/style.js';

const columns = 10;
const rows = 4;
const plain = styleId({});
const onBlue = styleId({backgroundColor: 'blue'});

type Stage = {
	readonly layers: Layers;
	/** Paints and merges; the result names the rows that were visited. */
	merge(): readonly number[];
	/** `>` stands for the second half of a wide glyph. */
	lines(): readonly string[];
	styleAt(row: number, column: number): number;
};

const stage = (): Stage => {
	const layers = createLayers({columns, rows, glyphs: createGlyphs()});
	const target = new Int32Array(columns * rows);
	return {
		layers,
		merge() {
			const visited: number[] = [];
			layers.paint();
			layers.merge(target, row => visited.push(row));
			return visited;
		},
		lines: () =>
			Array.from({length: rows}, (_, row) =>
				[...target.subarray(row * columns, (row + 1) * columns)]
					.map(cell => (isContinuation(cell) ? '>' : String.fromCharCode(glyphOf(cell))))
					.join(''),
			),
		styleAt: (row, column) => styleOf(target[row * columns + column] ?? 0),
	};
};

const filledWith =
	(text: string): Painter =>
	canvas => {
		for (let row = 0; row < canvas.rows; row++) {
			canvas.text(row, 0, text.repeat(canvas.columns), plain);
		}
	};

const blankRow = ' '.repeat(columns);

describe('createLayers', () => {
	it('shows a region in its place', () => {
		const {layers, merge, lines} = stage();
		layers.setRegion('a', {rectangle: {row: 1, column: 2, rows: 2, columns: 3}, painter: filledWith('x')});
		merge();
		expect(lines()).toEqual([blankRow, '  xxx     ', '  xxx     ', blankRow]);
	});

	it('cuts a region off at the edges of the screen', () => {
		const {layers, merge, lines} = stage();
		layers.setRegion('a', {rectangle: {row: -1, column: -2, rows: 2, columns: 4}, painter: filledWith('x')});
		layers.setRegion('b', {rectangle: {row: 3, column: 8, rows: 9, columns: 9}, painter: filledWith('y')});
		merge();
		expect(lines()).toEqual(['xx        ', blankRow, blankRow, '        yy']);
	});

	it('lays Ink over a region, but not its unstyled blanks', () => {
		const {layers, merge, lines, styleAt} = stage();
		layers.setRegion('a', {rectangle: {row: 0, column: 0, rows: 1, columns: 8}, painter: filledWith('x')});
		layers.ink.text(0, 1, 'I k', plain);
		layers.ink.text(0, 5, ' ', onBlue);
		merge();
		expect(lines()[0]).toBe('xIxkx xx  ');
		expect(styleAt(0, 5)).toBe(onBlue);
	});

	it('shows the region again where Ink withdraws', () => {
		const {layers, merge, lines} = stage();
		layers.setRegion('a', {rectangle: {row: 0, column: 0, rows: 1, columns: 8}, painter: filledWith('x')});
		layers.ink.text(0, 2, 'dialog', onBlue);
		merge();
		layers.ink.clear(0, 0, columns);
		merge();
		expect(lines()[0]).toBe('xxxxxxxx  ');
	});

	it('lays later regions over earlier ones', () => {
		const {layers, merge, lines} = stage();
		layers.setRegion('a', {rectangle: {row: 0, column: 0, rows: 1, columns: 6}, painter: filledWith('x')});
		layers.setRegion('b', {rectangle: {row: 0, column: 4, rows: 1, columns: 4}, painter: filledWith('y')});
		merge();
		expect(lines()[0]).toBe('xxxxyyyy  ');
		layers.setRegion('b', undefined);
		merge();
		expect(lines()[0]).toBe('xxxxxx    ');
	});

	it('tells the painter when nothing drawn before is left', () => {
		const {layers, merge} = stage();
		const seen: boolean[] = [];
		const painter: Painter = canvas => {
			seen.push(canvas.blank);
		};
		const rectangle = {row: 0, column: 0, rows: 1, columns: 4};
		layers.setRegion('a', {rectangle, painter});
		merge();
		merge();
		layers.setRegion('a', {rectangle: {...rectangle}, painter});
		merge();
		layers.setRegion('a', {rectangle: {...rectangle, row: 1}, painter});
		merge();
		merge();
		expect(seen).toEqual([true, false, false, true, false]);
	});

	it('leaves nothing behind when a region moves', () => {
		const {layers, merge, lines} = stage();
		const painter = filledWith('x');
		layers.setRegion('a', {rectangle: {row: 0, column: 0, rows: 2, columns: 4}, painter});
		merge();
		layers.setRegion('a', {rectangle: {row: 1, column: 2, rows: 2, columns: 4}, painter});
		merge();
		expect(lines()).toEqual([blankRow, '  xxxx    ', '  xxxx    ', blankRow]);
	});

	it('says whether a region changed', () => {
		const {layers} = stage();
		const painter = filledWith('x');
		const rectangle = {row: 0, column: 0, rows: 1, columns: 4};
		expect(layers.setRegion('a', undefined)).toBe(false);
		expect(layers.setRegion('a', {rectangle, painter})).toBe(true);
		expect(layers.setRegion('a', {rectangle: {...rectangle}, painter})).toBe(false);
		expect(layers.setRegion('a', {rectangle, painter: filledWith('y')})).toBe(true);
		expect(layers.setRegion('a', undefined)).toBe(true);
	});

	it('visits only rows that changed', () => {
		const {layers, merge} = stage();
		let text = 'a';
		layers.setRegion('a', {
			rectangle: {row: 1, column: 0, rows: 3, columns: 4},
			painter: canvas => {
				canvas.text(1, 0, text, plain);
			},
		});
		merge();
		expect(merge()).toEqual([]);
		text = 'b';
		expect(merge()).toEqual([2]);
	});

	it('blanks the half of a wide glyph whose other half is covered', () => {
		const {layers, merge, lines} = stage();
		layers.setRegion('a', {rectangle: {row: 0, column: 0, rows: 1, columns: 8}, painter: filledWith('漢')});
		merge();
		layers.ink.text(0, 1, 'I', plain);
		layers.ink.text(0, 4, 'I', plain);
		merge();
		expect(lines()[0]).toBe(' I漢>I 漢>  ');
		layers.ink.clear(0, 0, columns);
		merge();
		expect(lines()[0]).toBe('漢>漢>漢>漢>  ');
	});

	it('never shows half a wide glyph, wherever regions and Ink lie', () => {
		const place = fc.record({
			row: fc.constant(0),
			column: fc.integer({min: -3, max: 9}),
			text: fc.constantFrom('漢', 'a漢', '漢漢a', 'ab'),
		});
		fc.assert(
			fc.property(fc.array(place, {maxLength: 4}), fc.array(place, {maxLength: 3}), (regions, inks) => {
				const {layers, merge, lines} = stage();
				regions.forEach(({row, column, text}, index) => {
					layers.setRegion(String(index), {rectangle: {row, column, rows: 1, columns: 5}, painter: filledWith(text)});
				});
				for (const {row, column, text} of inks) {
					merge();
					layers.ink.text(row, column, text, plain);
				}

				merge();
				expect(lines()[0]?.replaceAll('漢>', '')).not.toMatch(/[漢>]/);
			}),
		);
	});
});
