// What all commands that listen have in common: feeds, one for each site, into one store; time passing; an end.
import {setTimeout as delay} from 'node:timers/promises';
import {setFlagsFromString} from 'node:v8';
import type {EpochMs} from '../domain/units.js';
import {type Clock, createClock} from '../runtime/clock.js';
import {createDayWatch} from '../runtime/day-watch.js';
import {type FeedOptions, runFeed} from '../runtime/feed.js';
import {serviceTime} from '../runtime/service-time.js';
import {type BoardStore, createStore, type Sink} from '../runtime/store.js';
import type {Source} from './command.js';

export type ListenOptions = Source & {
	/** Where events go; by default the store alone. */
	readonly sink?: (store: BoardStore) => Sink;
	/** Time for something else before the HTTP client is loaded, which takes longer than drawing a frame. */
	readonly headStartMs?: number;
};

export type Listening = {
	readonly store: BoardStore;
	readonly clock: Clock;
	/** Rejects when a feed fails for a reason that is a defect of ours; never resolves. */
	readonly defect: Promise<never>;
	/** Figures and log begin anew. */
	reset(): void;
	/** Ends the feeds and the clock. */
	stop(): Promise<void>;
};

/** Starts listening; failures of the network are events, not errors. */
export const listen = (options: ListenOptions): Listening => {
	const store = createStore();
	const clock = createClock({now: options.now});
	const aborter = new AbortController();
	const sinks = [options.sink?.(store) ?? store];
	const feeds = runFeeds(options, {sinks, clock, signal: aborter.signal});
	const at = (): EpochMs => serviceTime(store.getSnapshot(), clock);
	const reset = (): void => store.dispatch([{type: 'board-reset', at: at()}]);
	const day = createDayWatch();
	let ticks = 0;
	const stopTicking = clock.onTick(() => {
		ticks += 1;
		if (ticks % ticksBetweenLooks === 0) store.dispatch([{type: 'time-passed', at: at()}]);
		if (day.hasTurned(at())) reset();
	});
	return {
		store,
		clock,
		defect: feeds.then(() => new Promise<never>(() => {})),
		reset,
		stop: async () => {
			stopTicking();
			aborter.abort();
			await feeds.catch(() => undefined);
		},
	};
};

/** Calls expire after hours: looking for them every ten seconds is often enough. */
const ticksBetweenLooks = 10;

/**
A board makes much that lives for a frame only. V8 would let the space for it grow until it is rarely collected, which
doubles the memory of a program that runs for months and saves it nothing that can be measured.
*/
const keepYoungSpaceSmall = (): void => setFlagsFromString('--semi-space-growth-factor=1');

type Parts = Pick<FeedOptions, 'sinks' | 'clock' | 'signal'>;

const runFeeds = async (options: ListenOptions, parts: Parts): Promise<void> => {
	const {endpoint, tokens, isOurs, headStartMs = 0} = options;
	if (headStartMs > 0) await pause(headStartMs, parts.signal);
	keepYoungSpaceSmall();
	const {createOvhProvider, defaultEndpoint} = await import('../providers/ovh/provider.js');
	const {Agent} = await import('undici');
	const common = {endpoint: endpoint ?? new URL(defaultEndpoint), now: parts.clock.now};
	const feeds = tokens.map(({site, token}) => {
		const direct = isOurs ? {dispatcher: new Agent({connections: 1, headersTimeout: 0, bodyTimeout: 0})} : {};
		const provider = createOvhProvider({...common, ...direct, site, token});
		return runFeed({...parts, site, provider, random: Math.random, wait: pause, rest: pause});
	});
	await Promise.all(feeds);
};

const pause = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
	await delay(milliseconds, undefined, {signal}).catch(() => undefined);
};
