import {readFileSync} from 'node:fs';
import {createServer as createWebServer} from 'node:http';
import {createServer as createEncryptedServer} from 'node:https';
import {type AddressInfo, connect, createServer, type Server, type Socket} from 'node:net';
import {join} from 'node:path';
import {onTestFinished} from 'vitest';
import type {Answer} from './event-service.js';

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'tls');

/** Signed by itself, for the name `localhost`. */
export const certificatePath = join(fixtures, 'cert.pem');

/** Listens on a free port of this machine until the test is over. */
export const listening = async (server: Server): Promise<number> => {
	const sockets = new Set<Socket>();
	server.on('connection', (socket: Socket) => {
		sockets.add(socket);
		socket.on('error', () => undefined);
	});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => {
		server.close();
		for (const socket of sockets) socket.destroy();
	});
	return (server.address() as AddressInfo).port;
};

/** A port nobody listens on any more. */
export const closedPort = async (): Promise<number> => {
	const server = createServer();
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	const {port} = server.address() as AddressInfo;
	await new Promise<void>(resolve => server.close(() => resolve()));
	return port;
};

/** A service over TLS, whose certificate nobody else signed. */
export const serveEncrypted = (answer: Answer): Promise<number> =>
	listening(
		createEncryptedServer({key: readFileSync(join(fixtures, 'key.pem')), cert: readFileSync(certificatePath)}, answer),
	);

/** A proxy that connects to whatever it is asked for; with a password, only for who knows it. */
export const serveProxy = async (
	authorization?: string,
): Promise<{readonly port: number; readonly asked: readonly string[]}> => {
	const asked: string[] = [];
	const server = createWebServer((_request, response) => {
		response.statusCode = 502;
		response.end();
	});
	server.on('connect', ({url = '', headers}, socket: Socket) => {
		asked.push(url);
		if (headers['proxy-authorization'] !== authorization) {
			socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
			return;
		}
		const [host = '', port] = url.split(':');
		const onward = connect(Number(port), host, () => {
			socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
			socket.pipe(onward).pipe(socket);
		});
		onward.on('error', () => socket.destroy());
		socket.on('close', () => onward.destroy());
	});
	return {port: await listening(server), asked};
};
