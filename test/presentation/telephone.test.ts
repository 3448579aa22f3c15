import fc from 'fast-check';
import {parsePhoneNumberFromString} from 'libphonenumber-js/min';
import {describe, expect, it} from 'vitest';
import {formatNumber} from '../../source/presentation/telephone.js';

const digitsOf = (text: string): string => text.replace(/\D/g, '');

describe('formatNumber', () => {
	it.each([
		['a mobile of France', '0033612345678', '06 12 34 56 78'],
		['a line of France', '0033199000101', '01 99 00 01 01'],
		['a service of France', '0033892123456', '0 892 12 34 56'],
		['a free service of France', '0033800123456', '0 800 12 34 56'],
		['the United Kingdom', '00442079460958', '+44 20 7946 0958'],
		['the United States', '0012125550100', '+1 212 555 0100'],
		['a number of America that nobody has', '0015550100234', '+1 555 010 0234'],
		['Germany', '0049301234567', '+49 30 1234567'],
		['Italy, which keeps its zero', '00390612345678', '+39 06 1234 5678'],
		['Japan', '0081312345678', '+81 3 1234 5678'],
		['Luxembourg', '00352261234', '+352 26 12 34'],
		['La Réunion', '00262262123456', '+262 262 12 34 56'],
		['a country in one group', '003531234567', '+353 1234 567'],
		['France with a digit too few', '003361234567', '+33 61 234 567'],
		['France with digits too many', '0033612345678901', '+33 612 345 678 901'],
		['France with its zero', '0033012345678', '+33 012 345 678'],
		['a short number of France, with its code', '00333900', '+33 3900'],
		['a code that no country has', '00999123456', '+999 123 456'],
		['Mexico as it was dialled until 2020', '005215512345678', '+52 15 512 345 678'],
	])('writes %s', (_, number, text) => {
		expect(formatNumber(number)).toBe(text);
	});

	it.each([
		['an emergency', '112'],
		['a short number', '15'],
		['a short number of France', '3900'],
		['an extension', '3105'],
		['nothing', ''],
		['a word', 'Anonymous'],
		['a number between words', 'call 0033612345678'],
		['a number that was not normalised', '0612345678'],
		['two zeros and no country', '000123456'],
		['too few digits for a country', '0044123'],
		['too many digits for a country', '0033612345678901234'],
	])('leaves %s as it is', (_, number) => {
		expect(formatNumber(number)).toBe(number);
	});

	it('writes every number of France as the library does', () => {
		const numbers = fc.integer({min: 100_000_000, max: 999_999_999});
		fc.assert(
			fc.property(numbers, rest => {
				expect(formatNumber(`0033${rest}`)).toBe(parsePhoneNumberFromString(`+33${rest}`)?.formatNational());
			}),
		);
	});

	it('never loses or adds a digit, and puts nothing but plain blanks between', () => {
		const numbers = fc.tuple(fc.integer({min: 1, max: 999}), fc.stringMatching(/^\d{3,14}$/));
		fc.assert(
			fc.property(numbers, ([code, rest]) => {
				const number = `00${code}${rest}`;
				const shown = formatNumber(number);
				expect([number, number.slice(2), `0${number.slice(4)}`]).toContain(digitsOf(shown));
				expect(shown).toMatch(/^(\+?\d+)( \d+)*$/);
			}),
			{numRuns: 500},
		);
	});

	it('says of any text always the same', () => {
		fc.assert(
			fc.property(fc.string({unit: 'binary'}), text => {
				expect(formatNumber(text)).toBe(formatNumber(text));
				if (!/^00\d+$/.test(text)) expect(formatNumber(text)).toBe(text);
			}),
		);
	});

	it('says the same after more numbers than it remembers', () => {
		for (let rest = 0; rest < 21_000; rest++) formatNumber(`0033${612_000_000 + rest}`);
		expect(formatNumber('0033612000000')).toBe('06 12 00 00 00');
		expect(formatNumber('00442079460958')).toBe('+44 20 7946 0958');
	});
});
