import {afterEach, describe, expect, it} from 'vitest';
import {demo} from '../helpers/demo.js';
import {type EventService, serveEvents} from '../helpers/event-service.js';
import {flow} from '../helpers/flows.js';
import {firstLines, program, start, token} from '../helpers/program.js';
import {runInTerminal} from '../helpers/pseudo-terminal.js';

let service: EventService | undefined;

afterEach(() => service?.close());

const inTerminal = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
	runInTerminal([process.execPath, program, ...args], env);

describe('board', () => {
	it('draws what the service tells, and ends with 0 on q', async () => {
		service = await serveEvents(flow('l1', 1));
		const terminal = inTerminal(['--endpoint', service.url], {OVH_CTI_TOKEN: token});
		await terminal.shows(/Alice/);
		terminal.type('q');
		expect(await terminal.ended).toBe(0);
		expect(terminal.written()).not.toContain('1738D072');
	});

	it('ends with 130 on Ctrl-C', async () => {
		service = await serveEvents(flow('l1', 1));
		const terminal = inTerminal(['--endpoint', service.url], {OVH_CTI_TOKEN: token});
		await terminal.shows(/Alice/);
		terminal.type('\u0003');
		expect(await terminal.ended).toBe(130);
	});

	it('writes no colour when none is wanted', async () => {
		service = await serveEvents(flow('l1', 1));
		const terminal = inTerminal(['--endpoint', service.url], {OVH_CTI_TOKEN: token, NO_COLOR: '1'});
		await terminal.shows(/Alice/);
		terminal.type('q');
		await terminal.ended;
		expect(terminal.written()).not.toMatch(/\u001B\[[\d;]*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[\d;]*m/);
		expect(terminal.written()).not.toContain('Warning');
	});

	it('writes lines where there is no terminal, or one that cannot be drawn on', async () => {
		service = await serveEvents(flow('l1', 1));
		const child = start(['--endpoint', service.url], {env: {OVH_CTI_TOKEN: token}});
		expect((await firstLines(child, 3))[2]).toMatch(/^10:15:01 {2}Alice /);
		child.kill('SIGINT');
		const terminal = inTerminal(demo, {TERM: 'dumb'});
		await terminal.shows(/^\d\d:\d\d:\d\d {2}OVH CTI /m);
		terminal.type('\u0003');
		expect(await terminal.ended).toBe(130);
		expect(terminal.written()).not.toContain('\u001B[?1049h');
	});
});

describe('demo', () => {
	it('draws an invented call centre without token or network', async () => {
		const terminal = inTerminal([...demo, '--lang', 'fr', '--ascii']);
		await terminal.shows(/Accueil/);
		terminal.type('q');
		expect(await terminal.ended).toBe(0);
	});

	it('asks no proxy for itself', async () => {
		const child = start(demo, {env: {HTTP_PROXY: 'http://127.0.0.1:1/', http_proxy: 'http://127.0.0.1:1/'}});
		expect((await firstLines(child, 20)).join('\n')).not.toContain('127.0.0.1');
		child.kill('SIGINT');
	});

	it('runs in the time of the play', async () => {
		const child = start([...demo, '--speed', '1000']);
		const lines = await firstLines(child, 1000);
		child.kill('SIGINT');
		// Ten minutes are over when the play begins; at true speed no more than one would follow.
		expect(new Set(lines.map(line => line.slice(0, 5))).size).toBeGreaterThan(13);
	});
});
