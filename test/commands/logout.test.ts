import {existsSync} from 'node:fs';
import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {run, token} from '../helpers/program.js';

let home: string;

beforeEach(async () => {
	home = await mkdtemp(join(tmpdir(), 'ovh-cti-board-logout-'));
});

afterEach(() => rm(home, {recursive: true, force: true}));

const configFile = () => join(home, 'ovh-cti-board', 'config.json');

const config = async (text: string): Promise<void> => {
	await mkdir(dirname(configFile()), {recursive: true});
	await writeFile(configFile(), text, {mode: 0o600});
};

const logout = (env: Readonly<Record<string, string>> = {}) => run(['logout'], {env: {XDG_CONFIG_HOME: home, ...env}});

describe('logout', () => {
	it('takes the token out of the settings, and nothing else', async () => {
		await config(`{"lang": "en", "token": "${token}"}`);
		expect(await logout()).toMatchObject({
			status: 0,
			stdout: `No token is kept in ${configFile()} any more.\n`,
			stderr: '',
		});
		expect(JSON.parse(await readFile(configFile(), 'utf8'))).toEqual({lang: 'en'});
	});

	it('leaves the file of the user where it is', async () => {
		const path = join(home, 'tokens');
		await writeFile(path, token, {mode: 0o600});
		await config(JSON.stringify({tokenFile: path}));
		const {status, stdout} = await logout();
		expect(status).toBe(0);
		expect(stdout).toContain(`The file "${path}", which the settings named, is still there.`);
		expect(JSON.parse(await readFile(configFile(), 'utf8'))).toEqual({});
		expect(await readFile(path, 'utf8')).toBe(token);
	});

	it('says that there was none, and makes no file', async () => {
		expect(await logout()).toMatchObject({status: 0, stdout: `No token was kept in ${configFile()}.\n`});
		expect(existsSync(configFile())).toBe(false);
	});

	it('says where one still comes from', async () => {
		await config(`{"token": "${token}"}`);
		const {stdout} = await logout({OVH_CTI_TOKEN_FILE: '/run/secrets/token'});
		expect(stdout).toContain('A token still comes from the variable OVH_CTI_TOKEN_FILE, "/run/secrets/token".');
	});

	it('takes it out of a file that has something else wrong', async () => {
		await config(`{"resetAt": "25:00", "token": "${token}"}`);
		expect(await logout()).toMatchObject({status: 0, stdout: `No token is kept in ${configFile()} any more.\n`});
		expect(await readFile(configFile(), 'utf8')).not.toContain('1738D072');
	});

	it('says where a file is now that cannot be read at all', async () => {
		await config(`{"token": "${token}"`);
		const {status, stdout} = await logout();
		expect(status).toBe(0);
		expect(stdout).toContain('perhaps a token');
	});
});
