import type {Timers} from '../../../source/providers/ovh/timers.js';

/** Time that passes only when it is pushed. */
export type ManualTimers = Timers & {
	/** Lets so much pass; what falls due is called in order, at its time. */
	advance(milliseconds: number): void;
	/** When those that wait are due, in milliseconds from now. */
	readonly pending: readonly number[];
};

type Timer = {readonly dueAt: number; readonly call: () => void};

export const createManualTimers = (): ManualTimers => {
	let now = 0;
	const timers = new Set<Timer>();
	const byTime = (): readonly Timer[] => [...timers].sort((one, other) => one.dueAt - other.dueAt);
	return {
		now: () => now,
		after: (milliseconds, call) => {
			const timer = {dueAt: now + milliseconds, call};
			timers.add(timer);
			return () => timers.delete(timer);
		},
		advance: milliseconds => {
			const end = now + milliseconds;
			for (let [next] = byTime(); next && next.dueAt <= end; [next] = byTime()) {
				now = Math.max(now, next.dueAt);
				timers.delete(next);
				next.call();
			}
			now = end;
		},
		get pending() {
			return byTime().map(({dueAt}) => dueAt - now);
		},
	};
};
