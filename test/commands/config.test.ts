import {mkdir, mkdtemp, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {PassThrough} from 'node:stream';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import type {CommandContext} from '../../source/commands/command.js';
import {config} from '../../source/commands/config.js';
import {OptionsError} from '../../source/errors.js';
import {resolveOptions} from '../../source/options.js';
import {readSettings, type Settings, settingsPath} from '../../source/settings.js';
import {settingNames} from '../../source/settings-schema.js';

const token = '1738D072-64A1-4E2B-9C3D-0123456789AB';

let home: string;
let path: string;

beforeEach(async () => {
	home = await mkdtemp(join(tmpdir(), 'ovh-cti-board-config-'));
	path = settingsPath({XDG_CONFIG_HOME: home}, 'linux');
	await mkdir(dirname(path));
});

afterEach(() => rm(home, {recursive: true, force: true}));

type Variables = Readonly<Record<string, string>>;

/** As the program makes it: `config` goes on with settings that cannot be read. */
const contextOf = async (
	operands: readonly string[],
	variables: Variables,
	lines: string[],
): Promise<CommandContext> => {
	const environment = {XDG_CONFIG_HOME: home, LANG: 'en_GB.UTF-8', ...variables};
	const surroundings = {environment, platform: 'linux', arguments: argumentsOf(operands)} as const;
	const read = await readSettings(environment, 'linux').catch((error: OptionsError) => error);
	const isBroken = read instanceof OptionsError;
	const settings: Settings = isBroken ? {path, values: new Map(), warnings: []} : read;
	return {
		...surroundings,
		options: resolveOptions({...surroundings, settings}),
		settings,
		settingsProblem: isBroken ? read : undefined,
		output: {line: text => lines.push(text), drained: async () => undefined, closed: new Promise(() => undefined)},
		hasScreen: false,
		stdin: new PassThrough(),
		openTerminal: () => undefined,
		tokens: async () => [],
	};
};

const argumentsOf = (operands: readonly string[]) =>
	({command: 'config', wants: 'run', operands, given: new Map()}) as const;

/** The lines of a `config` that ends well. */
const lines = async (operands: readonly string[], variables: Variables = {}): Promise<readonly string[]> => {
	const written: string[] = [];
	expect(await config(await contextOf(operands, variables, written))).toBe(0);
	return written;
};

/** The message of one that refuses, and writes nothing. */
const refusal = async (operands: readonly string[], variables: Variables = {}): Promise<string> => {
	const written: string[] = [];
	const error = await config(await contextOf(operands, variables, written)).catch((thrown: unknown) => thrown);
	expect(error).toBeInstanceOf(OptionsError);
	expect(written).toEqual([]);
	return (error as OptionsError).message;
};

const stored = async (): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));

describe('config path', () => {
	it.each(['{}', '{'])('prints the path, whatever the file holds: %s', async text => {
		await writeFile(path, text);
		expect(await lines(['path'])).toEqual([path]);
	});
});

