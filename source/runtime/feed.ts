import type {BoardEvent, FeedFailure} from '../domain/event.js';
import {type EpochMs, epochMs, type SiteName} from '../domain/units.js';
import {FeedUnreachableError, TokenRefusedError, WireFormatError} from '../errors.js';
import type {Batch, Provider} from '../providers/provider.js';
import {backoffMs, refusedDelayMs} from './backoff.js';
import type {Clock} from './clock.js';
import {createClockOffset} from './clock-offset.js';
import {restMs} from './rest.js';
import type {Sink} from './store.js';

export type FeedOptions = {
	readonly site: SiteName;
	readonly provider: Provider;
	readonly sinks: readonly Sink[];
	readonly clock: Clock;
	readonly random: () => number;
	/** Resolves after so many milliseconds, or at once when the signal aborts. */
	readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
	/** The same, between two answers of a service that is well. */
	readonly rest: (milliseconds: number, signal: AbortSignal) => Promise<void>;
	readonly signal: AbortSignal;
};

/**
Pumps a provider into the sinks until the signal aborts. Says how the connection is by events of its own, waits longer
after each failure, and never gives up: neither a dead network nor a refused token ends a board.
*/
export const runFeed = async (options: FeedOptions): Promise<void> => {
	const {site, provider, clock, signal} = options;
	const offset = createClockOffset();
	const dispatch = (events: readonly BoardEvent[]): void => {
		for (const sink of options.sinks) sink.dispatch(events);
	};
	const at = (): EpochMs => epochMs(clock.now() - offset.value());
	let failures = 0;
	let isLive = false;
	let askedAt = clock.now();
	const rest = async ({events}: Batch): Promise<void> => {
		const milliseconds = restMs({hasEvents: events.length > 0, tookMs: clock.now() - askedAt});
		if (milliseconds > 0) await options.rest(milliseconds, signal);
		askedAt = clock.now();
	};
	dispatch([{type: 'feed-connecting', at: at(), site, transport: provider.transport}]);
	while (!signal.aborted) {
		try {
			for await (const batch of provider.events(signal)) {
				failures = 0;
				if (batch.sentAt !== null) offset.observe({arrivedAt: clock.now(), sentAt: batch.sentAt});
				const live: readonly BoardEvent[] = isLive ? [] : [{type: 'feed-live', at: at(), site}];
				isLive = true;
				dispatch([...live, ...batch.events, ...received(batch, {site, at: at(), offset: offset.value()})]);
				await rest(batch);
			}
		} catch (error) {
			if (signal.aborted) return;
			failures += 1;
			isLive = false;
			const trouble = troubleOf(error, {failures, random: options.random()});
			dispatch([failureEvent(trouble, {site, at: at()})]);
			await options.wait(trouble.delayMs, signal);
			askedAt = clock.now();
		}
	}
};

type Place = {readonly site: SiteName; readonly at: EpochMs};

const received = (batch: Batch, {site, at, offset}: Place & {readonly offset: number}): readonly BoardEvent[] => {
	if (batch.events.length === 0) return [];
	const good = batch.events.filter(({type}) => type !== 'event-rejected');
	const lastEventAt = good.reduce<EpochMs | null>(
		(last, event) => (last === null || event.at > last ? event.at : last),
		null,
	);
	const rejected = batch.events.length - good.length;
	return [{type: 'feed-received', at, site, events: good.length, rejected, lastEventAt, clockOffsetMs: offset}];
};

type Trouble = {readonly failure: FeedFailure | 'refused'; readonly reason: string; readonly delayMs: number};

const troubleOf = (error: unknown, attempt: {readonly failures: number; readonly random: number}): Trouble => {
	if (error instanceof TokenRefusedError) return {failure: 'refused', reason: error.message, delayMs: refusedDelayMs};
	if (error instanceof WireFormatError) return {failure: 'format', reason: error.message, delayMs: backoffMs(attempt)};
	if (!(error instanceof FeedUnreachableError)) throw error;
	const {failure, message: reason, retryAfterSeconds} = error;
	return {failure, reason, delayMs: backoffMs({...attempt, retryAfterSeconds})};
};

const failureEvent = ({failure, reason, delayMs}: Trouble, {site, at}: Place): BoardEvent => {
	const retryAt = epochMs(at + delayMs);
	return failure === 'refused'
		? {type: 'feed-refused', at, site, reason, retryAt}
		: {type: 'feed-failed', at, site, failure, reason, retryAt};
};
