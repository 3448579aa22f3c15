import {type EpochMs, epochMs} from '../../source/domain/units.js';
import type {Clock} from '../../source/runtime/clock.js';

/** A clock that stands still until it is pushed. */
export type ManualClock = Clock & {
	/** Ticks at each full second it passes. */
	advance(milliseconds: number): void;
	/** The machine sleeps: one tick at the end, which wakes when it is more than ten seconds late. */
	sleep(milliseconds: number): void;
};

export const createManualClock = (startAt: number): ManualClock => {
	const ticked = new Set<() => void>();
	const woken = new Set<() => void>();
	let now = startAt;
	const tick = (): void => {
		for (const listener of [...ticked]) listener();
	};
	const listen = (listeners: Set<() => void>, listener: () => void): (() => void) => {
		listeners.add(listener);
		return () => {
			listeners.delete(listener);
		};
	};
	return {
		now: (): EpochMs => epochMs(now),
		onTick: listener => listen(ticked, listener),
		onWake: listener => listen(woken, listener),
		advance(milliseconds) {
			const end = now + milliseconds;
			for (let next = nextSecond(now); next <= end; next = nextSecond(now)) {
				now = next;
				tick();
			}
			now = end;
		},
		sleep(milliseconds) {
			now += milliseconds;
			if (milliseconds > asleepMs) for (const listener of [...woken]) listener();
			tick();
		},
	};
};

const asleepMs = 10_000;

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
				const end = (): void => {
					pauses.splice(pauses.indexOf(end), 1);
					resolve();
				};
				signal.addEventListener('abort', end, {once: true});
				pauses.push(end);
				announce?.();
			});
		},
		async release() {
			if (pauses.length === 0) {
				await new Promise<void>(resolve => {
					announce = resolve;
				});
			}
			pauses[0]?.();
		},
	};
};
