import {existsSync} from 'node:fs';
import {mkdtemp, readFile, rm, stat} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {type EventService, serve} from '../helpers/event-service.js';
import {closedPort} from '../helpers/listeners.js';
import {program, token} from '../helpers/program.js';
import {type PseudoTerminal, runInTerminal} from '../helpers/pseudo-terminal.js';

const refusedToken = 'AAAAAAAA-0000-0000-0000-000000000000';
const heldToken = 'BBBBBBBB-0000-0000-0000-000000000000';

let home: string;
let service: EventService;

beforeEach(async () => {
	home = await mkdtemp(join(tmpdir(), 'ovh-cti-board-first-'));
	service = await serve((request, response) => {
		const query = new URL(request.url ?? '', 'http://service').searchParams;
		if (query.get('token') === refusedToken) response.statusCode = 403;
		else if (query.has('session') || query.get('token') === heldToken) return;
		response.end('{"Session":"s","Events":[]}');
	});
});

afterEach(async () => {
	await service.close();
	await rm(home, {recursive: true, force: true});
});

const configFile = () => join(home, 'ovh-cti-board', 'config.json');

/** The board for somebody new, and after it what the terminal's settings are then. */
const start = (env: Readonly<Record<string, string>> = {}, endpoint = service.url): PseudoTerminal => {
	const line = `'${process.execPath}' '${program}' --no-cache --endpoint '${endpoint}'`;
	const script = `${line}; echo "status $?"; stty -a`;
	return runInTerminal(['/bin/sh', '-c', script], {XDG_CONFIG_HOME: home, ...env});
};

const question = /Token: $/;
const offer = /readable by you only\? \[y\/N\] $/;
const onScreen = '\u001B\\[\\?1049h';
const echoIsBack = /status (\d+)[\s\S]*\Wicanon[\s\S]* echo /;

/** Leaves the board once it is there. */
const leave = async (terminal: PseudoTerminal, status: number): Promise<void> => {
	await terminal.shows(new RegExp(`${onScreen}[\\s\\S]*OVH CTI`));
	terminal.type('q');
	await terminal.shows(echoIsBack);
	expect(terminal.written()).toContain(`status ${status}`);
};

const settings = async (): Promise<unknown> => JSON.parse(await readFile(configFile(), 'utf8'));

describe('the first run of the board', () => {
	it('explains, asks, tries the token, and keeps it when it may', async () => {
		const terminal = start();
		await terminal.shows(question);
		expect(terminal.written()).toContain('POST /telephony/{billingAccount}/eventToken');
		expect(terminal.written()).toContain('ovh-cti-board demo');
		terminal.type(`${token.toLowerCase()}\r`);
		await terminal.shows(offer);
		expect(terminal.written()).toContain('The service answered: the token is accepted.');
		expect(service.queries.map(query => [...query])).toEqual([[['token', token]]]);
		terminal.type('Y\r');
		await leave(terminal, 0);
		expect(terminal.written()).toContain(`Kept in ${configFile()}`);
		expect(terminal.written().toUpperCase()).not.toContain('1738D072');
		expect(await settings()).toEqual({token});
		expect((await stat(configFile())).mode & 0o777).toBe(0o600);
	});

	it('keeps nothing unless it is told to', async () => {
		const terminal = start();
		await terminal.shows(question);
		terminal.type(`${token}\r`);
		await terminal.shows(offer);
		terminal.type('\r');
		await leave(terminal, 0);
		expect(existsSync(configFile())).toBe(false);
	});

	it('asks again when the token is refused, and takes several with their sites', async () => {
		const terminal = start();
		await terminal.shows(question);
		terminal.type(`${token},Lyon=${refusedToken}\r`);
		await terminal.shows(/refuses the token of "Lyon"[\s\S]*Token: $/);
		terminal.type(`${refusedToken}\r`);
		await terminal.shows(/refuses this token[\s\S]*Token: $/);
		terminal.type(`Paris=${token}\r`);
		await terminal.shows(offer);
		terminal.type('yes\r');
		await leave(terminal, 0);
		expect(await settings()).toEqual({token: `Paris=${token}`});
	});

	it('says of a request that is held what is known of the token, and no more', async () => {
		const terminal = start();
		await terminal.shows(question);
		terminal.type(`${heldToken}\r`);
		await terminal.shows(offer);
		expect(terminal.written()).toContain('Not refused so far');
		expect(terminal.written()).not.toContain('accepted');
		terminal.type('\u0003');
		await terminal.shows(echoIsBack);
		expect(terminal.written()).toContain('status 130');
	});

	it('goes on with a token that cannot be tried, in the language of the user', async () => {
		const port = await closedPort();
		const terminal = start({LANG: 'fr_FR.UTF-8'}, `http://127.0.0.1:${port}/`);
		await terminal.shows(/Jeton : $/);
		terminal.type(`${token}\r`);
		await terminal.shows(/\[o\/N\] $/);
		expect(terminal.written()).toMatch(/Essai impossible : .*127\.0\.0\.1/);
		expect(terminal.written()).toContain('démarre quand même');
		terminal.type('o\r');
		await leave(terminal, 0);
		expect(await settings()).toEqual({token});
	});

	it.each([
		['the question', question, ''],
		['the trial', /Trying it at/, `${heldToken}\r`],
	])('ends with Ctrl-C at %s, and gives the terminal back', async (_name, moment, keys) => {
		const terminal = start();
		await terminal.shows(question);
		terminal.type(keys);
		await terminal.shows(moment);
		terminal.type('\u0003');
		await terminal.shows(echoIsBack);
		expect(terminal.written()).toContain('status 130');
		expect(terminal.written()).not.toMatch(new RegExp(onScreen));
		expect(existsSync(configFile())).toBe(false);
	});

	it('says that it cannot keep the token, and goes on', async () => {
		await rm(home, {recursive: true});
		const terminal = start({XDG_CONFIG_HOME: '/dev/null'});
		await terminal.shows(question);
		terminal.type(`${token}\r`);
		await terminal.shows(offer);
		terminal.type('y\r');
		await leave(terminal, 0);
		expect(terminal.written()).toContain('Not kept: /dev/null/ovh-cti-board/config.json');
	});
});
