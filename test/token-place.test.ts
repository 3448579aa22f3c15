import {chmod, mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {loginTexts} from '../source/i18n/login.js';
import type {SettingName} from '../source/settings.js';
import {
	exposedFile,
	findTokenSource,
	type PlaceSources,
	placeName,
	placeText,
	type TokenPlace,
} from '../source/token-place.js';
import {token} from './helpers/program.js';

let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'ovh-cti-board-place-'));
});

afterEach(() => rm(folder, {recursive: true, force: true}));

const configFile = '/etc/config.json';

const sources = (
	given: Partial<Omit<PlaceSources, 'settings'>>,
	values: readonly (readonly [SettingName, string])[] = [],
): PlaceSources => ({
	tokenFile: undefined,
	environment: {},
	...given,
	settings: {path: configFile, values: new Map(values), warnings: []},
});

const credentialFile = async (): Promise<string> => {
	await writeFile(join(folder, 'ovh-cti-token'), 'secret');
	return join(folder, 'ovh-cti-token');
};

describe('findTokenSource', () => {
	it.each<[PlaceSources, TokenPlace | undefined]>([
		[sources({tokenFile: '-', environment: {OVH_CTI_TOKEN: 'x'}}), {kind: 'standard-input', path: undefined}],
		[sources({tokenFile: 'a', environment: {OVH_CTI_TOKEN: 'x'}}), {kind: 'flag', path: 'a'}],
		[sources({environment: {OVH_CTI_TOKEN: 'x', OVH_CTI_TOKEN_FILE: 'b'}}), {kind: 'variable', path: undefined}],
		[sources({environment: {OVH_CTI_TOKEN_FILE: 'b'}}, [['token', 'x']]), {kind: 'variable-file', path: 'b'}],
		[
			sources({environment: {OVH_CTI_TOKEN: ''}}, [
				['token', 'x'],
				['tokenFile', 'c'],
			]),
			{kind: 'settings', path: configFile},
		],
		[sources({}, [['tokenFile', 'c']]), {kind: 'settings-file', path: 'c'}],
		[sources({environment: {CREDENTIALS_DIRECTORY: '/no/such/folder'}}), undefined],
		[sources({}), undefined],
	])('%j', async (given, place) => {
		expect(await findTokenSource(given)).toEqual(place);
	});

	it('finds the credential of systemd before the settings and after the variables', async () => {
		const path = await credentialFile();
		const environment = {CREDENTIALS_DIRECTORY: folder};
		expect(await findTokenSource(sources({environment}, [['token', 'x']]))).toEqual({kind: 'credential', path});
		const withVariable = {...environment, OVH_CTI_TOKEN_FILE: 'b'};
		expect(await findTokenSource(sources({environment: withVariable}))).toMatchObject({kind: 'variable-file'});
	});

	it('never has the value', async () => {
		const places = [
			sources({environment: {OVH_CTI_TOKEN: token}}),
			sources({}, [['token', token]]),
			sources({tokenFile: token}),
		];
		for (const given of places) {
			const place = await findTokenSource(given);
			expect(place).toBeDefined();
			if (!place) continue;
			expect(placeName(place)).not.toContain('1738D072');
			expect(placeText(place, loginTexts('fr'))).not.toContain('1738D072');
		}
	});
});

describe('exposedFile', () => {
	const modes: readonly (readonly [number, boolean])[] = [
		[0o600, false],
		[0o400, false],
		[0o640, true],
		[0o604, true],
		[0o644, true],
		[0o660, true],
	];

	it.each(modes)('tells for mode %o whether others can read it: %s', async (mode, isExposed) => {
		const path = await credentialFile();
		await chmod(path, mode);
		expect(await exposedFile({kind: 'flag', path}, 'linux')).toBe(isExposed ? path : undefined);
		expect(await exposedFile({kind: 'flag', path}, 'win32')).toBeUndefined();
		expect(await exposedFile({kind: 'credential', path}, 'linux')).toBeUndefined();
	});

	it('is about files only', async () => {
		const path = join(folder, 'folder');
		await mkdir(path);
		expect(await exposedFile({kind: 'flag', path}, 'linux')).toBeUndefined();
		expect(await exposedFile({kind: 'flag', path: join(folder, 'none')}, 'linux')).toBeUndefined();
		expect(await exposedFile({kind: 'variable', path: undefined}, 'linux')).toBeUndefined();
	});
});
