import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {formatNumber} from '../../source/presentation/telephone.js';

describe('formatNumber', () => {
	it.each([
		['0033612345678', '06 12 34 56 78'],
		['0033199000101', '01 99 00 01 01'],
		['00442079460958', '+44 2079 460 958'],
		['0015550100234', '+1 5550 100 234'],
		['0074951234567', '+7 4951 234 567'],
		['0081312345678', '+81 312 345 678'],
		['00352261234', '+352 261 234'],
		['003531234567', '+353 1234 567'],
		['003361234567', '+33 61 234 567'],
	])('writes %s as %s', (number, text) => {
		expect(formatNumber(number)).toBe(text);
	});

	it.each([
		['a short number', '15'],
		['a short number of France', '3900'],
		['an extension', '5101'],
		['nothing', ''],
		['a word', 'Anonymous'],
		['a number between words', 'call 0033612345678'],
		['two zeros and no country', '000123456'],
		['too few digits for a country', '0044123'],
	])('leaves %s as it is', (_, number) => {
		expect(formatNumber(number)).toBe(number);
	});

	it('never loses or adds a digit', () => {
		const digits = (text: string): string => text.replace(/\D/g, '');
		const numbers = fc.tuple(fc.integer({min: 1, max: 9}), fc.integer({min: 10_000, max: 99_999_999_999}));
		fc.assert(
			fc.property(numbers, ([first, rest]) => {
				const number = `00${first}${rest}`;
				const shown = digits(formatNumber(number));
				expect([number.slice(2), `0${number.slice(4)}`]).toContain(shown);
			}),
		);
	});
});
