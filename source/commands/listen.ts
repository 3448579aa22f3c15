// What all commands that listen have in common: feeds into one store; time passing; an end.
import {uptime} from 'node:os';
import type {Board} from '../domain/board.js';
import type {BoardEvent} from '../domain/event.js';
import {durationMs, type EpochMs} from '../domain/units.js';
import type {Options} from '../options.js';
import type {Provider} from '../providers/provider.js';
import {type Clock, createClock} from '../runtime/clock.js';
import {createRepeats} from '../runtime/repeats.js';
import {serviceTime} from '../runtime/service-time.js';
import {type BoardStore, createStore, type Sink} from '../runtime/store.js';
import type {Source} from './command.js';
import {connections, startFeeds} from './feeds.js';
import type {RawEvents} from './raw-events.js';
import {keepTime} from './timekeeping.js';

/** When figures begin anew, and when silence means something. */
export type Policy = Pick<Options, 'resetAt' | 'patience' | 'quietAfterMs'>;

export type ListenOptions = {
	readonly source: Source;
	readonly policy: Policy;
	/** What is known already. */
	readonly initial?: Board | undefined;
	/** When that was known; by default now. */
	readonly begun?: EpochMs | undefined;
	/** Where events go; by default the store alone. */
	readonly sink?: (store: BoardStore) => Sink;
	readonly wrap?: (provider: Provider) => Provider;
	/** Remembers how events came, for whoever wants to see them. */
	readonly raw?: RawEvents;
	readonly headStartMs?: number;
};

export type Listening = {
	readonly store: BoardStore;
	readonly clock: Clock;
	/** Rejects when a feed fails for a reason that is a defect of ours; never resolves. */
	readonly defect: Promise<never>;
	/** The service's time now. */
	at(): EpochMs;
	/** Figures and log begin anew. */
	reset(): void;
	/** Somebody says that a lost caller is dealt with, or after all is not. `key`: of the loss. */
	tick(key: string, isDone: boolean): void;
	/** Asks the service again now. */
	retry(): void;
	/** Goes on with other connections or another policy; what is known stays. */
	change(next: {readonly source: Source; readonly policy: Policy}): Promise<void>;
	/** Ends the feeds and the clock. */
	stop(): Promise<void>;
};

/** Starts listening; failures of the network are events, not errors. */
export const listen = (options: ListenOptions): Listening => {
	const store = createStore(undefined, options.initial);
	const {now, isOurs} = options.source;
	// A play may run faster than the machine's time.
	const clock = createClock(isOurs ? {now} : {now, uptime});
	const sink = options.sink?.(store) ?? store;
	const at = (): EpochMs => serviceTime(store.getSnapshot(), clock);
	const course = createCourse(options, {clock, sink, at});
	const stopWaking = clock.onWake(course.renew);
	return {
		store,
		clock,
		defect: course.defect,
		at,
		reset: () => sink.dispatch([{type: 'board-reset', at: at()}]),
		tick: (key, isDone) => sink.dispatch([{type: 'loss-ticked', at: at(), key, isDone}]),
		retry: course.renew,
		change: course.change,
		stop: async () => {
			stopWaking();
			await course.end();
		},
	};
};

type Parts = {readonly clock: Clock; readonly sink: Sink; readonly at: () => EpochMs};

/** The feeds and the timekeeping as they are now, which may be replaced. */
type Course = Pick<Listening, 'change' | 'defect'> & {renew(): void; end(): Promise<void>};

const createCourse = (options: ListenOptions, parts: Parts): Course => {
	const {clock, sink, at} = parts;
	const {promise: defect, reject} = Promise.withResolvers<never>();
	const isRepeated = createRepeats();
	const follow = ({policy, begun = at(), headStartMs}: Pick<ListenOptions, 'policy' | 'begun' | 'headStartMs'>) => {
		const stopTime = keepTime({...parts, ...policy, begun});
		const quietAfterMs = durationMs(policy.quietAfterMs);
		const wrap = wrapping(options);
		const feeds = startFeeds({providers, sinks: [sink], clock, isRepeated, quietAfterMs, wrap, headStartMs});
		feeds.done.catch(reject);
		return {feeds, stopTime};
	};
	let {source} = options;
	options.raw?.hide(source.tokens);
	let providers = connections(source, clock);
	let current = follow(options);
	const end = async (): Promise<void> => {
		current.stopTime();
		await current.feeds.stop();
	};
	return {
		defect,
		end,
		renew: () => current.feeds.renew(),
		change: async next => {
			await end();
			if (!isSame(source, next.source)) {
				sink.dispatch(parting(source, {next: next.source, at: at()}));
				providers = connections(next.source, clock);
				({source} = next);
				options.raw?.hide(source.tokens);
			}
			current = follow(next);
		},
	};
};

const wrapping = ({wrap, raw}: Pick<ListenOptions, 'wrap' | 'raw'>): ListenOptions['wrap'] =>
	wrap && raw ? provider => wrap(raw.wrap(provider)) : (wrap ?? raw?.wrap);

const isSame = (one: Source, other: Source): boolean => bearing(one) === bearing(other);

const bearing = ({endpoint, tokens, transport}: Source): string => JSON.stringify({endpoint, tokens, transport});

/** Of sites listened to no more nothing is known; of the others, what a new session does not tell is not. */
const parting = (before: Source, {next, at}: {readonly next: Source; readonly at: EpochMs}): readonly BoardEvent[] =>
	before.tokens.map(({site}) => ({
		type: next.tokens.some(token => token.site === site) ? 'feed-gap' : 'feed-closed',
		at,
		site,
	}));
