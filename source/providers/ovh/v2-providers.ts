/** OVHcloud's telephony event service, version 2: a session for several tokens, polled or listened to on a WebSocket. */
import type {Provider} from '../provider.js';
import {createFallback} from './fallback.js';
import {sitesOf} from './site-token.js';
import {createV2Listening} from './v2-listen.js';
import {createV2Poll} from './v2-poll.js';
import type {V2Options} from './v2-requests.js';
import {createV2Session} from './v2-session.js';

/** A provider that polls a session for up to five tokens. */
export const createPollProvider = (options: V2Options): Provider => ({
	sites: sitesOf(options.tokens),
	transport: () => 'v2',
	events: createV2Poll(createV2Session(options), options).events,
});

/**
A provider that listens to such a session on its WebSocket. Where that does not open three times in a row it polls, and tries
the WebSocket again when it has to connect anew an hour later.
*/
export const createSocketProvider = (options: V2Options): Provider => {
	const session = createV2Session(options);
	const poll = createV2Poll(session, options);
	const fallback = createFallback(options.tools.timers, options.times.fallback);
	const listening = createV2Listening(session, options, fallback.opened);
	let isPolling = false;
	return {
		sites: sitesOf(options.tokens),
		transport: () => (isPolling ? 'v2' : 'websocket'),
		async *events(signal) {
			isPolling = fallback.isOn();
			const refusal = isPolling ? undefined : yield* listening.events(signal);
			if (refusal !== undefined && !fallback.refused()) throw refusal;
			isPolling = true;
			try {
				for await (const batch of poll.events(signal)) {
					fallback.confirmed();
					yield batch;
				}
			} catch (error) {
				fallback.failed();
				throw error;
			}
		},
	};
};
