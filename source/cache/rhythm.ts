import {setTimeout as delay} from 'node:timers/promises';

export type RhythmOptions = {
	/** Between the start of one beat and of the next, at least. */
	readonly intervalMs: number;
	/** Never rejects. */
	readonly beat: () => Promise<void>;
	/** Whether there is anything left to do. */
	readonly isWanted: () => boolean;
};

/** Does something as soon as it is wanted, never twice at once and not too often, until it is no longer wanted. */
export type Rhythm = {
	/** To be called when it is wanted. */
	rouse(): void;
	/** Does it now, if it is wanted, and waits until it is done, but no longer than so many milliseconds. */
	finish(longestMs: number): Promise<void>;
	/** Nothing more begins. Waits as `finish` does. */
	stop(longestMs: number): Promise<void>;
};

/** Its timer keeps no program from ending. */
export const createRhythm = ({intervalMs, beat, isWanted}: RhythmOptions): Rhythm => {
	let timer: NodeJS.Timeout | undefined;
	let running: Promise<void> | undefined;
	let nextAt = 0;
	let isStopped = false;
	const rouse = (): void => {
		if (timer || running || isStopped || !isWanted()) return;
		timer = setTimeout(start, Math.max(0, nextAt - performance.now())).unref();
	};
	const start = (): void => {
		rest();
		nextAt = performance.now() + intervalMs;
		running = beat().finally(() => {
			running = undefined;
			rouse();
		});
	};
	const rest = (): void => {
		clearTimeout(timer);
		timer = undefined;
	};
	return {
		rouse,
		async finish(longestMs) {
			const all = async (): Promise<void> => {
				await running;
				if (isWanted() && !running && !isStopped) start();
				await running;
			};
			await atMost(longestMs, all());
		},
		async stop(longestMs) {
			isStopped = true;
			rest();
			await atMost(longestMs, Promise.resolve(running));
		},
	};
};

const atMost = async (milliseconds: number, work: Promise<void>): Promise<void> => {
	const aborter = new AbortController();
	const pause = delay(milliseconds, undefined, {ref: false, signal: aborter.signal}).catch(() => undefined);
	await Promise.race([work, pause]);
	aborter.abort();
};
