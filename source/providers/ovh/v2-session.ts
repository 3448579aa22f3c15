import type {SiteName} from '../../domain/units.js';
import {FeedUnreachableError, TokenRefusedError, WireFormatError} from '../../errors.js';
import type {FailureKind} from './session-policy.js';
import {createSessionState} from './session-state.js';
import {refusalText, type SiteToken} from './site-token.js';
import {createSubscriptions, type Subscriptions} from './subscriptions.js';
import {beginSession, type Subscribed, subscribe, type V2Options} from './v2-requests.js';

/** A session of version 2: begun, told which tokens to serve, and begun anew when it is gone. */
export type V2Session = {
	/**
	Begins a session if there is none, and tells it the tokens it does not serve, refused ones once a while. Gives its
	place, `…/v2/session/ID`. Throws TokenRefusedError when no token is accepted, or as `ask` does.
	*/
	ready(signal: AbortSignal): Promise<URL>;
	/** False when another one has begun meanwhile, or none is there. */
	isAt(place: URL): boolean;
	/** True when a refused token is to be tried again. */
	hasDue(): boolean;
	/** The service does not know it. Throws when it did not know the one before either, which had not served. */
	lose(): void;
	/** Gives it up when it has failed too often. */
	failed(kind: FailureKind): void;
	/** Something was missed though it goes on. */
	miss(): void;
	/** It serves: what failed before counts no more. */
	served(): void;
	/** What the next batch says of it: events that may be missing before it, and refused tokens. */
	takeMarks(): Marks;
};

type Marks = {readonly isAfterGap?: true; readonly refused?: ReadonlyMap<SiteName, string>};

export const createV2Session = (options: V2Options): V2Session => {
	const state = createSessionState<URL>();
	const {tools, times, tokens} = options;
	const subscriptions = createSubscriptions(tokens, {timers: tools.timers, retryMs: times.refused});
	let losses = 0;
	const lose = (): void => {
		state.lose();
		losses += 1;
		if (losses > 1) throw forgetful();
	};
	const begin = async (signal: AbortSignal): Promise<URL> => {
		const place = await beginSession(options, signal);
		subscriptions.forget();
		state.goOnWith(place);
		return place;
	};
	const ready = async (signal: AbortSignal): Promise<URL> => {
		const place = state.current() ?? (await begin(signal));
		for (const entry of subscriptions.due()) {
			const outcome = await tryToSubscribe({entry, place, subscriptions}, options, signal);
			if (outcome !== 'lost') continue;
			lose();
			return ready(signal);
		}
		if (subscriptions.servesAny()) return place;
		// Some answer so to a session that is gone: the next attempt begins a new one.
		state.lose();
		throw new TokenRefusedError(subscriptions.reasons().values().next().value);
	};
	return {
		ready,
		lose,
		isAt: place => state.current() === place,
		hasDue: () => subscriptions.due().length > 0,
		failed: state.failed,
		miss: state.miss,
		served: () => {
			losses = 0;
			state.served();
		},
		takeMarks: () => {
			const refused = subscriptions.reasons();
			return {...state.takeMark(), ...(refused.size === 0 ? {} : {refused})};
		},
	};
};

type Attempt = {readonly entry: SiteToken; readonly place: URL; readonly subscriptions: Subscriptions};

/** While other tokens are served, a failure to try a refused one again is no news, and no reason to stop. */
const tryToSubscribe = async (
	{entry, place, subscriptions}: Attempt,
	options: V2Options,
	signal: AbortSignal,
): Promise<Subscribed> => {
	try {
		const outcome = await subscribe({place, token: entry.token}, options, signal);
		if (outcome === 'accepted') subscriptions.accepted(entry);
		else if (outcome !== 'lost') subscriptions.refused(entry, refusalText(outcome.refusedWith));
		return outcome;
	} catch (error) {
		const isOfService = error instanceof FeedUnreachableError || error instanceof WireFormatError;
		if (isOfService && subscriptions.stayedRefused(entry)) return 'accepted';
		throw error;
	}
};

const forgetful = (): FeedUnreachableError =>
	new FeedUnreachableError('the service does not know sessions it has just begun', {failure: 'status', status: 404});
