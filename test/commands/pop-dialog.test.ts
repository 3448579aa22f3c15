import {chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it, onTestFinished} from 'vitest';
import {parseArguments} from '../../source/arguments.js';
import type {CommandContext} from '../../source/commands/command.js';
import {boardPopDialog, demoPopDialog, type PopDialog} from '../../source/commands/pop-dialog.js';
import {type Pops, startPops} from '../../source/commands/screen-pop.js';
import type {Session} from '../../source/commands/session.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {type Options, resolveOptions} from '../../source/options.js';
import {createStore} from '../../source/runtime/store.js';
import {readSettings, settingsPath} from '../../source/settings.js';
import type {PopTold, PopValues} from '../../source/ui/pop-form.js';
import {start} from '../helpers/builders.js';
import {answers, startPopServer} from '../screen-pop/pop-server.js';

let home: string;
let path: string;

beforeEach(async () => {
	home = await mkdtemp(join(tmpdir(), 'ovh-cti-board-pop-'));
	path = settingsPath({XDG_CONFIG_HOME: home}, 'linux');
});

afterEach(() => rm(home, {recursive: true, force: true}));

const write = async (text: string): Promise<void> => {
	await mkdir(dirname(path), {recursive: true});
	await writeFile(path, text);
};

const stored = async (): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));

type Opened = {
	readonly dialog: PopDialog;
	readonly options: () => Options;
	readonly pops: Pops;
	readonly events: readonly BoardEvent[];
	readonly values: (changes?: Partial<PopValues>) => PopValues;
	readonly save: (changes: Partial<PopValues>) => Promise<PopTold>;
	readonly attempt: (changes: Partial<PopValues>) => Promise<PopTold>;
};

