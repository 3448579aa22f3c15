import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {mostScroll, pageText} from '../../../source/presentation/pop/page-text.js';
import {widthOf} from '../../../source/presentation/width.js';

describe('pageText', () => {
	it('fills what it may take of the screen, and not more than it needs', () => {
		const long = pageText({lines: Array(50).fill('a')}, {columns: 80, rows: 24});
		expect(long).toMatchObject({width: 58, height: 12, size: {columns: 64, rows: 19}});
		expect(mostScroll(long)).toBe(38);
		const short = pageText({lines: ['a']}, {columns: 300, rows: 100});
		expect(short).toMatchObject({height: 1, size: {columns: 100, rows: 8}});
		expect(mostScroll(short)).toBe(0);
	});

	it('has room for a row on any screen, makes none too wide, and reaches the last one', () => {
		const lines = fc.array(fc.string({unit: fc.constantFrom('a', ' ', 'é', '東'), maxLength: 60}), {maxLength: 30});
		const screen = fc.record({columns: fc.integer({min: 1, max: 300}), rows: fc.integer({min: 1, max: 100})});
		fc.assert(
			fc.property(lines, screen, (said, size) => {
				const text = pageText({lines: said}, size);
				expect(text.height).toBeGreaterThan(0);
				expect(text.rows.every(row => widthOf(row) <= text.width)).toBe(true);
				expect(mostScroll(text) + text.height).toBeGreaterThanOrEqual(text.rows.length);
			}),
		);
	});
});
