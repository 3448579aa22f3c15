import {afterEach, describe, expect, it} from 'vitest';
import {type EventService, serveEvents, serveStatus} from '../helpers/event-service.js';
import {beginningAt, flow} from '../helpers/flows.js';
import {ending, firstLines, start, token} from '../helpers/program.js';

const services: EventService[] = [];

afterEach(async () => {
	await Promise.all(services.splice(0).map(service => service.close()));
});

const tail = (service: EventService, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) => {
	services.push(service);
	return start(['tail', '--endpoint', service.url, ...args], {env: {OVH_CTI_TOKEN: token, ...env}});
};

/** 2026-03-05 10:15:00 in Paris, as in the flows themselves. */
const startSeconds = 1_772_702_100;

type Line = Readonly<Record<string, unknown>>;

describe('tail', () => {
	it('says in plain words what happens, with the time and whom it is about', async () => {
		const child = tail(await serveEvents(flow('q3')));
		const lines = await firstLines(child, 5);
		child.kill('SIGINT');
		expect((await ending(child)).status).toBe(130);
		expect(lines.slice(0, 2).every(line => /^\d\d:\d\d:\d\d {2}OVH CTI /.test(line))).toBe(true);
		expect(lines[2]).toMatch(/^10:15:00 {2}Support {9} {2}06 39 98 00 01 /);
		expect(lines[4]).toMatch(/^10:15:\d\d {2}Support /);
	});

	it('speaks French', async () => {
		const child = tail(await serveEvents(flow('q3')), ['--lang', 'fr']);
		expect((await firstLines(child, 3))[1]).toContain('connecté');
		child.kill('SIGINT');
	});

	it('leaves registrations out of the plain words, not out of the JSON', async () => {
		const events = [...flow('l4'), ...flow('l2', 1)];
		const plain = tail(await serveEvents(events));
		expect((await firstLines(plain, 3))[2]).toContain('06 39 98 00 01');
		plain.kill('SIGINT');
		const json = tail(await serveEvents(events), ['--json']);
		expect(JSON.parse((await firstLines(json, 3))[2] ?? '')).toMatchObject({type: 'line-registered'});
		json.kill('SIGINT');
	});

	it('writes JSON as the contract has it', async () => {
		const child = tail(await serveEvents(flow('l1')), ['--json']);
		const lines = (await firstLines(child, 6)).map(line => JSON.parse(line) as Line);
		child.kill('SIGINT');
		expect(lines.map(({type}) => type)).toEqual([
			'feed-connecting',
			'feed-live',
			'ringing-started',
			'talk-started',
			'ringing-ended',
			'talk-ended',
		]);
		for (const line of lines) {
			expect(Object.keys(line).slice(0, 4)).toEqual(['schema', 'at', 'site', 'type']);
			expect(line).toMatchObject({schema: 1, site: 'default'});
			expect(line.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
		}
		expect(lines[2]).toEqual({
			schema: 1,
			at: '2026-03-05T09:15:01.230Z',
			site: 'default',
			type: 'ringing-started',
			service: 'line',
			number: '0033199000101',
			label: 'Alice',
			numberType: 'sipCirpack',
			simultaneousLines: 2,
			latencyMs: 25,
			callId: '08011-GZ-3e8c8263-5792009f2_sip.ovh.fr',
			direction: 'incoming',
			from: '0033639980001',
			to: '0033199000101',
			dialed: '0033199000101',
		});
	});

	it('names the site, and tells of a feed only what is new', async () => {
		const child = tail(await serveStatus(403), ['--json'], {OVH_CTI_TOKEN: `Lyon=${token}`});
		const lines = (await firstLines(child, 2)).map(line => JSON.parse(line) as Line);
		child.kill('SIGINT');
		expect(lines).toMatchObject([
			{site: 'Lyon', type: 'feed-connecting', transport: 'v1'},
			{site: 'Lyon', type: 'feed-refused', retryAt: expect.stringMatching(/Z$/)},
		]);
	});

	it('goes on when the service fails, and never writes the token', async () => {
		const child = tail(await serveStatus(500));
		const lines = await firstLines(child, 2);
		child.kill('SIGINT');
		const {status, stdout, stderr} = await ending(child);
		expect(lines[1]).toContain('500');
		expect(status).toBe(130);
		expect(`${lines.join('')}${stdout}${stderr}`).not.toContain('1738D072');
	});

	it('writes no byte of a hostile name that a terminal would obey', async () => {
		const hostile = '\\u001b]0;x\\u0007\\u001b[2J\\u009b31m\\u202e\\r\\nend';
		const events = flow('q1', 4).map(event =>
			event
				.replaceAll('"Description":"Support"', `"Description":"${hostile}"`)
				.replaceAll('"Calling":"0033639980001"', `"Calling":"${hostile}"`)
				.replaceAll('"Event":"members-count"', `"Event":"${hostile}"`),
		);
		for (const args of [[], ['--json']]) {
			const child = tail(await serveEvents(events), args);
			const lines = await firstLines(child, 5);
			child.kill('SIGINT');
			expect(lines.join('\n')).toContain(']0;x[2J');
			expect(lines.join('')).not.toMatch(/\p{Cc}|\p{Cf}/u);
		}
	});

	it('ends quietly when nobody reads any more', async () => {
		const service = await serveEvents(beginningAt([...flow('q1')], startSeconds));
		const child = tail(service);
		await firstLines(child, 1);
		const closed = new Promise<number | null>(resolve => child.once('close', resolve));
		child.stdout.destroy();
		await service.close();
		expect(await closed).toBe(0);
	});
});
