import {setTimeout as delay} from 'node:timers/promises';
import type {Dispatcher} from 'undici';
import type {FeedFailure} from '../domain/event.js';
import {epochMs} from '../domain/units.js';
import {FeedUnreachableError, WireFormatError} from '../errors.js';
import {createDispatcher} from '../providers/ovh/dispatcher.js';
import {pollUrl} from '../providers/ovh/endpoint.js';
import {ask, expectSuccess, type HttpAnswer} from '../providers/ovh/http.js';
import {parseEnvelope, parseJson} from '../providers/ovh/parse.js';
import {speaksOfToken} from '../providers/ovh/site-token.js';
import {systemTimers} from '../providers/ovh/timers.js';

/** What became of asking the service with a token. */
export type Trial =
	/** An answer came. `events`: how many were in it. */
	| {readonly kind: 'accepted'; readonly session: string | undefined; readonly events: number}
	/** The request was sent, and is held: the service does so until something happens. */
	| {readonly kind: 'not-refused'}
	| {readonly kind: 'refused'}
	/** No answer, or one that is none of this service's. `detail` is without the token. */
	| {readonly kind: 'unreachable'; readonly failure: FeedFailure; readonly detail: string};

export type TrialRequest = {
	readonly endpoint: URL;
	readonly token: string;
	readonly session?: string | undefined;
	/** How long a request that was sent is watched, milliseconds. */
	readonly holdMs?: number;
	/** How long sending it may take, milliseconds. The usual is longer than it takes to give up connecting. */
	readonly connectMs?: number;
};

const usualHoldMs = 3000;
const usualConnectMs = 15_000;

/**
One poll of version 1 of the service, on a connection of its own. Never fails for a reason of the service's; rejects when
the signal aborts, and with an OptionsError when the environment names a proxy that is none.
*/
export const tryToken = async (request: TrialRequest, signal: AbortSignal): Promise<Trial> => {
	const {holdMs = usualHoldMs, connectMs = usualConnectMs} = request;
	const patienceMs = holdMs + connectMs;
	const end = new AbortController();
	const ends = AbortSignal.any([signal, end.signal]);
	const dispatcher = createDispatcher();
	const {answered, sent} = poll({...request, patienceMs, dispatcher}, ends);
	const held = sent.then(() => delay(holdMs, {kind: 'not-refused'} as const, {signal: ends}));
	// The client hears of an abort only when it is connected.
	const hung = delay(patienceMs, hungAt(request.endpoint), {signal: ends});
	try {
		return await Promise.race([answered, held, hung]);
	} catch (error) {
		signal.throwIfAborted();
		throw error;
	} finally {
		end.abort();
		void dispatcher.destroy();
	}
};

type Poll = TrialRequest & {readonly patienceMs: number; readonly dispatcher: Dispatcher};

const poll = ({endpoint, token, session, patienceMs, dispatcher}: Poll, signal: AbortSignal) => {
	const sent = Promise.withResolvers<void>();
	const tools = {dispatcher: noticing(dispatcher, sent.resolve), timers: systemTimers, now: () => epochMs(Date.now())};
	const wanted = {method: 'GET', url: pollUrl(endpoint, {token, session}), patienceMs} as const;
	return {sent: sent.promise, answered: ask(wanted, tools, signal).then(judge).catch(failed)};
};

const hungAt = ({host}: URL): Trial => ({
	kind: 'unreachable',
	failure: 'timeout',
	detail: `no connection to ${host} in time`,
});

const judge = (answer: HttpAnswer): Trial => {
	if (speaksOfToken(answer.status)) return {kind: 'refused'};
	expectSuccess(answer);
	const {session, items} = parseEnvelope(parseJson(answer.text));
	return {kind: 'accepted', session, events: items.length};
};

const failed = (error: unknown): Trial => {
	if (error instanceof WireFormatError) return {kind: 'unreachable', failure: 'format', detail: error.message};
	if (!(error instanceof FeedUnreachableError)) throw error;
	return {kind: 'unreachable', failure: error.failure, detail: error.message};
};

/** Tells when a request goes out: the client connects first, and a connection that hangs is not a request that is held. */
const noticing = (dispatcher: Dispatcher, onSent: () => void): Dispatcher =>
	dispatcher.compose(dispatch => (options, handler) => dispatch(options, watched(handler, onSent)));

const watched = (handler: Dispatcher.DispatchHandler, onSent: () => void): Dispatcher.DispatchHandler => ({
	onRequestStart: (controller, context) => {
		onSent();
		handler.onRequestStart?.(controller, context);
	},
	onRequestUpgrade: (controller, status, headers, socket) =>
		handler.onRequestUpgrade?.(controller, status, headers, socket),
	onResponseStart: (controller, status, headers, message) =>
		handler.onResponseStart?.(controller, status, headers, message),
	onResponseData: (controller, chunk) => handler.onResponseData?.(controller, chunk),
	onResponseEnd: (controller, trailers) => handler.onResponseEnd?.(controller, trailers),
	onResponseError: (controller, error) => handler.onResponseError?.(controller, error),
});
