import type {EpochMs} from '../domain/units.js';
import type {HistoryFile} from './history-file.js';

export type PurgerOptions = {
	readonly file: Pick<HistoryFile, 'purge'>;
	readonly days: number;
	/** Between the start, which has other things to do, and the first purge; between the end of one and the next. */
	readonly limits: {readonly firstPurgeTicks: number; readonly purgeTicks: number};
};

const dayMs = 86_400_000;

/** Deletes, a few at a time, what is older than wanted: soon after the start, and each day. */
export const createPurger = ({file, days, limits}: PurgerOptions) => {
	let kept = days;
	let rest = limits.firstPurgeTicks;
	return {
		keepDays(next: number): void {
			if (next < kept) rest = 0;
			kept = next;
		},
		/** `now`: null when the time is not known for sure. A machine with a wrong clock might delete everything. */
		tick(now: EpochMs | null): void {
			rest -= 1;
			if (rest > 0 || now === null) return;
			rest = file.purge(now - kept * dayMs) ? 1 : limits.purgeTicks;
		},
	};
};
