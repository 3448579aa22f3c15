import type {Timers} from '../../source/screen-pop/timers.js';

/** Time that stands still until it is pushed. */
export type ManualTimers = Timers & {advance(milliseconds: number): void; readonly waiting: () => number};

export const createManualTimers = (): ManualTimers => {
	const tasks = new Map<object, {readonly due: number; readonly task: () => void}>();
	let now = 0;
	return {
		now: () => now,
		waiting: () => tasks.size,
		after(milliseconds, task) {
			const key = {};
			tasks.set(key, {due: now + milliseconds, task});
			return () => tasks.delete(key);
		},
		advance(milliseconds) {
			now += milliseconds;
			for (const [key, {due, task}] of [...tasks]) {
				if (due > now || !tasks.delete(key)) continue;
				task();
			}
		},
	};
};
