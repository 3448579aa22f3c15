import type {Patience} from './patience.js';
import type {Timers, Times} from './timers.js';

export type KeepAliveOptions = {
	readonly timers: Timers;
	readonly times: Pick<Times, 'ping'>;
	/** With silence. Learns how long the other side may be silent. */
	readonly patience: Patience;
	readonly ping: () => void;
	/** There is life, and nothing was told of for a while. */
	readonly pulse: () => void;
	/** Nothing was heard for too long. Called once. */
	readonly died: () => void;
};

export type KeepAlive = {
	/** Something came, whatever it is. */
	heard(): void;
	/** Something was told of: a pulse is not needed for a while. */
	told(): void;
	stop(): void;
};

/**
Pings a connection, and takes it for dead when nothing comes back. Pulses at most a ping's interval and a tenth apart
while there is life: after each pong, unless there was news in the tenth of an interval before it.
*/
export const keepAlive = ({timers, times, patience, ping, pulse, died}: KeepAliveOptions): KeepAlive => {
	let heardAt = timers.now();
	let toldAt = heardAt;
	let stopPinging = (): void => undefined;
	let stopWatching = (): void => undefined;
	const stop = (): void => {
		stopPinging();
		stopWatching();
	};
	const pingLater = (): void => {
		stopPinging = timers.after(times.ping, () => {
			ping();
			pingLater();
		});
	};
	const watch = (milliseconds: number): void => {
		stopWatching = timers.after(milliseconds, () => {
			const left = heardAt + patience.milliseconds() - timers.now();
			if (left > 0) return watch(left);
			stop();
			patience.timedOut();
			died();
		});
	};
	pingLater();
	watch(patience.milliseconds());
	return {
		heard: () => {
			const now = timers.now();
			patience.answered(now - heardAt);
			heardAt = now;
			if (now - toldAt < times.ping / 10) return;
			toldAt = now;
			pulse();
		},
		told: () => {
			toldAt = timers.now();
		},
		stop,
	};
};
