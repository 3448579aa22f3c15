import {readFile, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {Agent} from 'undici';
import {accountKey} from '../../source/cache/account-key.js';
import {openDayFile} from '../../source/cache/day-file.js';
import {startKeeping} from '../../source/cache/day-keeper.js';
import {dayName} from '../../source/cache/file-names.js';
import {keepTime} from '../../source/commands/timekeeping.js';
import type {BoardEvent, BoardEventType} from '../../source/domain/event.js';
import {defaultPatience} from '../../source/domain/expiry.js';
import {quietAfter} from '../../source/domain/feed.js';
import {type EpochMs, epochMs, siteName} from '../../source/domain/units.js';
import {createOvhProviders} from '../../source/providers/ovh/providers.js';
import {runFeed} from '../../source/runtime/feed.js';
import {createRepeats} from '../../source/runtime/repeats.js';
import {serviceTime} from '../../source/runtime/service-time.js';
import {type BoardStore, createStore, type Sink} from '../../source/runtime/store.js';
import type {Play} from './play.js';
import type {SimulatedTime} from './simulated-time.js';

/** All of the program but its screen: provider, feed, store, timekeeping and the day on disk, put together as the commands do. */
export type Consumer = {
	readonly store: BoardStore;
	/** What was heard and said since the beginning. */
	readonly heard: ReadonlyMap<BoardEventType, number>;
	/** The instants of `board-reset`, in order. */
	readonly resets: readonly EpochMs[];
	/** Drops the connection and begins anew, as the user may ask for. */
	renew(): void;
	/** Has the day written, and tells how many bytes it takes. */
	writeDay(): Promise<number>;
	/** What stands in its file. */
	readDay(): Promise<unknown>;
	stop(): Promise<void>;
};

export type ConsumerOptions = {
	readonly play: Pick<Play, 'url' | 'token'>;
	readonly time: SimulatedTime;
	/** Where the day is kept. */
	readonly directory: string;
};

/** Between two writings of the day, in true milliseconds: seldom enough to leave the disk alone, many times a simulated day. */
const writingMs = 500;

export const startConsumer = ({play, time, directory}: ConsumerOptions): Consumer => {
	const {clock, wait} = time;
	// A frame brings in by hand what has come.
	const store = createStore(() => {});
	const at = (): EpochMs => serviceTime(store.getSnapshot(), clock);
	const {sink, heard, resets} = countingSink(store);
	const stopTime = keepTime({clock, sink, at, resetAt: 0, patience: defaultPatience, begun: at()});
	const end = new AbortController();
	let attempt = new AbortController();
	const feed = startFeed(play, {
		clock,
		wait,
		sinks: [sink],
		signal: end.signal,
		renew: () => attempt.signal,
	});
	const day = keepDay({play, directory, store, at, sink});
	return {
		store,
		heard,
		resets,
		renew() {
			const former = attempt;
			attempt = new AbortController();
			former.abort();
		},
		...day,
		async stop() {
			stopTime();
			end.abort();
			await feed;
			await day.close();
		},
	};
};

type FeedParts = Pick<Parameters<typeof runFeed>[0], 'clock' | 'wait' | 'sinks' | 'signal'> & {
	readonly renew: () => AbortSignal;
};

const startFeed = async ({url, token}: ConsumerOptions['play'], parts: FeedParts): Promise<void> => {
	const [provider] = createOvhProviders({
		endpoint: new URL(url),
		tokens: [{site: siteName('default'), token}],
		transport: 'auto',
		now: parts.clock.now,
		// Past any proxy, as to a service of ours.
		dispatcher: new Agent({connections: 1, headersTimeout: 0, bodyTimeout: 0}),
	});
	if (!provider) throw new Error('no provider for one token');
	await runFeed({
		...parts,
		provider,
		random: () => 0.5,
		rest: async () => {},
		isRepeated: createRepeats(),
		quietAfterMs: quietAfter,
	});
};

const countingSink = (store: Sink) => {
	const heard = new Map<BoardEventType, number>();
	const resets: EpochMs[] = [];
	const sink: Sink = {
		dispatch(events) {
			for (const {type, at} of events) {
				heard.set(type, (heard.get(type) ?? 0) + 1);
				if (type === 'board-reset') resets.push(at);
			}
			store.dispatch(events);
		},
	};
	return {sink, heard, resets};
};

type DayParts = {
	readonly play: ConsumerOptions['play'];
	readonly directory: string;
	readonly store: BoardStore;
	readonly at: () => EpochMs;
	readonly sink: Sink;
};

const keepDay = ({play, directory, store, at, sink}: DayParts) => {
	const key = accountKey({endpoint: play.url, tokens: [{site: 'default', token: play.token}]});
	const unkept = (reason: string): BoardEvent => ({type: 'board-unkept', at: epochMs(at()), reason});
	const onProblem = (reason: string): void => sink.dispatch([unkept(reason)]);
	const file = openDayFile({directory, key, onProblem, intervalMs: writingMs});
	const keeping = startKeeping({store, file, serviceNow: at});
	const path = join(directory, dayName(key));
	return {
		async writeDay() {
			await file.flush();
			return (await stat(path)).size;
		},
		readDay: async (): Promise<unknown> => JSON.parse(await readFile(path, 'utf8')),
		async close() {
			await keeping.stop();
			await file.close();
		},
	};
};
