// What a command that listens gets from a recording instead of the service.
import {setTimeout as delay, setImmediate as turn} from 'node:timers/promises';
import {durationMs, type EpochMs} from '../domain/units.js';
import {OptionsError} from '../errors.js';
import {quoted} from '../quoting.js';
import {createPlayClock, type PlayClock} from '../recording/play-clock.js';
import type {Recording} from '../recording/reading.js';
import {createReplay, type ReplayOptions} from '../recording/replay.js';
import {instantOf} from '../recording/replay-voices.js';
import {startInstant, timeOfDay, wallTime} from '../recording/start-time.js';
import {createClock} from '../runtime/clock.js';
import {type BoardStore, createStore, type Sink} from '../runtime/store.js';
import type {Listening, ListenOptions, Policy} from './listen.js';
import {keepTime} from './timekeeping.js';

export type RecordingOptions = {
	readonly recording: Recording;
	readonly policy: Policy;
	/** How many times faster than life; 0: as fast as possible. */
	readonly speed: number;
	/** Time of day at which it begins, minutes after midnight; all before is applied at once, and not told to `sink`. */
	readonly from?: number | undefined;
	readonly sink?: ListenOptions['sink'];
	/** What the feeds say they listen by, in place of what they did. */
	readonly shownTransport?: string;
	readonly remember?: ReplayOptions['remember'];
	/** Waited for now and then while it goes as fast as possible, so that whoever takes the events keeps up. */
	readonly drained?: () => Promise<void>;
};

/** A recording listened to: as the service, but for an end. */
export type Replaying = Listening & {
	/** Resolves when all of it is applied; time stands then. Rejects as `defect`. */
	readonly ended: Promise<void>;
};

/**
Resolves where the replay begins. Throws OptionsError when that is beyond the end of the recording, and for a line that is
none of a recording; when such a line comes later, `defect` rejects with it.
*/
export const listenToRecording = async (options: RecordingOptions): Promise<Replaying> => {
	const {recording, policy, speed} = options;
	const begin = instantOf(recording.header.at);
	const from = options.from === undefined ? begin : startInstant(begin, options.from);
	const end = new AbortController();
	const {signal} = end;
	const store = createStore();
	const reached = Promise.withResolvers<void>();
	const clock = playClockFor(options, {begin, signal});
	const output = createSwitch(eager(store));
	const quietAfterMs = durationMs(policy.quietAfterMs);
	const {shownTransport, remember} = options;
	const replay = createReplay({recording, clock, sink: output, quietAfterMs, shownTransport, remember, signal});
	const stopTime = keepTime({...policy, clock, sink: output, at: replay.at, begun: begin});
	const start = (): void => {
		store.flush();
		output.turnTo(options.sink?.(store) ?? (speed === 0 ? eager(store) : store));
		clock.setSpeed(speed);
		reached.resolve();
	};
	if (from === begin) start();
	const ended = replay.run(from, start).finally(() => store.flush());
	const stop = async (): Promise<void> => {
		stopTime();
		end.abort();
		await ended.catch(() => undefined);
		await recording.close();
	};
	const hasBegun = await Promise.race([reached.promise.then(() => true), ended.then(() => from === begin)]);
	if (!hasBegun) throw outside(options, {begin, end: clock.now()});
	return {...listeningTo({store, clock, at: replay.at, sink: output}), ended, defect: defectOf(ended), stop};
};

type Period = {readonly begin: EpochMs; readonly end: EpochMs};

const outside = ({recording, from = 0}: RecordingOptions, {begin, end}: Period): OptionsError =>
	new OptionsError(
		`--from ${timeOfDay(from)}: ${quoted(recording.path)} goes from ${wallTime(begin)} to ${wallTime(end)}`,
	);

type Parts = {
	readonly store: BoardStore;
	readonly clock: PlayClock;
	readonly at: () => EpochMs;
	readonly sink: Sink;
};

/** Nobody can be asked again, nor asked otherwise. */
const listeningTo = ({store, clock, at, sink}: Parts): Omit<Listening, 'defect' | 'stop'> => ({
	store,
	clock: createClock({now: clock.now}),
	at,
	reset: () => sink.dispatch([{type: 'board-reset', at: at()}]),
	tick: (key, isDone) => sink.dispatch([{type: 'loss-ticked', at: at(), key, isDone}]),
	retry: () => undefined,
	change: async () => undefined,
});

const defectOf = (ended: Promise<void>): Promise<never> => {
	const defect = ended.then(() => new Promise<never>(() => {}));
	defect.catch(() => undefined);
	return defect;
};

const playClockFor = (
	{drained}: RecordingOptions,
	{begin, signal}: {readonly begin: EpochMs; readonly signal: AbortSignal},
): PlayClock =>
	createPlayClock({
		startAt: begin,
		speed: 0,
		signal,
		realNow: () => performance.now(),
		wait: async (milliseconds, until) => {
			await delay(milliseconds, undefined, {signal: until}).catch(() => undefined);
		},
		breathe: async () => {
			await turn();
			await drained?.();
		},
	});

type Switch = Sink & {turnTo(sink: Sink): void};

const createSwitch = (first: Sink): Switch => {
	let current = first;
	return {
		dispatch: events => current.dispatch(events),
		turnTo(sink) {
			current = sink;
		},
	};
};

/** Events that may come together to the board while nobody waits for a frame: many at once are cheap, too many are dear. */
const atOnce = 256;

/** Into a store without waiting for its frames. */
const eager = (store: BoardStore): Sink => {
	let waiting = 0;
	return {
		dispatch(events) {
			store.dispatch(events);
			waiting += events.length;
			if (waiting < atOnce) return;
			waiting = 0;
			store.flush();
		},
	};
};
