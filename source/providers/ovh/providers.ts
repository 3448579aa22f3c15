import type {Dispatcher} from 'undici';
import type {EpochMs} from '../../domain/units.js';
import type {Provider} from '../provider.js';
import {createDispatcher} from './dispatcher.js';
import {type SiteToken, type SiteTokens, siteByToken} from './site-token.js';
import {systemTimers, type Timers, type Times, usualTimes} from './timers.js';
import {createV1Provider} from './v1.js';
import {createPollProvider, createSocketProvider} from './v2-providers.js';
import {tokensPerSession, type V2Options} from './v2-requests.js';

/** How to listen. `auto` is version 1, the one OVH documents and uses itself. */
export const transports = ['auto', 'v1', 'v2', 'websocket'] as const;

export type Transport = (typeof transports)[number];

export type OvhOptions = {
	/** In the order of the sites on the board. */
	readonly tokens: readonly SiteToken[];
	readonly endpoint: URL;
	readonly transport: Transport;
	/** This machine's clock. */
	readonly now: () => EpochMs;
	/** By default one for each provider, through the proxy the environment names. A given one needs a connection for each. */
	readonly dispatcher?: Dispatcher;
	/** How long to wait at first for the answer to a held request, in milliseconds. */
	readonly patienceMs?: number;
	readonly times?: Partial<Times>;
	readonly timers?: Timers;
};

/**
The providers for these tokens: one for each in version 1, one for each five in version 2. Throws an OptionsError when a
proxy's address in the environment is none.
*/
export const createOvhProviders = (options: OvhOptions): readonly Provider[] => {
	const {tokens, endpoint, transport, now, timers = systemTimers, patienceMs = usualTimes.held} = options;
	const times: Times = {...usualTimes, held: patienceMs, ...options.times};
	const isForSockets = transport === 'websocket';
	const newTools = () => ({dispatcher: options.dispatcher ?? createDispatcher({isForSockets}), timers, now});
	if (transport === 'auto' || transport === 'v1')
		return tokens.map(token => createV1Provider({...token, endpoint, tools: newTools(), heldMs: times.held}));
	const create = isForSockets ? createSocketProvider : createPollProvider;
	return groupsOf(tokens).map(group =>
		create({tokens: group, siteOf: siteByToken(group), endpoint, tools: newTools(), times} satisfies V2Options),
	);
};

const groupsOf = (tokens: readonly SiteToken[]): readonly SiteTokens[] => {
	const [first, ...others] = tokens;
	if (first === undefined) return [];
	const group: SiteTokens = [first, ...others.slice(0, tokensPerSession - 1)];
	return [group, ...groupsOf(tokens.slice(group.length))];
};
