/** What keeps time and holds the one mutable cell. */
import {type EpochMs, epochMs} from '../domain/units.js';

export type Clock = {
	/** This machine's time. */
	now(): EpochMs;
	/** Calls the listener at each full second of this machine's time. One timer serves all; none runs without listeners. */
	onTick(listener: () => void): () => void;
};

/** How fast a clock runs and what it reads: a replayed or simulated day may pass faster than ours. */
export type ClockOptions = {readonly now: () => number};

/** Ages are exact at each tick and at most a second old in between; a faster timer would only cost. */
const tickMs = 1000;

export const createClock = ({now}: ClockOptions): Clock => {
	const listeners = new Set<() => void>();
	let timer: NodeJS.Timeout | undefined;
	const arm = (): void => {
		timer = setTimeout(tick, tickMs - (Date.now() % tickMs));
	};
	const tick = (): void => {
		arm();
		for (const listener of [...listeners]) listener();
	};
	return {
		now: () => epochMs(now()),
		onTick(listener) {
			listeners.add(listener);
			if (timer === undefined) arm();
			return () => {
				listeners.delete(listener);
				if (listeners.size > 0) return;
				clearTimeout(timer);
				timer = undefined;
			};
		},
	};
};
