import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, it, onTestFinished} from 'vitest';
import type {WireEvent} from '../../source/providers/ovh/wire.js';
import {type Service, startService} from '../../source/simulator/server.js';
import {token} from '../helpers/program.js';
import {openTerminal, type Terminal} from '../helpers/pty.js';
import {answers, type PopServer, startPopServer} from '../screen-pop/pop-server.js';

const alice = '0033199000101';
const dupont = '0033639980001';

type Place = {readonly service: Service; readonly target: PopServer};

const serve = async (): Promise<Place> => {
	const [service, target] = await Promise.all([
		startService({tokens: [token], welcome: 'recent'}),
		startPopServer(answers.page),
	]);
	onTestFinished(async () => {
		await Promise.all([service.close(), target.close()]);
	});
	return {service, target};
};

const folder = (): string => {
	const directory = mkdtempSync(join(tmpdir(), 'ovh-cti-board-'));
	onTestFinished(() => rmSync(directory, {recursive: true, force: true}));
	return directory;
};

/** News of a call to Alice, now. */
const news = (event: 'start_ringing' | 'end_ringing', callId = 'one'): WireEvent => {
	const now = Date.now();
	return {
		Event: event,
		Token: token,
		Service: 'sip',
		Ressource: alice,
		Timestamp: now * 1_000_000,
		Data: {CallId: callId, Called: alice, Calling: dupont, Dialed: alice, Ts: String(now / 1000)},
		Details: {Description: 'Alice', SimultaneousLine: '2', Type: 'sipCirpack'},
	};
};

const watch = ({service}: Place, args: readonly string[], env: Readonly<Record<string, string>> = {}): Terminal => {
	const home = folder();
	const homes = {HOME: home, XDG_CONFIG_HOME: home, XDG_STATE_HOME: home};
	return openTerminal(['--endpoint', service.url, ...args], {env: {OVH_CTI_TOKEN: token, ...homes, ...env}});
};

const rings = async ({service}: Place, terminal: Terminal, live: string): Promise<void> => {
	await terminal.shows(live);
	service.publish([news('start_ringing')]);
};

const screenOf = ({emulator}: Terminal): string => emulator.lines().join('\n');

const languages = [
	{
		language: 'en',
		live: '● live',
		asked: 'was asked, status 200',
		read: 'was read, status 200',
		ran: 'screen pop: node has run',
		call: 'for 06 39 98 00 01',
		offered: '→ 06 39 98 00 01: http://127.0.0.1:',
		copied: "the address sent to the terminal's clipboard, if it takes that",
		off: 'nothing to open: say what by --pop-url',
	},
	{
		language: 'fr',
		live: '● en direct',
		asked: 'interrogé, statut 200',
		read: 'lu, statut 200',
		ran: 'remontée de fiche : node exécuté',
		call: 'pour 06 39 98 00 01',
		offered: '→ 06 39 98 00 01: http://127.0.0.1:',
		copied: "adresse : envoyé au presse-papiers du terminal, s'il le prend",
		off: 'rien à ouvrir : dites quoi par --pop-url',
	},
] as const;

describe.each(languages)('a screen pop in $language', words => {
	const {language, live} = words;
	const told = ['--lang', language] as const;

	it('asks the server quietly, and again on o', async () => {
		const place = await serve();
		const url = `${place.target.url}/call?n=*CALLING*&e=*EVENT*`;
		const terminal = watch(place, [...told, '--pop-url', url, '--pop-mode', 'silent']);
		await rings(place, terminal, live);
		await place.target.heard(1);
		expect(place.target.asked[0]?.url).toBe(`/call?n=${dupont}&e=start_ringing`);
		await terminal.shows(words.asked);
		terminal.press('jo');
		await place.target.heard(2);
		await terminal.until(() => (terminal.emulator.lines().at(-1) ?? '').includes(words.asked));
	});

	it('offers the address over SSH: as a link, to copy, until the call ends', async () => {
		const place = await serve();
		const url = `${place.target.url}/customers?n={caller}&key=secret-1`;
		const over = {SSH_CONNECTION: '192.0.2.1 50000 192.0.2.2 22', DISPLAY: ':0'};
		const terminal = watch(place, [...told, '--pop-url', url, '--pop-mode', 'popup'], over);
		await rings(place, terminal, live);
		await terminal.shows(words.offered);
		const address = url.replace('{caller}', dupont);
		const linked =
			terminal.emulator
				.links()
				.at(-2)
				?.filter(to => to !== '') ?? [];
		expect(linked).toEqual(Array(`${place.target.url}/customers`.length).fill(address));
		terminal.press('y');
		await terminal.shows(words.copied);
		expect(terminal.received()).toContain(`\u001B]52;c;${Buffer.from(address).toString('base64')}\u0007`);
		expect(screenOf(terminal)).not.toContain('secret-1');
		place.service.publish([news('end_ringing')]);
		await terminal.until(() => !screenOf(terminal).includes(words.offered));
		expect(terminal.emulator.links().flat().join('')).toBe('');
		expect(place.target.asked).toEqual([]);
	});

	it('shows the page until somebody puts it away, or the call ends', async () => {
		const place = await serve();
		const url = `${place.target.url}/customers?n={caller}`;
		const terminal = watch(place, [...told, '--pop-url', url, '--pop-mode', 'modal']);
		await rings(place, terminal, live);
		await terminal.shows('Dupont & fils');
		await terminal.shows('Client depuis 2019');
		await terminal.shows(words.call);
		terminal.press('q');
		await terminal.until(() => !screenOf(terminal).includes('Dupont'));
		// A quick target answers before the board has drawn the call.
		await terminal.shows('◐ Alice');
		terminal.press('jo');
		await terminal.shows('Dupont & fils');
		place.service.publish([news('end_ringing')]);
		await terminal.until(() => !screenOf(terminal).includes('Dupont'));
		terminal.press('q');
		expect(await terminal.ended).toMatchObject({exitCode: 0});
	});

	it('lets who is typing finish before the page comes', async () => {
		const place = await serve();
		const terminal = watch(place, [...told, '--pop-url', place.target.url, '--pop-mode', 'modal']);
		await terminal.shows(live);
		terminal.press('/');
		place.service.publish([news('start_ringing')]);
		await place.target.heard(1);
		await terminal.shows(words.read);
		terminal.press('06 39');
		await terminal.until(() => (terminal.emulator.lines().at(-1) ?? '').includes('06 39'));
		expect(screenOf(terminal)).not.toContain('Dupont');
		terminal.press('\r');
		await terminal.shows('Dupont & fils');
	});

	it('runs a program that is allowed', async () => {
		const place = await serve();
		const directory = folder();
		const [script, output] = [join(directory, 'pop.cjs'), join(directory, 'out.json')];
		writeFileSync(script, `require('fs').writeFileSync(${JSON.stringify(output)}, require('fs').readFileSync(0))`);
		const command = JSON.stringify([process.execPath, script]);
		const terminal = watch(place, [...told, '--pop-mode', 'exec', '--allow-exec', '--pop-command', command]);
		await rings(place, terminal, live);
		await terminal.shows(words.ran);
		expect(JSON.parse(readFileSync(output, 'utf8'))).toMatchObject({
			caller: dupont,
			event: 'ringing-started',
			label: 'Alice',
		});
	});

	it('says how to ask for one where there is none', async () => {
		const place = await serve();
		const terminal = watch(place, told);
		await rings(place, terminal, live);
		await terminal.shows('06 39 98 00 01');
		terminal.press('jo');
		await terminal.shows(words.off);
	});
});
