/** A provider and the feed it is pumped by, in a time of its own. */
import type {BoardEvent} from '../../source/domain/event.js';
import {type EpochMs, epochMs, type SiteName} from '../../source/domain/units.js';
import {createDispatcher} from '../../source/providers/ovh/dispatcher.js';
import {mostPatienceMs, patienceMarginMs} from '../../source/providers/ovh/patience.js';
import {createOvhProviders} from '../../source/providers/ovh/providers.js';
import type {SiteToken} from '../../source/providers/ovh/site-token.js';
import type {Provider} from '../../source/providers/provider.js';
import {type FeedOptions, runFeed} from '../../source/runtime/feed.js';
import type {Sink} from '../../source/runtime/store.js';
import {start} from '../helpers/builders.js';
import {type Counts, createManners, type Manners} from './manners.js';
import {createTap, type Tap} from './tap.js';
import type {Way} from './troubles.js';
import {createVirtualTime, turn, type VirtualTime} from './virtual-time.js';

export type StationOptions = {
	readonly way: Way;
	/** One in version 1. */
	readonly tokens: readonly SiteToken[];
	readonly endpoint: URL;
	readonly sinks: readonly Sink[];
	readonly isRepeated: (event: BoardEvent) => boolean;
	readonly random: () => number;
};

export type Station = {
	readonly sites: readonly SiteName[];
	readonly tap: Tap;
	readonly time: VirtualTime;
	readonly counts: Counts;
	/** What was wrong with how the service was treated. */
	readonly complaints: readonly string[];
	/** Stands still while nothing happens. */
	moves(): number;
	/** From now on waits last until the function returned is called. */
	holdWaits(): () => void;
	/** As when the machine woke: the connection is dropped and begun anew. */
	renew(): void;
	stop(): Promise<void>;
};

/** Of requests, WebSockets and waits under way; more of them pile up. */
const mostListeners = 4;
/** Patience ends here, however long it has become. */
const hungMs = mostPatienceMs + patienceMarginMs;
/** A session, its tokens, and a WebSocket that is refused; another one, whose poll says that it is lost; and a last one. */
const mostRequestsFor = (tokens: number): number => 3 * (2 + tokens);
/** Whoever was taken leave of and did not answer is left after less than this. */
const farewellMs = 10_000;

export const startStation = (options: StationOptions): Station => {
	const tap = createTap(createDispatcher({isForSockets: options.way === 'websocket'}));
	const time = createVirtualTime();
	const manners = createManners(tap.requests);
	const provider = providerOf(options, {tap, time});
	const gate = createGate();
	const attempts = createAttempts(manners.renewed);
	const end = new AbortController();
	const pauses = pausesOf({manners, time, gate, random: options.random});
	const common = {...options, ...pauses, clock: {now: clockOf(time)}, renew: attempts.signal, signal: end.signal};
	const done = runFeed({...common, provider: manners.watch(provider)});
	const {counts, complaints} = manners;
	return {
		sites: provider.sites,
		tap,
		time,
		counts,
		complaints,
		moves: () => tap.moves() + counts.answers + counts.waits + counts.rests,
		holdWaits: gate.shut,
		renew: attempts.renew,
		stop: async () => {
			const listeners = manners.listeners();
			if (listeners > mostListeners) manners.complain(`${listeners} listeners wait for the end`);
			if (time.longestJump() > hungMs) manners.complain(`what hung was noticed after ${time.longestJump()} ms`);
			const most = mostRequestsFor(options.tokens.length);
			if (manners.mostRequests() > most) manners.complain(`${manners.mostRequests()} requests without a wait`);
			end.abort();
			await done;
			await time.pass(farewellMs);
			if (time.pending() > 0) manners.complain(`${time.pending()} timers are left`);
		},
	};
};

/** An hour after the flows began, so that nothing is in the future. */
const clockStart = start + 3_600_000;

const clockOf =
	({timers}: VirtualTime) =>
	(): EpochMs =>
		epochMs(clockStart + timers.now());

/** Until a refused token is tried again beside others: sooner than usual, for it takes a poll a second to get there. */
const refusedMs = 5000;

const providerOf = (
	{way, tokens, endpoint}: StationOptions,
	{tap, time}: {readonly tap: Tap; readonly time: VirtualTime},
): Provider => {
	const {dispatcher} = tap;
	const {timers} = time;
	const times = {refused: refusedMs};
	const common = {endpoint, transport: way, now: clockOf(time), dispatcher, timers, times};
	const [provider] = createOvhProviders({...common, tokens});
	if (!provider) throw new TypeError('No token, no provider.');
	return provider;
};

type Pausing = {
	readonly manners: Manners;
	readonly time: VirtualTime;
	readonly gate: ReturnType<typeof createGate>;
	readonly random: () => number;
};

/**
No pause takes time, but each is noted, and lets virtual time pass. Now and then a rest lasts some turns of the loop, so
that messages pile up.
*/
const pausesOf = ({manners, time, gate, random}: Pausing): Pick<FeedOptions, 'wait' | 'rest'> => ({
	wait: async milliseconds => {
		manners.waited(milliseconds);
		await time.pass(milliseconds);
		await gate.opened();
	},
	rest: async milliseconds => {
		manners.rested();
		await time.pass(milliseconds);
		for (let turns = random() * 40 - 30; turns > 0; turns -= 1) await turn();
	},
});

const createGate = () => {
	let opened = Promise.resolve();
	return {
		opened: (): Promise<void> => opened,
		shut: (): (() => void) => {
			const {promise, resolve} = Promise.withResolvers<void>();
			opened = promise;
			return resolve;
		},
	};
};

const createAttempts = (renewed: () => void) => {
	let attempt = new AbortController();
	return {
		signal: (): AbortSignal => attempt.signal,
		renew: (): void => {
			const former = attempt;
			attempt = new AbortController();
			renewed();
			former.abort();
		},
	};
};
