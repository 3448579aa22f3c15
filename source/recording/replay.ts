import {type Board, emptyBoard} from '../domain/board.js';
import type {BoardEvent} from '../domain/event.js';
import {reduceBoard} from '../domain/reduce.js';
import {type DurationMs, type EpochMs, epochMs} from '../domain/units.js';
import {createRepeats} from '../runtime/repeats.js';
import {serviceTime} from '../runtime/service-time.js';
import type {Sink} from '../runtime/store.js';
import type {Entry} from './format.js';
import type {PlayClock} from './play-clock.js';
import type {Recording} from './reading.js';
import {createReplayVoices, instantOf, type ReplayVoicesOptions} from './replay-voices.js';

/** A recording being played. */
export type Replay = {
	/** Now on the service's clock, as the feeds knew it then. */
	at(): EpochMs;
	/**
	Plays to the end, or until the signal aborts. `reached` is called once, at the instant `from` or soon after it. Throws
	OptionsError at a line that is none of a recording.
	*/
	run(from: EpochMs, reached: () => void): Promise<void>;
};

export type ReplayOptions = {
	readonly recording: Recording;
	/** Its ticks are those of the recorded time. */
	readonly clock: PlayClock;
	/** Hears the events of the recording, in the order in which they were heard. */
	readonly sink: Sink;
	readonly quietAfterMs: DurationMs;
	readonly shownTransport?: string | undefined;
	readonly remember?: ReplayVoicesOptions['remember'];
	readonly signal: AbortSignal;
};

/** Says again what was said while it was recorded: the same answers, failures and ticks, so the same events. */
export const createReplay = (options: ReplayOptions): Replay => {
	const {recording, clock, sink, quietAfterMs, shownTransport, remember, signal} = options;
	const {header} = recording;
	const voices = createReplayVoices({header, quietAfterMs, shownTransport, remember, isRepeated: createRepeats()});
	// Of its own, for the board may be drawn frames behind, which at a high speed is minutes.
	let feeds: Board = emptyBoard;
	const at = (): EpochMs => serviceTime(feeds, clock);
	const dispatch = (events: readonly BoardEvent[]): void => {
		feeds = reduceBoard(feeds, events.filter(isOfFeed));
		sink.dispatch(events);
	};
	const perform = (entry: Entry): void => {
		if (entry.kind === 'header') {
			dispatch(voices.sites().map(site => ({type: 'feed-gap', at: at(), site})));
			voices.begin(entry);
		} else if ('transport' in entry) dispatch(voices.eventsOf(entry));
	};
	return {
		at,
		async run(from, reached) {
			const advance = createAdvance(clock, {from, reached});
			for await (const entry of recording.entries()) {
				if (voices.isFurther(entry)) continue;
				await advance(entry);
				if (signal.aborted) return;
				perform(entry);
			}
		},
	};
};

/** Nothing is silent for a month: a time that is further on is a mistake, or made to have us count its seconds. */
const longestMs = 31 * 86_400_000;

type Goal = {readonly from: EpochMs; readonly reached: () => void};

/** Moves the clock to an entry. */
const createAdvance = (clock: PlayClock, {from, reached}: Goal): ((entry: Entry) => Promise<void>) => {
	let isReached = false;
	const look = (at: EpochMs): void => {
		if (isReached || at < from) return;
		isReached = true;
		reached();
	};
	const runTo = async (at: EpochMs): Promise<void> => {
		if (at - clock.now() > longestMs) return skipTo(at);
		if (!isReached && at >= from) await clock.runTo(from);
		look(at);
		await clock.runTo(at);
	};
	const skipTo = async (at: EpochMs): Promise<void> => {
		await clock.skipTo(at);
		look(at);
	};
	return async entry => {
		const at = instantOf(entry.at);
		if (entry.kind === 'jump') await runTo(epochMs(Math.max(clock.now(), instantOf(entry.from))));
		// Nobody listened between two runs of the program.
		await (entry.kind === 'jump' || entry.kind === 'header' ? skipTo(at) : runTo(at));
	};
};

const feedEvents: ReadonlySet<string> = new Set([
	'feed-connecting',
	'feed-live',
	'feed-received',
	'feed-failed',
	'feed-refused',
]);

const isOfFeed = ({type}: BoardEvent): boolean => feedEvents.has(type);
