import type {Timers} from './timers.js';

/** Whether to poll in place of a WebSocket that does not open. */
export type Fallback = {
	isOn(): boolean;
	/** The WebSocket did not open. True when that was once too often: poll from now on. */
	refused(): boolean;
	opened(): void;
	/** Polling works: the service is there, and it is the WebSocket that it lacks. */
	confirmed(): void;
	/** Polling does not work either: unless it did before, nothing is known about the WebSocket. */
	failed(): void;
};

/** So many times in a row. */
const mostRefusals = 3;

/** For so many milliseconds the WebSocket is left alone, and then tried once before polling on. */
export const createFallback = (timers: Timers, milliseconds: number): Fallback => {
	let refusals = 0;
	let until = 0;
	let isConfirmed = false;
	return {
		isOn: () => timers.now() < until,
		refused: () => {
			refusals += 1;
			if (refusals < mostRefusals) return false;
			until = timers.now() + milliseconds;
			isConfirmed = false;
			return true;
		},
		opened: () => {
			refusals = 0;
		},
		confirmed: () => {
			isConfirmed = true;
		},
		failed: () => {
			if (!isConfirmed) until = 0;
		},
	};
};
