import {once} from 'node:events';
import {get} from 'node:https';
import {connect as dial} from 'node:net';
import {describe, expect, it} from 'vitest';
import {WebSocket} from 'ws';
import {startService} from '../../source/simulator/server.js';
import {selfSigned} from './certificate.js';
import {connect, listen} from './listening.js';
import {isHolding, openSession, poll, request, serve, sessionOf} from './serving.js';

describe('the server', () => {
	it('listens on an address of the new kind as well', async () => {
		const service = await serve({host: '::1'});
		expect(service.url).toMatch(/^http:\/\/\[::1\]:\d+$/);
		expect((await request(service)).status).toBe(200);
		await listen(service);
	});

	it('counts what it is asked', async () => {
		const service = await serve();
		await poll(service);
		await openSession(service, service.token);
		expect(service.requests()).toBe(3);
		await listen(service, 'unknown');
		expect(service.requests()).toBe(4);
	});

	it('is there again at once after it closed, on the same port', async () => {
		const first = await startService({holdMs: 60_000});
		const port = Number(new URL(first.url).port);
		const held = poll(first, await sessionOf(first));
		await listen(first);
		await isHolding(first, 2);
		await first.close();
		const second = await serve({port});
		expect((await held).Events).toEqual([]);
		expect(second.url).toBe(first.url);
		expect((await request(second)).status).toBe(200);
		await listen(second);
	});

	it('outlives clients that leave in the middle of an upgrade', async () => {
		const service = await serve();
		const session = await openSession(service, service.token);
		const {socket, closed} = connect(service, session);
		socket.terminate();
		await closed;
		const wire = dial(Number(new URL(service.url).port), '127.0.0.1');
		wire.write(`GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
		const [answer] = await once(wire, 'data');
		expect(String(answer)).toMatch(/^HTTP\/1\.1 403 /);
		await once(wire, 'close');
		await listen(service, session);
	});

	it('cuts a connection on which an upgrade is wanted before the last answer has come', async () => {
		const service = await serve({firstAnswer: 'held', holdMs: 60_000});
		const wire = dial(Number(new URL(service.url).port), '127.0.0.1');
		const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\n';
		wire.write(`GET /?token=${service.token} HTTP/1.1\r\nHost: x\r\n\r\nGET /x HTTP/1.1\r\nHost: x\r\n${upgrade}\r\n`);
		await once(wire.resume(), 'close');
		expect((await fetch(`${service.url}/x`)).status).toBe(404);
	});
});

describe('with a certificate, the server', () => {
	it('speaks HTTPS and nothing else', async () => {
		const tls = selfSigned();
		const service = await serve({tls});
		expect(service.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
		const [response] = await once(get(`${service.url}/?token=${service.token}`, {ca: tls.cert}), 'response');
		expect(response.statusCode).toBe(200);
		await expect(fetch(service.url.replace('https', 'http'))).rejects.toThrow('fetch failed');
	});

	it('takes WebSockets, and says farewell to them', async () => {
		const tls = selfSigned();
		const service = await startService({tls});
		const socket = new WebSocket(`${service.url.replace('http', 'ws')}/v2/session/x/events/websocket`, {ca: tls.cert});
		const [message] = await once(socket, 'message');
		expect(String(message)).toBe('Session not found\n');
		await service.close();
	});
});
