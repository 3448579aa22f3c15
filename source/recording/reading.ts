import {createReadStream} from 'node:fs';
import {OptionsError} from '../errors.js';
import {quoted} from '../quoting.js';
import {cleaned} from './clean-entry.js';
import {entryOf} from './entry-shape.js';
import {fileReason} from './file-reasons.js';
import {type Entry, type Header, programName, schema} from './format.js';
import {type Line, linesOf} from './lines.js';

/** A recording that is open; entries are read as they are wanted. */
export type Recording = {
	readonly path: string;
	/** The first line. */
	readonly header: Header;
	/** Everything after it, once. Throws OptionsError at a line that is none of a recording; a cut last one is left out. */
	entries(): AsyncGenerator<Entry>;
	close(): Promise<void>;
};

/** Throws OptionsError for a file that cannot be read, is empty, is no recording, or is one of a newer version. */
export const openRecording = async (path: string): Promise<Recording> => {
	const lines = withWords(linesOf(createReadStream(path)), path);
	const first = await lines.next();
	if (first.done) throw new OptionsError(`${quoted(path)} is empty: expected a recording`);
	const header = headerOf(first.value, path);
	return {
		path,
		header,
		entries: () => entriesOf(lines, path),
		close: async () => {
			await lines.return(undefined);
		},
	};
};

/** What the system says of a file, in a sentence. */
const withWords = async function* (lines: AsyncGenerator<Line>, path: string): AsyncGenerator<Line> {
	try {
		yield* lines;
	} catch (error) {
		const reason = fileReason(error);
		throw reason === undefined ? error : new OptionsError(`cannot read ${quoted(path)}: ${reason}`);
	}
};

/** Of a file that is no recording, nothing is repeated: it may be anything. */
const headerOf = ({text}: Line, path: string): Header => {
	const value = parsed(text);
	if (!(typeof value === 'object' && value !== null && 'program' in value && value.program === programName)) {
		throw new OptionsError(`${quoted(path)} is no recording: expected a header of ${programName} in its first line`);
	}
	checkSchema(value, {path, number: 1});
	const entry = entryOf(value);
	if ('expected' in entry) throw badLine(entry.expected, {path, number: 1});
	if (entry.kind === 'header') return cleaned(entry);
	throw badLine('a header', {path, number: 1});
};

type Place = {readonly path: string; readonly number: number};

const checkSchema = (value: unknown, place: Place): void => {
	if (!(typeof value === 'object' && value !== null && 'schema' in value))
		throw badLine('schema to be a number', place);
	if (value.schema === schema) return;
	const found = typeof value.schema === 'number' ? value.schema : 0;
	if (found < schema) throw badLine(`schema to be ${schema}`, place);
	throw new OptionsError(
		`${quoted(place.path)} was recorded by a newer version (schema ${found}, this one reads ${schema}): update ${programName}`,
	);
};

const entriesOf = async function* (lines: AsyncGenerator<Line>, path: string): AsyncGenerator<Entry> {
	for await (const {number, text, isCut} of lines) {
		if (text.trim() === '') continue;
		const value = parsed(text);
		if (value === undefined && isCut) return;
		const entry = value === undefined ? {expected: 'a JSON object'} : entryOf(value);
		if ('expected' in entry) throw badLine(entry.expected, {path, number});
		if (entry.kind === 'header') checkSchema(entry, {path, number});
		yield cleaned(entry);
	}
};

const badLine = (expected: string, {path, number}: Place): OptionsError =>
	new OptionsError(`${quoted(path)}, line ${number}: expected ${expected}`);

/** Some editors begin a file with it. */
const byteOrderMark = /^\uFEFF/;

const parsed = (text: string): unknown => {
	try {
		return JSON.parse(text.replace(byteOrderMark, ''));
	} catch {
		return undefined;
	}
};
