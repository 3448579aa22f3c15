import {describe, expect, it} from 'vitest';
import {queuesMeant} from '../../source/commands/report-queues.js';
import {reportTexts} from '../../source/i18n/report.js';
import {noContacts} from '../../source/presentation/contacts.js';

const known = {
	numbers: ['0033199000100', '0033199000200', '0033199000300', '0033199000400'],
	names: new Map([
		['0033199000100', 'Support'],
		['0033199000200', 'Support technique'],
		['0033199000300', 'Ventes'],
	]),
	contacts: noContacts,
	texts: reportTexts('en'),
};

describe('queuesMeant', () => {
	it.each([
		['0033199000100', ['0033199000100']],
		['+33 1 99 00 01 00', ['0033199000100']],
		['+33 (0)1 99 00 01 00', ['0033199000100']],
		['tel:+33199000100', ['0033199000100']],
		['01.99.00.04.00', ['0033199000400']],
		['support', ['0033199000100']],
		['SUPP', ['0033199000100', '0033199000200']],
		[' ventes ', ['0033199000300']],
	])('finds %s', (asked, found) => {
		expect(queuesMeant(asked, known)).toEqual(found);
	});

	describe('with names of the user', () => {
		const contacts = new Map([
			['0033199000100', 'Dépannage'],
			['0033199000300', 'Support'],
			['0033199000400', 'Standard'],
		]);

		it.each([
			['standard', ['0033199000400']],
			['DEPANN', ['0033199000100']],
			['De\u0301pannage', ['0033199000100']],
			['ventes', ['0033199000300']],
			['01 99 00 03 00', ['0033199000300']],
			['supp', ['0033199000100', '0033199000200', '0033199000300']],
		])('finds %s', (asked, found) => {
			expect(queuesMeant(asked, {...known, contacts})).toEqual(found);
		});

		it('takes the name that is shown before one that it replaces', () => {
			expect(queuesMeant('Support', {...known, contacts})).toEqual(['0033199000300']);
		});

		it('names the queues as they are shown', () => {
			expect(() => queuesMeant('Comptabilité', {...known, contacts})).toThrow(
				'there are Dépannage, Support technique, Support, Standard',
			);
		});
	});

	it('names what there is where nothing is meant', () => {
		expect(() => queuesMeant('Comptabilité', known)).toThrow(
			'--queue: no queue "Comptabilité" in the history; there are Support, Support technique, Ventes, 0033199000400',
		);
		expect(() => queuesMeant('', {...known, numbers: ['1']})).not.toThrow('there are Support');
	});

	it('takes anything while there is no history', () => {
		expect(queuesMeant('Support', {...known, numbers: []})).toHaveLength(1);
	});
});
