import {describe, expect, it} from 'vitest';
import type {ServiceOptions} from '../../source/simulator/service-options.js';
import {eventsOf, isHolding, openSession, pollV2, post, serve, subscribe, wireEvent} from './serving.js';

const instant = /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{0,8}[1-9])?\+0[12]:00$/;

const copies = async (response: Response | Promise<Response>) =>
	(await eventsOf(response)).map(({event, token}) => `${event}${token}`).join(' ');

const serveTokens = (options: ServiceOptions = {}) => serve({tokens: ['A', 'B'], ...options});

describe('POST /v2/session', () => {
	it('answers a session object', async () => {
		const response = await post(await serve(), '/v2/session');
		expect(response.status).toBe(200);
		expect(await response.json()).toEqual({
			id: expect.stringMatching(/^[A-Za-z0-9]{12}$/),
			creation: expect.stringMatching(instant),
			lastUpdate: expect.stringMatching(instant),
			lastConnection: expect.stringMatching(instant),
		});
	});
});

describe('POST /v2/session/{id}/subscribe/{token}', () => {
	it('says so in plain text, and may be repeated', async () => {
		const service = await serveTokens({tokensPerSession: 1});
		const session = await openSession(service);
		for (const response of [await subscribe(service, session, 'A'), await subscribe(service, session, 'A')]) {
			expect(response.status).toBe(200);
			expect(response.headers.get('content-type')).toContain('text/plain');
			expect(await response.text()).toBe('Successfully subscribed on token A');
		}
	});

	it.each([401, 403, 404] as const)('refuses an unknown token with status %i when wanted', async refusal => {
		const service = await serveTokens({refusal});
		const response = await subscribe(service, await openSession(service), 'WRONG');
		expect(response.status).toBe(refusal);
		expect(await response.text()).toMatch(/^Token .*\n$/);
	});

	it('takes an unknown token when refusal is silent, and nothing ever comes of it', async () => {
		const service = await serveTokens({refusal: 'silent', holdMs: 10});
		const session = await openSession(service);
		expect((await subscribe(service, session, 'WRONG')).status).toBe(200);
		service.publish([wireEvent('a')]);
		expect(await (await pollV2(service, session)).text()).toBe('Timeout, please reconnect');
	});

	it('knows no session that is none', async () => {
		const service = await serveTokens();
		const response = await subscribe(service, 'unknown', 'A');
		expect(response.status).toBe(404);
		expect(await response.text()).toBe('Session not found\n');
	});

	it('takes no more tokens than a session can have', async () => {
		const service = await serveTokens({tokensPerSession: 1, holdMs: 10});
		const session = await openSession(service, 'A');
		expect((await subscribe(service, session, 'B')).status).toBe(400);
		service.publish([wireEvent('a')]);
		expect(await copies(pollV2(service, session))).toBe('aA');
	});
});

