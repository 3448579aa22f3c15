import {createServer, type Server} from 'node:http';
import type {Server as SecureServer} from 'node:https';
import type {Socket} from 'node:net';
import type {RequestHandler} from './request-handler.js';
import type {ServiceSettings} from './service-options.js';
import {upgradeOf} from './upgrades.js';

/** HTTP or HTTPS on one port, WebSockets included. */
export type WebServer = {
	/** Without a slash at the end: `http://127.0.0.1:41234`. */
	readonly url: string;
	/** How many requests came so far, those for a WebSocket included. */
	requests(): number;
	/** Lets what was just written go out, cuts the connections, and frees the port. */
	close(): Promise<void>;
};

/** Resolves when it listens. Rejects with the system's error when it cannot, for instance `EADDRINUSE`. */
export const startWebServer = async (settings: Settings, handle: RequestHandler): Promise<WebServer> => {
	const server = await createFor(settings.tls);
	const connections = new Set<Socket>();
	let requests = 0;
	server.on('connection', (connection: Socket) => {
		connections.add(connection);
		connection.once('close', () => connections.delete(connection));
	});
	server.on('request', (request, response) => {
		requests++;
		handle(request, response);
	});
	server.on('upgrade', (request, duplex, head) => {
		const wire = duplex as Socket;
		requests++;
		wire.on('error', () => wire.destroy());
		const upgrade = upgradeOf(request, wire, head);
		if (upgrade) handle(request, upgrade.response, upgrade);
	});
	return {
		url: await listening(server, settings),
		requests: () => requests,
		close: () => closed(server, connections),
	};
};

type Settings = Pick<ServiceSettings, 'host' | 'port' | 'tls'>;

type HttpServer = Server | SecureServer;

/** What encrypts is loaded when it is needed: a demo does not. */
const createFor = async (tls: Settings['tls']): Promise<HttpServer> => {
	if (!tls) return createServer();
	const {createServer: createSecureServer} = await import('node:https');
	return createSecureServer(tls);
};

const listening = (server: HttpServer, {host, port, tls}: Settings) =>
	new Promise<string>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, () => resolve(`${tls ? 'https' : 'http'}://${placeOf(server)}`));
	});

const placeOf = (server: HttpServer) => {
	const address = server.address();
	if (address === null || typeof address === 'string') throw new TypeError('The service listens on no port.');
	const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
	return `${host}:${address.port}`;
};

const closed = (server: HttpServer, connections: ReadonlySet<Socket>) =>
	new Promise<void>(resolve => {
		server.close(() => resolve());
		// The farewells just written leave first; clients that keep the connection open are then cut off.
		setImmediate(() => {
			for (const connection of connections) connection.destroy();
		});
	});
