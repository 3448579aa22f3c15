import type {WireEvent} from '../providers/ovh/wire.js';
import {createAccess} from './access.js';
import {createDelivery} from './delivery.js';
import {createEventLog} from './event-log.js';
import {eventText, parcelOf} from './event-text.js';
import {createDice, type Fault} from './faults.js';
import {createListeners} from './listeners.js';
import {createPolls} from './polls.js';
import {createRequestHandler} from './request-handler.js';
import {type ServiceOptions, type ServiceSettings, serviceSettings} from './service-options.js';
import type {ServiceParts} from './service-parts.js';
import type {Session} from './session.js';
import {createSessions} from './sessions.js';
import {createSockets} from './sockets.js';
import {createAcceptor} from './upgrades.js';
import {v1Routes} from './v1-routes.js';
import {v2Routes} from './v2-routes.js';
import {startWebServer} from './web-server.js';

/** A running event service over real HTTP: v1 at `/`, v2 below `/v2`, polls and WebSockets. */
export type Service = {
	/** Without a slash at the end: `http://127.0.0.1:41234`. */
	readonly url: string;
	/** The first of the tokens. */
	readonly token: string;
	/** Sends events to the subscribers of every token, or of one, in this order. */
	publish(events: readonly WireEvent[], target?: Target): void;
	/** The same for events that are JSON texts of v1 already; no digit of them changes. */
	publishTexts(texts: readonly string[], target?: Target): void;
	/** How many clients wait for an event at present, on WebSockets or in polls. */
	heldPolls(): number;
	/** How many requests came so far. */
	requests(): number;
	/**
	Whether every session has taken all its events and at least one client waits. Sessions that were given up do not count:
	those not asked for since another one of their tokens was opened.
	*/
	isDrained(): boolean;
	/** From now on these faults strike, no others. */
	setFaults(faults: readonly Fault[]): void;
	/** From now on these tokens are good, no others. Clients that wait with one of the others are refused. */
	setTokens(tokens: readonly string[]): void;
	/** As when the service is restarted: no session is known any more. */
	forgetSessions(): void;
	/** Answers held polls empty, closes WebSockets, cuts the connections, and frees the port. */
	close(): Promise<void>;
};

export type Target = {readonly token?: string | undefined};

/** Resolves when the service listens. Rejects with the system's error when it cannot, for instance `EADDRINUSE`. */
export const startService = async (options: ServiceOptions): Promise<Service> => {
	const settings = serviceSettings(options);
	const parts = createParts(settings);
	const routes = [...v1Routes(parts), ...v2Routes(parts, createAcceptor())];
	const server = await startWebServer(settings, createRequestHandler(parts, routes));
	return {
		url: server.url,
		token: settings.tokens[0] ?? '',
		...createPublishing(parts),
		...createControls(parts),
		requests: server.requests,
		close: () => {
			parts.listeners.close();
			return server.close();
		},
	};
};

const createPublishing = ({log, listeners}: ServiceParts): Pick<Service, 'publish' | 'publishTexts'> => {
	const publishTexts: Service['publishTexts'] = (texts, {token} = {}) => {
		log.append(texts.map(text => parcelOf(text, token)));
		listeners.wake();
	};
	return {publishTexts, publish: (events, target) => publishTexts(events.map(eventText), target)};
};

type Controls = Pick<Service, 'heldPolls' | 'isDrained' | 'setFaults' | 'setTokens' | 'forgetSessions'>;

const createControls = ({access, dice, sessions, listeners}: ServiceParts): Controls => ({
	heldPolls: listeners.count,
	isDrained: () => listeners.count() > 0 && !sessions.current().some(session => session.hasEvents()),
	setFaults: dice.setFaults,
	setTokens: tokens => {
		access.setTokens(tokens);
		listeners.refuse(session => access.refuses(session.tokens()));
	},
	forgetSessions: () => {
		sessions.forgetAll();
		listeners.forget();
	},
});

const createParts = (settings: ServiceSettings): ServiceParts => {
	const {now, holdMs, batchDelayMs, sessionLifeMs} = settings;
	const access = createAccess(settings.tokens, settings.refusal);
	const log = createEventLog(settings);
	const dice = createDice(settings.faults, settings.seed);
	const sessions = createSessions({log, accepts: access.accepts, now, lifeMs: sessionLifeMs});
	const delivery = createDelivery(settings, dice);
	const expired = (session: Session) => {
		if (endsByTimeout(session, settings)) sessions.forget(session);
	};
	const polls = createPolls({holdMs, delivery, expired});
	const sockets = createSockets(settings, dice);
	const listeners = createListeners({polls, sockets, delivery, batchDelayMs, refuse: access.refuse});
	return {settings, access, log, dice, sessions, delivery, polls, sockets, listeners};
};

const endsByTimeout = ({form}: Session, {emptyPoll, timeoutEndsSession}: ServiceSettings) =>
	form === 'v2' && timeoutEndsSession && emptyPoll === 'timeout-text';
