/** How recorded time passes in true time. */
export type Pace = {
	/** The recorded time that true time has come to, epoch milliseconds; without a speed where it was last set. */
	come(): number;
	/** Resolves when it has come to an instant; at once without a speed, or when that is past. */
	until(at: number): Promise<void>;
	/** From here on it is this recorded time, and passes so many times faster than life; 0: as fast as possible. */
	set(next: {readonly at: number; readonly speed?: number}): void;
};

export type PaceOptions = {
	/** Nothing is waited for any more once it aborts. */
	readonly signal: AbortSignal;
	/** True time in milliseconds; only differences matter. */
	readonly realNow: () => number;
	/** Resolves after so many milliseconds, or at once when the signal aborts. */
	readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
	/** Lets others of this process have their turn. */
	readonly breathe: () => Promise<void>;
};

/** Without waiting, others have their turn so often. */
const breathMs = 10;

/** Timers know no less; what is left out here is made up for by the next step. */
const leastWaitMs = 1;

/** No timer counts weeks. */
const longestWaitMs = 3_600_000;

/** Waits by the true time since it was set, so that nothing adds up. */
export const createPace = ({signal, realNow, wait, breathe}: PaceOptions): Pace => {
	let breathedAt = realNow();
	let anchor = {real: realNow(), at: 0, speed: 0};
	const leftTo = (at: number): number =>
		anchor.speed > 0 ? anchor.real + (at - anchor.at) / anchor.speed - realNow() : 0;
	return {
		come: () => anchor.at + (realNow() - anchor.real) * anchor.speed,
		async until(at) {
			for (let left = leftTo(at); left >= leastWaitMs && !signal.aborted; left = leftTo(at)) {
				breathedAt = realNow();
				await wait(Math.min(left, longestWaitMs), signal);
			}
			if (realNow() - breathedAt < breathMs) return;
			await breathe();
			breathedAt = realNow();
		},
		set: ({at, speed = anchor.speed}) => {
			anchor = {real: realNow(), at, speed};
		},
	};
};
