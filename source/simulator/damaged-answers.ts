import type {ServerResponse} from 'node:http';
import {setTimeout as pause} from 'node:timers/promises';
import {type Content, commonHeaders} from './answers.js';
import {dripPieces, huge, invalidUtf8, malformed, pieces} from './damage.js';
import type {FaultAt} from './faults.js';

/** What each fault of stage `answer` makes of the answer to a poll. */
export type DamagedAnswers = Readonly<Record<FaultAt<'answer'>, DamagedAnswer>>;

export type DamagedAnswer = {
	/** Whether the client can still read the events. */
	readonly isReadable: boolean;
	readonly send: (response: ServerResponse, content: Content) => void;
};

/** `dripMs`: how long a dripping answer takes. */
export const createDamagedAnswers = (dripMs: number): DamagedAnswers => ({
	truncated: {isReadable: false, send: sendHalf},
	malformed: {isReadable: false, send: (response, {type, body}) => sendBytes(response, type, malformed(body))},
	drip: {isReadable: true, send: (response, content) => void drip(response, content, dripMs)},
	huge: {isReadable: false, send: (response, {type}) => sendBytes(response, type, huge())},
	'null-answer': {isReadable: false, send: (response, {type}) => sendBytes(response, type, 'null')},
	'invalid-utf8': {isReadable: true, send: (response, {type, body}) => sendBytes(response, type, invalidUtf8(body))},
	'socket-close': {isReadable: false, send: sendBeginning},
	'half-open': {isReadable: false, send: () => undefined},
});

const sendBytes = (response: ServerResponse, type: string, bytes: Buffer | string) => {
	response.writeHead(200, {...commonHeaders, 'Content-Type': type}).end(bytes);
};

/** Promises a byte more than there is, so that an answer without a body is cut as well. */
const sendHalf = (response: ServerResponse, {type, body}: Content) => {
	const bytes = Buffer.from(body);
	const half = bytes.subarray(0, bytes.length / 2);
	response.writeHead(200, {...commonHeaders, 'Content-Type': type, 'Content-Length': bytes.length + 1});
	response.flushHeaders();
	response.write(half, () => response.destroy());
};

const sendBeginning = (response: ServerResponse, {type}: Content) => {
	response.writeHead(200, {...commonHeaders, 'Content-Type': type});
	response.write(' ', () => response.destroy());
};

const drip = async (response: ServerResponse, {type, body}: Content, dripMs: number) => {
	response.writeHead(200, {...commonHeaders, 'Content-Type': type});
	for (const piece of pieces(body)) {
		await pause(dripMs / dripPieces);
		if (response.destroyed) return;
		response.write(piece);
	}
	response.end();
};
