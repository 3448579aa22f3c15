import {describe, expect, it} from 'vitest';
import type {FaultKind} from '../../source/simulator/faults.js';
import type {Service} from '../../source/simulator/server.js';
import {collect, names, poll, request, serve, sessionOf, wireEvent} from './serving.js';

const faulty = (kind: FaultKind, rate = 1) => serve({faults: [{kind, rate}], welcome: 'recent', holdMs: 10});

const publishSome = (service: Service) => service.publish(['a', 'b', 'c'].map(wireEvent));

describe('a fault', () => {
	it('http-500 answers with a page', async () => {
		const response = await request(await faulty('http-500'));
		expect(response.status).toBe(500);
		expect(await response.text()).toContain('<html>');
	});

	it('http-503 says when to come back', async () => {
		const {status, headers} = await request(await faulty('http-503'));
		expect(status).toBe(503);
		expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
	});

	it('html answers a page as if all were well', async () => {
		const response = await request(await faulty('html'));
		expect(response.status).toBe(200);
		expect(response.headers.get('content-type')).toBe('text/html');
		expect(await response.text()).toContain('<html>');
	});

	it('empty answers nothing', async () => {
		const response = await request(await faulty('empty'));
		expect(response.status).toBe(200);
		expect(await response.text()).toBe('');
	});

	it('reset cuts the connection', async () => {
		await expect(request(await faulty('reset'))).rejects.toThrow('fetch failed');
	});

	it('hang never answers, and does not keep the service from closing', async () => {
		const service = await faulty('hang');
		const aborted = new AbortController();
		const hanging = request(service, undefined, {signal: aborted.signal});
		await fetch(`${service.url}/elsewhere`);
		aborted.abort(new Error('gave up'));
		await expect(hanging).rejects.toThrow('gave up');
		const cut = expect(request(service)).rejects.toThrow('fetch failed');
		await fetch(`${service.url}/elsewhere`);
		await service.close();
		await cut;
	});

	it('refuse-token refuses the right token', async () => {
		expect((await request(await faulty('refuse-token'))).status).toBe(403);
	});

	it('session-loss forgets the session and what waited in it', async () => {
		const service = await faulty('session-loss');
		const session = await sessionOf(service);
		publishSome(service);
		const answer = await poll(service, session);
		expect(answer.Session).not.toBe(session);
		expect(answer.Events).toEqual([]);
	});

	it('truncated cuts the body, and the events come again', async () => {
		const service = await faulty('truncated');
		publishSome(service);
		const response = await request(service);
		expect(response.status).toBe(200);
		await expect(response.text()).rejects.toThrow('terminated');
	});

	it('malformed answers no JSON', async () => {
		const response = await request(await faulty('malformed'));
		const text = await response.text();
		expect(text).toContain('Events:');
		expect(() => JSON.parse(text)).toThrow(SyntaxError);
	});

	it('drip delivers everything, piece by piece', async () => {
		const service = await faulty('drip');
		publishSome(service);
		const {body} = await request(service);
		const pieces: Uint8Array[] = [];
		for await (const piece of body ?? []) pieces.push(piece);
		expect(pieces.length).toBeGreaterThan(1);
		expect(names(JSON.parse(Buffer.concat(pieces).toString()))).toEqual(['a', 'b', 'c']);
	});

	it('duplicate delivers events twice', async () => {
		const service = await faulty('duplicate');
		publishSome(service);
		expect(names(await poll(service))).toEqual(['a', 'a', 'b', 'b', 'c', 'c']);
	});

	it('lose delivers none', async () => {
		const service = await faulty('lose');
		publishSome(service);
		expect((await poll(service)).Events).toEqual([]);
	});

	it('reorder delivers the same events in another order', async () => {
		const service = await faulty('reorder');
		const sent = Array.from({length: 30}, (_, index) => `e${index}`);
		service.publish(sent.map(wireEvent));
		const received = names(await poll(service));
		expect(received).not.toEqual(sent);
		expect(received.toSorted()).toEqual(sent.toSorted());
	});

	it('one-bad-event stands among good ones', async () => {
		const service = await faulty('one-bad-event');
		publishSome(service);
		const {Events} = await poll(service);
		expect(Events).toHaveLength(4);
		expect(Events.filter(event => typeof event?.Event === 'string').map(event => event.Event)).toEqual(['a', 'b', 'c']);
	});

	it('wrong-types delivers events that are none', async () => {
		const service = await faulty('wrong-types');
		publishSome(service);
		const {Events} = await poll(service);
		expect(Events).toHaveLength(3);
		for (const event of Events) {
			const {Token, ...rest} = event;
			expect(Token).toBe(service.token);
			expect(['a', 'b', 'c'].map(wireEvent)).not.toContainEqual(rest);
		}
	});

	it('loses nothing for a client that keeps its session, as long as only the way is bad', async () => {
		const kinds: readonly FaultKind[] = ['http-500', 'empty', 'reset', 'truncated', 'malformed'];
		const faults = kinds.map(kind => ({kind, rate: 0.15}));
		const service = await serve({faults, seed: 5, holdMs: 10});
		const session = await retry(() => sessionOf(service));
		const sent = Array.from({length: 40}, (_, index) => `e${index}`);
		const received: string[] = [];
		for (const name of sent) {
			service.publish([wireEvent(name)]);
			received.push(...(await retry(() => collect(service, session, 1))));
		}
		expect(received).toEqual(sent);
	});

	it('does not welcome a client anew that gave its session up', async () => {
		const service = await serve({faults: [{kind: 'http-500', rate: 0.5}], seed: 2, welcome: 'recent', holdMs: 10});
		publishSome(service);
		const first = await retry(() => poll(service));
		expect(names(first)).toEqual(['a', 'b', 'c']);
		while ((await request(service, first.Session)).status === 200);
		expect(names(await retry(() => poll(service)))).toEqual([]);
	});
});

const retry = async <T>(attempt: () => Promise<T>): Promise<T> => {
	for (;;) {
		try {
			return await attempt();
		} catch {
			// The next attempt may have better luck.
		}
	}
};
