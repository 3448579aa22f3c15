import {createServer, type IncomingMessage, request, type ServerResponse} from 'node:http';
import {type AddressInfo, connect} from 'node:net';
import type {Duplex} from 'node:stream';
import {onTestFinished} from 'vitest';

export type Proxy = {
	/** With credentials when it asks for some. */
	readonly url: string;
	/** What went through it: `CONNECT 127.0.0.1:443`, `GET http://127.0.0.1/`. Nothing of a tunnel's content. */
	readonly log: readonly string[];
};

export type ProxyRules = {
	/** `name:password` it asks for. */
	readonly credentials?: string;
	/** The status it answers everything with, in place of doing it. */
	readonly refusal?: number;
};

/** A real proxy on a free port, until the test ends: tunnels for who asks with CONNECT, and passes plain requests on. */
export const serveProxy = async ({credentials, refusal}: ProxyRules = {}): Promise<Proxy> => {
	const log: string[] = [];
	const open = new Set<Duplex>();
	const refuses = ({headers}: IncomingMessage): number | undefined => {
		const wanted = credentials && `Basic ${Buffer.from(credentials).toString('base64')}`;
		return wanted && headers['proxy-authorization'] !== wanted ? 407 : refusal;
	};
	const server = createServer((asked: IncomingMessage, response: ServerResponse) => {
		log.push(`${asked.method} ${new URL(asked.url ?? '').origin}`);
		const status = refuses(asked);
		if (status) {
			response.writeHead(status).end();
			return;
		}
		const {method, headers} = asked;
		const passed = request(asked.url ?? '', {method, headers}, answer => {
			response.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(response);
		});
		passed.on('error', () => response.destroy());
		response.on('close', () => passed.destroy());
		asked.pipe(passed);
	});
	server.on('connect', (asked: IncomingMessage, client: Duplex) => {
		log.push(`CONNECT ${asked.url}`);
		const status = refuses(asked);
		if (status) {
			client.end(`HTTP/1.1 ${status} No\r\n\r\n`);
			return;
		}
		const {hostname, port} = new URL(`http://${asked.url}`);
		const target = connect(Number(port) || 80, hostname.replace(/^\[|\]$/g, ''), () => {
			client.write('HTTP/1.1 200 Connected\r\n\r\n');
			client.pipe(target).pipe(client);
		});
		for (const end of [client, target]) {
			open.add(end);
			end.on('error', () => undefined);
			end.on('close', () => {
				client.destroy();
				target.destroy();
			});
		}
	});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(async () => {
		for (const end of open) end.destroy();
		server.closeAllConnections();
		await new Promise(resolve => server.close(resolve));
	});
	const {port} = server.address() as AddressInfo;
	return {url: `http://${credentials ? `${credentials}@` : ''}127.0.0.1:${port}`, log};
};
