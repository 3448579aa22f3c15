import {once} from 'node:events';
import {onTestFinished} from 'vitest';
import {WebSocket} from 'ws';
import type {Service} from '../../source/simulator/server.js';
import {openSession} from './serving.js';

/** A client on a WebSocket of a v2 session. */
export type Listener = {
	readonly socket: WebSocket;
	/** The next message, as soon as there is one. Rejects when the WebSocket closes before. */
	next(): Promise<string>;
	/** The code it is closed with. */
	readonly closed: Promise<number>;
};

/** Opened, and ended with the test. */
export const listen = async (service: Service, session?: string): Promise<Listener> => {
	const listener = connect(service, session ?? (await openSession(service, service.token)));
	await once(listener.socket, 'open');
	return listener;
};

/** Perhaps not open yet. */
export const connect = (service: Service, session: string): Listener => {
	const socket = new WebSocket(`${service.url.replace('http', 'ws')}/v2/session/${session}/events/websocket`);
	onTestFinished(() => socket.terminate());
	const messages: string[] = [];
	socket.on('message', data => messages.push(String(data)));
	const closed = new Promise<number>(resolve => {
		socket.once('close', resolve);
	});
	socket.on('error', () => undefined);
	return {
		socket,
		next: async () => {
			if (messages.length === 0) await Promise.race([once(socket, 'message'), closed.then(tooLate)]);
			return messages.shift() ?? '';
		},
		closed,
	};
};

const tooLate = (code: number): never => {
	throw new Error(`Closed with ${code} before a message came.`);
};

/** The names of the next events. */
export const hear = async (listener: Listener, count: number): Promise<readonly string[]> => {
	const heard: string[] = [];
	while (heard.length < count) heard.push(JSON.parse(await listener.next()).event);
	return heard;
};
