import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {normaliseTyped} from '../../source/domain/number-key.js';

describe('normaliseTyped', () => {
	it.each([
		'0033612345678',
		'06 12 34 56 78',
		'0612345678',
		'06.12.34.56.78',
		'06-12-34-56-78',
		'06\u201112\u201134\u201156\u201178',
		'06/12/34/56/78',
		'06\u00a012\u202f34 56 78',
		'\u202a0612345678\u202c',
		'+33612345678',
		'+33 6 12 34 56 78',
		'+33 (0)6 12 34 56 78',
		'+33(0)612345678',
		'+33 06 12 34 56 78',
		'0033 6 12 34 56 78',
		'0033 06 12 34 56 78',
		'(06) 12 34 56 78',
		'(0)6 12 34 56 78',
		'tel:+33-6-12-34-56-78',
		'TEL:0612345678',
		'  0612345678\n',
	])('takes %j for 0033612345678', typed => {
		expect(normaliseTyped(typed)).toBe('0033612345678');
	});

	it.each([
		['3105', '3105'],
		['112', '112'],
		['36 31', '3631'],
		['+44 (0)20 7946 0958', '00442079460958'],
		['+39 06 1234 5678', '00390612345678'],
		['+1 (212) 555-0100', '0012125550100'],
	])('makes %j into %j', (typed, number) => {
		expect(normaliseTyped(typed)).toBe(number);
	});

	it.each(['', ' ', '()', '+', '+33', 'Alice', '06 12 34 poste 5', '12a', '+33+6', '++33612345678', '9'.repeat(33)])(
		'takes %j for no number',
		typed => {
			expect(normaliseTyped(typed)).toBeUndefined();
		},
	);

	it('leaves what it made as it is', () => {
		const typed = fc.string({unit: fc.constantFrom(...'+0123456789 ()-./t')});
		fc.assert(
			fc.property(typed, text => {
				const number = normaliseTyped(text);
				fc.pre(number !== undefined);
				expect(number).toMatch(/^\d{1,32}$/);
				expect(normaliseTyped(number ?? '')).toBe(number);
			}),
			{numRuns: 1000},
		);
	});
});
