import type {PopMode} from '../domain/event.js';
import type {Timers} from './timers.js';

/** How many pops may begin within a second, and go on at once. */
export type Pace = {readonly perSecond: number; readonly atOnce: number};

/**
A target is somebody's server: twenty requests a second are a large company's calls, and eight that hang hold little. A
person reads one page at a time, a browser grows a window with each. A program costs a process.
*/
export const paces: Readonly<Record<PopMode, Pace>> = {
	silent: {perSecond: 20, atOnce: 8},
	popup: {perSecond: 3, atOnce: 3},
	modal: {perSecond: 3, atOnce: 3},
	exec: {perSecond: 5, atOnce: 4},
};

/** Those that were dropped are said together: once in so many milliseconds. */
export const saidEveryMs = 10_000;

export type Gate = {
	/** True when a pop may begin now; then `leave` must follow. Else it counts as dropped. */
	enter(mode: PopMode): boolean;
	leave(): void;
	/** Says what was dropped and not yet said. */
	close(): void;
};

/** Nothing waits: a pop that comes late opens the record of a call that is over. */
export const createGate = (timers: Timers, say: (dropped: number) => void): Gate => {
	let begun: readonly number[] = [];
	let running = 0;
	let dropped = 0;
	let cancel: (() => void) | undefined;
	const tell = (): void => {
		cancel?.();
		cancel = undefined;
		if (dropped > 0) say(dropped);
		dropped = 0;
	};
	return {
		enter(mode) {
			const now = timers.now();
			const {perSecond, atOnce} = paces[mode];
			begun = begun.filter(at => now - at < 1000);
			if (running < atOnce && begun.length < perSecond) {
				begun = [...begun, now];
				running += 1;
				return true;
			}
			dropped += 1;
			cancel ??= timers.after(saidEveryMs, tell);
			return false;
		},
		leave() {
			running -= 1;
		},
		close: tell,
	};
};
