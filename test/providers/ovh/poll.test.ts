import {inspect} from 'node:util';
import {Agent} from 'undici';
import {describe, expect, it, onTestFinished} from 'vitest';
import {FeedUnreachableError, TokenRefusedError, WireFormatError} from '../../../source/errors.js';
import {answerLimitBytes, pollOnce} from '../../../source/providers/ovh/poll.js';
import {hang, type Reply, reply, serve} from './scripted-server.js';

const token = 'ABCDEFAB-CDEF-ABCD-EFAB-CDEFABCDEFAB';
const never = new AbortController().signal;
const answer = {Session: 's', Message: '', Events: []};

const newDispatcher = (): Agent => {
	const dispatcher = new Agent();
	onTestFinished(() => dispatcher.destroy());
	return dispatcher;
};

type Poll = {readonly session?: string; readonly patienceMs?: number; readonly signal?: AbortSignal};

const pollFrom = (endpoint: URL, {session, patienceMs = 10_000, signal = never}: Poll = {}): Promise<unknown> =>
	pollOnce({endpoint, token, session, patienceMs, dispatcher: newDispatcher()}, signal);

const failureOf = async (poll: Promise<unknown>): Promise<Error> => {
	const outcome = await poll.then(
		value => `answered ${inspect(value)}`,
		(error: unknown) => error,
	);
	if (outcome instanceof Error) return outcome;
	throw new Error(`expected a failure, got ${String(outcome)}`);
};

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

const page = '<!DOCTYPE html><title>502 Bad Gateway</title>';

/** What comes in place of an answer, and what it is taken for. The token is in each body that could be quoted. */
const troubles: readonly (readonly [string, Reply, object])[] = [
	['a web page', reply(`${page}${token}`), {path: 'answer', message: 'answer: expected JSON, got a web page'}],
	['an empty body', reply(''), {path: 'answer', message: 'answer: expected JSON, got an empty body'}],
	['blanks', reply(' \n'), {path: 'answer', message: 'answer: expected JSON, got an empty body'}],
	[
		'truncated JSON',
		reply(`{"Session":"${token}","Ev`),
		{path: 'answer', message: 'answer: expected JSON, got something else'},
	],
	['plain text', reply(`Timeout, please reconnect ${token}`), {path: 'answer'}],
	['a reset connection', reset, {failure: 'unreachable'}],
	['an answer that breaks off', brokenOff, {failure: 'unreachable'}],
	['an answer over the limit', hugeAnswer, {failure: 'too-large', message: 'the answer is larger than 8 MiB'}],
	['status 401', reply(token, 401), {code: 'TOKEN_REFUSED'}],
	['status 403', reply(page, 403), {code: 'TOKEN_REFUSED'}],
	['status 404', reply('', 404), {failure: 'status', message: 'the service answered with status 404'}],
	['status 204', reply('', 204), {failure: 'status'}],
	['a redirection', reply('', 302, {location: `http://127.0.0.1:1/?token=${token}`}), {failure: 'status'}],
	['status 500', reply(`${page}${token}`, 500), {failure: 'status', retryAfterSeconds: undefined}],
	['status 503 with an hour', reply('', 503, {'retry-after': '3600'}), {failure: 'status', retryAfterSeconds: 3600}],
	['status 503 with words', reply('', 503, {'retry-after': 'soon'}), {failure: 'status', retryAfterSeconds: undefined}],
	[
		'status 503 with less than nothing',
		reply('', 503, {'retry-after': '-7'}),
		{failure: 'status', retryAfterSeconds: undefined},
	],
];

describe('pollOnce', () => {
	it('asks with the token alone, then with the session, encoded', async () => {
		const server = await serve(reply(answer), reply(answer));
		expect(await pollFrom(server.endpoint)).toEqual(answer);
		await pollFrom(server.endpoint, {session: 'a&b=c d/é?#+'});
		expect(server.queries.map(query => [...query])).toEqual([
			[['token', token]],
			[
				['token', token],
				['session', 'a&b=c d/é?#+'],
			],
		]);
	});

	it.each(troubles)('takes %s for what it is', async (_, trouble, expected) => {
		const {endpoint} = await serve(trouble);
		expect(await failureOf(pollFrom(endpoint))).toMatchObject(expected);
	});

	it.each(troubles)('says no token in the error about %s', async (_, trouble) => {
		const {endpoint} = await serve(trouble);
		const error = await failureOf(pollFrom(endpoint));
		expect([TokenRefusedError, FeedUnreachableError, WireFormatError].some(kind => error instanceof kind)).toBe(true);
		expect(inspect(error, {depth: 12, showHidden: true, maxStringLength: null})).not.toContain(token);
	});

	it('tells a closed port', async () => {
		const error = await failureOf(pollFrom(new URL('http://127.0.0.1:1/')));
		expect(error).toMatchObject({failure: 'unreachable', message: expect.stringContaining('127.0.0.1:1')});
		expect(inspect(error, {depth: 12, showHidden: true})).not.toContain(token);
	});

	it('gives up on a server that hangs, before or in the answer', async () => {
		const {endpoint} = await serve(hang, response => response.writeHead(200).write('{"Session":'));
		for (const _ of ['before', 'in']) {
			const error = await failureOf(pollFrom(endpoint, {patienceMs: 50}));
			expect(error).toMatchObject({failure: 'timeout'});
			expect(inspect(error, {depth: 12, showHidden: true})).not.toContain(token);
		}
	});

	it('ends with the reason of the signal when it aborts', async () => {
		const {endpoint, requests} = await serve(hang);
		const controller = new AbortController();
		const poll = failureOf(pollFrom(endpoint, {signal: controller.signal}));
		await requests(1);
		const reason = new Error('the program ends');
		controller.abort(reason);
		expect(await poll).toBe(reason);
	});

	it('asks nothing when the signal has aborted already', async () => {
		const {endpoint, queries} = await serve(reply(answer));
		const error = await failureOf(pollFrom(endpoint, {signal: AbortSignal.abort()}));
		expect(error.name).toBe('AbortError');
		expect(queries).toEqual([]);
	});

	it('reads an answer up to the limit', async () => {
		const text = JSON.stringify({Session: 's'}).padEnd(answerLimitBytes, ' ');
		const {endpoint} = await serve(reply(text));
		expect(await pollFrom(endpoint)).toEqual({Session: 's'});
	});

	it('shows bytes that are no text as such, without failing', async () => {
		const {endpoint} = await serve(
			reply(Buffer.from([...Buffer.from('{"Message":"'), 0xff, 0xc3, ...Buffer.from('"}')])),
		);
		expect(await pollFrom(endpoint)).toEqual({Message: '\ufffd\ufffd'});
	});

	it('keeps a letter whole that comes in two pieces', async () => {
		const bytes = Buffer.from('{"Message":"é"}');
		const middle = bytes.indexOf(0xc3) + 1;
		const {endpoint} = await serve(response => {
			response.writeHead(200);
			response.write(bytes.subarray(0, middle), () => response.end(bytes.subarray(middle)));
		});
		expect(await pollFrom(endpoint)).toEqual({Message: 'é'});
	});
});
