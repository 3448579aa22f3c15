import {type EpochMs, epochMs} from '../../source/domain/units.js';
import type {Clock} from '../../source/runtime/clock.js';

/** A clock that stands still until it is pushed, and ticks at each full second it passes. */
export type ManualClock = Clock & {advance(milliseconds: number): void};

export const createManualClock = (startAt: number): ManualClock => {
	const listeners = new Set<() => void>();
	let now = startAt;
	return {
		now: (): EpochMs => epochMs(now),
		onTick(listener) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
		advance(milliseconds) {
			const end = now + milliseconds;
			for (let next = nextSecond(now); next <= end; next = nextSecond(now)) {
				now = next;
				for (const listener of [...listeners]) listener();
			}
			now = end;
		},
	};
};

const nextSecond = (now: number): number => (Math.floor(now / 1000) + 1) * 1000;

/** A pause that lasts until it is released or its signal aborts, and remembers how long each was meant to be. */
export type ManualWait = {
	readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
	readonly asked: readonly number[];
	/** Ends the pause that lasts now; waits for one to begin when none does. */
	release(): Promise<void>;
};

export const createManualWait = (): ManualWait => {
	const asked: number[] = [];
	const pauses: (() => void)[] = [];
	let announce: (() => void) | undefined;
	return {
		asked,
		wait(milliseconds, signal) {
			asked.push(milliseconds);
			return new Promise(resolve => {
				if (signal.aborted) return resolve();
				signal.addEventListener('abort', () => resolve(), {once: true});
				pauses.push(resolve);
				announce?.();
			});
		},
		async release() {
			if (pauses.length === 0) {
				await new Promise<void>(resolve => {
					announce = resolve;
				});
			}
			pauses.shift()?.();
		},
	};
};
