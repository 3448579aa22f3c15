import {describe, expect, it} from 'vitest';
import type {WireAnswer} from '../../source/providers/ovh/wire.js';
import {ending, firstLines, run, start} from '../helpers/program.js';

type Address = {readonly url: string; readonly token: string};

describe('simulate', () => {
	it('prints one line with its address and token, and serves both until it is told to end', async () => {
		const child = start(['simulate', '--seed', '3', '--speed', '50']);
		const ended = ending(child);
		const [line = ''] = await firstLines(child, 1);
		const {url, token, ...others} = JSON.parse(line) as Address;
		expect(others).toEqual({});
		expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
		const snapshot = await run(['snapshot', '--for', '2', '--endpoint', url], {env: {OVH_CTI_TOKEN: token}});
		expect(snapshot.status).toBe(0);
		expect(JSON.parse(snapshot.stdout).lines.length).toBeGreaterThan(10);
		child.kill('SIGTERM');
		expect(await ended).toEqual({status: 0, signal: null, stdout: `${line}\n`, stderr: ''});
	});

	it('makes the company as large as asked', async () => {
		const child = start(['simulate', '--lines', '2', '--queues', '0', '--speed', '200']);
		const [line = ''] = await firstLines(child, 1);
		const {url, token} = JSON.parse(line) as Address;
		const snapshot = await run(['snapshot', '--for', '2', '--endpoint', url], {env: {OVH_CTI_TOKEN: token}});
		child.kill('SIGINT');
		const {lines, queues} = JSON.parse(snapshot.stdout);
		expect(lines.length).toBeLessThanOrEqual(2);
		expect(queues).toEqual([]);
	});

	it('begins when it is told to, and makes the same day again', async () => {
		const begun = async () => {
			const child = start(['simulate', '--seed', '7', '--from', '2026-11-20T10:00']);
			const [line = ''] = await firstLines(child, 1);
			const {url, token} = JSON.parse(line) as Address;
			const answer = (await (await fetch(`${url}/?token=${token}`)).json()) as WireAnswer;
			child.kill('SIGTERM');
			return answer.Events.map(({Data, Event, Ressource}) => ({Data, Event, Ressource}));
		};
		const events = await begun();
		// What a new client gets begins ten minutes before; in Paris, which is an hour ahead.
		expect(Math.floor(Number(events[0]?.Data.Ts))).toBe(Date.UTC(2026, 10, 20, 8, 50) / 1000);
		expect(await begun()).toEqual(events);
	});

	it('ends with 130 on Ctrl-C', async () => {
		const child = start(['simulate']);
		const closed = new Promise(resolve => child.once('close', resolve));
		await firstLines(child, 1);
		child.kill('SIGINT');
		expect(await closed).toBe(130);
	});

	it('goes wrong as asked', async () => {
		const child = start(['simulate', '--fault', 'refuse-token']);
		const [line = ''] = await firstLines(child, 1);
		const {url, token} = JSON.parse(line) as Address;
		expect(await run(['snapshot', '--endpoint', url], {env: {OVH_CTI_TOKEN: token}})).toMatchObject({status: 3});
		child.kill('SIGINT');
	});

	it('names a port that is taken', async () => {
		const child = start(['simulate']);
		const [line = ''] = await firstLines(child, 1);
		const {port} = new URL((JSON.parse(line) as Address).url);
		const second = await run(['simulate', '--port', port]);
		expect(second).toMatchObject({status: 1, stdout: ''});
		expect(second.stderr).toMatch(new RegExp(`^ovh-cti-board: [^\\n]*EADDRINUSE[^\\n]*${port}\\n$`));
		child.kill('SIGINT');
	});
});
