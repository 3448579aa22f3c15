import {describe, expect, it} from 'vitest';
import {parseArguments} from '../source/arguments.js';
import {OptionsError} from '../source/errors.js';
import {type Options, resolveOptions} from '../source/options.js';
import type {SettingName} from '../source/settings.js';

type Given = {
	readonly environment?: Readonly<Record<string, string>>;
	readonly settings?: Readonly<Partial<Record<SettingName, string>>>;
};

const optionsOf = async (line: string, {environment = {}, settings = {}}: Given = {}): Promise<Options> =>
	resolveOptions({
		arguments: await parseArguments(line.split(' ').filter(word => word !== '')),
		environment: {LANG: 'en_GB.UTF-8', ...environment},
		settings: {
			path: '/etc/config.json',
			values: new Map(Object.entries(settings) as [SettingName, string][]),
			warnings: [],
		},
		platform: 'linux',
	});

const refusalOf = async (line: string, given?: Given): Promise<string> => {
	const error = await optionsOf(line, given).catch((thrown: unknown) => thrown);
	expect(error).toBeInstanceOf(OptionsError);
	return (error as OptionsError).message;
};

describe('parseArguments', () => {
	it.each([
		['', 'board', 'run'],
		['demo', 'demo', 'run'],
		['--ascii demo', 'demo', 'run'],
		['tail --json', 'tail', 'run'],
		['--help', 'board', 'help'],
		['-h', 'board', 'help'],
		['tail --help', 'tail', 'help'],
		['--help tail', 'tail', 'help'],
		['--version', 'board', 'version'],
	])('reads “%s” as %s, %s', async (line, command, wants) => {
		expect(await parseArguments(line.split(' ').filter(word => word !== ''))).toMatchObject({command, wants});
	});

	it('takes a dash, a negative number and a text with = for values', async () => {
		const {given} = await parseArguments(['snapshot', '--token-file', '-', '--for', '-5', '--endpoint=http://a/?b=c']);
		expect(Object.fromEntries(given)).toEqual({tokenFile: ['-'], for: ['-5'], endpoint: ['http://a/?b=c']});
	});

	it('keeps the words of a value that holds blanks', async () => {
		const {given} = await parseArguments(['--filter', 'salle de réunion']);
		expect(given.get('filter')).toEqual(['salle de réunion']);
	});
});

