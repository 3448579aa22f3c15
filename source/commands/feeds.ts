// The connections of a program that listens: one for each token, or group of tokens, pumped into the sinks.
import {setTimeout as delay} from 'node:timers/promises';
import type {BoardEvent} from '../domain/event.js';
import type {DurationMs} from '../domain/units.js';
import {defaultEndpoint} from '../providers/ovh/endpoint.js';
import type {Provider} from '../providers/provider.js';
import type {Clock} from '../runtime/clock.js';
import {runFeed} from '../runtime/feed.js';
import type {Sink} from '../runtime/store.js';
import type {Source} from './command.js';
import {keepHeapSmall} from './small-heap.js';

export type FeedsOptions = {
	/** Asked for once, when the time has come. */
	readonly providers: () => Promise<readonly Provider[]>;
	readonly sinks: readonly Sink[];
	readonly clock: Clock;
	readonly isRepeated: (event: BoardEvent) => boolean;
	readonly quietAfterMs: DurationMs;
	/** Sees every answer on its way. */
	readonly wrap?: ((provider: Provider) => Provider) | undefined;
	/** Time for something else before the HTTP client is loaded, which takes longer than drawing a frame. */
	readonly headStartMs?: number | undefined;
};

export type Feeds = {
	/** Resolves when they are stopped; rejects when one fails for a reason that is a defect of ours. */
	readonly done: Promise<void>;
	/** Asks the service again now, on new connections. */
	renew(): void;
	stop(): Promise<void>;
};

export const startFeeds = (options: FeedsOptions): Feeds => {
	const end = new AbortController();
	let attempt = new AbortController();
	const done = run(options, {signal: end.signal, renew: () => attempt.signal});
	return {
		done,
		renew: () => {
			const former = attempt;
			attempt = new AbortController();
			former.abort();
		},
		stop: async () => {
			end.abort();
			await done.catch(() => undefined);
		},
	};
};

type Signals = {readonly signal: AbortSignal; readonly renew: () => AbortSignal};

const run = async (options: FeedsOptions, signals: Signals): Promise<void> => {
	const {providers, headStartMs = 0, wrap = same, ...common} = options;
	if (headStartMs > 0) await pause(headStartMs, signals.signal);
	keepHeapSmall();
	const feeds = (await providers()).map(provider =>
		runFeed({...common, ...signals, provider: wrap(provider), random: Math.random, wait: pause, rest: pause}),
	);
	await Promise.all(feeds);
};

/** The connections to a source, each of which goes on where it was when it is listened to again. Made once, when asked for. */
export const connections = (source: Source, {now}: Pick<Clock, 'now'>): (() => Promise<readonly Provider[]>) => {
	let made: Promise<readonly Provider[]> | undefined;
	return () => {
		made ??= connect(source, now);
		return made;
	};
};

const connect = async (source: Source, now: Clock['now']): Promise<readonly Provider[]> => {
	const {createOvhProviders} = await import('../providers/ovh/providers.js');
	const {Agent} = await import('undici');
	const {endpoint = new URL(defaultEndpoint), tokens, transport, isOurs} = source;
	const direct = isOurs ? {dispatcher: new Agent({headersTimeout: 0, bodyTimeout: 0})} : {};
	return createOvhProviders({endpoint, tokens, transport, now, ...direct});
};

const same = (provider: Provider): Provider => provider;

const pause = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
	await delay(milliseconds, undefined, {signal}).catch(() => undefined);
};
