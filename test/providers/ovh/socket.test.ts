import type {Duplex} from 'node:stream';
import {Agent} from 'undici';
import {describe, expect, it} from 'vitest';
import {answerLimitBytes} from '../../../source/providers/ovh/http.js';
import {inboxLimits} from '../../../source/providers/ovh/inbox.js';
import {createPatience} from '../../../source/providers/ovh/patience.js';
import {type Opening, type OpenSocket, openSocket} from '../../../source/providers/ovh/socket.js';
import {usualTimes} from '../../../source/providers/ovh/timers.js';
import {expectSecretFree, failureOf, newTools, until} from './asking.js';
import {selfSigned} from './certificates.js';
import {listen, type Place} from './scripted-server.js';
import {type SessionRules, serveSessions, sessionSecret} from './session-server.js';

const open = (endpoint: URL, signal = new AbortController().signal): Promise<Opening> => {
	const url = new URL(`v2/session/1-${sessionSecret}/events/websocket`, endpoint);
	// As others may hand one in: with limits of its own.
	const tools = newTools({dispatcher: until(new Agent())});
	return openSocket(url, {...tools, times: usualTimes, silence: createPatience(60_000)}, signal);
};

const openAt = async (rules: SessionRules, place: Place = {}): Promise<Opening> =>
	open((await serveSessions(rules, place)).endpoint);

const socketOf = (opening: Opening): OpenSocket => {
	if ('socket' in opening) return opening.socket;
	throw opening.refusal;
};

const refusalOf = (opening: Opening): Error => {
	if ('refusal' in opening) return opening.refusal;
	throw new Error('it has opened');
};

const answer = (text: string) => () => (connection: Duplex) => {
	connection.end(text.replaceAll('\n', '\r\n'));
};
const wrongKey = 'HTTP/1.1 101 Yes\nUpgrade: websocket\nConnection: Upgrade\nSec-WebSocket-Accept: wrong\n\n';

describe('openSocket', () => {
	it('gives what comes, and then why no more does', async () => {
		const socket = socketOf(
			await openAt({
				open: other => {
					other.send('a');
					other.close(1001);
				},
			}),
		);
		expect((await socket.take()).messages).toEqual(['a']);
		await expect(socket.take()).rejects.toMatchObject({message: 'the service closed the connection (code 1001)'});
		socket.close();
	});

	it.each([
		['another status', answer('HTTP/1.1 403 No\n\n'), {status: 403, failure: 'status'}],
		['a page', answer('HTTP/1.1 200 OK\ncontent-length: 2\n\nhi'), {status: 200, failure: 'status'}],
		['a redirection', answer('HTTP/1.1 302 No\nlocation: /elsewhere\n\n'), {status: 302, failure: 'status'}],
		['another protocol', answer('SSH-2.0-hello\n\n'), {failure: 'unreachable'}],
		['the end of the connection', answer(''), {failure: 'unreachable'}],
		['somebody who does not know the handshake', answer(wrongKey), {failure: 'unreachable'}],
	])('takes %s for a refusal', async (_, upgrade, expected) => {
		const refusal = refusalOf(await openAt({upgrade}));
		expect(refusal).toMatchObject(expected);
		expectSecretFree(refusal, sessionSecret);
	});

	it('throws when nobody is there: that says nothing about WebSockets', async () => {
		const {server, endpoint} = await listen(() => undefined);
		await new Promise(resolve => server.close(resolve));
		const error = await failureOf(open(endpoint));
		expect(error.message).toBe(`cannot reach ${endpoint.host}: nothing listens there (ECONNREFUSED)`);
		expectSecretFree(error, sessionSecret);
	});

	it('throws when whoever is there cannot be trusted', async () => {
		const error = await failureOf(openAt({}, {tls: selfSigned}));
		expect(error.message).toContain('NODE_EXTRA_CA_CERTS (DEPTH_ZERO_SELF_SIGNED_CERT)');
		expectSecretFree(error, sessionSecret);
	});

	it('does not open one when the signal has aborted already', async () => {
		const server = await serveSessions();
		expect((await failureOf(open(server.endpoint, AbortSignal.abort()))).name).toBe('AbortError');
		expect(server.log).toEqual([]);
	});

	it('takes no message over 8 MiB, though the dispatcher would', async () => {
		const socket = socketOf(await openAt({open: other => other.send(' '.repeat(answerLimitBytes + 1))}));
		await expect(socket.take()).rejects.toMatchObject({
			failure: 'too-large',
			message: 'a message is larger than 8 MiB',
		});
		socket.close();
	});

	it('takes one of 8 MiB', async () => {
		const socket = socketOf(await openAt({open: other => other.send(' '.repeat(answerLimitBytes))}));
		expect((await socket.take()).messages).toHaveLength(1);
		socket.close();
	});

	it('fails clearly when far more comes than is taken, hangs up, and gives what it has', async () => {
		const most = inboxLimits.messages;
		const hungUp = Promise.withResolvers<void>();
		const socket = socketOf(
			await openAt({
				open: other => {
					other.once('close', () => hungUp.resolve());
					for (let index = 0; index < most + 1000; index += 1) other.send('{}');
				},
			}),
		);
		await hungUp.promise;
		expect((await socket.take()).messages).toHaveLength(most + 1);
		await expect(socket.take()).rejects.toMatchObject({
			failure: 'too-large',
			message: '100001 messages came faster than they could be worked on',
		});
		socket.close();
	});
});
