import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createFilter, everything} from '../../source/presentation/filter.js';

const elodie = ['Élodie Brûlé', '0033612345678'];

describe('createFilter', () => {
	it.each([
		['part of the name', 'lod'],
		['another case', 'ÉLODIE'],
		['no accents', 'elodie brule'],
		['decomposed accents', 'E\u0301lo'],
		['blanks around', '  brulé '],
		['the number as it stands', '0033612345678'],
		['the number as people know it', '0612345678'],
		['the number in groups', '06 12 34 56 78'],
		['the number with dots', '06.12.34'],
		['the number with dashes', '06-12-34'],
		['the number from abroad', '+33612345678'],
		['the number from abroad in groups', '+33 6 12 34'],
		['the end of the number', '5678'],
	])('finds by %s', (_, typed) => {
		expect(createFilter(typed)(elodie)).toBe(true);
	});

	it.each([['Alice'], ['0699'], ['+44'], ['e l o'], ['0033612345679']])('does not find by %s', typed => {
		expect(createFilter(typed)(elodie)).toBe(false);
	});

	it('finds a foreign number by its international form', () => {
		expect(createFilter('+44 2079')(['', '00442079460958'])).toBe(true);
		expect(createFilter('00442079')(['', '00442079460958'])).toBe(true);
	});

	it('shows all others after an exclamation mark', () => {
		expect(createFilter('!lod')(elodie)).toBe(false);
		expect(createFilter('!0612')(elodie)).toBe(false);
		expect(createFilter('!alice')(elodie)).toBe(true);
	});

	it.each(['', ' ', '!', '! '])('lets everything through when %j is typed', typed => {
		expect(createFilter(typed)).toBe(everything);
		expect(createFilter(typed)([])).toBe(true);
	});

	it('takes no letter for a pattern', () => {
		expect(createFilter('.*')(elodie)).toBe(false);
		expect(createFilter('(')(['Bob (2)'])).toBe(true);
	});

	it('finds what was typed whole, and its opposite never', () => {
		fc.assert(
			fc.property(fc.string({unit: 'grapheme'}), typed => {
				fc.pre(!typed.startsWith('!') && createFilter(typed) !== everything);
				expect(createFilter(typed)([typed])).toBe(true);
				expect(createFilter(`!${typed}`)([typed])).toBe(false);
			}),
		);
	});
});
