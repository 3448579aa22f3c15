import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

/** An event service with its answers fixed beforehand. */
export type EventService = {
	readonly url: string;
	/** The queries that came, decoded. */
	readonly queries: readonly URLSearchParams[];
	close(): Promise<void>;
};

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Answers the first poll with these events, texts as on the wire, and holds all others for good. */
export const serveEvents = (events: readonly string[]): Promise<EventService> => {
	let isFirst = true;
	return serve((_request, response) => {
		if (!isFirst) return;
		isFirst = false;
		response.setHeader('content-type', 'application/json');
		response.end(`{"Session":"cursor-1","Message":"","Events":[${events.join(',')}]}`);
	});
};

/** Answers every poll with a status and a page. */
export const serveStatus = (status: number): Promise<EventService> =>
	serve((_request, response) => {
		response.statusCode = status;
		response.end('<html>not today</html>');
	});

/** Answers every request as the function does. */
export const serve = async (answer: Answer): Promise<EventService> => {
	const queries: URLSearchParams[] = [];
	const server = createServer((request, response) => {
		queries.push(new URL(request.url ?? '', 'http://service').searchParams);
		answer(request, response);
	});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	const {port} = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/`,
		queries,
		close: () =>
			new Promise(resolve => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
};
