/** OVHcloud's telephony event service, version 1: long polling with an echoed session. */
import {Agent, type Dispatcher, EnvHttpProxyAgent} from 'undici';
import type {BoardEvent} from '../../domain/event.js';
import type {EpochMs, SiteName} from '../../domain/units.js';
import {FeedUnreachableError} from '../../errors.js';
import type {Batch, Provider} from '../provider.js';
import {sentInstant} from './fields.js';
import {type ParsedAnswer, parseAnswer} from './parse.js';
import {pollOnce} from './poll.js';
import {rejection, translateEvent} from './translate.js';
import type {WireEvent} from './wire.js';

export type OvhOptions = {
	readonly site: SiteName;
	readonly endpoint: URL;
	readonly token: string;
	readonly now: () => EpochMs;
	readonly patienceMs?: number;
	readonly dispatcher?: Dispatcher;
};

export const defaultEndpoint = 'https://events.voip.ovh.net/';

/** The service is believed to hold a request for up to a minute; a margin on top tells a held one from a hung one. */
export const defaultPatienceMs = 75_000;

/** Failures in a row after which the session is given up: it may be what the service chokes on. */
const failuresWithSession = 3;

/**
A provider for one token. The session is kept over failures and calls, so that nothing is missed in between; after some
failures in a row a new one is begun.
*/
export const createOvhProvider = (options: OvhOptions): Provider => {
	const {endpoint, token, patienceMs = defaultPatienceMs} = options;
	const dispatcher = options.dispatcher ?? defaultDispatcher();
	let session: string | undefined;
	let failures = 0;
	const answer = async (signal: AbortSignal): Promise<Batch> => {
		// What waited for us on the service's side says nothing about the two clocks.
		const isPrompt = session !== undefined && failures === 0;
		const parsed = parseAnswer(await pollOnce({endpoint, token, session, dispatcher, patienceMs}, signal));
		session = parsed.session ?? session;
		failures = 0;
		return {events: translateAnswer(parsed, options), sentAt: isPrompt ? lastSent(parsed.events) : null};
	};
	return {
		transport: 'v1',
		async *events(signal) {
			while (!signal.aborted) {
				try {
					yield await answer(signal);
				} catch (error) {
					failures += 1;
					if (failures >= failuresWithSession || isSessionUnknown(error)) session = undefined;
					throw error;
				}
			}
		},
	};
};

/** The proxy the environment names, if any; one connection, since only one request is ever under way. */
const defaultDispatcher = (): Dispatcher => {
	const limits = {connections: 1, headersTimeout: 0, bodyTimeout: 0};
	const names = ['https_proxy', 'http_proxy', 'HTTPS_PROXY', 'HTTP_PROXY'];
	return names.some(name => process.env[name]) ? new EnvHttpProxyAgent(limits) : new Agent(limits);
};

const isSessionUnknown = (error: unknown): boolean =>
	error instanceof FeedUnreachableError && error.message.endsWith('404');

const translateAnswer = (parsed: ParsedAnswer, {site, now}: OvhOptions): readonly BoardEvent[] => {
	const receivedAt = now();
	const events = parsed.events.map((wire, index) =>
		translateEvent(wire, {site, path: parsed.paths[index] ?? 'Events', receivedAt}),
	);
	return [...events, ...parsed.rejected.map(error => rejection(error, {site, at: receivedAt}))];
};

const lastSent = (events: readonly WireEvent[]): EpochMs | null => {
	const instants = events.map(sentInstant).filter(instant => instant !== undefined);
	return instants.reduce<EpochMs | null>((last, instant) => (last === null || instant > last ? instant : last), null);
};
