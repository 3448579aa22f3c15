import {mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {run, token} from '../helpers/program.js';

let env: Readonly<Record<string, string>>;
let path: string;

beforeEach(async () => {
	const home = await mkdtemp(join(tmpdir(), 'ovh-cti-board-journey-'));
	env = {HOME: home, XDG_CONFIG_HOME: home};
	path = join(home, 'ovh-cti-board', 'config.json');
});

afterEach(() => rm(dirname(dirname(path)), {recursive: true, force: true}));

const config = (...args: readonly string[]) => run(['config', ...args], {env});

const write = async (text: string): Promise<void> => {
	await mkdir(dirname(path), {recursive: true});
	await writeFile(path, text);
};

describe('ovh-cti-board config', () => {
	it('sets, tells and forgets a setting', async () => {
		expect(await config('path')).toMatchObject({status: 0, stdout: `${path}\n`, stderr: ''});
		expect(await config('get', 'resetAt')).toMatchObject({status: 0, stdout: '00:00\n'});
		expect(await config('set', 'resetAt', '06:00')).toMatchObject({
			status: 0,
			stdout: `resetAt is now "06:00", in ${path}\n`,
			stderr: '',
		});
		expect((await stat(path)).mode & 0o777).toBe(0o600);
		expect(await config('get', 'resetAt')).toMatchObject({status: 0, stdout: '06:00\n'});
		expect((await config('show')).stdout).toMatch(/^resetAt +06:00 +file$/m);
		expect(await config('set', 'quietAfter', '5')).toMatchObject({status: 0});
		expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({resetAt: '06:00', quietAfter: 5});
		expect(await config('unset', 'resetAt')).toMatchObject({status: 0});
		expect(await config('get', 'resetAt')).toMatchObject({status: 0, stdout: '00:00\n'});
	});

	it('speaks the language it has just been given', async () => {
		await config('set', 'lang', 'fr');
		expect((await config('unset', 'theme')).stdout).toBe(`theme n'était pas fixé dans ${path}\n`);
	});

	it('helps with a file that stops everything else', async () => {
		await write('{"lang": "fr",}');
		const broken = `ovh-cti-board: ${path}: expected JSON, an object of settings such as {"lang": "en"}; it breaks at line 1, column 15\n`;
		expect(await run(['tail'], {env})).toMatchObject({status: 2, stdout: '', stderr: broken});
		for (const args of [['validate'], ['show'], ['get', 'lang']]) {
			expect(await config(...args)).toMatchObject({status: 2, stdout: '', stderr: broken});
		}
		expect(await config('path')).toMatchObject({status: 0, stdout: `${path}\n`, stderr: ''});
		expect(await config('set', 'theme', 'mono')).toMatchObject({status: 0});
		expect(await config('validate')).toMatchObject({status: 0, stdout: `OK: ${path}\n`, stderr: ''});
		const [aside = ''] = (await readdir(dirname(path))).filter(name => name.includes('.broken-'));
		expect(await readFile(join(dirname(path), aside), 'utf8')).toBe('{"lang": "fr",}');
	});

	it('warns of an unknown key, and goes on', async () => {
		await write('{"lng": "fr"}');
		expect(await config('validate')).toMatchObject({
			status: 0,
			stdout: `OK: ${path}\n`,
			stderr: `ovh-cti-board: ${path}: unknown setting "lng", did you mean "lang"?\n`,
		});
	});

	it('takes no token and shows none', async () => {
		const refused = await config('set', 'token', token);
		expect(refused).toMatchObject({status: 2, stdout: ''});
		await write(JSON.stringify({token}));
		const shown = [await config('show'), await config('get', 'token'), await config('validate')];
		expect([refused, ...shown].map(({stdout, stderr}) => stdout + stderr).join('')).not.toContain('1738D072');
		expect(shown.map(({status}) => status)).toEqual([0, 2, 0]);
	});
});
