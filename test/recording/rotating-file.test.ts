import {existsSync, mkdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {OptionsError} from '../../source/errors.js';
import type {Entry, Header} from '../../source/recording/format.js';
import type {StoredLine} from '../../source/recording/line-writer.js';
import {headerOf} from '../../source/recording/notes.js';
import {createParts} from '../../source/recording/parts.js';
import {openRotatingFile} from '../../source/recording/rotating-file.js';
import {temporaryDirectory} from './live-run.js';

const at = '2026-11-21T09:14:58.271Z';
const header = (part = 1): Header => headerOf({sites: [], version: '0.0.0'}, {begun: at, at, part});
const headerLine = JSON.stringify(header());
type Options = {readonly anonymised: boolean; readonly keep: number; readonly maxBytes: number};
const newPath = () => join(temporaryDirectory(), 'day.ndjson');

/** A file with entries in it, as a recorder distributes them. */
const record = async (path: string, entries: readonly Entry[], options: Partial<Options> = {}) => {
	const {anonymised = false, keep = 3, maxBytes = 10_000} = options;
	const file = await openRotatingFile({path, anonymised, keep});
	const lines: StoredLine[] = [];
	const parts = createParts(at, {
		maxBytes,
		existingBytes: file.existingBytes,
		opening: part => [header(part)],
		lineOf: entry => JSON.stringify(entry),
		put: line => lines.push(line),
	});
	for (const entry of entries) parts.write(entry);
	await file.append(lines.slice(0, 2));
	await file.append(lines.slice(2));
	await file.close();
};

const linesIn = (path: string): readonly string[] => readFileSync(path, 'utf8').trimEnd().split('\n');
const entry = (body: string, size = 1): Entry => ({
	kind: 'answer',
	at,
	sites: ['Lyon'],
	transport: 'v1',
	body: body.padEnd(size),
});
const entryLine = (body: string, size?: number) => JSON.stringify(entry(body, size));
const names = (path: string): readonly string[] =>
	linesIn(path).flatMap(line => (JSON.parse(line).kind === 'answer' ? [JSON.parse(line).body.trim()] : []));

describe('a rotating file', () => {
	it('begins with a header, takes lines, and is readable by nobody else', async () => {
		const path = newPath();
		await record(path, [entry('a'), entry('b'), entry('c')]);
		expect(linesIn(path)).toEqual([headerLine, entryLine('a'), entryLine('b'), entryLine('c')]);
		expect(statSync(path).mode & 0o777).toBe(0o600);
	});

	it('is followed by others of the same beginning when it is full, and keeps so many of them', async () => {
		const path = newPath();
		const room = headerLine.length + 1 + 2 * (entryLine('a').length + 1);
		await record(
			path,
			Array.from('abcdefg', name => entry(name)),
			{maxBytes: room},
		);
		expect([names(path), names(`${path}.1`), names(`${path}.2`)]).toEqual([['g'], ['e', 'f'], ['c', 'd']]);
		expect(existsSync(`${path}.3`)).toBe(false);
		expect([path, `${path}.1`, `${path}.2`].map(name => JSON.parse(linesIn(name)[0] ?? '').part)).toEqual([4, 3, 2]);
	});

	it('keeps one file when one is to be kept, and a line that is longer than a file may be', async () => {
		const path = newPath();
		await record(path, [entry('a'), entry('b')], {maxBytes: 1, keep: 1});
		expect(names(path)).toEqual(['b']);
		expect(existsSync(`${path}.1`)).toBe(false);
	});

	it('goes on with a recording, without the line that was cut when the program ended', async () => {
		const path = newPath();
		writeFileSync(path, `${headerLine}\n${entryLine('a', 200_000)}\n${entryLine('cut').slice(0, 9)}`);
		await record(path, [entry('b')], {maxBytes: 1_000_000});
		expect(linesIn(path)).toEqual([headerLine, entryLine('a', 200_000), headerLine, entryLine('b')]);
	});

	it('begins another file when the recording is full already, or has no room for the first line', async () => {
		for (const size of [20_000, 9000]) {
			const path = newPath();
			writeFileSync(path, `${headerLine}\n${entryLine('a', size)}\n`);
			await record(path, [entry('b', 5000)]);
			expect([names(path), names(`${path}.1`)]).toEqual([['b'], ['a']]);
		}
	});

	it('takes an empty file for none', async () => {
		const path = newPath();
		writeFileSync(path, '');
		await record(path, []);
		expect(linesIn(path)).toEqual([headerLine]);
	});

	it.each<[string, (path: string) => void, RegExp, Partial<Options>]>([
		['something else', path => writeFileSync(path, 'Dear Alice\n'), /is no recording.*; give another name$/, {}],
		['something else in the place of a part', path => writeFileSync(`${path}.2`, 'x'), /day\.ndjson\.2" is no rec/, {}],
		['a newer recording', path => writeFileSync(path, headerLine.replace('"schema":1', '"schema":2')), /newer/, {}],
		['a folder', path => mkdirSync(path), /is no file/, {}],
		[
			'an open recording, to be gone on with anonymised',
			path => writeFileSync(path, `${headerLine}\n`),
			/is not anonymised/,
			{anonymised: true},
		],
		[
			'an anonymised recording, to be gone on with open',
			path => writeFileSync(path, `${headerLine.replace('"anonymised":false', '"anonymised":true')}\n`),
			/is anonymised, and would not be/,
			{},
		],
	])('leaves alone what nobody wants to lose: %s', async (_name, prepare, words, options) => {
		const path = newPath();
		prepare(path);
		const before = existsSync(path) && statSync(path).isFile() ? readFileSync(path, 'utf8') : undefined;
		const error = await record(path, [], options).catch((thrown: unknown) => thrown);
		expect(error).toBeInstanceOf(OptionsError);
		expect((error as Error).message).toMatch(words);
		if (before !== undefined) expect(readFileSync(path, 'utf8')).toBe(before);
	});

	it('does not mind what rotation will never reach', async () => {
		const path = newPath();
		for (const name of [`${path}.3`, `${path}.old`, `${path}.01`, `${path}.1x`]) writeFileSync(name, 'Dear Alice\n');
		await record(path, []);
		expect(basename(path)).toBe('day.ndjson');
		expect(readFileSync(`${path}.3`, 'utf8')).toBe('Dear Alice\n');
	});

	it('says when nothing can be written there', async () => {
		const path = '/nowhere/at/all.ndjson';
		await expect(record(path, [])).rejects.toThrow(
			'cannot write "/nowhere/at/all.ndjson": there is no such file or folder',
		);
	});
});
