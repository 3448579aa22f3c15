import {ping, type WebSocket} from 'undici';
import {FeedUnreachableError, WireFormatError} from '../../errors.js';
import type {Connection} from './handshake.js';
import {answerLimitBytes, type HttpTools} from './http.js';
import {createInbox, type Inbox} from './inbox.js';
import {type KeepAlive, keepAlive} from './keep-alive.js';
import type {Patience} from './patience.js';
import type {Times} from './timers.js';

export type SocketTools = HttpTools & {
	readonly times: Times;
	/** With silence; kept from one connection to the next. */
	readonly silence: Patience;
};

/** What is heard on a WebSocket. */
export type SocketLine = Pick<Inbox, 'take' | 'end'> & {
	/** It is open: it is kept alive from now on. To be called as soon as that is known. */
	open(connection: Connection): void;
	/** Ends it from our side; what was not taken is lost. */
	hangUp(): void;
};

/**
Listens to a WebSocket. Taking throws FeedUnreachableError when it was closed, cut, is dead or brings more than can be
worked on, and WireFormatError when something else than messages in text came.
*/
export const createSocketLine = (socket: WebSocket, {host}: URL, tools: SocketTools): SocketLine => {
	const {timers, times, silence, now} = tools;
	const inbox = createInbox();
	let connection: Connection | undefined;
	let life: KeepAlive | undefined;
	const drop = (error: unknown): void => {
		inbox.end(error);
		life?.stop();
		connection?.destroy();
	};
	socket.binaryType = 'arraybuffer';
	socket.addEventListener('message', ({data}) => {
		life?.told();
		const problem = problemWith(data);
		if (problem) drop(problem);
		else if (!inbox.put(data, now())) connection?.destroy();
	});
	socket.addEventListener('close', ({code}) => {
		inbox.end(closing(code, {host, connection}));
		life?.stop();
	});
	return {
		take: inbox.take,
		end: inbox.end,
		open: opened => {
			connection = opened;
			life = keepAlive({
				timers,
				times,
				patience: silence,
				ping: () => ping(socket),
				pulse: () => inbox.pulse(now()),
				died: () => drop(dead(host)),
			});
			// undici tells of no pong but through a channel of the whole process. Any byte will do as a sign of life, save
			// those of a farewell.
			opened.on('data', () => {
				if (socket.readyState === socket.OPEN) life?.heard();
			});
			// Public programs began so; what for is not documented.
			socket.send('');
		},
		hangUp: () => {
			life?.stop();
			socket.close();
			connection?.end();
			timers.after(farewellMs, () => connection?.destroy());
		},
	};
};

/** Who does not take leave within this is left. */
const farewellMs = 2000;

const problemWith = (data: unknown): Error | undefined => {
	if (typeof data !== 'string') return new WireFormatError('message', 'expected text, got bytes');
	if (data.length <= answerLimitBytes) return undefined;
	return new FeedUnreachableError('a message is larger than 8 MiB', {failure: 'too-large'});
};

const dead = (host: string): FeedUnreachableError =>
	new FeedUnreachableError(`no sign of life from ${host} on the open connection`, {failure: 'timeout'});

type Circumstances = {readonly host: string; readonly connection: Connection | undefined};

/** Closed without a farewell. Source: RFC 6455, 7.1.5. */
const cutCode = 1006;

const closing = (code: number, {host, connection}: Circumstances): Error => {
	if (code !== cutCode) return unreachable(`the service closed the connection (code ${code})`);
	// Neither ended nor broken: undici closed it itself, for what it will not read.
	const isOurs = connection !== undefined && !connection.readableEnded && connection.errored === null;
	return isOurs
		? new WireFormatError('message', 'expected messages of a WebSocket, of at most 8 MiB')
		: unreachable(`the connection to ${host} was cut`);
};

const unreachable = (words: string): FeedUnreachableError => new FeedUnreachableError(words, {failure: 'unreachable'});
