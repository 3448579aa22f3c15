import {chmod, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {checkEndpoint, checkProxy, checkSettings, checkToken} from '../../source/doctor/check-setup.js';
import {OptionsError} from '../../source/errors.js';
import {doctorTexts} from '../../source/i18n/doctor.js';
import {token} from '../helpers/program.js';
import {factsWith, patientWith} from './patient.js';

let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'ovh-cti-board-doctor-'));
});

afterEach(() => rm(folder, {recursive: true, force: true}));

const file = async (text: string, mode = 0o600): Promise<string> => {
	const path = join(folder, 'file');
	await writeFile(path, text);
	await chmod(path, mode);
	return path;
};

describe('checkSettings', () => {
	it('needs no file', async () => {
		const {findings} = await checkSettings(patientWith(), factsWith());
		expect(findings).toEqual([{mark: 'note', text: 'none, and none is needed: /no/such/config.json', status: 0}]);
	});

	it('names the file, and what is odd in it', async () => {
		const path = await file('{}');
		const settings = {path, values: new Map(), warnings: ['unknown setting "colour"']};
		const {findings} = await checkSettings(patientWith({settings}), factsWith());
		expect(findings.map(({mark, text}) => [mark, text])).toEqual([
			['good', path],
			['note', 'unknown setting "colour"'],
		]);
	});

	it('repeats what is wrong, without what may be a token', async () => {
		const settingsProblem = new OptionsError(`/a/config.json: resetAt: got "${token}"\u001B[2J`);
		const {findings} = await checkSettings(patientWith({settingsProblem}), factsWith());
		expect(findings).toMatchObject([{mark: 'bad', status: 2, text: '/a/config.json: resetAt: got "…"[2J'}]);
	});
});

describe('checkToken', () => {
	it('names the place, and hands the tokens on', async () => {
		const {findings, facts} = await checkToken(patientWith(), factsWith({tokens: []}));
		expect(findings).toEqual([{mark: 'good', text: 'from the variable OVH_CTI_TOKEN', status: 0}]);
		expect(facts?.tokens).toEqual([{site: 'default', token}]);
	});

	it('names the sites of several, in the language of the user', async () => {
		const environment = {OVH_CTI_TOKEN: `Lyon=${token},Paris=${token.replace('1', '2')}`};
		const patient = patientWith({environment, language: 'fr', texts: doctorTexts('fr')});
		const {findings} = await checkToken(patient, factsWith());
		expect(findings).toMatchObject([{text: '2 (Lyon, Paris), viennent de : la variable OVH_CTI_TOKEN'}]);
	});

	it('says that others can read the file', async () => {
		const environment = {OVH_CTI_TOKEN_FILE: await file(token, 0o644)};
		const {findings} = await checkToken(patientWith({environment}), factsWith());
		expect(findings.map(({mark}) => mark)).toEqual(['good', 'note']);
		expect(findings[1]).toMatchObject({advice: 'Run chmod 600 on that file.'});
	});

	it.each([
		[{}, 3, 'none anywhere'],
		[{OVH_CTI_TOKEN: `${token}F`}, 2, 'OVH_CTI_TOKEN: expected a token of 8-4-4-4-12'],
		[{OVH_CTI_TOKEN: ','}, 3, 'no token in OVH_CTI_TOKEN'],
		[{OVH_CTI_TOKEN_FILE: '/no/such/file'}, 2, 'cannot read "/no/such/file" (ENOENT)'],
	])('with %j fails with %i', async (environment, status, text) => {
		const {findings, facts} = await checkToken(patientWith({environment}), factsWith());
		expect(findings).toMatchObject([{mark: 'bad', status, text: expect.stringContaining(text)}]);
		expect(JSON.stringify(findings)).not.toContain('1738D072');
		expect(facts?.tokens ?? []).toEqual([]);
	});
});

describe('checkEndpoint', () => {
	it.each([
		[{isOwnEndpoint: true, endpoint: new URL('https://events.voip.ovh.net/')}, 'good', "(OVHcloud's own)"],
		[{endpoint: new URL('https://other.example/x')}, 'good', 'https://other.example/x'],
		[{endpoint: new URL('http://127.0.0.1:8080/')}, 'good', 'http://127.0.0.1:8080/'],
		[{endpoint: new URL('http://other.example/')}, 'note', 'not encrypted'],
	])('%j', async (given, mark, text) => {
		const {findings} = await checkEndpoint(patientWith(given), factsWith());
		expect(findings).toMatchObject([{mark, text: expect.stringContaining(text)}]);
	});
});

describe('checkProxy', () => {
	const proxied = async (environment: Readonly<Record<string, string>>) =>
		checkProxy(patientWith({environment, endpoint: new URL('https://events.voip.ovh.net/')}), factsWith());

	it('shows where it is, and neither user nor password', async () => {
		const {findings, facts} = await proxied({HTTPS_PROXY: 'http://anne:geheim@proxy.example:3128'});
		expect(findings).toEqual([
			{
				mark: 'good',
				text: 'http://proxy.example:3128, from HTTPS_PROXY, with a user that is not shown',
				status: 0,
			},
		]);
		expect(facts?.proxy).toMatchObject({kind: 'used'});
	});

	it('says when there is none, or none for the service', async () => {
		expect(await proxied({})).toMatchObject({findings: [{mark: 'note', text: 'none'}]});
		const {findings} = await proxied({HTTPS_PROXY: 'http://proxy.example:3128', NO_PROXY: 'ovh.net'});
		expect(findings).toMatchObject([{mark: 'note', text: 'not used for events.voip.ovh.net: NO_PROXY says "ovh.net"'}]);
	});

	it('fails for an address that is none, which the board would not take', async () => {
		const {findings, facts} = await proxied({HTTPS_PROXY: 'ftp://anne:geheim@proxy.example'});
		expect(findings).toMatchObject([{mark: 'bad', status: 2}]);
		expect(JSON.stringify(findings)).not.toContain('geheim');
		expect(facts?.isWayOpen).toBe(false);
	});
});
