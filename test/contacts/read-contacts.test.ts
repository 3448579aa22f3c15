import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {readContacts} from '../../source/contacts/read-contacts.js';
import {OptionsError} from '../../source/errors.js';
import {noContacts} from '../../source/presentation/contacts.js';

const file = join(import.meta.dirname, '..', 'fixtures', 'contacts', 'latin1.csv');

describe('readContacts', () => {
	it('reads nothing when nothing is given', async () => {
		expect(await readContacts({contacts: undefined, labels: undefined})).toBe(noContacts);
		expect(await readContacts({contacts: undefined, labels: new Map()})).toBe(noContacts);
	});

	it('reads the file', async () => {
		const contacts = await readContacts({contacts: file, labels: undefined});
		expect(contacts.get('3105')).toBe('Cafétéria');
	});

	it('prefers the labels', async () => {
		const contacts = await readContacts({contacts: file, labels: new Map([['3105', 'Kitchen']])});
		expect(Object.fromEntries(contacts)).toEqual({'0033199000201': 'Hélène Dupont', '3105': 'Kitchen'});
	});

	it('refuses a file that is not there, whatever the labels', async () => {
		const reading = readContacts({contacts: `${file}.none`, labels: new Map([['3105', 'Kitchen']])});
		await expect(reading).rejects.toBeInstanceOf(OptionsError);
	});
});
