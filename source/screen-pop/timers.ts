/** This machine's passing time, replaced in tests. */
export type Timers = {
	/** Milliseconds on from any point. */
	now(): number;
	/** Runs a task after so many milliseconds, unless the result is called before. Keeps no program alive. */
	after(milliseconds: number, task: () => void): () => void;
};

export const realTimers: Timers = {
	now: () => performance.now(),
	after(milliseconds, task) {
		const timer = setTimeout(task, milliseconds);
		timer.unref();
		return () => clearTimeout(timer);
	},
};
