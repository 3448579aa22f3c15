/** What the terminal layer asks of time. None of it keeps the process alive. */
export type Timers = {
	/** Runs once the work of this turn of the event loop is done. */
	soon(run: () => void): void;
	/** Runs after a delay; the result cancels. */
	after(delayMs: number, run: () => void): () => void;
	/** Runs periodically; the result cancels. */
	every(periodMs: number, run: () => void): () => void;
};

export const systemTimers: Timers = {
	soon(run) {
		setImmediate(run);
	},
	after(delayMs, run) {
		const timer = setTimeout(run, delayMs).unref();
		return () => clearTimeout(timer);
	},
	every(periodMs, run) {
		const timer = setInterval(run, periodMs).unref();
		return () => clearInterval(timer);
	},
};
