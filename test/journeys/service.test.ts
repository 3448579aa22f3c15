import {describe, expect, it, onTestFinished, vi} from 'vitest';
import type {WireEvent} from '../../source/providers/ovh/wire.js';
import {type Service, startService} from '../../source/simulator/server.js';
import type {ServiceOptions} from '../../source/simulator/service-options.js';
import {openTerminal, type Terminal} from '../helpers/pty.js';

const token = '1738D072-64A1-4E2B-9C3D-0123456789AB';
const alice = '0033199000101';

const serve = async (options: ServiceOptions = {}): Promise<Service> => {
	const service = await startService({tokens: [token], welcome: 'recent', ...options});
	onTestFinished(service.close);
	return service;
};

const watch = (service: Service, args: readonly string[] = []): Terminal =>
	openTerminal(['--endpoint', service.url, ...args], {env: {OVH_CTI_TOKEN: token}});

/** Someone rings at Alice's, now. */
const ringing = (callId: string, from: string): WireEvent => {
	const now = Date.now();
	return {
		Event: 'start_ringing',
		Token: token,
		Service: 'sip',
		Ressource: alice,
		Timestamp: now * 1_000_000,
		Data: {
			CallId: callId,
			Called: alice,
			Calling: from,
			Dialed: alice,
			Ts: String(Math.floor(now / 1000)),
		},
		Details: {Description: 'Alice', SimultaneousLine: '2', Type: 'sipCirpack'},
	};
};

const titleOf = ({emulator}: Terminal): string => emulator.lines()[0] ?? '';

/** How the words of a text look. */
const lookOf = ({emulator}: Terminal, words: string): string | undefined => {
	for (const row of emulator.cells()) {
		const at = row
			.map(({text}) => text)
			.join('')
			.indexOf(words);
		if (at >= 0) return row[at]?.look;
	}
	return undefined;
};

describe('the board on a service', () => {
	it('shows a call as it comes', async () => {
		const service = await serve();
		const terminal = watch(service);
		await terminal.shows('waiting for the first event…');
		service.publish([ringing('one', '0033612345678')]);
		await terminal.shows('◐ Alice');
		await terminal.shows('ringing, call from 06 12 34 56 78');
		expect(titleOf(terminal)).toContain('● live');
	});

	it('says that the feed is down when the service goes, dims what it shows, and comes back with it', async () => {
		const service = await serve();
		const port = Number(new URL(service.url).port);
		const terminal = watch(service);
		await terminal.shows('live');
		service.publish([ringing('one', '0033612345678')]);
		await terminal.shows('◐ Alice');
		const lively = lookOf(terminal, '◐');
		await service.close();
		await terminal.shows('× feed down since');
		expect(titleOf(terminal)).toMatch(/next try in \d+ s/);
		await terminal.until(() => lookOf(terminal, '◐') !== lively);
		expect(lookOf(terminal, '◐')).toBe(lookOf(terminal, '← 06 12'));
		expect(terminal.emulator.lines().join('\n')).toContain('◐ Alice');

		const again = await serve({port});
		await vi.waitUntil(() => again.heldPolls() > 0, {timeout: 15_000});
		again.publish([ringing('two', '0033698765432')]);
		await terminal.shows('ringing, call from 06 98 76 54 32');
		expect(titleOf(terminal)).toContain('● live');
		expect(lookOf(terminal, '◐')).toBe(lively);
	});

	it('says that the token is refused, and what to do', async () => {
		const service = await serve({tokens: ['00000000-0000-4000-8000-000000000000']});
		const terminal = watch(service, ['--lang', 'fr']);
		await terminal.shows('jeton refusé depuis');
		expect(titleOf(terminal)).toContain('vérifiez le jeton');
		terminal.press('q');
		expect(await terminal.ended).toMatchObject({exitCode: 0});
	});

	it('shows nothing of the token', async () => {
		const service = await serve({tokens: ['00000000-0000-4000-8000-000000000000']});
		const terminal = watch(service);
		await terminal.shows('token refused since');
		terminal.press('5');
		await terminal.until(() => !terminal.emulator.lines().join('\n').includes('Queues'));
		expect(terminal.received()).not.toContain(token);
	});

	it('starts with the view and the filter it is told to', async () => {
		const service = await serve();
		const terminal = watch(service, ['--view', 'log', '--filter', '06 12']);
		await terminal.shows('Log ─ all · following');
		await terminal.shows('live');
		service.publish([ringing('one', '0033612345678'), ringing('two', '0033698765432')]);
		await terminal.shows('06 12 34 56 78');
		expect(terminal.emulator.lines().join('\n')).not.toContain('06 98 76 54 32');
		expect(terminal.emulator.lines().at(-1)).toContain('Filter: 06 12');
	});
});
