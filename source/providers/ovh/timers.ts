/** What passes of time while a provider waits. */
export type Timers = {
	/** Milliseconds that never run backwards, from any beginning. */
	now(): number;
	/** Calls once after so many milliseconds. What it gives takes that back. Keeps no program running. */
	after(milliseconds: number, call: () => void): () => void;
};

export const systemTimers: Timers = {
	now: () => performance.now(),
	after: (milliseconds, call) => {
		const timer = setTimeout(call, milliseconds);
		timer.unref();
		return () => clearTimeout(timer);
	},
};

/** How long a provider waits for what, in milliseconds. */
export type Times = {
	/** For the answer to a held request, at first; see `patience.ts`. */
	readonly held: number;
	/** For the answer to a request the service does not hold. */
	readonly answer: number;
	/** For a WebSocket to open. */
	readonly opening: number;
	/** Between two pings of a WebSocket: less than the 60 s after which proxies of the nginx kind cut an idle one. */
	readonly ping: number;
	/** Without a byte from a WebSocket until it is taken for dead, at first; see `patience.ts`. */
	readonly silence: number;
	/** Until a refused token is tried again while others are served. */
	readonly refused: number;
	/** Until a WebSocket is tried again after polling in its place. */
	readonly fallback: number;
};

export const usualTimes: Times = {
	held: 75_000,
	answer: 30_000,
	opening: 20_000,
	ping: 25_000,
	silence: 60_000,
	refused: 60_000,
	fallback: 3_600_000,
};
