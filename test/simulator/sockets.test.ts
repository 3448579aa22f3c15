import {once} from 'node:events';
import {describe, expect, it} from 'vitest';
import type {FaultKind} from '../../source/simulator/faults.js';
import type {ServiceOptions} from '../../source/simulator/service-options.js';
import {connect, hear, listen} from './listening.js';
import {eventsOf, isHolding, openSession, pollV2, serve, wireEvent} from './serving.js';

const names = ['a', 'b', 'c'];

const described = names.map(name => ({...wireEvent(name), Details: {Description: 'Zoé'}}));

describe('a WebSocket', () => {
	it('gets one message for each event, in the form of v2', async () => {
		const service = await serve();
		const listener = await listen(service);
		service.publishTexts(['{"Event":"a","Token":"","Timestamp":1772702101410000123,"Data":{"CallId":"c"}}']);
		expect(await listener.next()).toBe(
			`{"event":"a","token":"${service.token}","timestamp":1772702101410000123,"data":{"CallId":"c"}}`,
		);
	});

	it('gets what waited in the session, and what comes, in order', async () => {
		const service = await serve();
		const session = await openSession(service, service.token);
		service.publish([wireEvent('a'), wireEvent('b')]);
		const listener = await listen(service, session);
		service.publish([wireEvent('c')]);
		expect(await hear(listener, 3)).toEqual(names);
	});

	it('gets a copy for each token', async () => {
		const service = await serve({tokens: ['A', 'B']});
		const listener = await listen(service, await openSession(service, 'A', 'B'));
		service.publish([wireEvent('a')]);
		service.publish([wireEvent('b')], {token: 'B'});
		const tokens = [await listener.next(), await listener.next(), await listener.next()].map(
			text => JSON.parse(text).token,
		);
		expect(tokens).toEqual(['A', 'B', 'B']);
	});

	it('is told when there is no such session, and closed', async () => {
		const listener = connect(await serve(), 'unknown');
		expect(await listener.next()).toBe('Session not found\n');
		expect(await listener.closed).toBe(1000);
	});

	it('goes on after an empty frame, and answers a ping', async () => {
		const service = await serve();
		const listener = await listen(service);
		listener.socket.send('');
		listener.socket.ping('hello');
		expect(String((await once(listener.socket, 'pong'))[0])).toBe('hello');
		service.publish([wireEvent('a')]);
		expect(await hear(listener, 1)).toEqual(['a']);
	});

	it('is closed when nothing was said for long', async () => {
		const listener = await listen(await serve({idleCloseMs: 5}));
		expect(await listener.closed).toBe(1001);
	});

	it('leaves to a later one, and to polls, what it did not get', async () => {
		const service = await serve();
		const session = await openSession(service, service.token);
		const first = await listen(service, session);
		await isHolding(service);
		first.socket.close();
		await isHolding(service, 0);
		service.publish([wireEvent('a')]);
		expect((await eventsOf(pollV2(service, session))).map(({event}) => event)).toEqual(['a']);
		service.publish([wireEvent('b')]);
		expect(await hear(await listen(service, session), 1)).toEqual(['b']);
	});

	it('gives way to another one on its session', async () => {
		const service = await serve();
		const session = await openSession(service, service.token);
		const first = await listen(service, session);
		const second = await listen(service, session);
		expect(await first.closed).toBe(1000);
		await isHolding(service);
		service.publish([wireEvent('a')]);
		expect(await hear(second, 1)).toEqual(['a']);
	});

	it('keeps its session from being forgotten', async () => {
		const clock = {time: 0};
		const service = await serve({now: () => clock.time, sessionLifeMs: 1000});
		const session = await openSession(service, service.token);
		await listen(service, session);
		await isHolding(service);
		clock.time = 5000;
		await openSession(service);
		const second = await listen(service, session);
		await isHolding(service);
		service.publish([wireEvent('a')]);
		expect(await hear(second, 1)).toEqual(['a']);
	});

	it('is closed when its client breaks the protocol', async () => {
		const service = await serve();
		const listener = await listen(service);
		listener.socket.send('x'.repeat(100_000));
		expect(await listener.closed).toBe(1009);
		await isHolding(service, 0);
	});

	it('is told when the service ends', async () => {
		const service = await serve();
		const listener = await listen(service);
		await isHolding(service);
		await service.close();
		expect(await listener.closed).toBe(1001);
	});
});

