import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {text} from 'node:stream/consumers';

export type Asked = {
	readonly method: string;
	readonly url: string;
	readonly headers: IncomingMessage['headers'];
	readonly body: string;
};

/** A server on loopback that notes what it is asked, and does with it what it likes. */
export type PopServer = {
	readonly url: string;
	readonly asked: readonly Asked[];
	/** Resolves when so many requests have come. */
	heard(count: number): Promise<void>;
	/** Bytes that the server could get rid of. */
	sent(): number;
	close(): Promise<void>;
};

type Answer = (response: ServerResponse, asked: Asked) => void;

export const startPopServer = async (answer: Answer): Promise<PopServer> => {
	const asked: Asked[] = [];
	const waiting: {readonly count: number; readonly resolve: () => void}[] = [];
	let sent = 0;
	const server = createServer(async (request, response) => {
		const {method = '', url = '', headers, socket} = request;
		const came = {method, url, headers, body: await text(request)};
		asked.push(came);
		for (const {count, resolve} of waiting) if (asked.length >= count) resolve();
		socket.once('close', () => {
			sent += socket.bytesWritten;
		});
		response.on('error', () => undefined);
		answer(response, came);
	});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		asked,
		heard: count =>
			new Promise(resolve => {
				if (asked.length >= count) resolve();
				else waiting.push({count, resolve});
			}),
		sent: () => sent,
		close: () =>
			new Promise(resolve => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
};

const block = Buffer.alloc(64 * 1024, 'a');

/** What a server may do to whoever asks it. */
export const answers = {
	page: (response: ServerResponse) => {
		response.writeHead(200, {'content-type': 'text/html; charset=utf-8'});
		response.end(
			'<html><head><title>Dupont</title></head><body><h1>Dupont &amp; fils</h1><p>Client depuis 2019</p></body></html>',
		);
	},
	/** Never says a word. */
	hang: () => undefined,
	/** A drop of the page, and never the end. */
	drip: (response: ServerResponse) => {
		response.writeHead(200, {'content-type': 'text/html'});
		response.write('<html><body>one drop');
	},
	circle: (response: ServerResponse, {url}: Asked) => {
		response.writeHead(302, {location: url === '/a' ? '/b' : '/a'});
		response.end();
	},
	/** 1 GB, as fast as it is taken. */
	flood: (response: ServerResponse) => {
		response.writeHead(200, {'content-type': 'text/html', 'content-length': 1024 ** 3});
		let left = 1024 ** 3;
		const pour = (): void => {
			while (left > 0 && !response.destroyed) {
				left -= block.length;
				if (!response.write(block)) {
					response.once('drain', pour);
					return;
				}
			}
		};
		pour();
	},
	binary: (response: ServerResponse) => {
		response.writeHead(200, {'content-type': 'text/html'});
		response.end(Buffer.from([0x1f, 0x8b, 0, 0, 1, 2, 3]));
	},
	picture: (response: ServerResponse) => {
		response.writeHead(200, {'content-type': 'image/png'});
		response.end('PNG');
	},
	packed: (response: ServerResponse) => {
		response.writeHead(200, {'content-type': 'text/html', 'content-encoding': 'gzip'});
		response.end('x');
	},
	fault: (response: ServerResponse) => {
		response.writeHead(503);
		response.end('no');
	},
	cut: (response: ServerResponse) => {
		response.writeHead(200, {'content-type': 'text/html', 'content-length': 1000});
		response.write('<html>');
		response.flushHeaders();
		setImmediate(() => response.destroy());
	},
} as const satisfies Readonly<Record<string, Answer>>;

export const redirectTo =
	(location: string, status = 302): Answer =>
	response => {
		response.writeHead(status, {location});
		response.end();
	};
