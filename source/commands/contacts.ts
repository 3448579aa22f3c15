import type {Options} from '../options.js';
import {type Contacts, noContacts} from '../presentation/contacts.js';

/**
The user's own names of numbers. What reads them is loaded only where there are any. Throws OptionsError for a file that
cannot be read, or is none of names.
*/
export const contactsOf = async (options: Pick<Options, 'contacts' | 'labels'>): Promise<Contacts> => {
	if (options.contacts === undefined && options.labels.size === 0) return noContacts;
	const {readContacts} = await import('../contacts/read-contacts.js');
	return readContacts(options);
};
