import type {EpochMs} from '../domain/units.js';

export type ClockOffset = {
	/** One answer: when it arrived on this machine's clock, and when the service sent its youngest event. */
	observe(sighting: {readonly arrivedAt: EpochMs; readonly sentAt: EpochMs}): void;
	/** This machine's clock minus the service's, in milliseconds; 0 until an answer told. */
	value(): number;
};

/** How many answers are remembered: enough to see through a slow one, few enough to follow a clock that is set. */
const remembered = 32;

/**
How far this machine's clock is from the service's: the smallest gap of the last answers, the one with the least
network delay in it.
*/
export const createClockOffset = (): ClockOffset => {
	const gaps: number[] = [];
	return {
		observe({arrivedAt, sentAt}) {
			gaps.push(arrivedAt - sentAt);
			if (gaps.length > remembered) gaps.shift();
		},
		value: () => (gaps.length === 0 ? 0 : Math.round(Math.min(...gaps))),
	};
};
