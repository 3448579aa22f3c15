import type {IncomingMessage} from 'node:http';
import type {Duplex} from 'node:stream';
import {onTestFinished} from 'vitest';
import {type WebSocket, WebSocketServer} from 'ws';
import {listen, type Place, type Reply, reply} from './scripted-server.js';

/** What the service does. Each is asked with how many of its kind came before. */
export type SessionRules = {
	/** To `POST v2/session`. By default a session `session-N-secret`. */
	readonly begin?: (count: number) => Reply | undefined;
	/** To a subscription; by default it is accepted. */
	readonly subscribe?: (token: string, count: number) => Reply | undefined;
	/** To a poll; by default it hangs. */
	readonly poll?: (count: number) => Reply | undefined;
	/** To a request for a WebSocket, in place of opening it. */
	readonly upgrade?: (count: number) => ((socket: Duplex) => void) | undefined;
	/** Answers no ping. */
	readonly isDeaf?: boolean;
	/** Offers to compress, and does. */
	readonly compresses?: boolean;
	/** On a WebSocket that has opened. */
	readonly open?: (socket: WebSocket, count: number) => void;
};

export type SessionServer = {
	readonly endpoint: URL;
	/** What was asked: `begin`, `subscribe 1 TOKEN`, `poll 1`, `socket 1`, with the number of the session. */
	readonly log: readonly string[];
	/** Resolves when so many requests have come. */
	requests(count: number): Promise<void>;
	/** The WebSocket of this number, once it has opened. */
	socket(index: number): Promise<WebSocket>;
};

/** The ids are secrets. */
export const sessionSecret = 'k9Xw2Tq7';
const sessionId = (number: number): string => `${number}-${sessionSecret}`;

/** A service of version 2 on a free port, until the test ends. */
export const serveSessions = async (rules: SessionRules = {}, place: Place = {}): Promise<SessionServer> => {
	const log: string[] = [];
	const opened: WebSocket[] = [];
	const counts = {begin: 0, subscribe: 0, poll: 0, upgrade: 0};
	const waiting = new Set<() => void>();
	const tell = (): void => {
		for (const check of waiting) check();
	};
	const reached = (isSo: () => boolean): Promise<void> =>
		new Promise(resolve => {
			const check = (): void => {
				if (isSo()) resolve();
			};
			waiting.add(check);
			check();
		});
	const note = (what: string): void => {
		log.push(what);
		tell();
	};
	const answer = (request: IncomingMessage): Reply | undefined => {
		const [, , session, step, last = ''] = stepsOf(request);
		const number = session?.split('-')[0];
		if (session === undefined) {
			counts.begin += 1;
			note('begin');
			return rules.begin?.(counts.begin - 1) ?? reply({id: sessionId(counts.begin), creation: 'now'});
		}
		if (step === 'subscribe') {
			note(`subscribe ${number} ${last}`);
			return rules.subscribe?.(last, counts.subscribe++) ?? reply(`Successfully subscribed on token ${last}`);
		}
		note(`poll ${number}`);
		return rules.poll?.(counts.poll++);
	};
	const {server, endpoint} = await listen((request, response) => answer(request)?.(response, request), place);
	const sockets = new WebSocketServer({
		noServer: true,
		autoPong: rules.isDeaf !== true,
		perMessageDeflate: rules.compresses ? {threshold: 0} : false,
	});
	server.on('upgrade', (request, connection, head) => {
		note(`socket ${stepsOf(request)[2]?.split('-')[0]}`);
		const refuse = rules.upgrade?.(counts.upgrade++);
		if (refuse) return refuse(connection);
		sockets.handleUpgrade(request, connection, head, socket => {
			opened.push(socket);
			rules.open?.(socket, opened.length - 1);
			tell();
		});
	});
	onTestFinished(() => {
		for (const socket of opened) socket.terminate();
	});
	return {
		endpoint,
		log,
		requests: count => reached(() => log.length >= count),
		socket: async index => {
			await reached(() => opened.length > index);
			const socket = opened[index];
			if (socket) return socket;
			throw new Error(`no WebSocket ${index}`);
		},
	};
};

/** `v2`, `session`, `ID`, … whatever the path of the endpoint. */
const stepsOf = ({url = ''}: IncomingMessage): readonly string[] => {
	const steps = new URL(url, 'http://service').pathname.split('/').map(decodeURIComponent);
	return steps.slice(steps.indexOf('v2'));
};
