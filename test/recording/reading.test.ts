import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {OptionsError} from '../../source/errors.js';
import type {Answer, Entry, Header} from '../../source/recording/format.js';
import {openRecording} from '../../source/recording/reading.js';
import {temporaryDirectory} from './live-run.js';

const header: Header = {
	schema: 1,
	kind: 'header',
	program: 'ovh-cti-board',
	version: '0.1.0',
	at: '2026-11-21T09:14:58.271Z',
	begun: '2026-11-21T09:14:58.271Z',
	part: 1,
	sites: [{site: 'Lyon', token: 'XXXXXXXX-XXXX-XXXX-XXXX-000000000001'}],
	anonymised: false,
	timeZone: 'Europe/Paris',
};
const origin = {at: '2026-11-21T09:14:59.000Z', sites: ['Lyon'], transport: 'v1'} as const;
const answer: Answer = {kind: 'answer', ...origin, body: '{"Session":"session","Events":[]}'};
const entries: readonly Entry[] = [
	{kind: 'connecting', ...origin},
	{...answer, prompt: true, gap: true, refused: {Nice: 'why'}, receivedAt: '2026-11-21T09:14:58.990Z'},
	{
		kind: 'failure',
		...origin,
		delayMs: 1290,
		code: 'FEED_UNREACHABLE',
		message: 'm',
		failure: 'status',
		status: 503,
		retryAfterSeconds: 2,
	},
	{kind: 'failure', ...origin, delayMs: 1290, code: 'WIRE_FORMAT', message: 'Events: m', path: 'Events'},
	{kind: 'failure', ...origin, delayMs: 1290, code: 'TOKEN_REFUSED', message: 'm'},
	{kind: 'jump', from: origin.at, at: '2026-11-21T19:14:59.000Z'},
	{...header, part: 2},
	{kind: 'end', at: '2026-11-21T19:15:00.000Z'},
];

const file = (...lines: readonly (string | object)[]): string => {
	const path = join(temporaryDirectory(), 'day.ndjson');
	writeFileSync(path, lines.map(line => (typeof line === 'string' ? line : `${JSON.stringify(line)}\n`)).join(''));
	return path;
};

const readAll = async (path: string): Promise<readonly Entry[]> => {
	const recording = await openRecording(path);
	const read: Entry[] = [];
	for await (const entry of recording.entries()) read.push(entry);
	return read;
};

/** What somebody is told of a bad recording. */
const complaint = async (path: string): Promise<string> => {
	const error = await readAll(path).catch((thrown: unknown) => thrown);
	expect(error).toBeInstanceOf(OptionsError);
	return (error as Error).message;
};

describe('openRecording', () => {
	it('gives the header, and the entries in their order', async () => {
		const path = file(header, ...entries);
		const recording = await openRecording(path);
		expect(recording.header).toEqual(header);
		expect(await readAll(path)).toEqual(entries);
		await recording.close();
	});

	it('can be closed in the middle', async () => {
		const recording = await openRecording(file(header, ...entries));
		for await (const entry of recording.entries()) {
			expect(entry.kind).toBe('connecting');
			break;
		}
		await recording.close();
	});

	it('tolerates a cut last line, blank lines, and what editors do to the ends', async () => {
		const cut = JSON.stringify(answer);
		expect(await readAll(file(header, answer, cut.slice(0, -9)))).toEqual([answer]);
		expect(await readAll(file(header, answer, '\0\0\0'))).toEqual([answer]);
		expect(await readAll(file(header, answer, cut))).toEqual([answer, answer]);
		expect(await readAll(file(`\uFEFF${JSON.stringify(header)}\r\n\r\n${cut}\r\n`))).toEqual([answer]);
	});

	it('makes harmless what is shown as it stands: a recording comes from anywhere', async () => {
		const hostile = '\u001b]0;x\u0007\u202eLyon\n';
		const path = file(
			{...header, sites: [{site: hostile, token: 'x'}]},
			{...answer, sites: [hostile], refused: {[hostile]: hostile}},
			{
				kind: 'failure',
				...origin,
				delayMs: 1290,
				sites: [hostile],
				code: 'WIRE_FORMAT',
				message: hostile,
				path: hostile,
			},
		);
		const {header: first, close} = await openRecording(path);
		await close();
		expect(JSON.stringify([first, await readAll(path)])).not.toMatch(/\\u00|\\n|\u202e/);
		expect(first.sites).toEqual([{site: ']0;xLyon', token: 'x'}]);
	});

	it.each<[string, readonly (string | object)[], RegExp]>([
		['an empty file', [], /is empty: expected a recording$/],
		[
			'no recording',
			['name,number\nAlice,1\n'],
			/is no recording: expected a header of ovh-cti-board in its first line$/,
		],
		['other JSON', [{a: 1}], /is no recording/],
		['an entry first', [answer, header], /is no recording/],
		['null', ['null\n'], /is no recording/],
		['a header without its kind', [{...header, kind: 'answer'}], /line 1: expected /],
		['a newer recording', [{...header, schema: 2, zone: 1}], /newer version \(schema 2, this one reads 1\): update/],
		['a schema of no kind', [{...header, schema: 'x'}], /line 1: expected schema to be 1$/],
		['a part of a newer version', [header, {...header, schema: 3}], /newer version \(schema 3/],
		['a zone that is none', [{...header, timeZone: 'Europe/Lyons'}], /line 1: expected timeZone to be a time zone/],
		['a line that is no JSON', [header, answer, 'oops\n', answer], /line 3: expected a JSON object$/],
		['a list', [header, '[]\n'], /line 2: expected a JSON object$/],
		['an unknown kind', [header, {kind: 'nonsense'}], /line 2: expected kind to be one of header, connecting, answer/],
		['a kind that every object has', [header, {kind: 'constructor'}], /line 2: expected kind to be one of/],
		['a time that is none', [header, {...answer, at: '21/11/2026'}], /line 2: expected at to be a time as 2026/],
		['a day that is none', [header, {...answer, at: '2026-13-41T00:00:00Z'}], /line 2: expected at to be a time/],
		['a body that is none', [header, {...answer, body: {}}], /line 2: expected body to be a text$/],
		['an unknown transport', [header, {...answer, transport: 'pigeon'}], /transport to be one of v1, v2, websocket$/],
		['no site', [header, {...answer, sites: []}], /line 2: expected sites to be a list of sites$/],
		[
			'an unknown error',
			[header, {kind: 'failure', ...origin, delayMs: 1290, code: 'X', message: 'm'}],
			/expected code to be one of/,
		],
		[
			'an unknown failure',
			[header, {kind: 'failure', ...origin, delayMs: 1290, code: 'FEED_UNREACHABLE', message: 'm', failure: 'x'}],
			/expected failure to be one of unreachable/,
		],
	])('says what is wrong: %s', async (_name, lines, words) => {
		const path = file(...lines);
		const message = await complaint(path);
		expect(message).toMatch(words);
		expect(message).toContain('day.ndjson');
		expect(message).not.toContain('\n');
	});

	it('says when there is no file, or a folder', async () => {
		expect(await complaint('/nowhere/day.ndjson')).toBe(
			'cannot read "/nowhere/day.ndjson": there is no such file or folder',
		);
		expect(await complaint(temporaryDirectory())).toMatch(/it is a folder$/);
	});
});
