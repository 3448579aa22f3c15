import type {WebSocket} from 'ws';
import {sessionNotFound} from './answers.js';
import {createDamagedMessages} from './damaged-messages.js';
import type {Dice} from './faults.js';
import {createMessagePump, type MessagePump, type PumpOptions, type PumpSettings} from './message-pump.js';
import type {ServiceSettings} from './service-options.js';
import type {Session} from './session.js';
import type {Connection} from './upgrades.js';

/** WebSockets seen from the server: each gets the events of one session. */
export type Sockets = {
	/** Sends what there is, and what comes. Another one on the same session is closed. */
	receive(session: Session, connection: Connection): void;
	/** Sends what the sessions have to get. */
	pump(): void;
	/** How many still get events. */
	count(): number;
	/** Closes the WebSockets of these sessions. */
	end(isMeant: (session: Session) => boolean, farewell: (socket: WebSocket) => void): void;
};

export const createSockets = ({maxBatch, idleCloseMs, dripMs}: SocketOptions, dice: Dice): Sockets => {
	const settings: PumpSettings = {maxBatch, dice, damaged: createDamagedMessages(dripMs)};
	const open = new Map<Session, Listener>();
	const release = (listener: Listener) => {
		listener.leave();
		if (open.get(listener.session) === listener) open.delete(listener.session);
	};
	const receive = (session: Session, connection: Connection) => {
		const listener: Listener = listen({session, connection, settings, ended: () => release(listener)});
		open.get(session)?.socket.close(1000, 'Another listener came');
		open.set(session, listener);
		closeWhenIdle(connection, idleCloseMs);
		void listener.run();
	};
	return {
		receive,
		pump: () => open.forEach(({run}) => void run()),
		count: () => open.size,
		end: (isMeant, farewell) => {
			const meant = [...open.values()].filter(({session}) => isMeant(session));
			meant.forEach(release);
			for (const {socket} of meant) farewell(socket);
		},
	};
};

type SocketOptions = Pick<ServiceSettings, 'maxBatch' | 'idleCloseMs' | 'dripMs'>;

type Listener = MessagePump & {readonly session: Session; readonly socket: WebSocket; readonly leave: () => void};

const listen = (options: PumpOptions): Listener => {
	const {session, connection, ended} = options;
	const {run} = createMessagePump(options);
	connection.socket.once('close', ended);
	return {session, socket: connection.socket, run, leave: session.attend()};
};

/** Silence in both directions closes the WebSocket; 0 allows for any silence. */
const closeWhenIdle = ({socket, wire}: Connection, idleCloseMs: number) => {
	wire.setTimeout(idleCloseMs, () => {
		if (!socket.isPaused) socket.close(1001, 'Idle');
	});
};

/** Whoever does not find a session is told so in a message, then the WebSocket is closed. Observed. */
export const sayNotFound = (socket: WebSocket): void => {
	socket.send(sessionNotFound);
	socket.close(1000);
};

/** Not known of the real service. */
export const sayRefused = (socket: WebSocket): void => socket.close(1008, 'Token refused');

export const sayFarewell = (socket: WebSocket): void => socket.close(1001, 'Service ends');
