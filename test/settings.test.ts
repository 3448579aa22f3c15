import {chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {OptionsError} from '../source/errors.js';
import {readSettings, readSettingsFile, settingsPath} from '../source/settings.js';

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
		expect(settings).toMatchObject({values: new Map(), warnings: []});
		await expect(stat(dirname(settings.path))).rejects.toThrow('ENOENT');
	});

	it('reads texts, numbers and switches', async () => {
		await write('{"lang": "fr", "onlyActive": true, "ascii": false, "quietAfter": 5, "token": "Lyon=x"}');
		const {values, warnings} = await readSettings(environment(), 'linux');
		expect(Object.fromEntries(values)).toEqual({
			lang: 'fr',
			onlyActive: 'yes',
			ascii: 'no',
			quietAfter: '5',
			token: 'Lyon=x',
		});
		expect(warnings).toEqual([]);
	});

	it('reads a file that cannot be written', async () => {
		const path = await write('{"lang": "fr"}');
		await chmod(path, 0o400);
		expect((await readSettings(environment(), 'linux')).values.get('lang')).toBe('fr');
	});

	it('warns of unknown keys, and reads the others', async () => {
		const path = await write('{"lng": "fr", "theme": "mono", "seed": 1}');
		const {values, warnings} = await readSettings(environment(), 'linux');
		expect([...values]).toEqual([['theme', 'mono']]);
		expect(warnings).toEqual([
			`${path}: unknown setting "lng", did you mean "lang"?`,
			`${path}: unknown setting "seed"`,
		]);
	});

	it.each([
		['not JSON', '{"lang": "fr"', 'expected JSON'],
		['empty', '', 'expected JSON'],
		['a list', '["fr"]', 'expected JSON, an object of settings such as {"lang": "en"}, got a list'],
		['of a bad value', '{"resetAt": "25:00"}', 'resetAt: expected a time of day such as 00:00, or never, got "25:00"'],
		['of two', '{"lang": 1, "theme": "x"}', 'lang: expected en or fr, got 1; theme: expected dark'],
	])('names a file that is %s, and leaves it as it is', async (_name, text, expected) => {
		const path = await write(text);
		const message = await refusal();
		expect(message).toContain(`${path}: ${expected}`);
		expect(message).not.toContain('\n');
		expect(await readFile(path, 'utf8')).toBe(text);
	});

	it('names a file that cannot be read', async () => {
		const path = settingsPath(environment(), 'linux');
		await mkdir(path, {recursive: true});
		expect(await refusal()).toBe(`${path}: cannot be read (EISDIR)`);
	});

	it('does not repeat a token out of a broken file', async () => {
		const token = '1738D072-64A1-4E2B-9C3D-0123456789AB';
		await write(`{"token": "${token}" "lang": 1}`);
		expect(await refusal()).not.toContain('1738D072');
		await write(`{"${token}": 1, "lang": "${token}"}`);
		expect(await refusal()).not.toContain('1738D072');
		await write(`{"${token}": 1}`);
		expect((await readSettings(environment(), 'linux')).warnings.join()).not.toContain('1738D072');
	});
});

describe('readSettingsFile', () => {
	it('reads a file of an older version as the newest, and does not write it', async () => {
		const text = '{"language": "fr", "theme": "mono"}';
		const path = await write(text);
		const {values, warnings} = await readSettingsFile(path, [({language, ...others}) => ({...others, lang: language})]);
		expect(Object.fromEntries(values)).toEqual({theme: 'mono', lang: 'fr'});
		expect(warnings).toEqual([]);
		expect(await readFile(path, 'utf8')).toBe(text);
	});

	it('takes what it knows of a file of a newer version', async () => {
		const text = '{"settingsVersion": 2, "theme": "solar", "lang": "fr", "shade": 3}';
		const path = await write(text);
		const {values, warnings} = await readSettingsFile(path);
		expect([...values]).toEqual([['lang', 'fr']]);
		expect(warnings).toEqual([
			`${path}: written by a newer version of ovh-cti-board (2, known is 1); what is known is read`,
			`${path}: theme: expected dark, light or mono, got "solar"`,
			`${path}: unknown setting "shade"`,
		]);
		expect(await readFile(path, 'utf8')).toBe(text);
	});
});
