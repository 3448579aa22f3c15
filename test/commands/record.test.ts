import type {ChildProcessWithoutNullStreams} from 'node:child_process';
import {readFileSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, describe, expect, it} from 'vitest';
import {type EventService, serveEvents, serveStatus} from '../helpers/event-service.js';
import {flow} from '../helpers/flows.js';
import {ending, firstLines, run, start, token} from '../helpers/program.js';
import {temporaryDirectory} from '../recording/live-run.js';

const services: EventService[] = [];

afterEach(async () => {
	await Promise.all(services.splice(0).map(service => service.close()));
});

const record = (service: EventService, path: string, args: readonly string[] = []) => {
	services.push(service);
	return start(['record', path, '--endpoint', service.url, ...args], {env: {OVH_CTI_TOKEN: `Lyon=${token}`}});
};

const newPath = () => join(temporaryDirectory(), 'day.ndjson');

/** Resolves when the program has said so on standard error. */
const says = (child: ChildProcessWithoutNullStreams, words: string): Promise<void> =>
	new Promise((resolve, reject) => {
		let said = '';
		child.stderr.on('data', chunk => {
			said += chunk;
			if (said.includes(words)) resolve();
		});
		child.once('close', () => reject(new Error(`ended after ${JSON.stringify(said)}`)));
	});

/** The events as the service sends them: with the token that subscribed. */
const events = (name: string) => flow(name).map(event => event.replace(/"Token":"[^"]*"/, `"Token":"${token}"`));

describe('record', () => {
	it('writes to its file alone, and says where, what is left out, and how much it was', async () => {
		const path = newPath();
		const child = record(await serveEvents(events('q3')), path);
		const ended = ending(child);
		await says(child, 'connected');
		child.kill('SIGINT');
		const {status, stdout, stderr} = await ended;
		expect([status, stdout]).toEqual([130, '']);
		const [begun = '', connected = '', done = ''] = stderr.split('\n');
		expect(begun).toMatch(/^Recording Lyon in ".*day\.ndjson" until Ctrl-C\. Tokens are left out\. Telephone numbers/);
		expect(connected).toMatch(/^\d\d:\d\d:\d\d {2}Lyon {2}connected$/);
		expect(done).toMatch(/^Recorded in ".*day\.ndjson": answers 1, events \d+, \d+(\.\d)? kB\.$/);
		const file = readFileSync(path, 'utf8');
		expect(file.toUpperCase()).not.toContain(token);
		expect(file).not.toContain('cursor-1');
		expect(file.split('\n').map(line => (line === '' ? '' : JSON.parse(line).kind))).toEqual([
			'header',
			'connecting',
			'answer',
			'end',
			'',
		]);
		expect(statSync(path).mode & 0o777).toBe(0o600);
	});

	it('is replayed as it was heard', async () => {
		const path = newPath();
		const child = record(await serveEvents(events('q3')), path);
		const ended = ending(child);
		await says(child, 'connected');
		child.kill('SIGTERM');
		expect((await ended).status).toBe(0);

		const service = await serveEvents(events('q3'));
		services.push(service);
		const tail = start(['tail', '--json', '--endpoint', service.url], {env: {OVH_CTI_TOKEN: `Lyon=${token}`}});
		const heard = await firstLines(tail, events('q3').length + 2);
		tail.kill('SIGINT');
		const replay = await run(['replay', path, '--speed', '0', '--json']);
		expect([replay.status, replay.stderr]).toEqual([0, '']);
		const withoutArrival = (line: string) => (line.includes('"feed-') ? JSON.parse(line).type : line);
		expect(replay.stdout.trimEnd().split('\n').map(withoutArrival)).toEqual(heard.map(withoutArrival));
	});

	it('changes numbers and names when told to', async () => {
		const path = newPath();
		const child = record(await serveEvents(events('q3')), path, ['--anonymise', '--lang', 'fr']);
		const ended = ending(child);
		await says(child, 'connecté');
		child.kill('SIGINT');
		expect((await ended).stderr).toMatch(/les numéros et les noms sont changés\.\n(.*\n)*Enregistré dans .* ko\.\n$/);
		const file = readFileSync(path, 'utf8');
		expect(file.match(/0033199000100|0639980001|Support|Lyon/g) ?? []).toEqual([]);
		expect(JSON.parse(file.split('\n')[0] ?? '')).toMatchObject({anonymised: true, sites: [{site: 'Site 1'}]});
	});

	it('says when it is refused, and records that', async () => {
		const path = newPath();
		const child = record(await serveStatus(403), path);
		const ended = ending(child);
		await says(child, 'refused');
		child.kill('SIGINT');
		expect((await ended).status).toBe(130);
		expect(readFileSync(path, 'utf8')).toContain('"code":"TOKEN_REFUSED"');
	});

	it('does not write over what is no recording', async () => {
		const path = newPath();
		writeFileSync(path, 'Dear Alice\n');
		const {status, stderr} = await run(['record', path, '--endpoint', 'http://127.0.0.1:1'], {
			env: {OVH_CTI_TOKEN: token},
		});
		expect(status).toBe(2);
		expect(stderr).toMatch(/^ovh-cti-board: ".*day\.ndjson" is no recording: .*; give another name\n$/);
		expect(readFileSync(path, 'utf8')).toBe('Dear Alice\n');
	});

	it('says when nothing can be written there, and what is missing', async () => {
		const nowhere = await run(['record', '/nowhere/day.ndjson'], {env: {OVH_CTI_TOKEN: token}});
		expect([nowhere.status, nowhere.stderr]).toEqual([
			2,
			'ovh-cti-board: cannot write "/nowhere/day.ndjson": there is no such file or folder\n',
		]);
		const dash = await run(['record', '-'], {env: {OVH_CTI_TOKEN: token}});
		expect([dash.status, dash.stderr]).toEqual([
			2,
			'ovh-cti-board: record writes to a file: expected its name, got "-"\n',
		]);
		expect((await run(['record'], {env: {OVH_CTI_TOKEN: token}})).status).toBe(2);
	});
});
