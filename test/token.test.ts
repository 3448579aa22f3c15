import {chmod, mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {siteName} from '../source/domain/units.js';
import {OptionsError, TokenMissingError} from '../source/errors.js';
import type {SettingName, Settings} from '../source/settings.js';
import {findTokens, type TokenSources, tokenWarnings} from '../source/token.js';

const tokenOf = (letter: string): string => `${letter.repeat(8)}-0000-0000-0000-000000000000`;

let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'ovh-cti-board-token-'));
});

afterEach(() => rm(folder, {recursive: true, force: true}));

const file = async (name: string, text: string): Promise<string> => {
	const path = join(folder, name);
	await mkdir(join(path, '..'), {recursive: true});
	await writeFile(path, text);
	return path;
};

const settingsOf = (values: Readonly<Partial<Record<SettingName, string>>>): Settings => ({
	path: '/etc/config.json',
	values: new Map(Object.entries(values) as (readonly [SettingName, string])[]),
	warnings: [],
});

const sources = (given: Partial<TokenSources> = {}): TokenSources => ({
	tokenFile: undefined,
	environment: {},
	settings: settingsOf({}),
	stdin: Readable.from(['']),
	ask: undefined,
	...given,
});

const found = async (given: Partial<TokenSources>): Promise<readonly string[]> =>
	(await findTokens(sources(given))).map(({token}) => token);

describe('findTokens', () => {
	it('takes the first place that has one', async () => {
		const all = {
			tokenFile: await file('flag', tokenOf('A')),
			environment: {
				OVH_CTI_TOKEN: tokenOf('B'),
				OVH_CTI_TOKEN_FILE: await file('variable', tokenOf('C')),
				CREDENTIALS_DIRECTORY: join(await file('credentials/ovh-cti-token', tokenOf('D')), '..'),
			},
			settings: settingsOf({token: tokenOf('E')}),
			ask: async () => [{site: siteName('default'), token: tokenOf('F')}],
		};
		const {OVH_CTI_TOKEN: _variable, ...withoutVariable} = all.environment;
		const {OVH_CTI_TOKEN_FILE: _file, ...credentialsOnly} = withoutVariable;
		const withoutFlag = {...all, tokenFile: undefined};
		expect(await found(all)).toEqual([tokenOf('A')]);
		expect(await found(withoutFlag)).toEqual([tokenOf('B')]);
		expect(await found({...withoutFlag, environment: withoutVariable})).toEqual([tokenOf('C')]);
		expect(await found({...withoutFlag, environment: credentialsOnly})).toEqual([tokenOf('D')]);
		expect(await found({...withoutFlag, environment: {}})).toEqual([tokenOf('E')]);
		expect(await found({ask: all.ask})).toEqual([tokenOf('F')]);
	});

	it('reads standard input for -', async () => {
		expect(await found({tokenFile: '-', stdin: Readable.from([tokenOf('a'), '\n'])})).toEqual([tokenOf('A')]);
	});

	it('asks instead where standard input for - is a terminal, which would show the token', async () => {
		const stdin = Object.assign(Readable.from([tokenOf('A')]), {isTTY: true});
		const ask = async () => [{site: siteName('default'), token: tokenOf('B')}];
		expect(await found({tokenFile: '-', stdin, ask})).toEqual([tokenOf('B')]);
	});

	it('reads the file the settings name', async () => {
		const path = await file('kept', tokenOf('A'));
		expect(await found({settings: settingsOf({tokenFile: path})})).toEqual([tokenOf('A')]);
	});

	it('passes over credentials of other programs, and an empty variable', async () => {
		const environment = {CREDENTIALS_DIRECTORY: folder, OVH_CTI_TOKEN: '', OVH_CTI_TOKEN_FILE: ''};
		await expect(findTokens(sources({environment}))).rejects.toThrow(TokenMissingError);
	});

	it('names the file it cannot read', async () => {
		const path = join(folder, 'none');
		const missing = findTokens(sources({tokenFile: path}));
		await expect(missing).rejects.toThrow(OptionsError);
		await expect(missing).rejects.toThrow(`--token-file: cannot read "${path}" (ENOENT)`);
		await expect(findTokens(sources({environment: {OVH_CTI_TOKEN_FILE: folder}}))).rejects.toThrow('EISDIR');
	});

	it('does not repeat a token given for a path', async () => {
		const given = findTokens(sources({tokenFile: tokenOf('A')}));
		await expect(given).rejects.toThrow('--token-file: cannot read "…"');
	});

	it('names the place of a token of the wrong form', async () => {
		const path = await file('bad', 'nonsense');
		await expect(findTokens(sources({tokenFile: path}))).rejects.toThrow(`--token-file "${path}": expected a token`);
		await expect(findTokens(sources({environment: {OVH_CTI_TOKEN: 'x'}}))).rejects.toThrow('OVH_CTI_TOKEN: expected');
	});

	it('says that there is none, and where to put one', async () => {
		await expect(findTokens(sources())).rejects.toThrow(TokenMissingError);
		await expect(findTokens(sources())).rejects.toThrow('OVH_CTI_TOKEN');
		await expect(findTokens(sources({tokenFile: await file('empty', '\n')}))).rejects.toThrow(TokenMissingError);
	});
});

describe('tokenWarnings', () => {
	it('names the file that others can read, and is silent about the others', async () => {
		const path = await file('shared', tokenOf('A'));
		const warnings = (mode: number) => chmod(path, mode).then(() => tokenWarnings(sources({tokenFile: path}), 'linux'));
		expect(await warnings(0o644)).toEqual([
			`other users of this machine can read the token in "${path}": run chmod 600 on that file`,
		]);
		expect(await warnings(0o600)).toEqual([]);
		expect(await tokenWarnings(sources({environment: {OVH_CTI_TOKEN: tokenOf('A')}}), 'linux')).toEqual([]);
		expect(await tokenWarnings(sources(), 'linux')).toEqual([]);
	});
});
