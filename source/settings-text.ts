import {readFile} from 'node:fs/promises';
import {OptionsError} from './errors.js';
import type {StoredSettings} from './settings-migrations.js';

/** The settings file as it stands; undefined when there is none. Throws OptionsError for one that cannot be read. */
export const readSettingsText = async (path: string): Promise<string | undefined> => {
	try {
		return await readFile(path, 'utf8');
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
		if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
		throw new OptionsError(`${path}: cannot be read (${code})`, {cause: error});
	}
};

/** Throws SyntaxError, which repeats nothing of the text, for what is no JSON object. */
export const parseSettingsText = (text: string): StoredSettings => {
	const value = parseJson(text);
	if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as StoredSettings;
	throw new SyntaxError(`${expectation}, got ${Array.isArray(value) ? 'a list' : 'a single value'}`);
};

const expectation = 'expected JSON, an object of settings such as {"lang": "en"}';

const parseJson = (text: string): unknown => {
	try {
		// Some editors put a byte order mark first.
		return JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch (error) {
		// V8 tells the place at the end of its message, unless it quotes the text instead.
		const [, line, column] = /\(line (\d+) column (\d+)\)$/.exec(String(error)) ?? [];
		const place = line === undefined ? '' : `; it breaks at line ${line}, column ${column}`;
		throw new SyntaxError(`${expectation}${place}`);
	}
};
