import {describe, expect, it} from 'vitest';
import {FeedUnreachableError} from '../../../source/errors.js';
import {answerLimitBytes, ask, expectSuccess, type HttpAnswer} from '../../../source/providers/ovh/http.js';
import {start} from '../../helpers/builders.js';
import {expectSecretFree, failureOf, newTools} from './asking.js';
import {createManualTimers} from './manual-timers.js';
import {hang, type Reply, reply, serve} from './scripted-server.js';

const secret = 'ABCDEFAB-CDEF-ABCD-EFAB-CDEFABCDEFAB';
const never = new AbortController().signal;

type Asked = {readonly patienceMs?: number; readonly signal?: AbortSignal};

const askAt = (endpoint: URL, {patienceMs = 10_000, signal = never}: Asked = {}): Promise<HttpAnswer> => {
	const url = new URL(`v2/session/${secret}?token=${secret}`, endpoint);
	return ask({method: 'GET', url, patienceMs}, newTools(), signal);
};

const asked = async (answer: Reply): Promise<HttpAnswer> => askAt((await serve(answer)).endpoint);

const hugeAnswer: Reply = response => {
	response.writeHead(200);
	const piece = Buffer.alloc(1024 * 1024, ' ');
	const pump = (): void => {
		while (!response.destroyed && response.write(piece));
		if (!response.destroyed) response.once('drain', pump);
	};
	pump();
};

const reset: Reply = (_, request) => {
	request.socket.resetAndDestroy();
};

const brokenOff: Reply = response => {
	response.writeHead(200, {'content-length': '1000'});
	response.write('{"Session":"s",', () => response.destroy());
};

const noHttp: Reply = (_, request) => {
	request.socket.end(`SSH-2.0-${secret}\r\n\r\n`);
};

const troubles: readonly (readonly [string, Reply, object])[] = [
	['a reset connection', reset, {failure: 'unreachable', message: expect.stringContaining('the connection was cut')}],
	['an answer that breaks off', brokenOff, {failure: 'unreachable'}],
	['another protocol', noHttp, {failure: 'unreachable', message: expect.stringContaining('does not speak HTTP')}],
	['an answer over the limit', hugeAnswer, {failure: 'too-large', message: 'the answer is larger than 8 MiB'}],
];

