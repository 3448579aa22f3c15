import {WebSocket} from 'undici';
import {FeedUnreachableError} from '../../errors.js';
import {asSocketUrl} from './endpoint.js';
import {type Handshake, watchHandshake} from './handshake.js';
import {isCut, networkFailure} from './network-failures.js';
import {createSocketLine, type SocketLine, type SocketTools} from './socket-line.js';

/** A WebSocket that is open. */
export type OpenSocket = Pick<SocketLine, 'take'> & {close(): void};

/** Open; or not opened by a service that is there: answered otherwise, cut before it opened, or not answered at all. */
export type Opening = {readonly socket: OpenSocket} | {readonly refusal: FeedUnreachableError};

/**
Opens a WebSocket. Throws FeedUnreachableError when the service is not reached, and the signal's reason when that aborts;
taking throws that too when it happens later.
*/
export const openSocket = async (url: URL, tools: SocketTools, signal: AbortSignal): Promise<Opening> => {
	signal.throwIfAborted();
	const handshake = watchHandshake(tools.dispatcher);
	const socket = new WebSocket(asSocketUrl(url), {dispatcher: handshake.dispatcher});
	const line = createSocketLine(socket, url, tools);
	const outcome = await settled({socket, handshake, line}, tools, signal);
	if (outcome === 'open') return {socket: whileListening(line, signal)};
	line.hangUp();
	signal.throwIfAborted();
	return {refusal: outcome === 'late' ? late(url, tools) : refusalOf(handshake, url)};
};

type Outcome = 'open' | 'closed' | 'late' | 'aborted';
type Parts = {readonly socket: WebSocket; readonly handshake: Handshake; readonly line: SocketLine};

const settled = ({socket, handshake, line}: Parts, {timers, times}: SocketTools, signal: AbortSignal) =>
	new Promise<Outcome>(resolve => {
		const settle = (outcome: Outcome): void => {
			cancel();
			signal.removeEventListener('abort', abort);
			resolve(outcome);
		};
		const abort = (): void => settle('aborted');
		const cancel = timers.after(times.opening, () => settle('late'));
		signal.addEventListener('abort', abort, {once: true});
		socket.addEventListener('close', () => settle('closed'));
		// The first message may follow at once: from here on somebody listens.
		socket.addEventListener('open', () => {
			const connection = handshake.connection();
			if (connection) line.open(connection);
			settle(connection ? 'open' : 'closed');
		});
	});

const whileListening = (line: SocketLine, signal: AbortSignal): OpenSocket => {
	const stop = (): void => line.end(signal.reason);
	if (signal.aborted) stop();
	signal.addEventListener('abort', stop, {once: true});
	return {
		take: line.take,
		close: () => {
			signal.removeEventListener('abort', stop);
			line.hangUp();
		},
	};
};

const late = ({host}: URL, {times}: SocketTools): FeedUnreachableError => {
	const seconds = Math.round(times.opening / 1000);
	return new FeedUnreachableError(`${host} opened no WebSocket within ${seconds} s`, {failure: 'timeout'});
};

/** Throws when the service was not reached. */
const refusalOf = (handshake: Handshake, url: URL): FeedUnreachableError => {
	const status = handshake.status();
	if (status !== undefined) {
		const words = `the service answered with status ${status} instead of opening a WebSocket`;
		return new FeedUnreachableError(words, {failure: 'status', status});
	}
	const error = handshake.error();
	if (error !== undefined && !isCut(error)) throw networkFailure(error, url);
	return new FeedUnreachableError(`${url.host} closed the connection instead of opening a WebSocket`, {
		failure: 'unreachable',
	});
};