describe('config show', () => {
	it('tells of every setting its value and where it comes from', async () => {
		await writeFile(path, JSON.stringify({token, theme: 'mono', filter: '東京\u001B[2J', quietAfter: 5}));
		const rows = await lines(['show'], {OVH_CTI_THEME: 'light', OVH_CTI_ONLY_ACTIVE: 'yes'});
		expect(rows.map(row => row.split(' ')[0])).toEqual(settingNames);
		expect(rows).toEqual(
			expect.arrayContaining([
				expect.stringMatching(/^endpoint +built in +default$/),
				expect.stringMatching(/^theme +light +environment, OVH_CTI_THEME$/),
				expect.stringMatching(/^onlyActive +yes +environment, OVH_CTI_ONLY_ACTIVE$/),
				expect.stringMatching(/^filter +東京\[2J +file$/),
				expect.stringMatching(/^quietAfter +5 +file$/),
				expect.stringMatching(/^resetAt +00:00 +default$/),
				expect.stringMatching(/^token +set \(hidden\) +file$/),
				expect.stringMatching(/^tokenFile +not set +default$/),
			]),
		);
		expect(rows.join('\n')).not.toContain('1738D072');
	});

	it('puts the columns in line', async () => {
		const rows = await lines(['show']);
		expect(new Set(rows.map(row => row.lastIndexOf('default'))).size).toBe(1);
	});

	it('hides a token of the environment, and speaks French', async () => {
		const rows = await lines(['show'], {OVH_CTI_TOKEN: token, LANG: 'fr_FR.UTF-8'});
		expect(rows.find(row => row.startsWith('token '))).toMatch(/fixé \(caché\) +environnement, OVH_CTI_TOKEN$/);
		expect(rows.join('\n')).not.toContain('1738D072');
	});

	it('tells what is wrong rather than half of the settings', async () => {
		expect(await refusal(['show'], {OVH_CTI_THEME: 'pink'})).toContain('OVH_CTI_THEME: expected dark');
		await writeFile(path, '{"theme": "pink"}');
		expect(await refusal(['show'])).toContain(`${path}: theme: expected dark`);
	});
});

describe('config get', () => {
	it.each([
		['theme', {}, 'mono'],
		['theme', {OVH_CTI_THEME: 'light'}, 'light'],
		['resetAt', {}, '00:00'],
		['ascii', {}, 'yes'],
		['filter', {}, ''],
		['tokenFile', {}, ''],
	])('prints %s with %j: %s', async (key, variables, value) => {
		await writeFile(path, '{"theme": "mono", "ascii": true}');
		expect(await lines(['get', key], variables)).toEqual([value]);
	});

	it('never prints a token', async () => {
		await writeFile(path, JSON.stringify({token}));
		expect(await refusal(['get', 'token'])).toContain('a token is never shown');
	});
});

describe('config set', () => {
	it.each([
		['lang', 'FR', 'fr', 'lang is now "fr"'],
		['resetAt', '06:30', '06:30', 'resetAt is now "06:30"'],
		['onlyActive', 'on', true, 'onlyActive is now true'],
		['quietAfter', '5', 5, 'quietAfter is now 5'],
		['quietAfter', '0.5', 0.5, 'quietAfter is now 0.5'],
		['quietAfter', '5.0', '5.0', 'quietAfter is now "5.0"'],
		['filter', '', '', 'filter is now ""'],
		['filter', '42', '42', 'filter is now "42"'],
		['tz', 'europe/paris', 'Europe/Paris', 'tz is now "Europe/Paris"'],
		['tokenFile', '/run/token', '/run/token', 'tokenFile is now "/run/token"'],
		['endpoint', 'http://127.0.0.1:8080', 'http://127.0.0.1:8080', 'endpoint is now "http://127.0.0.1:8080"'],
		['endpoint', 'http://127.0.0.1/a', 'http://127.0.0.1/a', 'endpoint is now "http://127.0.0.1/a"'],
		['popOnly', '0033199000101', '0033199000101', 'popOnly is now "0033199000101"'],
		['popEvents', 'talk-started', 'talk-started', 'popEvents is now "talk-started"'],
	])('keeps %s %j as %j', async (key, text, value, line) => {
		await writeFile(path, '{"view": "log"}');
		expect(await lines(['set', key, text])).toEqual([`${line}, in ${path}`]);
		expect(await stored()).toEqual({view: 'log', [key]: value});
		expect((await readSettings({XDG_CONFIG_HOME: home}, 'linux')).values.has(key as 'lang')).toBe(true);
	});

	it('keeps the path of a file so that it holds in every folder', async () => {
		await lines(['set', 'tokenFile', 'tokens.txt']);
		expect(await stored()).toEqual({tokenFile: join(process.cwd(), 'tokens.txt')});
	});

	it('says what comes before the file', async () => {
		const [, second] = await lines(['set', 'theme', 'mono'], {OVH_CTI_THEME: 'light'});
		expect(second).toBe('OVH_CTI_THEME is set in the environment, and comes first');
	});

	it('says where a broken file is now', async () => {
		await writeFile(path, '{"theme": ');
		const [first = '', second] = await lines(['set', 'theme', 'mono']);
		const [, aside = ''] = /kept as (.+)$/.exec(first) ?? [];
		expect(await readFile(aside, 'utf8')).toBe('{"theme": ');
		expect(second).toContain('theme is now "mono"');
	});

	it('mends a bad value, and says what is still bad', async () => {
		await writeFile(path, '{"theme": "pink", "lang": "de"}');
		expect(await lines(['set', 'theme', 'mono'])).toEqual([
			`still to be put right: ${path}: lang: expected en or fr, got "de"`,
			`theme is now "mono", in ${path}`,
		]);
		expect(await stored()).toEqual({theme: 'mono', lang: 'de'});
	});

	it.each([
		[['theme', 'pink'], 'theme: expected dark, light or mono, got "pink"'],
		[['quietAfter', '-1'], 'quietAfter: expected a number of minutes'],
		[['tokenFile', '-'], 'tokenFile: expected the path of a file'],
		[['teme', 'mono'], 'unknown setting "teme", did you mean "theme"?; settings are endpoint, '],
		[['seed', '1'], 'unknown setting "seed"; settings are'],
		[['__proto__', '1'], 'unknown setting "__proto__"'],
		[['theme'], 'config set needs VALUE: expected ovh-cti-board config set KEY VALUE'],
		[[], 'config set needs KEY'],
		[['token', token], 'every user of this machine can see those'],
		[['token'], 'ovh-cti-board login asks for it'],
		[[token, 'x'], 'unknown setting "…"'],
	])('refuses %j', async (operands, expected) => {
		const message = await refusal(['set', ...operands]);
		expect(message).toContain(expected);
		expect(message).not.toContain('1738D072');
		await expect(stat(path)).rejects.toThrow('ENOENT');
	});
});

describe('config unset', () => {
	it('takes a setting out, also a token', async () => {
		await writeFile(path, JSON.stringify({theme: 'mono', token}));
		expect(await lines(['unset', 'theme'])).toEqual([`theme is no longer set in ${path}`]);
		expect(await lines(['unset', 'token'])).toEqual([`token is no longer set in ${path}`]);
		expect(await stored()).toEqual({});
	});

	it('takes a bad value out', async () => {
		await writeFile(path, '{"theme": "pink"}');
		expect(await lines(['unset', 'theme'])).toEqual([`theme is no longer set in ${path}`]);
	});

	it('makes no file to say that nothing was set', async () => {
		expect(await lines(['unset', 'theme'])).toEqual([`theme was not set in ${path}`]);
		await expect(stat(path)).rejects.toThrow('ENOENT');
	});
});

describe('config validate', () => {
	it('says OK, with the path', async () => {
		expect(await lines(['validate'])).toEqual([`OK: there is no ${path}, the defaults hold`]);
		await writeFile(path, '{"theme": "mono"}');
		expect(await lines(['validate'])).toEqual([`OK: ${path}`]);
	});

	it('says what is wrong', async () => {
		await writeFile(path, '{"resetAt": "25:00", "lang": "de"}');
		expect(await refusal(['validate'])).toBe(
			`${path}: resetAt: expected a time of day such as 00:00, or never, got "25:00"; lang: expected en or fr, got "de"`,
		);
	});
});

describe('config', () => {
	it.each([
		[['sho'], 'config: unknown action "sho", did you mean "show"?; actions are path, show, get, set, unset, validate'],
		[['constructor'], 'config: unknown action "constructor"; actions are'],
		[['path', 'theme'], 'unexpected argument "theme": expected ovh-cti-board config path'],
		[['get', 'theme', 'x'], 'unexpected argument "x": expected ovh-cti-board config get KEY'],
		[['get'], 'config get needs KEY'],
	])('refuses %j', async (operands, expected) => {
		expect(await refusal(operands)).toContain(expected);
	});
});
