import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {offerRow} from '../../../source/presentation/pop/offer-row.js';
import {widthOf} from '../../../source/presentation/width.js';
import {accueil, at, customer} from '../../helpers/builders.js';
import {someStyle} from '../../helpers/some-style.js';

const offer = {
	at: at(0),
	number: accueil,
	peer: customer,
	url: 'https://crm.example/customers?key=secret',
	target: 'https://crm.example/customers',
};

const wordsOf = (width: number, offers = 1): string =>
	offerRow(offer, {width, offers}, someStyle())
		.map(({text}) => text)
		.join('');

describe('offerRow', () => {
	it('says who calls, where it leads, and the keys', () => {
		expect(wordsOf(80)).toBe(' → 06 39 98 00 01: https://crm.example/customers   y copy · Esc dismiss ');
		expect(wordsOf(90, 3)).toContain('1 of 3 · y copy');
	});

	it('links the address alone', () => {
		const parts = offerRow(offer, {width: 80, offers: 1}, someStyle());
		expect(parts.filter(({isLink}) => isLink).map(({text}) => text)).toEqual([offer.target]);
	});

	it('gives up the keys before the address, and fits everywhere', () => {
		expect(wordsOf(50)).toBe(' → 06 39 98 00 01: https://crm.example/customers');
		fc.assert(
			fc.property(fc.integer({min: 20, max: 200}), width => {
				expect(widthOf(wordsOf(width))).toBeLessThanOrEqual(width);
				expect(wordsOf(width)).not.toContain('secret');
			}),
		);
	});
});
