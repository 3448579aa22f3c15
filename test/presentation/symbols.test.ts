import stringWidth from 'string-width';
import {describe, expect, it} from 'vitest';
import {ascii, type Symbols, unicode} from '../../source/presentation/symbols.js';

/** Every mark by its path, `status.free`. */
const marks = (symbols: Symbols): ReadonlyMap<string, string> =>
	new Map(
		Object.entries(symbols).flatMap(([name, value]) =>
			typeof value === 'string'
				? [[name, value] as const]
				: Object.entries(value).map(([key, mark]) => [`${name}.${key}`, mark] as const),
		),
	);

/** Names of keys are words where there is no arrow. */
const isWord = (path: string): boolean => path.startsWith('keys.');

describe.each([
	['unicode', unicode],
	['ascii', ascii],
])('%s', (name, symbols) => {
	it('has marks of one cell', () => {
		const wide = [...marks(symbols)].filter(
			([path, mark]) => !(name === 'ascii' && isWord(path)) && stringWidth(mark) !== 1,
		);
		expect(wide).toEqual([]);
	});

	it('tells states and directions apart', () => {
		for (const group of [symbols.status, symbols.direction, symbols.feed]) {
			expect(new Set(Object.values(group)).size).toBe(Object.keys(group).length);
		}
	});
});

describe('ascii', () => {
	it('has the same marks as unicode', () => {
		expect([...marks(ascii).keys()]).toEqual([...marks(unicode).keys()]);
	});

	it('is ASCII', () => {
		expect([...marks(ascii).values()].join('')).toMatch(/^[\x21-\x7e]+$/);
	});
});
