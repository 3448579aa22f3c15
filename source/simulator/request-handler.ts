import type {IncomingMessage, RequestListener, ServerResponse} from 'node:http';
import {answerBody, insteadOfAnswers, sendJson, sendText} from './answers.js';
import {type Delivery, quietMessage} from './delivery.js';
import type {EventLog} from './event-log.js';
import type {Dice} from './faults.js';
import type {Polls} from './polls.js';
import type {Refusal, ServiceSettings} from './service-options.js';
import type {Sessions} from './sessions.js';

/** Reads a request, lets faults strike, checks the token, finds the session, and leaves the rest to the polls. */
export const createRequestHandler =
	(parts: Parts): RequestListener =>
	(request, response) => {
		const query = pollQuery(request);
		if (!query) return sendText(response, 404, 'Not found\n');
		if (request.method !== 'GET') return sendText(response, 405, 'Method not allowed\n');
		const fault = parts.dice.strike('request');
		if (fault) noteTrouble(parts.sessions, query);
		if (fault === 'session-loss') forgetSession(parts.sessions, query);
		else if (fault === 'refuse-token') return refuse(response, 403);
		else if (fault) return insteadOfAnswers[fault](response);
		if (!parts.settings.tokens.includes(query.token)) return refuseUnknown(response, parts.settings);
		poll(parts, query, response);
	};

type Parts = {
	readonly settings: ServiceSettings;
	readonly log: EventLog;
	readonly sessions: Sessions;
	readonly polls: Polls;
	readonly delivery: Delivery;
	readonly dice: Dice;
};

/** Empty texts stand for what was not given. */
type PollQuery = {readonly token: string; readonly session: string};

const pollQuery = (request: IncomingMessage): PollQuery | undefined => {
	const url = URL.parse(request.url ?? '', 'http://service');
	if (url?.pathname !== '/') return undefined;
	return {token: url.searchParams.get('token') ?? '', session: url.searchParams.get('session') ?? ''};
};

const poll = (parts: Parts, query: PollQuery, response: ServerResponse) => {
	const known = parts.sessions.find(query.session, query.token);
	if (known) return parts.polls.receive(known, response);
	const session = openSession(parts, query);
	// Not one that lost its session: if it loses the next one as well, it would poll without a pause.
	const isNewcomer = query.session === '';
	if (isNewcomer && parts.settings.firstAnswer === 'at-once') return parts.delivery.send(session, response);
	parts.polls.receive(session, response);
};

/** Only a client that is new gets recent events: one that lost its session would count them twice. */
const openSession = ({settings, log, sessions}: Parts, {token, session}: PollQuery) => {
	const isNewcomer = session === '' && !sessions.hasTrouble(token);
	return sessions.open(token, settings.welcome === 'recent' && isNewcomer ? 0 : log.end());
};

const noteTrouble = (sessions: Sessions, {session, token}: PollQuery) => sessions.find(session, token)?.noteTrouble();

const forgetSession = (sessions: Sessions, {session, token}: PollQuery) => {
	const known = sessions.find(session, token);
	if (known) sessions.forget(known);
};

const refuseUnknown = (response: ServerResponse, {refusal, holdMs}: ServiceSettings) => {
	if (refusal !== 'silent') return refuse(response, refusal);
	const body = answerBody({session: 'none', message: quietMessage, texts: []});
	const timer = setTimeout(() => sendJson(response, body), holdMs);
	response.once('close', () => clearTimeout(timer));
};

const refuse = (response: ServerResponse, status: Exclude<Refusal, 'silent'>) =>
	sendText(response, status, refusals[status]);

const refusals = {401: 'Token required\n', 403: 'Token refused\n', 404: 'Token not found\n'};
