import {readFileSync} from 'node:fs';
import {describe, expect, it, vi} from 'vitest';
import type {WireAnswer} from '../../source/providers/ovh/wire.js';
import {type Service, startService} from '../../source/simulator/server.js';
import {collect, names, poll, request, serve, sessionOf, wireEvent} from './serving.js';

const recorded = readFileSync(new URL('../fixtures/ovh/flows/q1.jsonl', import.meta.url), 'utf8')
	.trim()
	.split('\n');

describe('startService', () => {
	it('makes a token up, of the form that the real ones have', async () => {
		const {token} = await serve();
		expect(token).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
	});

	it('listens on this machine only', async () => {
		expect((await serve()).url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
	});

	it('rejects when the port is taken', async () => {
		const port = Number(new URL((await serve()).url).port);
		await expect(startService({port})).rejects.toThrow('EADDRINUSE');
	});

	it('answers JSON that any page may read', async () => {
		const {headers, status} = await request(await serve());
		expect(status).toBe(200);
		expect(headers.get('content-type')).toBe('application/json');
		expect(headers.get('access-control-allow-origin')).toBe('*');
	});
});

describe('a session', () => {
	it('is given to a client without one, with no event and a message', async () => {
		const answer = await poll(await serve());
		expect(answer.Session).not.toBe('');
		expect(answer.Message).not.toBe('');
		expect(answer.Events).toEqual([]);
	});

	it('stays the same when it is echoed', async () => {
		const service = await serve({holdMs: 10});
		const session = await sessionOf(service);
		expect((await poll(service, session)).Session).toBe(session);
	});

	it('is replaced when it is not known', async () => {
		const service = await serve({holdMs: 10});
		const answer = await poll(service, 'unknown');
		expect(answer.Session).not.toBe('unknown');
		expect(answer.Session).not.toBe('');
	});

	it('of another token is not known', async () => {
		const service = await serve({tokens: ['A', 'B'], holdMs: 10});
		const session = await sessionOf(service);
		expect((await poll({...service, token: 'B'}, session)).Session).not.toBe(session);
	});

	it('loses no event between two polls', async () => {
		const service = await serve();
		const session = await sessionOf(service);
		service.publish([wireEvent('a'), wireEvent('b')]);
		service.publish([wireEvent('c')]);
		expect(names(await poll(service, session))).toEqual(['a', 'b', 'c']);
	});

	it('gets what came before it only when newcomers are welcomed with it', async () => {
		const silent = await serve();
		silent.publish([wireEvent('a')]);
		expect(names(await poll(silent))).toEqual([]);
		const generous = await serve({welcome: 'recent'});
		generous.publish([wireEvent('a')]);
		expect(names(await poll(generous))).toEqual(['a']);
		expect(names(await poll(generous))).toEqual(['a']);
	});

	it('gets long backlogs in several answers', async () => {
		const service = await serve({maxBatch: 2});
		const session = await sessionOf(service);
		service.publish(['a', 'b', 'c'].map(wireEvent));
		expect(names(await poll(service, session))).toEqual(['a', 'b']);
		expect(names(await poll(service, session))).toEqual(['c']);
	});

	it('shares no event with another: each gets all of them', async () => {
		const service = await serve();
		const sessions = [await sessionOf(service), await sessionOf(service)];
		const polls = sessions.map(session => collect(service, session, 2));
		service.publish([wireEvent('a')]);
		service.publish([wireEvent('b')]);
		expect(await Promise.all(polls)).toEqual([
			['a', 'b'],
			['a', 'b'],
		]);
	});

	it('that is not polled for long is forgotten', async () => {
		const clock = {time: 0};
		const service = await serve({now: () => clock.time, sessionLifeMs: 1000, holdMs: 10});
		const session = await sessionOf(service);
		clock.time = 1001;
		expect((await poll(service, session)).Session).not.toBe(session);
	});
});

describe('a held poll', () => {
	it('is answered when an event comes', async () => {
		const service = await serve({firstAnswer: 'held', holdMs: 60_000});
		const answer = await hold(service);
		service.publish([wireEvent('a')]);
		expect(names(await answer.body)).toEqual(['a']);
	});

	it('takes events along that come right after', async () => {
		const service = await serve({batchDelayMs: 30});
		const answer = await hold(service, await sessionOf(service));
		service.publish([wireEvent('a')]);
		service.publish([wireEvent('b')]);
		expect(names(await answer.body)).toEqual(['a', 'b']);
	});

	it('ends empty, with a message, when nothing comes', async () => {
		const service = await serve({holdMs: 20});
		const session = await sessionOf(service);
		const response = await request(service, session);
		expect(response.status).toBe(200);
		expect(await response.json()).toEqual({Session: session, Message: expect.stringMatching(/./), Events: []});
	});

	it('ends empty when the same session polls again', async () => {
		const service = await serve({holdMs: 60_000});
		const session = await sessionOf(service);
		const first = await hold(service, session);
		const second = poll(service, session);
		expect(names(await first.body)).toEqual([]);
		service.publish([wireEvent('a')]);
		expect(names(await second)).toEqual(['a']);
	});

	it('whose client is gone takes no event with it', async () => {
		const service = await serve({holdMs: 60_000});
		const session = await sessionOf(service);
		const answer = await hold(service, session);
		answer.abort();
		await expect(answer.body).rejects.toThrow('gone');
		await vi.waitUntil(() => service.heldPolls() === 0, patiently);
		service.publish([wireEvent('a')]);
		expect(names(await poll(service, session))).toEqual(['a']);
	});

	it('ends empty when the service closes', async () => {
		const service = await startService({holdMs: 60_000});
		const answer = await hold(service, await sessionOf(service));
		await service.close();
		expect(names(await answer.body)).toEqual([]);
		await expect(poll(service)).rejects.toThrow('fetch failed');
	});
});

describe('an event', () => {
	it('carries the token that subscribed', async () => {
		const service = await serve({tokens: ['A', 'B'], welcome: 'recent'});
		service.publish([{...wireEvent('a'), Token: 'elsewhere'}]);
		expect((await poll(service)).Events[0]?.Token).toBe('A');
		expect((await poll({...service, token: 'B'})).Events[0]?.Token).toBe('B');
	});

	it('has whole numbers of 19 digits', async () => {
		const service = await serve({welcome: 'recent'});
		service.publish([{...wireEvent('a'), Timestamp: 1_772_702_101_410_000 * 1000}]);
		const text = await (await request(service)).text();
		expect(text).toMatch(/"Timestamp":17727021014\d{8}[,}]/);
	});

	it('published as text keeps every digit', async () => {
		const service = await serve({welcome: 'recent'});
		service.publishTexts(recorded);
		const text = await (await request(service)).text();
		const expected = recorded.map(line => line.replace(/"Token":"[^"]*"/, `"Token":"${service.token}"`));
		expect(text).toContain(`"Events":[${expected.join(',')}]}`);
		expect(text).toContain('"TsGet":1772702101385000412');
	});
});

describe('a refusal', () => {
	it.each(['', '?token=', '?token=WRONG', '?session=x'])('meets GET /%s', async query => {
		const {url} = await serve();
		const response = await fetch(`${url}/${query}`);
		expect(response.status).toBe(403);
		expect(await response.text()).toBe('Token refused\n');
	});

	it.each([401, 403, 404] as const)('has status %i when wanted', async refusal => {
		const {url} = await serve({refusal});
		expect((await fetch(`${url}/?token=WRONG`)).status).toBe(refusal);
	});

	it('is an empty answer after the hold when it is silent', async () => {
		const service = await serve({refusal: 'silent', holdMs: 10});
		const answer = await poll({...service, token: 'WRONG'});
		expect(answer.Events).toEqual([]);
	});

	it('meets other paths and methods', async () => {
		const {url, token} = await serve();
		expect((await fetch(`${url}/v2?token=${token}`)).status).toBe(404);
		expect((await fetch(`${url}/?token=${token}`, {method: 'POST'})).status).toBe(405);
	});
});

const patiently = {timeout: 10_000, interval: 1};

/** A poll that has reached the service and waits there. */
const hold = async (service: Service, session?: string) => {
	const aborted = new AbortController();
	const response = request(service, session, {signal: aborted.signal});
	const body = response.then(async arrived => (await arrived.json()) as WireAnswer);
	await vi.waitUntil(() => service.heldPolls() === 1, patiently);
	return {body, abort: () => aborted.abort(new Error('gone'))};
};
