import {chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {OptionsError} from '../source/errors.js';
import {readSettings, settingsPath} from '../source/settings.js';

let home: string;

beforeEach(async () => {
	home = await mkdtemp(join(tmpdir(), 'ovh-cti-board-settings-'));
});

afterEach(() => rm(home, {recursive: true, force: true}));

const environment = () => ({XDG_CONFIG_HOME: home});

const write = async (text: string): Promise<string> => {
	const path = settingsPath(environment(), 'linux');
	await mkdir(dirname(path), {recursive: true});
	await writeFile(path, text);
	return path;
};

const refusal = async (): Promise<string> => {
	const error = await readSettings(environment(), 'linux').catch((thrown: unknown) => thrown);
	expect(error).toBeInstanceOf(OptionsError);
	return (error as OptionsError).message;
};

describe('settingsPath', () => {
	it.each([
		[{XDG_CONFIG_HOME: '/x', HOME: '/home/anne'}, 'linux', '/x/ovh-cti-board/config.json'],
		[{XDG_CONFIG_HOME: 'relative', HOME: '/home/anne'}, 'linux', '/home/anne/.config/ovh-cti-board/config.json'],
		[{HOME: '/home/anne'}, 'linux', '/home/anne/.config/ovh-cti-board/config.json'],
		[{HOME: '/Users/anne'}, 'darwin', '/Users/anne/Library/Preferences/ovh-cti-board/config.json'],
	] as const)('follows %o on %s', (variables, platform, path) => {
		expect(settingsPath(variables, platform)).toBe(path);
	});
});

describe('readSettings', () => {
	it('finds nothing and makes nothing where there is no file', async () => {
		const settings = await readSettings(environment(), 'linux');
		expect(settings.values.size).toBe(0);
		await expect(stat(dirname(settings.path))).rejects.toThrow('ENOENT');
	});

	it('reads texts and switches', async () => {
		await write('{"lang": "fr", "onlyActive": true, "ascii": false, "token": "Lyon=x"}');
		const {values} = await readSettings(environment(), 'linux');
		expect(Object.fromEntries(values)).toEqual({lang: 'fr', onlyActive: 'yes', ascii: 'no', token: 'Lyon=x'});
	});

	it('reads a file that cannot be written', async () => {
		const path = await write('{"lang": "fr"}');
		await chmod(path, 0o400);
		expect((await readSettings(environment(), 'linux')).values.get('lang')).toBe('fr');
	});

	it.each([
		['not JSON', '{"lang": "fr"', 'expected JSON'],
		['empty', '', 'expected JSON'],
		['of an unknown key', '{"lng": "fr"}', 'unknown setting "lng": expected'],
		['of a flag that is no setting', '{"seed": "1"}', 'unknown setting "seed"'],
		['of a wrong type', '{"onlyActive": "yes"}', '"onlyActive" must be boolean'],
		['of a hostile key', '{"__proto__": {"lang": "fr"}}', 'unknown setting "__proto__"'],
	])('names a file that is %s, and leaves it as it is', async (_name, text, expected) => {
		const path = await write(text);
		const message = await refusal();
		expect(message).toContain(path);
		expect(message).toContain(expected);
		expect(message).not.toContain('\n');
		expect(await readFile(path, 'utf8')).toBe(text);
	});

	it('does not repeat a token out of a broken file', async () => {
		await write('{"token": "1738D072-64A1-4E2B-9C3D-0123456789AB" "lang": 1}');
		expect(await refusal()).not.toContain('1738D072');
		await write('{"1738D072-64A1-4E2B-9C3D-0123456789AB": 1}');
		expect(await refusal()).not.toContain('1738D072');
	});
});
