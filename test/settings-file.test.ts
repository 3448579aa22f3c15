import {chmod, lstat, mkdir, mkdtemp, open, readdir, readFile, rm, stat, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import fc from 'fast-check';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {OptionsError} from '../source/errors.js';
import {changeSettings, type SettingsChanges, SettingsWriteError} from '../source/settings-file.js';

let home: string;
let path: string;

beforeEach(async () => {
	home = await mkdtemp(join(tmpdir(), 'ovh-cti-board-file-'));
	path = join(home, 'ovh-cti-board', 'config.json');
});

afterEach(() => rm(home, {recursive: true, force: true}));

const write = async (text: string): Promise<void> => {
	await mkdir(dirname(path), {recursive: true});
	await writeFile(path, text);
};

const read = async (): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));

const changes = (object: Readonly<Record<string, string | number | boolean | undefined>>): SettingsChanges =>
	new Map(Object.entries(object));

const modeOf = async (place: string): Promise<number> => (await stat(place)).mode & 0o777;

describe('changeSettings', () => {
	it('makes the folder and the file, for the owner only', async () => {
		expect(await changeSettings(path, changes({lang: 'fr', onlyActive: true, quietAfter: 5}))).toEqual({
			isWritten: true,
			setAside: undefined,
		});
		expect(await readFile(path, 'utf8')).toBe('{\n\t"lang": "fr",\n\t"onlyActive": true,\n\t"quietAfter": 5\n}\n');
		expect(await modeOf(path)).toBe(0o600);
		expect(await modeOf(dirname(path))).toBe(0o700);
	});

	it('shuts a file to others that was open to them', async () => {
		await write('{"lang": "fr"}');
		await chmod(path, 0o644);
		await changeSettings(path, changes({token: 'Lyon=x'}));
		expect(await modeOf(path)).toBe(0o600);
	});

	it('leaves what it is not asked to change: order, unknown keys, bad values', async () => {
		await write('{"lng": [1], "__proto__": 2, "lang": "fr", "theme": "pink", "token": "Lyon=x"}');
		await changeSettings(path, changes({lang: 'en', token: undefined, ascii: false}));
		expect(await readFile(path, 'utf8')).toBe(
			`${JSON.stringify(JSON.parse('{"lng": [1], "__proto__": 2, "lang": "en", "theme": "pink", "ascii": false}'), null, '\t')}\n`,
		);
	});

	it('puts a whole file in the place of the old one: who reads the old one reads it to its end', async () => {
		await write('{"lang": "fr"}');
		const reader = await open(path, 'r');
		await changeSettings(path, changes({lang: 'en'}));
		expect(await reader.readFile('utf8')).toBe('{"lang": "fr"}');
		expect((await reader.stat()).ino).not.toBe((await stat(path)).ino);
		await reader.close();
		expect(await readdir(dirname(path))).toEqual(['config.json']);
	});

	it.each(['dotfiles', 'missing/dotfiles'])('follows a link to %s, and leaves it a link', async folder => {
		const target = join(home, folder, 'board.json');
		await mkdir(dirname(path), {recursive: true});
		await mkdir(join(home, 'dotfiles'));
		await writeFile(join(home, 'dotfiles', 'board.json'), '{"theme": "mono"}');
		await symlink(target, path);
		await changeSettings(path, changes({lang: 'en'}));
		expect((await lstat(path)).isSymbolicLink()).toBe(true);
		expect(JSON.parse(await readFile(target, 'utf8'))).toMatchObject({lang: 'en'});
	});

	it('does not touch the file when there is nothing to take out', async () => {
		expect((await changeSettings(path, changes({lang: undefined}))).isWritten).toBe(false);
		await expect(stat(dirname(path))).rejects.toThrow('ENOENT');
		await write('{"theme":"mono"}');
		expect((await changeSettings(path, changes({lang: undefined}))).isWritten).toBe(false);
		expect(await readFile(path, 'utf8')).toBe('{"theme":"mono"}');
	});

	it.each(['{"lang": "fr"', '', '["fr"]', 'null'])('keeps a broken file, %j, aside and begins anew', async broken => {
		await write(broken);
		const {setAside = ''} = await changeSettings(path, changes({lang: 'en'}));
		expect(setAside).toMatch(/config\.json\.broken-\d{8}T\d{6}\.\d{3}Z$/);
		expect(await readFile(setAside, 'utf8')).toBe(broken);
		expect(await read()).toEqual({lang: 'en'});
	});

	it('keeps a broken file aside where a link leads, and the link', async () => {
		const target = join(home, 'board.json');
		await writeFile(target, '{');
		await mkdir(dirname(path));
		await symlink(target, path);
		const {setAside = ''} = await changeSettings(path, changes({lang: 'en'}));
		expect(dirname(setAside)).toBe(home);
		expect((await lstat(path)).isSymbolicLink()).toBe(true);
		expect(JSON.parse(await readFile(target, 'utf8'))).toEqual({lang: 'en'});
	});

	it.each([
		[{lang: 'de'}, 'lang: expected en or fr, got "de"'],
		[{quietAfter: 0}, 'quietAfter: expected a number of minutes'],
		[{onlyActive: 'perhaps'}, 'onlyActive: expected yes or no'],
		[{lng: 'fr'}, 'unknown setting "lng", did you mean "lang"?'],
		[{token: true}, 'token: expected a text, got a boolean'],
	])('refuses %j and writes nothing', async (wrong, expected) => {
		await write('{"theme":"mono"}');
		const refused = changeSettings(path, changes({ascii: true, ...wrong}));
		await expect(refused).rejects.toBeInstanceOf(OptionsError);
		await expect(refused).rejects.toThrow(expected);
		expect(await readFile(path, 'utf8')).toBe('{"theme":"mono"}');
	});

	it('writes an older file in the newest version', async () => {
		await write('{"language": "fr", "shade": 1}');
		const migrations = [
			({language, ...others}: Readonly<Record<string, unknown>>) => ({...others, lang: language}),
			(stored: Readonly<Record<string, unknown>>) => ({...stored, ascii: true}),
		];
		await changeSettings(path, changes({theme: 'mono'}), migrations);
		expect(await read()).toEqual({shade: 1, lang: 'fr', ascii: true, settingsVersion: 3, theme: 'mono'});
		await changeSettings(path, changes({ascii: undefined}), migrations);
		expect(await read()).toEqual({shade: 1, lang: 'fr', settingsVersion: 3, theme: 'mono'});
	});

	it('does not write a file of a newer version', async () => {
		const text = '{"settingsVersion": 2}';
		await write(text);
		await expect(changeSettings(path, changes({lang: 'fr'}))).rejects.toBeInstanceOf(OptionsError);
		expect(await readFile(path, 'utf8')).toBe(text);
	});

	it('says so when it cannot write', async () => {
		await writeFile(join(home, 'ovh-cti-board'), '');
		const failed = changeSettings(path, changes({lang: 'fr'}));
		await expect(failed).rejects.toBeInstanceOf(SettingsWriteError);
		await expect(failed).rejects.toThrow(/config\.json: cannot be written \(E[A-Z]+\)$/);
	});

	it('writes what is read again, and takes out what it put in', async () => {
		const others = fc.dictionary(fc.string(), fc.jsonValue({maxDepth: 2}), {maxKeys: 4});
		await fc.assert(
			fc.asyncProperty(others, fc.string(), async (stored, filter) => {
				const {filter: _, settingsVersion: __, ...before} = JSON.parse(JSON.stringify(stored));
				await write(JSON.stringify(before));
				await changeSettings(path, changes({filter}));
				expect(await read()).toEqual({...before, filter});
				await changeSettings(path, changes({filter: undefined}));
				expect(await read()).toEqual(before);
			}),
			{numRuns: 25},
		);
	});
});
