import {type IncomingMessage, ServerResponse} from 'node:http';
import type {Socket} from 'node:net';
import type {WebSocket, WebSocketServer} from 'ws';

/** A request to go on as a WebSocket, and the response for when it does not come to that. */
export type Upgrade = {
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
	readonly wire: Socket;
	readonly head: Buffer;
};

/** A WebSocket and the connection it runs over. */
export type Connection = {readonly socket: WebSocket; readonly wire: Socket};

/**
The response is sent over the connection as it would be without the wish for an upgrade; the connection then ends.
Undefined when another answer is still to come on this connection: it is cut, since none of the two could be told apart.
*/
export const upgradeOf = (request: IncomingMessage, wire: Socket, head: Buffer): Upgrade | undefined => {
	const response = new ServerResponse(request);
	response.shouldKeepAlive = false;
	try {
		response.assignSocket(wire);
	} catch {
		wire.destroy();
		return undefined;
	}
	response.once('finish', () => wire.end());
	return {request, response, wire, head};
};

/** Makes a WebSocket of a connection. Never resolves when the request is not in order; it has been answered then. */
export type Acceptor = (upgrade: Upgrade) => Promise<Connection>;

/** What makes WebSockets is loaded for the first one: most clients poll. */
export const createAcceptor = (): Acceptor => {
	let loading: Promise<WebSocketServer> | undefined;
	return async ({request, response, wire, head}) => {
		loading ??= load();
		const server = await loading;
		response.detachSocket(wire);
		return new Promise(resolve => {
			server.handleUpgrade(request, wire, head, socket => {
				// A frame that is wrong closes the WebSocket; there is nothing else to do about it.
				socket.on('error', () => undefined);
				resolve({socket, wire});
			});
		});
	};
};

const load = async () => {
	const {WebSocketServer} = await import('ws');
	return new WebSocketServer({noServer: true, maxPayload: largestFromClient});
};

/** Clients have nothing to say. */
const largestFromClient = 65_536;
