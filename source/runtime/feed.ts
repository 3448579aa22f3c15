import type {BoardEvent} from '../domain/event.js';
import type {DurationMs} from '../domain/units.js';
import {FeedUnreachableError} from '../errors.js';
import type {Provider} from '../providers/provider.js';
import type {Clock} from './clock.js';
import {createFeedVoice, type FeedVoice} from './feed-voice.js';
import {restMs} from './rest.js';
import type {Sink} from './store.js';

export type FeedOptions = {
	readonly provider: Provider;
	readonly sinks: readonly Sink[];
	readonly clock: Pick<Clock, 'now'>;
	readonly random: () => number;
	/** Resolves after so many milliseconds, or at once when the signal aborts. */
	readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
	/** The same, between two answers of a service that is well. */
	readonly rest: (milliseconds: number, signal: AbortSignal) => Promise<void>;
	readonly signal: AbortSignal;
	/** True for an event that was heard before, on this connection or another. */
	readonly isRepeated: (event: BoardEvent) => boolean;
	readonly quietAfterMs?: DurationMs;
	/** Asked for a signal before each connection. When that aborts, the connection is dropped and begun anew at once. */
	readonly renew?: () => AbortSignal;
};

/**
Pumps a provider into the sinks until the signal aborts. Says how the connection is by events of its own, waits longer
after each failure, and never gives up: neither a dead network nor a refused token ends a board.
*/
export const runFeed = async (options: FeedOptions): Promise<void> => {
	const {provider, clock, signal, renew} = options;
	const {sites, transport} = provider;
	const {isRepeated, quietAfterMs} = options;
	const voice = createFeedVoice({sites, transport, isRepeated, ...(quietAfterMs === undefined ? {} : {quietAfterMs})});
	const dispatch = (events: readonly BoardEvent[]): void => {
		for (const sink of options.sinks) sink.dispatch(events);
	};
	let begunAt: number | null = null;
	while (!signal.aborted) {
		dispatch(voice.connecting(clock.now()));
		// However often it is begun anew: no more than once a second.
		const milliseconds = begunAt === null ? 0 : restMs({hasEvents: false, tookMs: clock.now() - begunAt});
		if (milliseconds > 0) await options.wait(milliseconds, signal);
		begunAt = clock.now();
		await pump({...options, signal: renew ? AbortSignal.any([signal, renew()]) : signal}, {voice, dispatch});
	}
};

type Words = {readonly voice: FeedVoice; readonly dispatch: (events: readonly BoardEvent[]) => void};

/** Connects again and again until the signal aborts. */
const pump = async (options: FeedOptions, words: Words): Promise<void> => {
	const {clock, random, signal, wait} = options;
	while (!signal.aborted) {
		try {
			await listen(options, words);
			throw new FeedUnreachableError('the connection ended', {failure: 'unreachable'});
		} catch (error) {
			if (signal.aborted) return;
			const {events, delayMs} = words.voice.failed(error, {now: clock.now(), random: random()});
			words.dispatch(events);
			await wait(delayMs, signal);
		}
	}
};

/** One connection, to its end. */
const listen = async ({provider, clock, rest, signal}: FeedOptions, {voice, dispatch}: Words): Promise<void> => {
	let askedAt = clock.now();
	for await (const batch of provider.events(signal)) {
		const news = voice.heard(batch);
		dispatch(news);
		const milliseconds = restMs({hasEvents: news.some(isArrival), tookMs: clock.now() - askedAt});
		if (milliseconds > 0) await rest(milliseconds, signal);
		askedAt = clock.now();
	}
};

/** Repeats and rejected events are no reason to ask again soon: a service may answer with nothing else, and at once. */
const isArrival = (event: BoardEvent): boolean => event.type === 'feed-received' && event.events > 0;
