import {epochMs} from '../../source/domain/units.js';
import type {Clock} from '../../source/runtime/clock.js';

/** Time that passes when it is told to, for all that would wait. */
export type SimulatedTime = {
	readonly clock: Clock;
	moveTo(at: number): void;
	/** Ends the pauses that are over by now. */
	endPauses(): void;
	/** As the clock does every second. */
	tick(): void;
	/** A pause of the feed: resolves after so many milliseconds, or at once when the signal aborts. */
	readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
	/** Resolves while the feed pauses. One may ask at a time. */
	paused(): Promise<void>;
};

export const createSimulatedTime = (startAt: number): SimulatedTime => {
	const ticked = new Set<() => void>();
	const pauses = new Map<() => void, number>();
	let now = startAt;
	let announce = (): void => {};
	return {
		clock: {
			now: () => epochMs(now),
			onTick(listener) {
				ticked.add(listener);
				return () => ticked.delete(listener);
			},
			onWake: () => () => {},
		},
		moveTo(at) {
			now = at;
		},
		endPauses() {
			for (const [end, until] of pauses) if (until <= now) end();
		},
		tick() {
			for (const listener of [...ticked]) listener();
		},
		wait: (milliseconds, signal) =>
			new Promise(resolve => {
				if (signal.aborted) return resolve();
				const end = (): void => {
					pauses.delete(end);
					signal.removeEventListener('abort', end);
					resolve();
				};
				signal.addEventListener('abort', end);
				pauses.set(end, now + milliseconds);
				announce();
			}),
		paused: () =>
			new Promise(resolve => {
				announce = resolve;
				if (pauses.size > 0) resolve();
			}),
	};
};
