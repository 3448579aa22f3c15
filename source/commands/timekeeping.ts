import type {Patience} from '../domain/event.js';
import type {EpochMs} from '../domain/units.js';
import type {Clock} from '../runtime/clock.js';
import {createDayWatch} from '../runtime/day-watch.js';
import type {Sink} from '../runtime/store.js';

export type TimekeepingOptions = {
	readonly clock: Pick<Clock, 'onTick'>;
	readonly sink: Sink;
	/** The service's time. */
	readonly at: () => EpochMs;
	readonly resetAt: number | 'never';
	readonly patience: Patience;
	/** The day that the figures belong to is the one of this instant. */
	readonly begun?: EpochMs | undefined;
};

/** Calls expire after hours: looking for them every ten seconds is often enough. */
const ticksBetweenLooks = 10;

/** Tells the board that time passes, and when the day begins anew. Returns its end. */
export const keepTime = ({clock, sink, at, resetAt, patience, begun}: TimekeepingOptions): (() => void) => {
	const day = createDayWatch({resetAt, begun});
	let ticks = 0;
	return clock.onTick(() => {
		ticks += 1;
		if (ticks % ticksBetweenLooks === 0) sink.dispatch([{type: 'time-passed', at: at(), patience}]);
		if (day.hasTurned(at())) sink.dispatch([{type: 'board-reset', at: at()}]);
	});
};