describe('GET /v2/session/{id}/events/poll', () => {
	it('answers a list of events in the form of v2', async () => {
		const service = await serveTokens();
		const session = await openSession(service, 'A');
		service.publishTexts([
			'{"Event":"a","Token":"","Timestamp":1772702101410000123,"Data":{"CallId":"c","TsGet":1772702101385000412},"Details":{"Id":"1"}}',
		]);
		expect(await (await pollV2(service, session)).text()).toBe(
			'[{"event":"a","token":"A","timestamp":1772702101410000123,"data":{"CallId":"c","TsGet":1772702101385000412},"details":{"Id":"1"}}]',
		);
	});

	it('answers one that is held when an event comes', async () => {
		const service = await serveTokens({holdMs: 60_000});
		const session = await openSession(service, 'A');
		const held = pollV2(service, session);
		await isHolding(service);
		service.publish([wireEvent('a')]);
		expect(await copies(held)).toBe('aA');
	});

	it('delivers an event once for each token, or for the one it is meant for', async () => {
		const service = await serveTokens();
		const session = await openSession(service, 'A', 'B');
		service.publish([wireEvent('a')]);
		service.publish([wireEvent('b')], {token: 'B'});
		expect(await copies(pollV2(service, session))).toBe('aA aB bB');
	});

	it('loses no event between two polls, and delivers long backlogs in several', async () => {
		const service = await serveTokens({maxBatch: 2});
		const session = await openSession(service, 'A');
		service.publish(['a', 'b', 'c'].map(wireEvent));
		expect(await copies(pollV2(service, session))).toBe('aA bA');
		expect(await copies(pollV2(service, session))).toBe('cA');
	});

	it('goes on holding when events are for others', async () => {
		const service = await serveTokens({holdMs: 60_000});
		const session = await openSession(service, 'A');
		const held = pollV2(service, session);
		await isHolding(service);
		service.publish([wireEvent('a')], {token: 'B'});
		service.publish([wireEvent('b')], {token: 'A'});
		expect(await copies(held)).toBe('bA');
	});

	it('welcomes a new client with what is still there, and no other', async () => {
		const service = await serveTokens({welcome: 'recent', holdMs: 10});
		service.publish([wireEvent('a')]);
		expect(await copies(pollV2(service, await openSession(service, 'A')))).toBe('aA');
		expect(await copies(pollV2(service, await openSession(service, 'A')))).toBe('aA');
		service.forgetSessions();
		const again = await openSession(service, 'A');
		service.publish([wireEvent('b')]);
		expect(await copies(pollV2(service, again))).toBe('bA');
	});

	it.each([
		['timeout-text', 'Timeout, please reconnect'],
		['empty-list', '[]'],
		['null', 'null'],
		['empty-body', ''],
	] as const)('answers a poll that found nothing by %s', async (emptyPoll, body) => {
		const service = await serveTokens({emptyPoll, holdMs: 10});
		const session = await openSession(service, 'A');
		const response = await pollV2(service, session);
		expect(response.status).toBe(200);
		expect(await response.text()).toBe(body);
		service.publish([wireEvent('a')]);
		expect(await copies(pollV2(service, session))).toBe('aA');
	});

	it('ends the session with the poll when wanted', async () => {
		const service = await serveTokens({timeoutEndsSession: true, holdMs: 10});
		const session = await openSession(service, 'A');
		expect(await (await pollV2(service, session)).text()).toBe('Timeout, please reconnect');
		expect((await pollV2(service, session)).status).toBe(404);
	});

	it('knows no session that is none, or that nobody asked for in a long time', async () => {
		const clock = {time: 0};
		const service = await serveTokens({now: () => clock.time, sessionLifeMs: 1000});
		const session = await openSession(service, 'A');
		clock.time = 1001;
		for (const unknown of [session, 'unknown', '%E0%A4']) {
			const response = await pollV2(service, unknown);
			expect(response.status).toBe(404);
			expect(await response.text()).toBe('Session not found\n');
		}
	});

	it('is not for the sessions of v1, nor the other way round', async () => {
		const service = await serveTokens({holdMs: 10});
		const first = await fetch(`${service.url}/?token=A`);
		const {Session} = (await first.json()) as {readonly Session: string};
		expect((await pollV2(service, encodeURIComponent(Session))).status).toBe(404);
		const session = await openSession(service, 'A');
		const other = await fetch(`${service.url}/?token=A&session=${session}`);
		expect(await other.json()).not.toMatchObject({Session: session});
	});
});

describe('the routes of v2', () => {
	it.each([
		['GET', '/v2/session', 405],
		['POST', '/v2/session/x/events/poll', 405],
		['GET', '/v2/session/x/subscribe/y', 405],
		['POST', '/v2/session/', 404],
		['GET', '/v2/session/x/events', 404],
		['GET', '/v2/session/x/events/websocket', 426],
	])('answer %s %s with %i', async (method, path, status) => {
		const {url} = await serve();
		expect((await fetch(`${url}${path}`, {method})).status).toBe(status);
	});
});
