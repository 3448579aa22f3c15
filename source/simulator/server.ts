import {createServer, type Server} from 'node:http';
import type {WireEvent} from '../providers/ovh/wire.js';
import {createDelivery} from './delivery.js';
import {createEventLog} from './event-log.js';
import {eventText, parcelOf} from './event-text.js';
import {createDice} from './faults.js';
import {createPolls, type Polls} from './polls.js';
import {createRequestHandler} from './request-handler.js';
import {type ServiceOptions, serviceSettings} from './service-options.js';
import {createSessions} from './sessions.js';

/** A running event service: `GET /?token=T[&session=S]`, v1 of the protocol, over real HTTP. */
export type Service = {
	/** Without a slash at the end: `http://127.0.0.1:41234`. */
	readonly url: string;
	/** The first of the tokens. */
	readonly token: string;
	/** Sends events to every session, in this order. */
	publish(events: readonly WireEvent[]): void;
	/** The same for events that are JSON texts already; no digit of them changes. */
	publishTexts(texts: readonly string[]): void;
	/** How many clients wait for an event at present. */
	heldPolls(): number;
	/** Answers held polls empty, cuts the connections, and frees the port. */
	close(): Promise<void>;
};

/** Resolves when the service listens. Rejects with the system's error when it cannot, for instance `EADDRINUSE`. */
export const startService = async (options: ServiceOptions): Promise<Service> => {
	const settings = serviceSettings(options);
	const log = createEventLog(settings);
	const dice = createDice(settings.faults, settings.seed);
	const sessions = createSessions({log, now: settings.now, lifeMs: settings.sessionLifeMs});
	const delivery = createDelivery(settings.maxBatch, dice);
	const polls = createPolls({...settings, delivery});
	const server = createServer(createRequestHandler({settings, log, sessions, polls, delivery, dice}));
	const url = await listening(server, settings);
	const publishTexts = (texts: readonly string[]) => {
		log.append(texts.map(parcelOf));
		polls.wake();
	};
	return {
		url,
		token: settings.tokens[0] ?? '',
		publish: events => publishTexts(events.map(eventText)),
		publishTexts,
		heldPolls: polls.count,
		close: () => closed(server, polls),
	};
};

const listening = (server: Server, {host, port}: {readonly host: string; readonly port: number}) =>
	new Promise<string>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, () => resolve(urlOf(server)));
	});

const urlOf = (server: Server) => {
	const address = server.address();
	if (address === null || typeof address === 'string') throw new TypeError('The service listens on no port.');
	const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
	return `http://${host}:${address.port}`;
};

const closed = async (server: Server, polls: Polls) => {
	polls.close();
	await new Promise<void>(resolve => {
		server.close(() => resolve());
		// The farewells just written leave first; clients that keep the connection open are then cut off.
		setImmediate(() => server.closeAllConnections());
	});
};
