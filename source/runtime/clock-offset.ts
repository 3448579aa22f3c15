import type {EpochMs} from '../domain/units.js';

export type ClockOffset = {
	/** One answer: when it arrived on this machine's clock, and when the service sent its youngest event. */
	observe(sighting: {readonly arrivedAt: EpochMs; readonly sentAt: EpochMs}): void;
	/** This machine's clock minus the service's, in milliseconds; 0 until an answer told. */
	value(): number;
};

/** How many answers are remembered: enough to see through a slow one. */
const remembered = 32;

/** So many answers in a row, each this much later than any before, are not slow: a clock was set. */
const convincing = 3;
const tooLateMs = 2000;

/**
How far this machine's clock is from the service's: the smallest gap of the last answers, the one with the least
network delay in it. A clock that is set is followed at once in the one direction, after three answers in the other.
*/
export const createClockOffset = (): ClockOffset => {
	let gaps: readonly number[] = [];
	return {
		observe({arrivedAt, sentAt}) {
			const seen = [...gaps, arrivedAt - sentAt].slice(-remembered);
			const newest = seen.slice(-convincing);
			const wasSet = Math.min(...newest) > Math.min(...seen) + tooLateMs;
			gaps = wasSet ? newest : seen;
		},
		value: () => (gaps.length === 0 ? 0 : Math.round(Math.min(...gaps))),
	};
};
