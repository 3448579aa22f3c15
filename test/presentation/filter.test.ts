import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createFilter, everything, findable} from '../../source/presentation/filter.js';
import {formatNumber} from '../../source/presentation/telephone.js';

const elodie = ['Élodie Brûlé', '0033612345678'];

describe('createFilter', () => {
	it.each([
		['part of the name', 'lod'],
		['another case', 'ÉLODIE'],
		['no accents', 'elodie brule'],
		['decomposed accents', 'E\u0301lo'],
		['blanks around', '  brulé '],
		['the number as it stands', '0033612345678'],
		['part of the number as it stands', '00336123'],
		['the number as people know it', '0612345678'],
		['the beginning of it', '0612'],
		['the beginning of it in groups', '06 12'],
		['the number in groups', '06 12 34 56 78'],
		['the number with dots', '06.12.34'],
		['the number with dashes', '06-12-34'],
		['the number with strokes', '06/12/34'],
		['the number from abroad', '+33612345678'],
		['the number from abroad in groups', '+33 6 12 34'],
		['the number from abroad with its zero', '+33 (0)6 12'],
		['the number from abroad with its zero, whole', '0033 06 12 34 56 78'],
		['the number as a link', 'tel:+33-6-12'],
		['the middle of the number', '345'],
		['the end of the number', '56 78'],
	])('finds by %s', (_, typed) => {
		expect(createFilter(typed)(elodie)).toBe(true);
	});

	it.each([['Alice'], ['0699'], ['+44'], ['+336 99'], ['+12'], ['e l o'], ['0033612345679'], ['06x12'], ['+'], ['()']])(
		'does not find by %s',
		typed => {
			expect(createFilter(typed)(elodie)).toBe(false);
		},
	);

	it.each(['+44 20 79', '004420', '442079', '+44 (0)20 7946', '0958'])('finds a foreign number by %s', typed => {
		expect(createFilter(typed)(['', '00442079460958'])).toBe(true);
	});

	it('finds extensions, and digits in names as they stand', () => {
		expect(createFilter('310')(['3105'])).toBe(true);
		expect(createFilter('salle 12')(['Salle 12'])).toBe(true);
		expect(createFilter('12')(['Salle 1, porte 2'])).toBe(false);
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

	it('finds every number by what is shown of it', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^00(33|44|1|49|39|999)[1-9]\d{3,9}$/), number => {
				const shown = formatNumber(number);
				expect(createFilter(shown)([number])).toBe(true);
				expect(createFilter(shown.slice(0, -3))([number])).toBe(true);
			}),
		);
	});
});

describe('findable', () => {
	const contacts = new Map([['0033612345678', 'Hélène Dupont']]);

	it('is the number and its own name', () => {
		expect(findable('0033612345678', contacts)).toEqual(['0033612345678', 'Hélène Dupont']);
		expect(findable('0033699999999', contacts)).toEqual(['0033699999999']);
	});

	it('finds by the name', () => {
		expect(createFilter('helene')(findable('0033612345678', contacts))).toBe(true);
		expect(createFilter('helene')(findable('0033699999999', contacts))).toBe(false);
	});
});
