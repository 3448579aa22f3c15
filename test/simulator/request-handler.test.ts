import {describe, expect, it, vi} from 'vitest';
import type {FaultKind} from '../../source/simulator/faults.js';
import type {Service} from '../../source/simulator/server.js';
import {
	collect,
	eventsOf,
	names,
	openSession,
	poll,
	pollV2,
	post,
	request,
	serve,
	sessionOf,
	subscribe,
	wireEvent,
} from './serving.js';

const faulty = (kind: FaultKind, rate = 1) =>
	serve({faults: [{kind, rate}], welcome: 'recent', holdMs: 10, dripMs: 20});

const publishSome = (service: Service) => service.publish(['a', 'b', 'c'].map(wireEvent));

describe('a fault', () => {
	it.each([
		['http-400', 400],
		['http-404', 404],
		['http-429', 429],
		['http-500', 500],
		['http-502', 502],
		['http-503', 503],
	] as const)('%s answers with a page', async (kind, status) => {
		const response = await request(await faulty(kind));
		expect(response.status).toBe(status);
		expect(await response.text()).toContain('<html>');
	});

	it('http-429 says in seconds when to come back', async () => {
		const {headers} = await request(await faulty('http-429'));
		expect(headers.get('retry-after')).toBe('2');
	});

	it('http-503 says by turns in seconds and as a date when to come back', async () => {
		const service = await faulty('http-503');
		const asked = Date.now();
		const said = [];
		for (let turn = 0; turn < 3; turn++) said.push((await request(service)).headers.get('retry-after') ?? '');
		expect(said).toEqual(['2', expect.stringMatching(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/), '2']);
		expect(Date.parse(said[1] ?? '')).toBeGreaterThan(asked);
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
		expect(text).toContain('"Events":');
		expect(() => JSON.parse(text)).toThrow(SyntaxError);
	});

	it('huge answers more than 8 MiB that say nothing, and the events come again', async () => {
		const service = await faulty('huge');
		publishSome(service);
		const text = await (await request(service)).text();
		expect(text.length).toBeGreaterThan(8 * 1024 * 1024);
		expect(JSON.parse(text)).toBeNull();
	});

	it('null-answer says null', async () => {
		expect(await (await request(await faulty('null-answer'))).text()).toBe('null');
	});

	it('invalid-utf8 breaks a description', async () => {
		const service = await faulty('invalid-utf8');
		service.publish([{...wireEvent('a'), Details: {Description: 'Zoé'}}]);
		const bytes = Buffer.from(await (await request(service)).arrayBuffer());
		expect(() => new TextDecoder('utf-8', {fatal: true}).decode(bytes)).toThrow(TypeError);
		expect(names(JSON.parse(bytes.toString()))).toEqual(['a']);
	});

	it('socket-close cuts the answer when it has begun', async () => {
		const response = await request(await faulty('socket-close'));
		expect(response.status).toBe(200);
		await expect(response.text()).rejects.toThrow('terminated');
	});

	it('half-open hangs, and what it had comes again, once', async () => {
		const service = await faulty('half-open');
		const aborted = new AbortController();
		const hanging = request(service, undefined, {signal: aborted.signal});
		await vi.waitUntil(() => service.requests() === 1, {timeout: 10_000, interval: 1});
		service.setFaults([]);
		const session = await sessionOf(service);
		publishSome(service);
		expect(names(await poll(service, session))).toEqual(['a', 'b', 'c']);
		aborted.abort(new Error('gave up'));
		await expect(hanging).rejects.toThrow('gave up');
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
		const kinds: readonly FaultKind[] = [...badWays];
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

const badWays = [
	'http-500',
	'empty',
	'reset',
	'truncated',
	'malformed',
	'huge',
	'null-answer',
	'socket-close',
] as const;

describe('a fault in v2', () => {
	/** A session with three events, and then the fault. */
	const spoiled = async (kind: FaultKind) => {
		const service = await serve({holdMs: 10, dripMs: 1});
		const session = await openSession(service, service.token);
		publishSome(service);
		service.setFaults([{kind, rate: 1}]);
		return {service, session};
	};

	it.each(['http-400', 'http-404', 'http-429', 'http-500', 'http-502', 'http-503'] as const)(
		'%s strikes whatever is asked',
		async kind => {
			const {service, session} = await spoiled(kind);
			const responses = [
				await post(service, '/v2/session'),
				await subscribe(service, session, service.token),
				await pollV2(service, session),
			];
			for (const response of responses) expect(`http-${response.status}`).toBe(kind);
		},
	);

	it('refuse-token refuses where there is a token to refuse', async () => {
		const {service, session} = await spoiled('refuse-token');
		expect((await post(service, '/v2/session')).status).toBe(200);
		expect((await subscribe(service, session, service.token)).status).toBe(403);
		expect((await pollV2(service, session)).status).toBe(403);
	});

	it('session-loss forgets the session', async () => {
		const {service, session} = await spoiled('session-loss');
		expect((await pollV2(service, session)).status).toBe(404);
		service.setFaults([]);
		expect((await pollV2(service, session)).status).toBe(404);
	});

	it.each(badWays)('%s loses nothing', async kind => {
		const {service, session} = await spoiled(kind);
		const spoilt = pollV2(service, session).then(async response => eventsOf(response));
		await expect(spoilt.then(events => events?.length ?? Promise.reject(new Error('null')))).rejects.toThrow();
		service.setFaults([]);
		expect((await eventsOf(pollV2(service, session))).map(({event}) => event)).toEqual(['a', 'b', 'c']);
	});

	it.each([
		['drip', ['a', 'b', 'c']],
		['duplicate', ['a', 'a', 'b', 'b', 'c', 'c']],
		['lose', []],
	] as const)('%s strikes', async (kind, expected) => {
		const {service, session} = await spoiled(kind);
		expect((await eventsOf(pollV2(service, session))).map(({event}) => event)).toEqual(expected);
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
