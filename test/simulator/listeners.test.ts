import {describe, expect, it} from 'vitest';
import {hear, listen} from './listening.js';
import {
	eventsOf,
	isHolding,
	names,
	openSession,
	poll,
	pollV2,
	request,
	serve,
	sessionOf,
	wireEvent,
} from './serving.js';

const serveTokens = () => serve({tokens: ['A', 'B'], holdMs: 60_000});

/** One client of each kind, each with a token, all waiting. */
const waiting = async (token: string) => {
	const service = await serveTokens();
	const ours = {...service, token};
	const v1 = request(ours, await sessionOf(ours));
	const v2 = pollV2(service, await openSession(service, token));
	const socket = await listen(service, await openSession(service, token));
	await isHolding(service, 3);
	return {service, v1, v2, socket};
};

describe('a token that is revoked', () => {
	it('ends held polls with a refusal, and closes WebSockets', async () => {
		const {service, v1, v2, socket} = await waiting('A');
		service.setTokens(['B']);
		expect((await v1).status).toBe(403);
		expect((await v2).status).toBe(403);
		expect(await socket.closed).toBe(1008);
		expect(service.heldPolls()).toBe(0);
	});

	it('disturbs nobody else', async () => {
		const {service, v1, v2, socket} = await waiting('B');
		service.setTokens(['B']);
		service.publish([wireEvent('a')]);
		expect((await v1).status).toBe(200);
		expect(await eventsOf(v2)).toMatchObject([{event: 'a'}]);
		expect(await hear(socket, 1)).toEqual(['a']);
	});

	it('is refused from then on, with all sessions that have it, until it is good again', async () => {
		const service = await serveTokens();
		const session = await openSession(service, 'A', 'B');
		service.setTokens(['B']);
		expect((await pollV2(service, session)).status).toBe(403);
		expect((await request({...service, token: 'A'})).status).toBe(403);
		expect(await (await listen(service, session)).closed).toBe(1008);
		service.setTokens(['A', 'B']);
		service.publish([wireEvent('a')], {token: 'A'});
		expect(await eventsOf(pollV2(service, session))).toMatchObject([{event: 'a', token: 'A'}]);
	});

	it('goes silent where refusal is silent', async () => {
		const service = await serve({tokens: ['A'], refusal: 'silent'});
		const listener = await listen(service, await openSession(service, 'A'));
		service.setTokens([]);
		service.publish([wireEvent('a')]);
		await expect.poll(service.isDrained).toBe(true);
		service.setTokens(['A']);
		service.publish([wireEvent('b')]);
		expect(await hear(listener, 1)).toEqual(['b']);
	});
});

describe('when all sessions are forgotten', () => {
	it('whoever waits is told so', async () => {
		const {service, v1, v2, socket} = await waiting('A');
		service.forgetSessions();
		expect(names((await (await v1).json()) as Awaited<ReturnType<typeof poll>>)).toEqual([]);
		expect((await v2).status).toBe(404);
		expect(await (await v2).text()).toBe('Session not found\n');
		expect(await socket.next()).toBe('Session not found\n');
		expect(await socket.closed).toBe(1000);
	});

	it('none is known any more', async () => {
		const service = await serve({holdMs: 10});
		const [v1, v2] = [await sessionOf(service), await openSession(service, service.token)];
		service.forgetSessions();
		expect((await poll(service, v1)).Session).not.toBe(v1);
		expect((await pollV2(service, v2)).status).toBe(404);
	});
});

describe('isDrained', () => {
	it('is true when somebody waits and everything was taken', async () => {
		const service = await serve({holdMs: 60_000});
		expect(service.isDrained()).toBe(false);
		const listener = await listen(service);
		await isHolding(service);
		expect(service.isDrained()).toBe(true);
		service.publish([wireEvent('a')]);
		expect(service.isDrained()).toBe(false);
		await hear(listener, 1);
		expect(service.isDrained()).toBe(true);
	});

	it('is false as long as a session has something to get', async () => {
		const service = await serve({tokens: ['A', 'B'], holdMs: 10});
		const listener = await listen(service, await openSession(service, 'A'));
		const other = await openSession(service, 'B');
		service.publish([wireEvent('a')]);
		await hear(listener, 1);
		expect(service.isDrained()).toBe(false);
		await pollV2(service, other);
		expect(service.isDrained()).toBe(true);
	});

	it('does not count a session that was given up for another', async () => {
		const service = await serve();
		await openSession(service, service.token);
		const listener = await listen(service);
		service.publish([wireEvent('a')]);
		await hear(listener, 1);
		expect(service.isDrained()).toBe(true);
	});
});