describe('on a WebSocket, the fault', () => {
	const faulty = async (kind: FaultKind, options: ServiceOptions = {}) => {
		const service = await serve(options);
		const session = await openSession(service, service.token);
		const listener = await listen(service, session);
		await isHolding(service);
		service.setFaults([{kind, rate: 1}]);
		service.publish(described);
		return {service, session, listener};
	};

	it.each(['malformed', 'huge', 'null-answer'] as const)('%s comes before the event itself', async kind => {
		const {listener} = await faulty(kind);
		for (const name of names) {
			const bad = await listener.next();
			if (kind === 'malformed') expect(() => JSON.parse(bad)).toThrow(SyntaxError);
			else expect(JSON.parse(bad)).toBeNull();
			expect(bad.length > 8 * 1024 * 1024).toBe(kind === 'huge');
			expect(await hear(listener, 1)).toEqual([name]);
		}
	});

	it('drip sends each message in pieces', async () => {
		const {listener} = await faulty('drip', {dripMs: 1});
		expect(await hear(listener, 3)).toEqual(names);
	});

	it.each([
		['truncated', 1006],
		['invalid-utf8', 1006],
		['socket-close', 1011],
	] as const)('%s ends the connection and leaves the events in the session', async (kind, code) => {
		const {service, session, listener} = await faulty(kind);
		expect(await listener.closed).toBe(code);
		service.setFaults([]);
		expect(await hear(await listen(service, session), 3)).toEqual(names);
	});

	it('half-open leaves the client without a word', async () => {
		const {service, session, listener} = await faulty('half-open');
		await isHolding(service, 0);
		service.setFaults([]);
		let answers = 0;
		listener.socket.on('pong', () => answers++);
		listener.socket.ping();
		listener.socket.close();
		expect(await hear(await listen(service, session), 3)).toEqual(names);
		expect(answers).toBe(0);
		expect(listener.socket.readyState).toBe(listener.socket.CLOSING);
	});

	it.each([
		['duplicate', ['a', 'a', 'b', 'b', 'c', 'c']],
		['lose', []],
	] as const)('%s strikes', async (kind, expected) => {
		const {service, listener} = await faulty(kind);
		await expect.poll(service.isDrained).toBe(true);
		service.setFaults([]);
		service.publish([wireEvent('end')]);
		expect(await hear(listener, expected.length + 1)).toEqual([...expected, 'end']);
	});

	it('reorder delivers the same events in another order', async () => {
		const service = await serve({faults: [{kind: 'reorder', rate: 1}]});
		const session = await openSession(service, service.token);
		const sent = Array.from({length: 30}, (_, index) => `e${index}`);
		service.publish(sent.map(wireEvent));
		const heard = await hear(await listen(service, session), 30);
		expect(heard).not.toEqual(sent);
		expect(heard.toSorted()).toEqual(sent.toSorted());
	});

	it('one-bad-event comes beside each event', async () => {
		const {listener} = await faulty('one-bad-event');
		const messages = [];
		for (let count = 0; count < 6; count++) messages.push(JSON.parse(await listener.next()));
		expect(messages.map(message => message?.event).filter(name => typeof name === 'string')).toEqual(names);
	});

	it('wrong-types makes of an event one that is none', async () => {
		const {service, listener} = await faulty('wrong-types');
		const spoilt = [await listener.next(), await listener.next(), await listener.next()];
		service.setFaults([]);
		service.publish(described);
		const sound = [await listener.next(), await listener.next(), await listener.next()];
		for (const text of spoilt) expect(sound).not.toContain(text);
		expect(sound.map(text => JSON.parse(text).event)).toEqual(names);
	});

	it.each([
		['http-503', 503],
		['http-429', 429],
		['html', 200],
		['refuse-token', 403],
	] as const)('%s answers instead of an upgrade', async (kind, status) => {
		const service = await serve();
		const session = await openSession(service, service.token);
		service.setFaults([{kind, rate: 1}]);
		const {socket} = connect(service, session);
		const [, response] = await once(socket, 'unexpected-response');
		expect(response.statusCode).toBe(status);
	});

	it('reset cuts the connection instead of an upgrade', async () => {
		const service = await serve();
		const session = await openSession(service, service.token);
		service.setFaults([{kind: 'reset', rate: 1}]);
		expect(await connect(service, session).closed).toBe(1006);
	});

	it('session-loss leaves no session to listen to', async () => {
		const service = await serve();
		const session = await openSession(service, service.token);
		service.setFaults([{kind: 'session-loss', rate: 1}]);
		expect(await connect(service, session).next()).toBe('Session not found\n');
	});
});
