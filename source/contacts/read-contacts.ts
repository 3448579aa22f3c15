import {type Contacts, noContacts} from '../presentation/contacts.js';
import {readContactsFile} from './contacts-file.js';

export type ContactsSources = {
	/** The path of a CSV or vCard file; undefined: none. */
	readonly contacts: string | undefined;
	/** By number in the form providers give; undefined: none. */
	readonly labels: ReadonlyMap<string, string> | undefined;
};

/** The user's own names of numbers. Labels come before the file. Throws OptionsError as `readContactsFile`. */
export const readContacts = async ({contacts, labels}: ContactsSources): Promise<Contacts> => {
	const fromFile = contacts === undefined ? noContacts : (await readContactsFile(contacts)).contacts;
	return labels && labels.size > 0 ? new Map([...fromFile, ...labels]) : fromFile;
};
