import {readFile, stat} from 'node:fs/promises';
import {OptionsError} from '../errors.js';
import type {Contacts} from '../presentation/contacts.js';
import {quoted} from '../quoting.js';
import {takeCsv} from './csv.js';
import {decodeText} from './decode.js';
import type {Take} from './take.js';
import {takeCards} from './vcard.js';

const mebibyte = 1_048_576;
const mostBytes = 8 * mebibyte;
const mostNumbers = 200_000;

export type ContactsFile = {
	readonly contacts: Contacts;
	/** Lines and cards without a number or without a name. */
	readonly skipped: number;
};

/**
Reads a file of contacts, CSV or vCard. Of two names for a number the first counts. An empty file has no contacts. Throws
OptionsError for a file that cannot be read, is none of the two, or too large: 8 MiB, 200 000 numbers.
*/
export const readContactsFile = async (path: string): Promise<ContactsFile> => parsed(await readBytes(path), path);

const readBytes = async (path: string): Promise<Uint8Array> => {
	try {
		const found = await stat(path);
		// A pipe that nobody writes to would be waited for without end.
		if (!found.isFile()) throw refusal(path, 'is no file', whatToGive);
		const bytes = found.size > mostBytes ? undefined : await readFile(path);
		if (bytes && bytes.length <= mostBytes) return bytes;
	} catch (error) {
		if (error instanceof OptionsError) throw error;
		const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
		throw refusal(path, `cannot be read (${code})`, whatToGive);
	}
	throw refusal(path, `is larger than ${mostBytes / mebibyte} MiB`, 'keep names and numbers only');
};

const parsed = (bytes: Uint8Array, path: string): ContactsFile => {
	const text = decodeText(bytes);
	if (text === undefined) throw refusal(path, 'is no text', whatToGive);
	const contacts = new Map<string, string>();
	let skipped = 0;
	const take: Take = entry => {
		if (!entry) skipped += 1;
		for (const number of entry?.numbers ?? []) if (!contacts.has(number)) contacts.set(number, entry?.name ?? '');
		return contacts.size <= mostNumbers;
	};
	const problem = isCards.test(text.trimStart()) ? takeCards(text, take) : takeCsv(text, take);
	if (problem !== undefined) throw refusal(path, problem, 'correct the file');
	if (contacts.size > mostNumbers) throw refusal(path, `has more than ${mostNumbers} numbers`, 'keep those that call');
	if (contacts.size === 0 && text.trim() !== '') throw refusal(path, 'has no telephone number with a name', whatToHold);
	return {contacts, skipped};
};

const isCards = /^BEGIN:VCARD\s/i;

const whatToGive = 'give the path of a CSV or vCard file';
const whatToHold = 'expected CSV lines such as 0612345678;Dupont, or vCards, which begin with BEGIN:VCARD';

const refusal = (path: string, what: string, todo: string): OptionsError =>
	new OptionsError(`contacts: ${quoted(path)} ${what}: ${todo}`);
