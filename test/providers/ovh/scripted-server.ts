import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {onTestFinished} from 'vitest';

/** How one request is answered. */
export type Reply = (response: ServerResponse, request: IncomingMessage) => void;

export type ScriptedServer = {
	readonly endpoint: URL;
	/** The query of each request so far. */
	readonly queries: readonly URLSearchParams[];
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

/** A real server on a free port that answers requests one after the other by the script, and hangs at its end. */
export const serve = async (...script: readonly Reply[]): Promise<ScriptedServer> => {
	const queries: URLSearchParams[] = [];
	const waiting: (() => void)[] = [];
	const server = createServer((request, response) => {
		const answer = script[queries.length] ?? hang;
		queries.push(new URL(request.url ?? '/', 'http://localhost').searchParams);
		for (const check of waiting) check();
		answer(response, request);
	});
	await new Promise<void>(resolve => {
		server.listen(0, '127.0.0.1', resolve);
	});
	onTestFinished(async () => {
		server.closeAllConnections();
		await new Promise(resolve => server.close(resolve));
	});
	return {
		endpoint: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
		queries,
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
