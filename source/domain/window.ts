import type {Tally} from './tally.js';
import {countedSince, minuteMs, type Times} from './times.js';
import {type EpochMs, epochMs} from './units.js';

/** How far back figures reach: so many minutes, or since the last reset. */
export const windows = [15, 30, 60, 'today'] as const;

export type Window = (typeof windows)[number];

/** What has counts: a queue, or all of them. */
type Counted = {readonly tally: Tally; readonly times: Times};

/**
When a window begins: so many minutes ago, back to the full minute, so that it is never shorter than it says. Null: since
the last reset.
*/
export const windowStart = (window: Window, now: EpochMs): EpochMs | null =>
	window === 'today' ? null : epochMs(Math.floor(now / minuteMs - window) * minuteMs);

/** What was counted in a window that ends now. */
export const tallyIn = ({tally, times}: Counted, window: Window, now: EpochMs): Tally => {
	const start = windowStart(window, now);
	return start === null ? tally : countedSince(times.minutes, start);
};
