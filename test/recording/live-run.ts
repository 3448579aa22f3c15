import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setImmediate as turn} from 'node:timers/promises';
import {onTestFinished} from 'vitest';
import {keepTime} from '../../source/commands/timekeeping.js';
import type {Board} from '../../source/domain/board.js';
import {defaultPatience} from '../../source/domain/expiry.js';
import {durationMs, type EpochMs, siteName} from '../../source/domain/units.js';
import {createOvhProviders} from '../../source/providers/ovh/providers.js';
import {createPlayClock} from '../../source/recording/play-clock.js';
import {openRecording, type Recording} from '../../source/recording/reading.js';
import {openRecorder, type RecorderOptions} from '../../source/recording/recorder.js';
import {createReplay} from '../../source/recording/replay.js';
import {instantOf} from '../../source/recording/replay-voices.js';
import {createTap} from '../../source/recording/tap.js';
import {runFeed} from '../../source/runtime/feed.js';
import {createRepeats} from '../../source/runtime/repeats.js';
import {serviceTime} from '../../source/runtime/service-time.js';
import {createStore} from '../../source/runtime/store.js';
import {eventText} from '../../source/simulator/event-text.js';
import {createScenario} from '../../source/simulator/scenario.js';
import {startService} from '../../source/simulator/server.js';
import type {ServiceOptions} from '../../source/simulator/service-options.js';
import {createManualClock} from '../helpers/manual-clock.js';

/** A directory that goes with the test. */
export const temporaryDirectory = (): string => {
	const directory = mkdtempSync(join(tmpdir(), 'ovh-cti-board-recording-'));
	onTestFinished(() => rmSync(directory, {recursive: true, force: true}));
	return directory;
};

export const tokens = ['1738D072-64A1-4E2B-9C3D-0123456789AB', '2849E183-75B2-4F3C-8D4E-123456789ABC'] as const;

export const policy = {resetAt: 0, patience: defaultPatience} as const;
export const quietAfterMs = durationMs(60_000);

/** Ten minutes before midnight in Paris, so that a day begins while it is recorded. */
const usualStart = Date.parse('2026-11-23T23:50:00.250+01:00');

export type RunOptions = {
	readonly service?: ServiceOptions;
	readonly transport?: 'v1' | 'v2' | 'websocket';
	readonly siteCount?: 1 | 2;
	readonly recorder?: Partial<RecorderOptions>;
	/** Epoch milliseconds. */
	readonly startAt?: number;
	/** What happens at each step of the play, a minute long. */
	readonly atStep?: (step: number, run: LiveRun) => void;
	readonly steps?: number;
	/** Changes the texts of events before they are sent. */
	readonly disguise?: (text: string) => string;
};

export type LiveRun = Awaited<ReturnType<typeof begin>>;

/** A board listening to an invented call centre over HTTP, with a manual clock, and a recorder beside it. */
const begin = async (options: RunOptions) => {
	const {transport = 'v1', siteCount = 1, startAt = usualStart} = options;
	const clock = createManualClock(startAt);
	const service = await startService({tokens, batchDelayMs: 0, retryAfterS: 1, ...options.service});
	const end = new AbortController();
	let attempt = new AbortController();
	clock.onWake(() => {
		const former = attempt;
		attempt = new AbortController();
		former.abort();
	});
	onTestFinished(async () => {
		end.abort();
		await service.close();
	});
	const store = createStore(() => undefined);
	const sites = tokens
		.slice(0, siteCount)
		.map((token, index) => ({site: siteName(['Lyon', 'Nantes'][index] ?? ''), token}));
	const path = options.recorder?.path ?? join(temporaryDirectory(), 'day.ndjson');
	const limits = {anonymise: false, maxBytes: 1e9, keep: 3};
	const recorder = await openRecorder({path, sites, version: '0.0.0', now: clock.now, ...limits, ...options.recorder});
	const tap = createTap(recorder);
	const sink = tap.sink({
		dispatch(events) {
			store.dispatch(events);
			store.flush();
		},
	});
	keepTime({...policy, clock, sink, at: () => serviceTime(store.getSnapshot(), clock), begun: clock.now()});
	clock.onTick(recorder.tick);
	const isRepeated = createRepeats();
	const providers = createOvhProviders({endpoint: new URL(service.url), tokens: sites, transport, now: clock.now});
	const wait = async (): Promise<void> => {
		await turn();
	};
	const feeds = providers.map(provider =>
		runFeed({
			provider: tap.wrap(provider),
			sinks: [sink],
			clock,
			random: Math.random,
			wait,
			rest: wait,
			signal: end.signal,
			renew: () => attempt.signal,
			isRepeated,
			quietAfterMs,
		}),
	);
	/** Until all events have arrived and been applied: every connection waits for more. */
	const settled = async (): Promise<void> => {
		while (!(service.isDrained() && service.heldPolls() >= providers.length)) await turn();
	};
	const finish = async (): Promise<void> => {
		end.abort();
		await Promise.all(feeds);
		await recorder.close();
	};
	return {clock, service, store, path, recorder, settled, finish};
};

const stepMs = 60_000;

/** Plays some minutes, and gives the board as it was and the instant, on the service's clock, at which it ended. */
export const playLive = async (options: RunOptions = {}) => {
	const {steps = 14, startAt = usualStart, atStep, disguise = text => text} = options;
	const run = await begin(options);
	const scenario = createScenario({seed: 4, startAt: startAt - 120_000, lines: 12, queues: 2, pace: 2});
	await run.settled();
	for (let step = 0; step < steps; step++) {
		run.clock.advance(stepMs);
		atStep?.(step, run);
		const due = scenario.takeUntil(run.clock.now());
		run.service.publishTexts(due.map(({event}) => disguise(eventText(event))));
		await run.settled();
	}
	await run.finish();
	const board = run.store.getSnapshot();
	const at = serviceTime(board, run.clock);
	return {...run, board, at, lines: readFileSync(run.path, 'utf8').trimEnd().split('\n')};
};

/** The board after a recording. */
export const boardOf = async (recording: Recording): Promise<{readonly board: Board; readonly at: EpochMs}> => {
	const {signal} = new AbortController();
	const startAt = instantOf(recording.header.at);
	const clock = createPlayClock({
		startAt,
		speed: 0,
		signal,
		realNow: () => 0,
		wait: async () => {},
		breathe: async () => {},
	});
	const store = createStore(() => undefined);
	const replay = createReplay({recording, clock, sink: store, quietAfterMs, signal});
	keepTime({...policy, clock, sink: store, at: replay.at, begun: startAt});
	await replay.run(startAt, () => undefined);
	store.flush();
	return {board: store.getSnapshot(), at: replay.at()};
};

export const replayed = async (path: string): Promise<{readonly board: Board; readonly at: EpochMs}> =>
	boardOf(await openRecording(path));