describe('ask', () => {
	it.each(troubles)('takes %s for what it is, and says no secret', async (_, trouble, expected) => {
		const error = await failureOf(asked(trouble));
		expect(error).toBeInstanceOf(FeedUnreachableError);
		expect(error).toMatchObject(expected);
		expectSecretFree(error, secret);
	});

	it('gives the answer whatever its status, and when to come back', async () => {
		expect(await asked(reply('busy', 503, {'retry-after': '90'}))).toMatchObject({
			status: 503,
			text: 'busy',
			retryAfterSeconds: 90,
		});
		const headers = {date: new Date(start).toUTCString(), 'retry-after': new Date(start + 60_000).toUTCString()};
		expect(await asked(reply('', 503, headers))).toMatchObject({retryAfterSeconds: 60});
		expect(await asked(reply('', 204))).toMatchObject({status: 204, text: '', retryAfterSeconds: undefined});
	});

	it('follows no redirection: it would take the token elsewhere', async () => {
		const server = await serve(reply('', 302, {location: '/elsewhere'}));
		expect(await askAt(server.endpoint)).toMatchObject({status: 302});
		expect(server.queries).toHaveLength(1);
	});

	it('reads no more than words of an answer that is no success', async () => {
		expect((await asked(reply('x'.repeat(10 * answerLimitBytes), 500))).text.length).toBeLessThan(100_000);
	});

	it('tells a closed port, without what it was to be asked', async () => {
		const error = await failureOf(askAt(new URL('http://127.0.0.1:1/')));
		expect(error.message).toBe('cannot reach 127.0.0.1:1: nothing listens there (ECONNREFUSED)');
		expectSecretFree(error, secret);
	});

	it('gives up on a server that hangs, before or in the answer', async () => {
		const {endpoint} = await serve(hang, response => response.writeHead(200).write('{"Session":'));
		for (const _ of ['before', 'in']) {
			const error = await failureOf(askAt(endpoint, {patienceMs: 50}));
			expect(error).toMatchObject({failure: 'timeout', message: `no answer from ${endpoint.host} within 0 s`});
			expectSecretFree(error, secret);
		}
	});

	it('closes a connection that hung, and asks next on a fresh one', async () => {
		const closed = Promise.withResolvers<void>();
		const server = await serve(
			(_, request) => request.socket.once('close', () => closed.resolve()),
			reply('first'),
			reply('second'),
		);
		const timers = createManualTimers();
		const tools = newTools({timers});
		const wanted = {method: 'GET', url: server.endpoint, patienceMs: 75_000} as const;
		const hung = failureOf(ask(wanted, tools, never));
		await server.requests(1);
		timers.advance(75_000);
		expect((await hung).message).toBe(`no answer from ${server.endpoint.host} within 75 s`);
		await closed.promise;
		await ask(wanted, tools, never);
		await ask(wanted, tools, never);
		expect(server.connections()).toBe(2);
		expect(timers.pending).toEqual([]);
	});

	it('tells how long the answer took', async () => {
		const timers = createManualTimers();
		const {endpoint} = await serve(response => {
			timers.advance(31_000);
			response.end('{}');
		});
		const wanted = {method: 'GET', url: endpoint, patienceMs: 75_000} as const;
		expect(await ask(wanted, newTools({timers}), never)).toMatchObject({tookMs: 31_000});
	});

	it('ends with the reason of the signal when it aborts, and leaves nothing on it', async () => {
		const {endpoint, requests} = await serve(hang);
		const controller = new AbortController();
		const work = failureOf(askAt(endpoint, {signal: controller.signal}));
		await requests(1);
		const reason = new Error('the program ends');
		controller.abort(reason);
		expect(await work).toBe(reason);
	});

	it('ends at once even while it is still connecting', async () => {
		const controller = new AbortController();
		// An address of a network for documentation: nobody answers there, and nothing refuses.
		const work = failureOf(askAt(new URL('http://192.0.2.1/'), {signal: controller.signal}));
		controller.abort(new Error('the program ends'));
		expect((await work).message).toBe('the program ends');
	});

	it('asks nothing when the signal has aborted already', async () => {
		const {endpoint, queries} = await serve(reply(''));
		expect((await failureOf(askAt(endpoint, {signal: AbortSignal.abort()}))).name).toBe('AbortError');
		expect(queries).toEqual([]);
	});

	it('reads an answer up to the limit', async () => {
		const text = '{}'.padEnd(answerLimitBytes, ' ');
		expect((await asked(reply(text))).text).toHaveLength(answerLimitBytes);
	});

	it('shows bytes that are no text as such, without failing', async () => {
		expect((await asked(reply(Buffer.from([0x61, 0xff, 0xc3])))).text).toBe('a\ufffd\ufffd');
	});

	it('keeps a letter whole that comes in two pieces', async () => {
		const bytes = Buffer.from('é');
		const answer = await asked(response => {
			response.writeHead(200);
			response.write(bytes.subarray(0, 1), () => response.end(bytes.subarray(1)));
		});
		expect(answer.text).toBe('é');
	});
});

describe('expectSuccess', () => {
	const answer = (status: number): HttpAnswer => ({status, text: secret, retryAfterSeconds: 5, tookMs: 1});

	it('lets a success pass, and throws the status of anything else', async () => {
		expect(() => expectSuccess(answer(200))).not.toThrow();
		expect(() => expectSuccess(answer(204))).not.toThrow();
		const error = await failureOf(Promise.resolve().then(() => expectSuccess(answer(503))));
		expect(error).toMatchObject({
			failure: 'status',
			status: 503,
			retryAfterSeconds: 5,
			message: 'the service answered with status 503',
		});
		expectSecretFree(error, secret);
	});
});
