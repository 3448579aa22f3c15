import {type EpochMs, epochMs} from '../domain/units.js';
import {createPace, type PaceOptions} from './pace.js';

/** The time of a recording, which passes when it is told to. */
export type PlayClock = {
	/** Between two steps it goes on evenly, so that ages on screen do. */
	now(): EpochMs;
	/** Calls the listener at each full second that is passed. */
	onTick(listener: () => void): () => void;
	/** How many times faster than life; 0 as fast as possible. From here on. */
	setSpeed(speed: number): void;
	/** Goes on to an instant. One that is past already is gone back to at once. */
	runTo(at: EpochMs): Promise<void>;
	/** Goes on to an instant without a tick in between, and ticks there. */
	skipTo(at: EpochMs): Promise<void>;
};

export type PlayClockOptions = PaceOptions & {readonly startAt: EpochMs; readonly speed: number};

const tickMs = 1000;

export const createPlayClock = ({startAt, speed, ...options}: PlayClockOptions): PlayClock => {
	const {signal} = options;
	const listeners = new Set<() => void>();
	const pace = createPace(options);
	pace.set({at: startAt, speed});
	let reached: number = startAt;
	let target: number = startAt;
	const step = async (to: number): Promise<void> => {
		target = to;
		await pace.until(to);
		if (!signal.aborted) reached = to;
	};
	const tick = (): void => {
		if (!signal.aborted) for (const listener of [...listeners]) listener();
	};
	const goBackTo = (at: number): void => {
		reached = at;
		target = at;
		pace.set({at});
	};
	return {
		now: () => epochMs(Math.max(reached, Math.min(target, pace.come()))),
		onTick(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		setSpeed: next => pace.set({at: reached, speed: next}),
		async runTo(at) {
			if (at < reached) return goBackTo(at);
			while (reached < at && !signal.aborted) {
				await step(Math.min(nextSecond(reached), at));
				if (reached % tickMs === 0) tick();
			}
		},
		async skipTo(at) {
			if (at < reached) goBackTo(at);
			else await step(at);
			tick();
		},
	};
};

const nextSecond = (at: number): number => (Math.floor(at / tickMs) + 1) * tickMs;
