import type {Duplex} from 'node:stream';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import type {WebSocket} from 'ws';
import {siteName} from '../../../source/domain/units.js';
import {messageSeparator} from '../../../source/providers/ovh/answer.js';
import {createDispatcher} from '../../../source/providers/ovh/dispatcher.js';
import {answerLimitBytes} from '../../../source/providers/ovh/http.js';
import {type SiteTokens, siteByToken} from '../../../source/providers/ovh/site-token.js';
import {usualTimes} from '../../../source/providers/ovh/timers.js';
import {createSocketProvider} from '../../../source/providers/ovh/v2-providers.js';
import type {Batch, Provider} from '../../../source/providers/provider.js';
import {at} from '../../helpers/builders.js';
import {askFeed, expectSecretFree, newTools, typesOf, until, withoutRaw} from './asking.js';
import {trustAuthority, trusted} from './certificates.js';
import {createManualTimers, type ManualTimers} from './manual-timers.js';
import {serveProxy} from './proxy-server.js';
import {type Reply, reply} from './scripted-server.js';
import {type SessionServer, serveSessions, sessionSecret} from './session-server.js';
import {asV2, readFlow} from './wire-events.js';

const lyon = {site: siteName('Lyon'), token: 'ABCDEFAB-CDEF-ABCD-EFAB-CDEFABCDEFAB'};
const nice = {site: siteName('Nice'), token: '12345678-CDEF-ABCD-EFAB-CDEFABCDEFAB'};
const [ring, talk, ringEnd] = readFlow('l1').map(asV2);

const variables = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'].flatMap(name => [name, name.toLowerCase()]);
beforeEach(() => {
	for (const name of variables) vi.stubEnv(name, undefined);
});
afterEach(() => {
	vi.unstubAllEnvs();
});

type Setting = {readonly tokens?: SiteTokens; readonly timers?: ManualTimers};

/** Through what a provider really uses. */
const providerOf = ({endpoint}: SessionServer, {tokens = [lyon], timers}: Setting = {}): Provider =>
	createSocketProvider({
		tokens,
		siteOf: siteByToken(tokens),
		endpoint,
		tools: newTools({dispatcher: until(createDispatcher({isForSockets: true})), ...(timers ? {timers} : {})}),
		times: usualTimes,
	});

const send = (socket: WebSocket, ...messages: readonly unknown[]): void => {
	for (const message of messages) socket.send(typeof message === 'string' ? message : JSON.stringify(message));
};

/** Takes batches one by one. */
const follow = (provider: Provider) => {
	const aborter = new AbortController();
	const batches = provider.events(aborter.signal)[Symbol.asyncIterator]();
	return {
		next: async (): Promise<Batch> => {
			const {value, done} = await batches.next();
			if (done) throw new Error('the provider ended');
			return value;
		},
		abort: () => aborter.abort(),
	};
};

/** The next ones together, as many as it takes to have so many events: how they are cut depends on the network. */
const eventsFrom = async ({next}: ReturnType<typeof follow>, count: number): Promise<readonly string[]> => {
	const types: string[] = [];
	while (types.length < count) types.push(...(await next()).events.map(({type}) => type));
	return types;
};

/** When this has come back, the other side has read all that was sent before. */
const settle = async (socket: WebSocket): Promise<void> => {
	const {promise, resolve} = Promise.withResolvers<void>();
	socket.once('pong', () => resolve());
	socket.ping();
	await promise;
};

/** A message as the other side hears it. */
const nextFrame = (socket: WebSocket) =>
	new Promise<{readonly text: string; readonly isBinary: boolean}>(resolve => {
		socket.once('message', (data, isBinary) => resolve({text: String(data), isBinary}));
	});
const closed = (socket: WebSocket) => new Promise<number>(resolve => socket.once('close', resolve));
const pinged = (socket: WebSocket) => new Promise<void>(resolve => socket.once('ping', () => resolve()));