describe('resolveOptions', () => {
	it('has defaults for a board on a common terminal', async () => {
		expect(await optionsOf('')).toEqual({
			endpoint: undefined,
			transport: 'auto',
			operands: [],
			tokenFile: undefined,
			language: 'en',
			color: true,
			ascii: false,
			theme: 'dark',
			view: 'overview',
			filter: '',
			contacts: undefined,
			labels: new Map(),
			onlyActive: false,
			resetAt: 0,
			tz: undefined,
			quietAfterMs: 120_000,
			patience: {conversation: 4 * 3_600_000, waiting: 3_600_000},
			rule: {formula: 'F6', thresholdSeconds: 20, target: 0.8, shortAbandonSeconds: 5},
			exportTo: '.',
			registered: false,
			cache: true,
			history: true,
			historyDays: 400,
			json: false,
			from: undefined,
			period: {from: undefined, to: undefined},
			pop: {
				template: undefined,
				mode: 'popup',
				events: ['ringing-started', 'caller-joined'],
				direction: 'incoming',
				only: [],
				method: 'get',
				timeoutMs: 10_000,
				command: undefined,
			},
			queue: undefined,
			by: 'call',
			format: 'table',
			anonymise: false,
			maxBytes: 100_000_000,
			keep: 10,
			listenSeconds: 5,
			seed: undefined,
			speed: 1,
			lines: undefined,
			queues: undefined,
			port: 0,
			faults: [],
		});
	});

	it.each([
		['--endpoint http://localhost:8080/', {endpoint: new URL('http://localhost:8080/')}],
		['--token-file /run/token', {tokenFile: '/run/token'}],
		['--lang fr', {language: 'fr'}],
		['--no-color', {color: false}],
		['--ascii', {ascii: true}],
		['--theme LIGHT', {theme: 'light'}],
		['--view log', {view: 'log'}],
		['--filter !support', {filter: '!support'}],
		['--contacts people.csv', {contacts: 'people.csv'}],
		[
			'--pop-url http://crm.example?n=*CALLING* --pop-mode silencieux --pop-method post --pop-timeout 2.5',
			{
				pop: {
					template: 'http://crm.example?n=*CALLING*',
					mode: 'silent',
					events: ['ringing-started', 'caller-joined'],
					direction: 'incoming',
					only: [],
					method: 'post',
					timeoutMs: 2500,
					command: undefined,
				},
			},
		],
		[
			'demo --pop-events start_ringing --pop-direction all --pop-only Support,3105',
			{
				pop: {
					template: undefined,
					mode: 'popup',
					events: ['ringing-started'],
					direction: 'all',
					only: ['Support', '3105'],
					method: 'get',
					timeoutMs: 10_000,
					command: undefined,
				},
			},
		],
		[
			'tail --labels 3105=Bob,0612345678=Eva',
			{
				labels: new Map([
					['3105', 'Bob'],
					['0033612345678', 'Eva'],
				]),
			},
		],
		['--only-active', {onlyActive: true}],
		['tail --json', {json: true}],
		['snapshot --for 0.5', {listenSeconds: 0.5}],
		['demo --seed 0 --speed .5', {seed: 0, speed: 0.5}],
		['simulate --port 0 --lines 40 --queues 0', {port: 0, lines: 40, queues: 0}],
		[
			'demo --fault html --fault lose:0.25',
			{
				faults: [
					{kind: 'html', rate: 1},
					{kind: 'lose', rate: 0.25},
				],
			},
		],
		['--reset-at 06:30 --tz Asia/Kolkata', {resetAt: 390, tz: 'Asia/Calcutta'}],
		['--reset-at NEVER', {resetAt: 'never'}],
		['--transport websocket --quiet-after 0.5', {transport: 'websocket', quietAfterMs: 30_000}],
		['--expire-calls 2 --expire-waiting 0.25', {patience: {conversation: 7_200_000, waiting: 900_000}}],
		['--no-cache', {cache: false}],
		['--no-history --history-days 30', {history: false, historyDays: 30}],
		['replay day.ndjson --from 9:30', {from: 570}],
		[
			'report --from yesterday --to 2026-11-21T09:30 --queue Support --by queue --format CSV',
			{
				from: undefined,
				period: {
					from: {day: 'yesterday', minutes: null},
					to: {day: {year: 2026, month: 11, date: 21}, minutes: 570},
				},
				queue: 'Support',
				by: 'queue',
				format: 'csv',
			},
		],
		[
			'record day.ndjson --anonymise --max-size 1.5 --keep 3',
			{operands: ['day.ndjson'], anonymise: true, maxBytes: 1_500_000, keep: 3},
		],
		['replay day.ndjson --from 9:05 --speed 0', {operands: ['day.ndjson'], from: 545, speed: 0}],
		['config set lang fr', {operands: ['set', 'lang', 'fr']}],
		['doctor', {listenSeconds: 10}],
	])('reads %s', async (line, expected) => {
		expect(await optionsOf(line)).toMatchObject(expected);
	});

	it.each([
		['--foo', 'unknown flag "--foo"'],
		['-x', 'unknown flag "-x"'],
		['boards', 'unknown command "boards"'],
		['board', 'unknown command "board"'],
		['tail tail', 'unexpected argument "tail"'],
		['record', 'record needs FILE: expected ovh-cti-board record FILE'],
		['replay one two', 'unexpected argument "two" after replay FILE'],
		['config', 'config needs ACTION'],
		['--reset-at 24:00', '--reset-at: expected a time of day such as 00:00, or never, got "24:00"'],
		['--tz Paris', '--tz: expected a time zone such as Europe/Paris, got "Paris"'],
		['--quiet-after 0', '--quiet-after: expected a number of minutes'],
		['--transport v3', '--transport: expected auto, v1, v2 or websocket, got "v3"'],
		['replay day.ndjson --speed 1001', '--speed: expected a number from 0 to 1000'],
		['--lang', '--lang needs a value: expected en or fr'],
		['--lang=', '--lang needs a value'],
		['--lang --ascii', '--lang needs a value'],
		['--lang de', '--lang: expected en or fr, got "de"'],
		['--no-lang', '--lang: expected en or fr, got "no"'],
		['--lang.x fr', 'unknown flag'],
		['--lang en --lang fr', '--lang is given 2 times'],
		['--endpoint ftp://host/', '--endpoint: expected an address that begins with http:// or https://'],
		['--endpoint nonsense', '--endpoint: expected'],
		['--endpoint http://host/?token=1', '--endpoint: expected'],
		['--endpoint http://user:secret@host/', '--endpoint: expected'],
		['--theme blue', '--theme: expected dark, light or mono, got "blue"'],
		['--view agenda', '--view: expected overview, queues, calls, agents, log, statistics or lost, got "agenda"'],
		[
			'--pop-url ftp://crm.example/',
			'--pop-url: expected an http:// or https:// address, with variables such as {caller} or *CALLING* after its host only, got "ftp://crm.example/"',
		],
		[
			'--pop-events registered',
			'--pop-events: expected events with commas between: ringing-started, ringing-ended, talk-started, talk-ended, hold-started, hold-ended, caller-joined, agent-offered, agent-failed, bridge-started, bridge-ended or caller-left, got "registered"',
		],
		['--contacts -', '--contacts: expected the path of a CSV or vCard file, got "-"'],
		['--labels Bob', '--labels: expected NUMBER=NAME, several with commas between, each number once, got "Bob"'],
		['snapshot --contacts people.csv', '--contacts does not go with snapshot'],
		['--only-active=maybe', '--only-active takes no value; its opposite is --no-only-active'],
		['--no-color=1', 'unknown flag "--no-color"'],
		['snapshot --for 0', '--for: expected a number of seconds'],
		['snapshot --for -5', '--for: expected a number of seconds'],
		['snapshot --for 1e3', '--for: expected a number of seconds'],
		['demo --seed 1.5', '--seed: expected a whole number from 0'],
		['demo --speed 0', '--speed: expected a number from 0 to 1000; 0, as fast as possible, with replay only'],
		['demo --lines 1', '--lines: expected a whole number from 2'],
		['replay day.ndjson --from yesterday', '--from: expected a time of day such as 09:30, got "yesterday"'],
		['report --from 25:00', '--from: expected a day such as 2026-11-21, a day and a time'],
		['--history-days 0', '--history-days: expected a whole number from 1 to 36500, got "0"'],
		['simulate --port 65536', '--port: expected a whole number from 0 to 65535'],
		['demo --fault fire', '--fault: expected KIND or KIND:RATE'],
		['demo --fault html:2', '--fault: expected KIND or KIND:RATE'],
		['tail --seed 1', '--seed does not go with tail, only with demo, simulate'],
		['simulate --endpoint http://host/', '--endpoint does not go with simulate'],
		['--__proto__ 1', 'unknown flag'],
	])('refuses “%s”', async (line, expected) => {
		const message = await refusalOf(line);
		expect(message).toContain(expected);
		expect(message).not.toContain('\n');
	});

	it('prefers the flag to the environment, the environment to the settings', async () => {
		const settings = {theme: 'light', filter: 'settings', onlyActive: 'yes'} as const;
		const environment = {OVH_CTI_THEME: 'mono', OVH_CTI_ONLY_ACTIVE: 'no'};
		const options = await optionsOf('--theme dark', {environment, settings});
		expect(options).toMatchObject({theme: 'dark', onlyActive: false, filter: 'settings'});
		expect(await optionsOf('', {environment, settings})).toMatchObject({theme: 'mono'});
	});

	it('takes an empty variable for none', async () => {
		expect(await optionsOf('', {environment: {OVH_CTI_THEME: ''}, settings: {theme: 'light'}})).toMatchObject({
			theme: 'light',
		});
	});

	it('names the variable, or the setting and its file, that has a bad value', async () => {
		expect(await refusalOf('', {environment: {OVH_CTI_ONLY_ACTIVE: 'maybe'}})).toBe(
			'OVH_CTI_ONLY_ACTIVE: expected yes or no, got "maybe"',
		);
		expect(await refusalOf('', {settings: {theme: 'blue'}})).toBe(
			'theme in /etc/config.json: expected dark, light or mono, got "blue"',
		);
	});

	it('leaves variables alone that the command has no use for', async () => {
		expect(await optionsOf('tail', {environment: {OVH_CTI_THEME: 'blue'}})).toMatchObject({theme: 'dark'});
	});

	it.each([
		[{LANG: 'fr_FR.UTF-8'}, 'fr'],
		[{LANG: 'en_GB.UTF-8', LC_MESSAGES: 'fr_CA.UTF-8'}, 'fr'],
		[{LC_ALL: 'C', LC_MESSAGES: 'fr_FR.UTF-8', LANG: 'fr_FR.UTF-8'}, 'en'],
		[{LANG: 'de_DE.UTF-8'}, 'en'],
		[{LANG: 'en_GB.UTF-8', OVH_CTI_LANG: 'fr'}, 'fr'],
	])('finds in %o the language %s', async (environment, language) => {
		expect(await optionsOf('', {environment})).toMatchObject({language});
	});

	it.each([
		[{NO_COLOR: '1'}, '', false],
		[{NO_COLOR: ''}, '', true],
		[{TERM: 'dumb'}, '', false],
		[{TERM: 'dumb', FORCE_COLOR: '1'}, '', true],
		[{NO_COLOR: '1', FORCE_COLOR: '1'}, '', true],
		[{FORCE_COLOR: '0'}, '', false],
		[{NO_COLOR: '1'}, '--color', true],
		[{FORCE_COLOR: '1'}, '--no-color', false],
	])('decides with %o and “%s” on colour: %s', async (environment, line, color) => {
		expect(await optionsOf(line, {environment})).toMatchObject({color});
	});

	it.each([
		[{LANG: 'en_GB.UTF-8'}, '', false],
		[{LANG: 'fr_FR.utf8'}, '', false],
		[{LANG: 'fr_FR'}, '', true],
		[{LANG: 'C'}, '', true],
		[{LANG: 'C', LC_CTYPE: 'C.UTF-8'}, '', false],
		[{LANG: 'en_GB.UTF-8', TERM: 'linux'}, '', true],
		[{LANG: 'C'}, '--no-ascii', false],
	])('decides with %o and “%s” on ASCII: %s', async (environment, line, ascii) => {
		expect(await optionsOf(line, {environment})).toMatchObject({ascii});
	});

	it.each([
		['--token 1738D072-64A1-4E2B-9C3D-0123456789AB'],
		['--token=1738D072-64A1-4E2B-9C3D-0123456789AB'],
		['tail -token 1738d072-64a1-4e2b-9c3d-0123456789ab'],
		['1738D072-64A1-4E2B-9C3D-0123456789AB'],
		['tail 1738D072-64A1-4E2B-9C3D-0123456789AB'],
		['--1738D072-64A1-4E2B-9C3D-0123456789AB'],
		['--lang 1738D072-64A1-4E2B-9C3D-0123456789AB'],
		['--lang xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx,1738D072-64A1-4E2B-9C3D-0123456789AB'],
		['--endpoint https://host/?token=1738D072-64A1-4E2B-9C3D-0123456789AB'],
	])('does not repeat the token in “%s”', async line => {
		const message = await refusalOf(line);
		for (const part of ['1738D072', '64A1', '4E2B', '9C3D', '0123456789AB']) {
			expect(message.toUpperCase()).not.toContain(part);
		}
	});

	it('says why there is no --token, and what to do', async () => {
		const message = await refusalOf('--token x');
		for (const words of ['every user of this machine', 'history', 'OVH_CTI_TOKEN', '--token-file']) {
			expect(message).toContain(words);
		}
	});
});
