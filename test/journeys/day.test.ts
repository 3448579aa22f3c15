import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, it, onTestFinished} from 'vitest';
import {type Service, startService} from '../../source/simulator/server.js';
import type {ServiceOptions} from '../../source/simulator/service-options.js';
import {beginningAt, flow} from '../helpers/flows.js';
import {token} from '../helpers/program.js';
import {openTerminal, type Terminal} from '../helpers/pty.js';

const otherToken = '2738D072-64A1-4E2B-9C3D-0123456789AB';

const serve = async (options: ServiceOptions = {}): Promise<Service> => {
	const service = await startService({tokens: [token], welcome: 'from-now', ...options});
	onTestFinished(service.close);
	return service;
};

/** A machine of its own: what is kept there is there at the next start. */
const machine = (): Readonly<Record<string, string>> => {
	const home = mkdtempSync(join(tmpdir(), 'ovh-cti-board-'));
	onTestFinished(() => rmSync(home, {recursive: true, force: true}));
	return {HOME: home, XDG_CONFIG_HOME: home, XDG_STATE_HOME: home, OVH_CTI_TOKEN: token};
};

const watch = (service: Service, env: Readonly<Record<string, string>>, args: readonly string[] = []): Terminal =>
	openTerminal(['--endpoint', service.url, '--reset-at', 'never', ...args], {env});

const rowWith = ({emulator}: Terminal, text: string): string =>
	emulator.lines().find(line => line.includes(text)) ?? '';

const aMinuteAgo = (): number => Math.floor(Date.now() / 1000) - 60;

describe('the day', () => {
	it('goes on after a restart: counters stay, what went on is unknown until heard of', async () => {
		const service = await serve();
		const env = machine();
		const before = watch(service, env);
		await before.shows('live');
		const call = beginningAt(flow('l3'), aMinuteAgo() + 40);
		service.publishTexts([...beginningAt(flow('q1'), aMinuteAgo() - 20), ...call.slice(0, 4)]);
		await before.shows('answered 1');
		await before.shows('● Alice');
		process.kill(before.pid, 'SIGTERM');
		await before.ended;

		const after = watch(service, env);
		await after.shows('figures taken over');
		expect(rowWith(after, 'answered 1')).toContain('answered 1');
		await after.shows('· Alice');
		expect(rowWith(after, 'IN CALL')).toContain('IN CALL 0');
		await after.shows('live');
		service.publishTexts(call.slice(4));
		await after.shows('hung up');
		await after.shows('○ Alice');
	});

	it('is not kept when that is not wanted', async () => {
		const service = await serve();
		const env = machine();
		const before = watch(service, env, ['--no-cache']);
		await before.shows('live');
		service.publishTexts(beginningAt(flow('q1'), aMinuteAgo()));
		await before.shows('answered 1');
		before.press('q');
		await before.ended;
		const after = watch(service, env, ['--no-cache']);
		await after.shows('live');
		expect(rowWith(after, 'WAITING')).toContain('WAITING —');
	});
});

describe('a board that runs', () => {
	it('takes another token, tried first, and goes on with what it knows', async () => {
		const service = await serve();
		const terminal = watch(service, machine(), ['--transport', 'v2']);
		await terminal.shows('live');
		service.publishTexts(beginningAt(flow('q1'), aMinuteAgo()));
		await terminal.shows('answered 1');
		service.setTokens([otherToken]);
		await terminal.shows('token refused since');
		terminal.press(':token\r');
		await terminal.shows('Change the token');
		terminal.press(`${token}\r`);
		await terminal.shows('refuses this token');
		terminal.press(`\u0015${otherToken.toLowerCase()}\r`);
		await terminal.shows('● live');
		expect(rowWith(terminal, 'answered 1')).toContain('answered 1');
		expect(terminal.received()).not.toContain(otherToken.slice(0, 8));
	});

	it('takes over settings as they change, and says why not', async () => {
		const service = await serve();
		const env = machine();
		const settings = join(env.XDG_CONFIG_HOME ?? '', 'ovh-cti-board', 'config.json');
		const terminal = watch(service, env, ['--view', 'log']);
		await terminal.shows('live');
		mkdirSync(join(settings, '..'), {recursive: true});
		writeFileSync(settings, '{"lang": "fr"}');
		await terminal.shows('réglages repris');
		writeFileSync(settings, '{"lang": "xx"}');
		await terminal.shows('réglages non repris');
		expect(rowWith(terminal, 'non repris')).toContain(settings.slice(0, 20));
	});

	it.each(['v1', 'v2', 'websocket'])('hears a call on %s, and of a service that is back', async transport => {
		const service = await serve();
		const terminal = watch(service, machine(), ['--transport', transport]);
		await terminal.shows('live');
		service.publishTexts(beginningAt(flow('l1', 1), aMinuteAgo()));
		await terminal.shows('◐ Alice');
		await service.close();
		await terminal.shows('feed down since');
		const again = await serve({port: Number(new URL(service.url).port)});
		await terminal.until(() => again.heldPolls() > 0);
		again.publishTexts(beginningAt(flow('l1'), aMinuteAgo()).slice(1, 2));
		await terminal.shows('● Alice');
	});
});