const refusal =
	(status: number) =>
	() =>
	(connection: Duplex): void => {
		connection.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`);
	};

describe('createSocketProvider', () => {
	it('begins a session, subscribes, opens a WebSocket and sends an empty text first', async () => {
		const first = Promise.withResolvers<{readonly text: string; readonly isBinary: boolean}>();
		const server = await serveSessions({open: socket => nextFrame(socket).then(first.resolve)});
		const provider = providerOf(server, {tokens: [lyon, nice]});
		expect([provider.sites, provider.transport()]).toEqual([['Lyon', 'Nice'], 'websocket']);
		const board = follow(provider);
		expect(await board.next()).toEqual({events: [], raw: '', receivedAt: at(3600), sentAt: null});
		expect(server.log).toEqual(['begin', `subscribe 1 ${lyon.token}`, `subscribe 1 ${nice.token}`, 'socket 1']);
		expect(await first.promise).toEqual({text: '', isBinary: false});
		board.abort();
	});

	it('gives what came while nobody took it as one batch, as it came', async () => {
		const server = await serveSessions();
		const board = follow(providerOf(server, {tokens: [lyon, nice]}));
		await board.next();
		const socket = await server.socket(0);
		const messages = [ring, {...talk, token: nice.token}, {...ringEnd, token: 'unknown'}].map(raw =>
			JSON.stringify(raw),
		);
		send(socket, ...messages);
		await settle(socket);
		expect(await board.next()).toMatchObject({
			raw: messages.join(messageSeparator),
			events: [
				{type: 'ringing-started', site: 'Lyon'},
				{type: 'talk-started', site: 'Nice'},
				{type: 'ringing-ended', site: 'Lyon'},
			],
		});
		board.abort();
	});

	it('hears the first message though it comes with the opening', async () => {
		const server = await serveSessions({open: socket => send(socket, ring)});
		const board = follow(providerOf(server));
		expect(await eventsFrom(board, 1)).toEqual(['ringing-started']);
		board.abort();
	});

	it('reads messages that were compressed', async () => {
		const server = await serveSessions({compresses: true, open: socket => send(socket, ring, talk)});
		const board = follow(providerOf(server));
		expect(await eventsFrom(board, 2)).toEqual(['ringing-started', 'talk-started']);
		expect((await server.socket(0)).extensions).toContain('permessage-deflate');
		board.abort();
	});

	it('loses one malformed message, and neither the others nor the connection', async () => {
		const server = await serveSessions({open: socket => send(socket, ring, '{"token"', '7', talk, '', 'null')});
		const board = follow(providerOf(server));
		const types = ['ringing-started', 'event-rejected', 'event-rejected', 'talk-started'];
		expect(await eventsFrom(board, 4)).toEqual(types);
		send(await server.socket(0), ringEnd);
		expect(await eventsFrom(board, 1)).toEqual(['ringing-ended']);
		expect(server.log.filter(what => what.startsWith('socket'))).toHaveLength(1);
		board.abort();
	});

	it('pings every 25 s, and shows life after each pong', async () => {
		const timers = createManualTimers();
		const server = await serveSessions();
		const board = follow(providerOf(server, {timers}));
		await board.next();
		const socket = await server.socket(0);
		for (let count = 0; count < 5; count += 1) {
			const ping = pinged(socket);
			timers.advance(25_000);
			await ping;
			expect(await board.next()).toMatchObject({events: [], raw: ''});
		}
		board.abort();
	});

	it('takes a connection for dead on which nothing comes for 60 s', async () => {
		const timers = createManualTimers();
		const server = await serveSessions({isDeaf: true});
		const provider = providerOf(server, {timers});
		const board = follow(provider);
		await board.next();
		const socket = await server.socket(0);
		const [end, next] = [closed(socket), board.next()];
		timers.advance(60_000);
		await expect(next).rejects.toMatchObject({
			failure: 'timeout',
			message: `no sign of life from ${server.endpoint.host} on the open connection`,
		});
		expect(await end).toBe(1006);
		const again = follow(provider);
		expect(await again.next()).toMatchObject({isAfterGap: true});
		expect(server.log.slice(2)).toEqual(['socket 1', 'socket 1']);
		again.abort();
	});

	it.each([1000, 1001, 1011, 4000])('tries the same session again when the service closes with code %i', async code => {
		const server = await serveSessions({
			open: (socket, count) => {
				send(socket, ring);
				if (count === 0) socket.close(code, sessionSecret);
			},
		});
		const provider = providerOf(server);
		const board = follow(provider);
		expect(await eventsFrom(board, 1)).toEqual(['ringing-started']);
		await expect(board.next()).rejects.toMatchObject({
			failure: 'unreachable',
			message: `the service closed the connection (code ${code})`,
		});
		const again = follow(provider);
		expect((await again.next()).isAfterGap).toBeUndefined();
		expect(server.log.slice(2)).toEqual(['socket 1', 'socket 1']);
		again.abort();
	});

	it('tells a connection that was cut', async () => {
		const server = await serveSessions({
			open: (socket, count) => count === 0 && setImmediate(() => socket.terminate()),
		});
		const {errors} = await askFeed(providerOf(server), 3);
		expect(errors).toMatchObject([
			{failure: 'unreachable', message: `the connection to ${server.endpoint.host} was cut`},
		]);
	});

	it('gives up a session whose WebSocket is closed three times before it brought anything', async () => {
		const server = await serveSessions({open: (socket, count) => count < 3 && socket.close(1011)});
		const {batches, errors} = await askFeed(providerOf(server), 7);
		expect(errors).toHaveLength(3);
		expect(batches.map(({isAfterGap}) => isAfterGap)).toEqual([undefined, undefined, undefined, true]);
		expect(server.log.slice(2)).toEqual([
			'socket 1',
			'socket 1',
			'socket 1',
			'begin',
			`subscribe 2 ${lyon.token}`,
			'socket 2',
		]);
	});

	it('begins a new session at once when it is told that there is none, and says what may be missing', async () => {
		const server = await serveSessions({
			open: (socket, count) => (count === 0 ? send(socket, ring, 'Session not found\n') : send(socket, talk)),
		});
		const outcome = await askFeed(providerOf(server), 4);
		expect(outcome.errors).toEqual([]);
		expect(typesOf(outcome)).toEqual([[], ['ringing-started'], [], ['talk-started']]);
		expect(outcome.batches.map(({isAfterGap}) => isAfterGap)).toEqual([undefined, undefined, true, undefined]);
		expect(server.log.slice(2)).toEqual(['socket 1', 'begin', `subscribe 2 ${lyon.token}`, 'socket 2']);
	});

	it('does not begin one session after the other when none is known afterwards', async () => {
		const server = await serveSessions({open: socket => send(socket, 'Session not found\n')});
		const {errors} = await askFeed(providerOf(server), 3);
		expect(errors).toMatchObject([{failure: 'status', status: 404}]);
		expect(server.log.filter(what => what === 'begin')).toHaveLength(2);
	});

	it.each([
		['bytes', Buffer.from('{}'), 'message: expected text, got bytes'],
		[
			'more than 8 MiB',
			' '.repeat(answerLimitBytes + 1),
			'message: expected messages of a WebSocket, of at most 8 MiB',
		],
	])('reads no message of %s', async (_, message, words) => {
		const server = await serveSessions({open: (socket, count) => count === 0 && socket.send(message)});
		const provider = providerOf(server);
		const board = follow(provider);
		await board.next();
		await expect(board.next()).rejects.toMatchObject({code: 'WIRE_FORMAT', message: words});
		const again = follow(provider);
		expect(await again.next()).toMatchObject({isAfterGap: true});
		again.abort();
	});

	it('tells the time of sending once what waited for us is through', async () => {
		const timers = createManualTimers();
		const server = await serveSessions({open: socket => send(socket, ring)});
		const board = follow(providerOf(server, {timers}));
		await board.next();
		expect((await board.next()).sentAt).toBeNull();
		timers.advance(2000);
		send(await server.socket(0), talk);
		expect((await board.next()).sentAt).toBeCloseTo(at(8.051), 0);
		board.abort();
	});

	it('takes leave when the signal aborts', async () => {
		const server = await serveSessions();
		const board = follow(providerOf(server));
		await board.next();
		const end = closed(await server.socket(0));
		const next = board.next();
		board.abort();
		await expect(next).rejects.toThrow(expect.objectContaining({name: 'AbortError'}));
		expect(await end).toBe(1005);
	});

	it('says what may be missing after it took leave, for a message may have been on its way', async () => {
		const server = await serveSessions();
		const provider = providerOf(server);
		const board = follow(provider);
		await board.next();
		const next = board.next();
		board.abort();
		await expect(next).rejects.toThrow();
		expect(await follow(provider).next()).toMatchObject({events: [], isAfterGap: true});
	});

	it('takes leave when nobody listens any more', async () => {
		const server = await serveSessions();
		for await (const _ of providerOf(server).events(new AbortController().signal)) break;
		const socket = await server.socket(0);
		if (socket.readyState !== socket.CLOSED) await closed(socket);
		expect(server.log).toHaveLength(3);
	});

	it('ends while the WebSocket is still opening when the signal aborts, and closes the connection', async () => {
		const end = Promise.withResolvers<void>();
		const hold = (connection: Duplex): void => {
			connection.resume().once('close', () => end.resolve());
			connection.once('end', () => connection.end()).on('error', () => undefined);
		};
		const server = await serveSessions({upgrade: () => hold});
		const board = follow(providerOf(server));
		const next = board.next();
		await server.requests(3);
		board.abort();
		await expect(next).rejects.toThrow(expect.objectContaining({name: 'AbortError'}));
		await end.promise;
	});

	it('gives up a WebSocket that neither opens nor fails', async () => {
		const timers = createManualTimers();
		const hold = (connection: Duplex): void => {
			connection
				.resume()
				.once('end', () => connection.end())
				.on('error', () => undefined);
		};
		const server = await serveSessions({upgrade: () => hold});
		const next = follow(providerOf(server, {timers})).next();
		await server.requests(3);
		timers.advance(20_000);
		await expect(next).rejects.toMatchObject({
			failure: 'timeout',
			message: `${server.endpoint.host} opened no WebSocket within 20 s`,
		});
	});

	it('tries a refused token again while it listens', async () => {
		const timers = createManualTimers();
		const server = await serveSessions({
			subscribe: (token, count) => (token === nice.token && count < 2 ? reply('', 403) : undefined),
		});
		const board = follow(providerOf(server, {tokens: [lyon, nice], timers}));
		expect([...((await board.next()).refused ?? [])]).toEqual([['Nice', 'the service refuses the token (status 403)']]);
		timers.advance(59_000);
		send(await server.socket(0), ring);
		expect((await board.next()).refused?.size).toBe(1);
		timers.advance(1000);
		send(await server.socket(0), talk);
		expect((await board.next()).refused?.size).toBe(1);
		// Taking the next one lets it try.
		const next = board.next();
		await server.requests(5);
		send(await server.socket(0), ringEnd);
		await next;
		send(await server.socket(0), ringEnd);
		expect((await board.next()).refused).toBeUndefined();
		board.abort();
	});

	it('says no token or session in its events or errors', async () => {
		const rejected = [{...ring, data: {}}, {token: lyon.token}, `{"${lyon.token}":`];
		const server = await serveSessions({
			upgrade: count => (count === 0 ? refusal(403)() : undefined),
			open: (socket, count) => {
				send(socket, ring, ...rejected);
				if (count === 0) socket.close(1011, sessionSecret);
				if (count === 1) setImmediate(() => socket.terminate());
				if (count === 2) socket.send(Buffer.from(sessionSecret));
			},
		});
		const {batches, errors} = await askFeed(providerOf(server), 11);
		expect(errors).toMatchObject([
			{status: 403},
			{failure: 'unreachable'},
			{failure: 'unreachable'},
			{code: 'WIRE_FORMAT'},
		]);
		expectSecretFree([withoutRaw(batches), errors], lyon.token, sessionSecret);
	});
});

describe('createSocketProvider where the WebSocket does not open', () => {
	const answered = (events: readonly unknown[]): Reply => reply(events);

	it.each([
		['answers otherwise', refusal(403), {failure: 'status', status: 403}],
		['cuts the connection', () => (connection: Duplex) => connection.destroy(), {failure: 'unreachable'}],
	])('polls after the service %s three times', async (_, upgrade, expected) => {
		const server = await serveSessions({upgrade, poll: () => answered([ring])});
		const provider = providerOf(server);
		const {errors} = await askFeed(provider, 2);
		expect(errors).toMatchObject([expected, expected]);
		expect(provider.transport()).toBe('websocket');
		const outcome = await askFeed(provider, 1);
		expect(typesOf(outcome)).toEqual([['ringing-started']]);
		expect(provider.transport()).toBe('v2');
		expect(server.log.slice(2)).toEqual(['socket 1', 'socket 1', 'socket 1', 'poll 1']);
	});

	it('tries again when it connects anew an hour later', async () => {
		const timers = createManualTimers();
		let isClosed = true;
		const server = await serveSessions({
			upgrade: () => (isClosed ? refusal(426)() : undefined),
			poll: () => answered([ring]),
		});
		const provider = providerOf(server, {timers});
		await askFeed(provider, 3);
		timers.advance(3_599_999);
		await askFeed(provider, 1);
		expect(server.log.filter(what => what === 'socket 1')).toHaveLength(3);
		isClosed = false;
		timers.advance(1);
		const {batches} = await askFeed(provider, 1);
		expect(batches).toMatchObject([{raw: ''}]);
		expect(provider.transport()).toBe('websocket');
	});

	it('polls on at once when an hour later it is as before', async () => {
		const timers = createManualTimers();
		const server = await serveSessions({upgrade: refusal(426), poll: () => answered([ring])});
		const provider = providerOf(server, {timers});
		await askFeed(provider, 3);
		timers.advance(3_600_000);
		expect(await askFeed(provider, 1)).toMatchObject({errors: [], batches: [{events: [{type: 'ringing-started'}]}]});
		expect(server.log.filter(what => what === 'socket 1')).toHaveLength(4);
	});

	it('does not poll for an hour when polling does not work either', async () => {
		const server = await serveSessions({upgrade: refusal(502), poll: () => reply('', 502)});
		const provider = providerOf(server);
		const {errors} = await askFeed(provider, 5);
		expect(errors).toMatchObject(Array(5).fill({status: 502}));
		expect(server.log.slice(2)).toEqual([
			'socket 1',
			'socket 1',
			'socket 1',
			'poll 1',
			'socket 1',
			'poll 1',
			'socket 1',
			'poll 1',
		]);
		expect(provider.transport()).toBe('v2');
	});

	it('takes status 404 for the loss of the session', async () => {
		const server = await serveSessions({upgrade: count => (count === 0 ? refusal(404)() : undefined)});
		const {errors, batches} = await askFeed(providerOf(server), 2);
		expect(errors).toMatchObject([{status: 404}]);
		expect(batches).toHaveLength(1);
		expect(server.log.slice(2)).toEqual(['socket 1', 'begin', `subscribe 2 ${lyon.token}`, 'socket 2']);
	});
});

describe('createSocketProvider with a proxy in the environment', () => {
	it('opens its WebSocket over TLS through a tunnel', async () => {
		trustAuthority();
		const server = await serveSessions({open: socket => send(socket, ring)}, {tls: trusted});
		const proxy = await serveProxy({credentials: 'me:hunter2'});
		vi.stubEnv('HTTPS_PROXY', proxy.url);
		const board = follow(providerOf(server));
		expect(await eventsFrom(board, 1)).toEqual(['ringing-started']);
		expect(new Set(proxy.log)).toEqual(new Set([`CONNECT ${server.endpoint.host}`]));
		board.abort();
	});

	it('opens its WebSocket without TLS through a tunnel, too', async () => {
		const server = await serveSessions({open: socket => send(socket, ring)});
		const proxy = await serveProxy();
		vi.stubEnv('HTTP_PROXY', proxy.url);
		const board = follow(providerOf(server));
		expect(await eventsFrom(board, 1)).toEqual(['ringing-started']);
		expect(new Set(proxy.log)).toEqual(new Set([`CONNECT ${server.endpoint.host}`]));
		board.abort();
	});

	it('goes past it to what NO_PROXY names', async () => {
		const server = await serveSessions({open: socket => send(socket, ring)});
		const proxy = await serveProxy();
		vi.stubEnv('HTTP_PROXY', proxy.url);
		vi.stubEnv('NO_PROXY', '127.0.0.1');
		const board = follow(providerOf(server));
		expect(await eventsFrom(board, 1)).toEqual(['ringing-started']);
		expect(proxy.log).toEqual([]);
		board.abort();
	});
});
