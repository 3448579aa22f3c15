import type {V2Session} from './v2-session.js';

/** Tries refused tokens again beside what else goes on, which waits for none of it. */
export type Retry = {
	/** Begins when it is time, and is not yet under way. */
	tick(): void;
	/** Resolves when nothing is under way any more. */
	stop(): Promise<void>;
};

export const createRetry = (session: V2Session): Retry => {
	const aborter = new AbortController();
	let underWay: Promise<void> | undefined;
	// What fails here fails again, and is told, where the session is asked for next.
	const tryAgain = async (): Promise<void> => {
		await session.ready(aborter.signal).catch(() => undefined);
		underWay = undefined;
	};
	return {
		tick: () => {
			if (underWay === undefined && session.hasDue()) underWay = tryAgain();
		},
		stop: async () => {
			aborter.abort();
			await underWay;
		},
	};
};
