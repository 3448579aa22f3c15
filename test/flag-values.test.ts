import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {readFilePath, readLabels} from '../source/flag-values.js';

const labelsIn = (text: string) => {
	const labels = readLabels(text);
	return labels && Object.fromEntries(labels);
};

describe('readLabels', () => {
	it.each([
		['0612345678=Dupont', {'0033612345678': 'Dupont'}],
		['06 12 34 56 78 = Dupont , 3105=Front desk', {'0033612345678': 'Dupont', '3105': 'Front desk'}],
		['+33 (0)6 12 34 56 78=Dupont, Hélène, 3105=Accueil', {'0033612345678': 'Dupont, Hélène', '3105': 'Accueil'}],
		['3105=a=b', {'3105': 'a=b'}],
		['3105=Accueil; 3106=Salle\n3107=Stock', {'3105': 'Accueil', '3106': 'Salle', '3107': 'Stock'}],
		['3105=\u001b[2JAccueil', {'3105': '[2JAccueil'}],
		['', {}],
		[' ', {}],
	])('reads %j', (text, labels) => {
		expect(labelsIn(text)).toEqual(labels);
	});

	it.each(['Dupont', '3105', '=Dupont', '3105=', '3105= \u200b', 'Dupont=3105', '3105=a, 31 05=b', '3105=a, b=c', ','])(
		'refuses %j',
		text => {
			expect(readLabels(text)).toBeUndefined();
		},
	);

	it('reads what is written of any names without signs', () => {
		const labels = fc.dictionary(fc.stringMatching(/^[1-9]\d{2,5}$/), fc.stringMatching(/^[a-zé](, )?[a-z]{0,8}$/));
		fc.assert(
			fc.property(labels, given => {
				const text = Object.entries(given).map(([number, name]) => `${number}=${name}`);
				expect(labelsIn(text.join(', '))).toEqual(
					Object.fromEntries(Object.entries(given).map(([number, name]) => [number, name.trim()])),
				);
			}),
		);
	});
});

describe('readFilePath', () => {
	it('takes any path but standard input', () => {
		expect(readFilePath('contacts.csv')).toBe('contacts.csv');
		expect(readFilePath('-')).toBeUndefined();
		expect(readFilePath('')).toBeUndefined();
	});
});
