import type {IncomingMessage, ServerResponse} from 'node:http';
import {plain, send} from './answers.js';
import {createReplacedAnswers} from './replaced-answers.js';
import {findRoute, type Route} from './routing.js';
import type {ServiceParts} from './service-parts.js';
import type {Upgrade} from './upgrades.js';

/** Finds the route of a request, lets faults strike, and leaves the rest to the route. */
export const createRequestHandler = (parts: ServiceParts, routes: readonly Route[]): RequestHandler => {
	const replaced = createReplacedAnswers(parts.settings.retryAfterS);
	return (request, response, upgrade) => {
		const found = findRoute(routes, request);
		if (typeof found === 'number') return send(response, found, plain(misses[found]));
		const {route, wanted} = found;
		const fault = parts.dice.strike('request');
		if (fault) strike(parts, wanted.session, fault === 'session-loss');
		if (fault === 'refuse-token' && route.needsToken) return parts.access.refuse(response);
		if (fault === undefined || isOfSession(fault)) return route.handle({wanted, response, upgrade});
		replaced[fault](response);
	};
};

/** `upgrade` when the client wants a WebSocket. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse, upgrade?: Upgrade) => void;

const misses = {404: 'Not found\n', 405: 'Method not allowed\n'};

const isOfSession = (fault: string): fault is 'session-loss' | 'refuse-token' =>
	fault === 'session-loss' || fault === 'refuse-token';

const strike = ({sessions}: ServiceParts, name: string, isLost: boolean) => {
	const session = sessions.find(name);
	if (!session) return;
	if (isLost) sessions.forget(session);
	else session.noteTrouble();
};