/** The dialog of a board or demo that was started so. */
const open = async (argv: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Promise<Opened> => {
	const environment = {XDG_CONFIG_HOME: home, LANG: 'en_GB.UTF-8', ...env};
	const sources = {arguments: await parseArguments(argv), environment, platform: 'linux'} as const;
	const settings = await readSettings(environment, 'linux');
	let options = resolveOptions({...sources, settings});
	// Nothing else of it is looked at.
	const context = {...sources, settings, options} as unknown as CommandContext;
	const listeners: ((options: Options) => void | Promise<void>)[] = [];
	const session: Session = {
		source: () => {
			throw new Error('nobody asks for the source');
		},
		options: () => options,
		async change(next) {
			options = next.options ?? options;
			for (const listener of listeners) await listener(options);
		},
		onOptions: listener => listeners.push(listener),
	};
	const pops = startPops(options, {now: () => start});
	const events: BoardEvent[] = [];
	const store = createStore(task => task());
	pops.sink({...store, dispatch: batch => void events.push(...batch)});
	onTestFinished(pops.close);
	session.onOptions(pops.follow);
	const dialog = argv[0] === 'demo' ? demoPopDialog(context, pops) : boardPopDialog(context, {session, pops});
	const values = (changes: Partial<PopValues> = {}): PopValues => {
		const fields = dialog.popSettings.begin().fields.map(({name, text}) => [name, text]);
		return {...Object.fromEntries(fields), ...changes};
	};
	const {'pop.save': save, 'pop.try': attempt} = dialog.popEffects;
	if (!save || !attempt) throw new Error('a dialog tries and saves');
	return {
		dialog,
		options: () => options,
		pops,
		events,
		values,
		save: changes => save({type: 'pop.save', values: values(changes)}),
		attempt: changes => attempt({type: 'pop.try', values: values(changes)}),
	};
};

describe('saving', () => {
	it('writes what was changed and nothing else, for its owner alone, and takes it over', async () => {
		await write('{"lang":"fr","token":"kept","other":[1],"popMode":"modal"}');
		await chmod(path, 0o600);
		const {save, options, values} = await open();
		expect(await save({popUrl: 'http://127.0.0.1/{caller}?key=hush', popTimeout: '2.5', popMode: 'silent'})).toEqual({
			kind: 'done',
			text: `remontée de fiche enregistrée dans ${path}`,
		});
		expect(await stored()).toEqual({
			lang: 'fr',
			token: 'kept',
			other: [1],
			popMode: 'silent',
			popUrl: 'http://127.0.0.1/{caller}?key=hush',
			popTimeout: 2.5,
		});
		expect((await stat(path)).mode & 0o777).toBe(0o600);
		expect(options().pop).toMatchObject({
			template: 'http://127.0.0.1/{caller}?key=hush',
			mode: 'silent',
			timeoutMs: 2500,
		});
		expect(values().popTimeout).toBe('2.5');
	});

	it('makes the file where there is none, and takes a key out that is empty again', async () => {
		const {save} = await open();
		await save({popUrl: 'https://a.example/', popOnly: '3105, Support', popEvents: 'talk-started'});
		expect(await stored()).toEqual({popUrl: 'https://a.example/', popOnly: '3105, Support', popEvents: 'talk-started'});
		expect((await stat(path)).mode & 0o777).toBe(0o600);
		await save({popUrl: ''});
		expect(await stored()).toEqual({popOnly: '3105, Support', popEvents: 'talk-started'});
	});

	it.each(['{"lang": "fr",}', '[]', '{"theme": "pink"}'])('leaves a file in disorder as it is: %s', async text => {
		const {save, options} = await open();
		await write(text);
		const {kind, text: said} = await save({popUrl: 'https://a.example/'});
		expect([kind, said]).toEqual(['bad', expect.stringContaining(`Not saved: ${path}: `)]);
		expect(await readFile(path, 'utf8')).toBe(text);
		expect(await readdir(dirname(path))).toEqual(['config.json']);
		expect(options().pop.template).toBeUndefined();
	});

	it('says so where a folder cannot be written', async () => {
		const {save} = await open();
		await writeFile(join(home, 'ovh-cti-board'), 'a file where a folder should be');
		expect(await save({popUrl: 'https://a.example/'})).toEqual({
			kind: 'bad',
			text: expect.stringMatching(/^Not saved: .*config\.json: cannot be written/),
		});
	});

	it('touches no file when nothing was changed', async () => {
		const {save} = await open();
		expect((await save({})).text).toBe('screen pop: nothing was changed');
		await expect(stat(path)).rejects.toThrow('ENOENT');
	});

	it('says what overrules the file, and goes on by that', async () => {
		const {dialog, save, options} = await open(['--pop-url', 'https://flag.example/'], {OVH_CTI_POP_MODE: 'modal'});
		const overruled = dialog.popSettings.begin().fields.map(({overruledBy}) => overruledBy);
		expect(overruled).toEqual(['--pop-url', 'OVH_CTI_POP_MODE', null, null, null, null, null]);
		expect((await save({popUrl: 'https://file.example/'})).text).toBe(
			`screen pop saved in ${path}, but --pop-url overrules it in this run`,
		);
		expect(await stored()).toEqual({popUrl: 'https://file.example/'});
		expect(options().pop).toMatchObject({template: 'https://flag.example/', mode: 'modal'});
	});

	it("shows settings made for OVH's dashboard in our names, and does not write them anew", async () => {
		await write(
			'{"popUrl":"https://a.example/?n=*CALLING*&d=*DIALED*","popMode":"silencieux","popEvents":"start_ringing"}',
		);
		const {save, values} = await open();
		expect(values()).toMatchObject({
			popUrl: 'https://a.example/?n={caller}&d={dialled}',
			popMode: 'silent',
			popEvents: 'ringing-started',
		});
		await save({popDirection: 'all'});
		expect(await stored()).toEqual({
			popUrl: 'https://a.example/?n=*CALLING*&d=*DIALED*',
			popMode: 'silencieux',
			popEvents: 'start_ringing',
			popDirection: 'all',
		});
	});
});

describe('exec', () => {
	it('is refused until the settings file allows it and names a program', async () => {
		const {dialog} = await open();
		expect(dialog.popSettings.check('popMode', 'exec')).toMatch(/^exec is off/);
		const nameless = await open(['--allow-exec']);
		expect(nameless.dialog.popSettings.check('popMode', 'exec')).toMatch(/^exec has nothing to run/);
		await write('{"allowExec":true,"popCommand":"true --now"}');
		const allowed = await open();
		expect(allowed.dialog.popSettings.check('popMode', 'exec')).toBeUndefined();
		expect(allowed.dialog.popSettings.begin().program).toBe('true --now, allowed');
		expect((await allowed.save({popMode: 'exec'})).kind).toBe('done');
		expect(await stored()).toEqual({allowExec: true, popCommand: 'true --now', popMode: 'exec'});
	});

	it('is not saved where only a flag allows it: the next start would be refused', async () => {
		const {save, attempt} = await open(['--allow-exec', '--pop-command', 'true']);
		expect(await save({popMode: 'exec'})).toEqual({kind: 'bad', text: expect.stringMatching(/^Not saved: exec needs/)});
		await expect(stat(path)).rejects.toThrow('ENOENT');
		expect((await attempt({popMode: 'exec'})).text).toMatch(/^screen pop: true has run/);
	});

	it('hears of a file that allows it by now', async () => {
		const {dialog, save} = await open();
		await write('{"allowExec":true,"popCommand":"true"}');
		await save({popDirection: 'all'});
		expect(dialog.popSettings.check('popMode', 'exec')).toBeUndefined();
	});
});

describe('trying', () => {
	it('asks the server for a made-up call by what is in the fields, and saves nothing', async () => {
		const server = await startPopServer(answers.page);
		onTestFinished(server.close);
		const {attempt, events, options} = await open();
		const told = await attempt({popUrl: `${server.url}/crm?n={caller}&key=hush`, popMode: 'silent'});
		expect(told.kind).toBe('good');
		expect(told.text).toMatch(/^screen pop: http:\/\/127\.0\.0\.1:\d+\/crm was asked, status 200/);
		expect(server.asked.map(({url}) => url)).toEqual(['/crm?n=0033639980001&key=hush']);
		expect(events.map(({type}) => type)).toEqual(['pop-done']);
		expect(JSON.stringify(events)).not.toContain('hush');
		expect(options().pop.template).toBeUndefined();
		await expect(stat(path)).rejects.toThrow('ENOENT');
	});

	it('says why a dead server came to nothing, and that there is no address', async () => {
		const server = await startPopServer(answers.page);
		await server.close();
		const {attempt} = await open();
		const told = await attempt({popUrl: `${server.url}/`, popMode: 'silent'});
		expect(told).toEqual({kind: 'bad', text: expect.stringMatching(/not reached \(ECONNREFUSED\)$/)});
		expect(await attempt({popUrl: ''})).toEqual({kind: 'bad', text: 'Nothing to open: there is no address.'});
	});
});

describe('in the demo', () => {
	it('holds for this run, whatever flags say, and is not saved', async () => {
		const server = await startPopServer(answers.page);
		onTestFinished(server.close);
		const {dialog, save, values, pops} = await open(['demo', '--pop-url', 'https://flag.example/']);
		expect(dialog.popSettings.begin()).toMatchObject({
			isKept: false,
			fields: [{overruledBy: null}, {}, {}, {}, {}, {}, {}],
		});
		expect(await save({popUrl: `${server.url}/new`, popMode: 'silent'})).toEqual({
			kind: 'done',
			text: 'screen pop taken over for this run, nothing is saved',
		});
		expect(values().popUrl).toBe(`${server.url}/new`);
		await (await pops.screenPop())?.try();
		expect(server.asked.map(({url}) => url)).toEqual(['/new']);
		await expect(stat(path)).rejects.toThrow('ENOENT');
	});
});
