import {existsSync} from 'node:fs';
import {mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it, onTestFinished} from 'vitest';
import {type EventService, serve, serveStatus} from '../helpers/event-service.js';
import {closedPort} from '../helpers/listeners.js';
import {program, run, type Surroundings, token} from '../helpers/program.js';
import {runInTerminal} from '../helpers/pseudo-terminal.js';

let home: string;
let service: EventService;

beforeEach(async () => {
	home = await mkdtemp(join(tmpdir(), 'ovh-cti-board-login-'));
	service = await serve((_request, response) => void response.end('{"Session":"s","Events":[]}'));
});

afterEach(async () => {
	await service.close();
	await rm(home, {recursive: true, force: true});
});

const configFile = () => join(home, 'ovh-cti-board', 'config.json');

const config = async (text: string): Promise<void> => {
	await mkdir(dirname(configFile()), {recursive: true});
	await writeFile(configFile(), text, {mode: 0o600});
};

const settings = async (): Promise<unknown> => JSON.parse(await readFile(configFile(), 'utf8'));

const login = (surroundings: Surroundings = {}, endpoint = service.url) =>
	run(['login', '--token-file', '-', '--endpoint', endpoint], {
		stdin: `${token}\n`,
		...surroundings,
		env: {XDG_CONFIG_HOME: home, ...surroundings.env},
	});

describe('login', () => {
	it('keeps a token from standard input after trying it, and keeps the other settings', async () => {
		await config('{"lang": "en", "colour": 1}');
		const {status, stdout, stderr} = await login();
		expect({status, stderr}).toEqual({status: 0, stderr: expect.stringContaining('unknown setting "colour"')});
		expect(stdout).toBe(
			`The service answered: the token is accepted.\nKept in ${configFile()}, readable by you only.\n`,
		);
		expect(await settings()).toEqual({lang: 'en', colour: 1, token});
		expect((await stat(configFile())).mode & 0o777).toBe(0o600);
	});

	it('keeps several with their sites, from a file', async () => {
		const path = join(home, 'tokens');
		const other = token.replace('1', '2');
		await writeFile(path, `${token}\nLyon=${other}\n`, {mode: 0o600});
		const args = ['login', '--token-file', path, '--endpoint', service.url];
		expect(await run(args, {env: {XDG_CONFIG_HOME: home}})).toMatchObject({status: 0, stderr: ''});
		expect(await settings()).toEqual({token: `${token}, Lyon=${other}`});
	});

	it('does not keep what the service refuses', async () => {
		const strict = await serveStatus(401);
		onTestFinished(() => strict.close());
		const {status, stdout, stderr} = await login({}, strict.url);
		expect({status, stdout}).toEqual({status: 3, stdout: ''});
		expect(stderr).toBe(
			'ovh-cti-board: the service refuses the token, and nothing is kept: check it, or make a new one\n',
		);
		expect(existsSync(configFile())).toBe(false);
	});

	it('keeps what could not be tried, and says so', async () => {
		const {status, stdout} = await login({}, `http://127.0.0.1:${await closedPort()}/`);
		expect(status).toBe(0);
		expect(stdout).toMatch(/^Could not be tried: .*ECONNREFUSED/);
		expect(stdout).toContain('It was not tried');
		expect(await settings()).toEqual({token});
	});

	it('says which token will be used in spite of it', async () => {
		const {stdout} = await login({env: {OVH_CTI_TOKEN: token}});
		expect(stdout).toContain('But the variable OVH_CTI_TOKEN comes before the settings');
	});

	it('puts a broken settings file aside, and says where', async () => {
		await config('{"lang": ');
		const {status, stdout} = await login();
		const names = await readdir(dirname(configFile()));
		const aside = names.find(name => name.startsWith('config.json.')) ?? '';
		expect(status).toBe(0);
		expect(stdout).toContain(join(dirname(configFile()), aside));
		expect(await readFile(join(dirname(configFile()), aside), 'utf8')).toBe('{"lang": ');
		expect(await settings()).toEqual({token});
	});

	it('says what is still wrong with the settings', async () => {
		await config('{"resetAt": "25:00"}');
		const {status, stdout} = await login();
		expect(status).toBe(0);
		expect(stdout).toContain('resetAt: expected a time of day');
	});

	it('takes nothing but what it is given', async () => {
		const {status, stderr} = await run(['login'], {env: {XDG_CONFIG_HOME: home, OVH_CTI_TOKEN: token}});
		expect({status, stderr}).toEqual({status: 3, stderr: expect.stringContaining('--token-file PATH')});
		expect(await login({stdin: 'nonsense'})).toMatchObject({status: 2, stdout: ''});
		expect(await login({stdin: ''})).toMatchObject({status: 3, stdout: ''});
		expect(existsSync(configFile())).toBe(false);
	});

	it('asks at a terminal, and asks nothing more', async () => {
		const command = [process.execPath, program, 'login', '--endpoint', service.url];
		const terminal = runInTerminal(command, {XDG_CONFIG_HOME: home});
		await terminal.shows(/Token: $/);
		terminal.type(`${token}\r`);
		expect(await terminal.ended).toBe(0);
		expect(terminal.written()).toContain(`Kept in ${configFile()}`);
		expect(terminal.written()).not.toContain('1738D072');
		expect(await settings()).toEqual({token});
	});
});
