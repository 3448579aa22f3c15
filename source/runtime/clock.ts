/** What keeps time and holds the one mutable cell. */
import type {EpochMs} from '../domain/units.js';
import {createSteadyTime, type TimeSources} from './steady-time.js';

export type Clock = {
	/** This machine's time as it was at the start, and evenly on from there: not moved when its clock is set. */
	now(): EpochMs;
	/** Calls the listener at each full second of this machine's time. One timer serves all; none runs without listeners. */
	onTick(listener: () => void): () => void;
	/** Calls the listener, before those of the tick, when a tick comes ten seconds late: the machine slept, or the program was stopped. */
	onWake(listener: () => void): () => void;
};

/**
How fast a clock runs and what it reads: a replayed or simulated day may pass faster than ours. Such a one takes no
`uptime`: it differs from this machine's running time all the while.
*/
export type ClockOptions = TimeSources;

/** Ages are exact at each tick and at most a second old in between; a faster timer would only cost. */
const tickMs = 1000;

/** A program that is merely busy is not that late. */
const asleepMs = 10_000;

export const createClock = (options: ClockOptions): Clock => {
	const time = createSteadyTime(options);
	const ticked = new Set<() => void>();
	const woken = new Set<() => void>();
	const ticker = createTicker(options, slept => {
		time.check();
		for (const listener of [...(slept ? woken : []), ...ticked]) listener();
	});
	const listen = (listeners: Set<() => void>, listener: () => void): (() => void) => {
		listeners.add(listener);
		ticker.start();
		return () => {
			listeners.delete(listener);
			if (ticked.size + woken.size === 0) ticker.stop();
		};
	};
	return {
		now: time.now,
		onTick: listener => listen(ticked, listener),
		onWake: listener => listen(woken, listener),
	};
};

/** Calls `tick` at each full second of this machine's time, and says whether it slept. */
const createTicker = ({uptime}: ClockOptions, tick: (slept: boolean) => void) => {
	/** Real time, whatever the clock shows. */
	const running = uptime ? () => uptime() * 1000 : Date.now;
	let timer: NodeJS.Timeout | undefined;
	let armedAt = 0;
	const arm = (): void => {
		armedAt = running();
		timer = setTimeout(ring, tickMs - (Date.now() % tickMs));
	};
	const ring = (): void => {
		const slept = running() - armedAt > tickMs + asleepMs;
		arm();
		tick(slept);
	};
	return {
		start(): void {
			if (timer === undefined) arm();
		},
		stop(): void {
			clearTimeout(timer);
			timer = undefined;
		},
	};
};
