import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {normaliseNumber} from '../../source/providers/ovh/numbers.js';
import {createKeyed} from '../../source/recording/keyed.js';
import {createNumberMask} from '../../source/recording/number-mask.js';

const newMask = () => createNumberMask(createKeyed(new Uint8Array(32)));

describe('a number mask', () => {
	it.each([
		['0033112345678', /^003319900\d{4}$/],
		['0033212345678', /^003326191\d{4}$/],
		['0033312345678', /^003335301\d{4}$/],
		['0033412345678', /^003346571\d{4}$/],
		['0033512345678', /^003353649\d{4}$/],
		['0612345678', /^063998\d{4}$/],
		['0712345678', /^063998\d{4}$/],
		['0800123456', /^0800\d{6}$/],
		['0912345678', /^09\d{8}$/],
		['+33612345678', /^\+3363998\d{4}$/],
		['+442071234567', /^\+44\d{10}$/],
		['00442071234567', /^0044\d{10}$/],
		['33612345678', /^3\d{10}$/],
		['(06) 12-34.56 78', /^\(06\) 39-98\.\d\d \d\d$/],
		['118218', /^1\d{5}$/],
	])('makes of %s another of its kind', (number, form) => {
		const masked = newMask()(number);
		expect(masked).toMatch(form);
		expect(masked).not.toBe(number);
	});

	it.each(['15', '112', '3179', '75001', '', 'anonymous'])('leaves %j', text => {
		expect(newMask()(text)).toBe(text);
	});

	it('makes the same of the same, two of two, and of another format the other format of the same', () => {
		const mask = newMask();
		const number = fc.stringMatching(/^(\+33|0033|0)[1-9]\d{8}$/);
		fc.assert(
			fc.property(number, number, (one, other) => {
				expect(mask(one)).toBe(mask(one));
				expect(mask(one).length).toBe(one.length);
				const isSame = normaliseNumber(one) === normaliseNumber(other);
				expect(normaliseNumber(mask(one)) === normaliseNumber(mask(other))).toBe(isSame);
				expect(normaliseNumber(mask(normaliseNumber(one)))).toBe(normaliseNumber(mask(one)));
			}),
		);
	});

	it('goes beyond the numbers of fiction when they are used up, and gives none twice', () => {
		const mask = newMask();
		const masked = Array.from({length: 11_000}, (_, index) => mask(`06${String(10_000_000 + index)}`));
		expect(new Set(masked).size).toBe(masked.length);
		expect(masked.filter(number => !number.startsWith('063998')).every(number => /^06\d{8}$/.test(number))).toBe(true);
		expect(masked.filter(number => number.startsWith('063998')).length).toBeGreaterThan(9000);
	});

	it('cannot be turned back without its key', () => {
		expect(createNumberMask(createKeyed())('0612345678')).toMatch(/^063998/);
		const many = Array.from({length: 20}, () => createNumberMask(createKeyed())('0612345678'));
		expect(new Set(many).size).toBeGreaterThan(1);
	});
});
