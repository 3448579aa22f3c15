import {createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse} from 'node:http';
import {createServer as createTlsServer, type ServerOptions} from 'node:https';
import type {AddressInfo} from 'node:net';
import {onTestFinished} from 'vitest';

/** How one request is answered. */
export type Reply = (response: ServerResponse, request: IncomingMessage) => void;

export type ScriptedServer = {
	readonly endpoint: URL;
	/** The query of each request so far. */
	readonly queries: readonly URLSearchParams[];
	/** How many connections have been made. */
	connections(): number;
	/** Resolves when so many requests have come. */
	requests(count: number): Promise<void>;
};

/** Answers with JSON, or with the text as it is. */
export const reply =
	(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Reply =>
	response => {
		response
			.writeHead(status, headers)
			.end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body));
	};

/** Never answers: the connection hangs. */
export const hang: Reply = () => undefined;

export type Place = {
	/** `127.0.0.1` unless said otherwise. */
	readonly host?: string;
	/** With a certificate: over TLS. */
	readonly tls?: ServerOptions;
};

export type Listening = {readonly server: Server; readonly endpoint: URL; connections(): number};

/** A real server on a free port, until the test ends. */
export const listen = async (answer: RequestListener, {host = '127.0.0.1', tls}: Place = {}): Promise<Listening> => {
	const server = tls ? createTlsServer(tls, answer) : createServer(answer);
	let connections = 0;
	server.on(tls ? 'secureConnection' : 'connection', () => {
		connections += 1;
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject).listen(0, host, resolve);
	});
	onTestFinished(async () => {
		server.closeAllConnections();
		await new Promise(resolve => server.close(resolve));
	});
	const {port} = server.address() as AddressInfo;
	const name = host.includes(':') ? `[${host}]` : host;
	return {server, endpoint: new URL(`${tls ? 'https' : 'http'}://${name}:${port}/`), connections: () => connections};
};

/** A real server that answers requests one after the other by the script, and hangs at its end. */
export const serve = (...script: readonly Reply[]): Promise<ScriptedServer> => serveAt({}, script);

export const serveAt = async (place: Place, script: readonly Reply[]): Promise<ScriptedServer> => {
	const queries: URLSearchParams[] = [];
	const waiting: (() => void)[] = [];
	const {endpoint, connections} = await listen((request, response) => {
		const answer = script[queries.length] ?? hang;
		queries.push(new URL(request.url ?? '/', 'http://localhost').searchParams);
		for (const check of waiting) check();
		answer(response, request);
	}, place);
	return {
		endpoint,
		queries,
		connections,
		requests: count =>
			new Promise(resolve => {
				const check = (): void => {
					if (queries.length >= count) resolve();
				};
				waiting.push(check);
				check();
			}),
	};
};
