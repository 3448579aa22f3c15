import {json, plain, send, sessionNotFound} from './answers.js';
import type {Exchange, Route} from './routing.js';
import {firstPosition, type ServiceParts} from './service-parts.js';
import type {Session} from './session.js';
import {sessionObject} from './session-object.js';
import {sayNotFound, sayRefused} from './sockets.js';
import type {Acceptor} from './upgrades.js';

/** The interface that nobody documented: sessions, subscriptions, and two ways to listen. As seen in its clients. */
export const v2Routes = (parts: ServiceParts, accept: Acceptor): readonly Route[] => [
	{method: 'POST', path: /^\/v2\/session$/, needsToken: false, handle: exchange => open(parts, exchange)},
	{method: 'POST', path: subscription, needsToken: true, handle: exchange => subscribe(parts, exchange)},
	{method: 'GET', path: eventsBy('poll'), needsToken: true, handle: exchange => poll(parts, exchange)},
	{method: 'GET', path: eventsBy('websocket'), needsToken: true, handle: exchange => listen(parts, exchange, accept)},
];

const subscription = /^\/v2\/session\/(?<session>[^/]+)\/subscribe\/(?<token>[^/]+)$/;

const eventsBy = (way: string) => new RegExp(`^/v2/session/(?<session>[^/]+)/events/${way}$`);

const open = ({sessions, settings}: ServiceParts, {response}: Exchange) => {
	const {id} = sessions.open('v2');
	const at = BigInt(Math.round(settings.now())) * 1_000_000n + (process.hrtime.bigint() % 1_000_000n);
	send(response, 200, json(sessionObject(id, at)));
};

const subscribe = (parts: ServiceParts, exchange: Exchange) => {
	const {access, settings, listeners} = parts;
	const {response, wanted} = exchange;
	const session = findSession(parts, exchange);
	if (!session) return send(response, 404, plain(sessionNotFound));
	if (access.refuses([wanted.token])) return access.refuse(response);
	if (isFull(session, wanted.token, settings.tokensPerSession)) return send(response, 400, plain('Too many tokens\n'));
	session.subscribe(wanted.token, firstPosition(parts, wanted.token, true));
	send(response, 200, plain(`Successfully subscribed on token ${wanted.token}`));
	listeners.wake();
};

/** `limit`: how many tokens a session can have; 0: any number. */
const isFull = (session: Session, token: string, limit: number) => {
	const tokens = session.tokens();
	return limit > 0 && tokens.length >= limit && !tokens.includes(token);
};

const poll = (parts: ServiceParts, exchange: Exchange) => {
	const {access, polls} = parts;
	const {response} = exchange;
	const session = findSession(parts, exchange);
	if (!session) return send(response, 404, plain(sessionNotFound));
	if (access.refuses(session.tokens())) return access.refuse(response);
	polls.receive(session, response);
};

const listen = async (parts: ServiceParts, exchange: Exchange, accept: Acceptor): Promise<void> => {
	const {access, sockets} = parts;
	if (!exchange.upgrade) return send(exchange.response, 426, plain('Upgrade required\n'));
	const connection = await accept(exchange.upgrade);
	// After the wait, in which the session may have gone.
	const session = findSession(parts, exchange);
	if (!session) return sayNotFound(connection.socket);
	if (access.refuses(session.tokens())) return sayRefused(connection.socket);
	sockets.receive(session, connection);
};

const findSession = ({sessions}: ServiceParts, {wanted}: Exchange): Session | undefined => {
	const known = sessions.find(wanted.session);
	return known?.form === 'v2' ? known : undefined;
};
