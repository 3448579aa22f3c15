import {once} from 'node:events';
import {setTimeout as pause} from 'node:timers/promises';
import type {WebSocket} from 'ws';
import {dripPieces, huge, invalidUtf8, malformed, pieces} from './damage.js';
import type {FaultAt} from './faults.js';
import type {Connection} from './upgrades.js';

/** What each fault of stage `answer` makes of a message on a WebSocket. Rejects when the connection is lost meanwhile. */
export type DamagedMessages = Readonly<Record<FaultAt<'answer'>, Damage>>;

type Damage = (connection: Connection, text: string) => Promise<Outcome>;

/** `sent`: the message has come nevertheless. `goes-on`: it has not, but may. `ended`: nothing more goes out here. */
export type Outcome = 'sent' | 'goes-on' | 'ended';

/** `dripMs`: how long a dripping message takes. */
export const createDamagedMessages = (dripMs: number): DamagedMessages => ({
	truncated: cut,
	malformed: ({socket}, text) => sendAndAsk(socket, malformed(text)),
	drip: ({socket}, text) => drip(socket, text, dripMs),
	huge: ({socket}) => sendAndAsk(socket, huge()),
	'null-answer': ({socket}) => sendAndAsk(socket, 'null'),
	'invalid-utf8': ({socket}, text) => sendInvalid(socket, text),
	'socket-close': async ({socket}) => {
		socket.close(1011, 'Internal error');
		return 'ended';
	},
	'half-open': async connection => fallSilent(connection),
});

/** Resolves when the message is on its way. */
export const sendMessage = (socket: WebSocket, message: string | Buffer, isLast = true): Promise<void> =>
	new Promise((resolve, reject) => {
		socket.send(message, {binary: false, fin: isLast}, error => (error ? reject(error) : resolve()));
	});

/** What the client makes of such a message is its choice: the pong tells whether it stays. */
const sendAndAsk = async (socket: WebSocket, message: string | Buffer): Promise<Outcome> => {
	const decided = new AbortController();
	await sendMessage(socket, message);
	socket.ping();
	await Promise.race(['pong', 'close'].map(event => once(socket, event, {signal: decided.signal})));
	decided.abort();
	return socket.readyState === socket.OPEN ? 'goes-on' : 'ended';
};

/** RFC 6455, 8.1: whoever gets such a message fails the connection. One without a `Description` is as good as ever. */
const sendInvalid = async (socket: WebSocket, text: string): Promise<Outcome> => {
	const bytes = invalidUtf8(text);
	await sendMessage(socket, bytes);
	if (bytes.equals(Buffer.from(text))) return 'sent';
	socket.close(1007, 'Invalid text');
	return 'ended';
};

const drip = async (socket: WebSocket, text: string, dripMs: number): Promise<Outcome> => {
	const all = pieces(text);
	for (const [index, piece] of all.entries()) {
		await pause(dripMs / dripPieces);
		await sendMessage(socket, piece, index === all.length - 1);
	}
	return 'sent';
};

/** One that does not read does not answer either, not even a closing frame; nor does it notice that the client is gone. */
const fallSilent = ({socket, wire}: Connection): Outcome => {
	socket.pause();
	const timer = setTimeout(() => socket.terminate(), silenceMs).unref();
	wire.once('close', () => clearTimeout(timer));
	return 'ended';
};

const silenceMs = 600_000;

/** Sends the head of a text message of 2^16 bytes and half of what was to be in it (RFC 6455, 5.2). */
const cut = async ({wire}: Connection, text: string): Promise<Outcome> => {
	const half = Buffer.from(text.slice(0, text.length / 2));
	wire.write(Buffer.concat([Buffer.from([0x81, 126, 0xff, 0xff]), half.subarray(0, 0xfffe)]), () => wire.destroy());
	return 'ended';
};
