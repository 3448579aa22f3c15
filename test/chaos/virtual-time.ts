/** Time that passes only when nothing else can happen, or when somebody waits: so hours of waiting take no time. */
import type {Timers} from '../../source/providers/ovh/timers.js';
import {createManualTimers} from '../providers/ovh/manual-timers.js';

export type VirtualTime = {
	readonly timers: Timers;
	/** Lets so much pass, and what falls due happen; resolves on the next turn of the loop. */
	pass(milliseconds: number): Promise<void>;
	/** Lets pass what is missing until something falls due. */
	jump(): void;
	/** In milliseconds. */
	longestJump(): number;
	/** How many calls are still to fall due. */
	pending(): number;
};

export const createVirtualTime = (): VirtualTime => {
	const timers = createManualTimers();
	let longest = 0;
	return {
		timers,
		pass: async milliseconds => {
			timers.advance(milliseconds);
			await turn();
		},
		jump: () => {
			const missing = timers.pending[0] ?? 0;
			longest = Math.max(longest, missing);
			timers.advance(missing);
		},
		longestJump: () => longest,
		pending: () => timers.pending.length,
	};
};

/** One turn of the loop. */
export const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
