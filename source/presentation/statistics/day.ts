import type {Board} from '../../domain/board.js';
import type {Hole} from '../../domain/missed.js';
import type {Queue} from '../../domain/queue.js';
import type {Tally} from '../../domain/tally.js';
import {type Buckets, bucketList, type Times} from '../../domain/times.js';
import {type EpochMs, epochMs, queueNumber} from '../../domain/units.js';
import {type About, everySite} from '../cells.js';
import {type Capacity, capacityOf} from './capacity.js';

/** The key of all queues together, beside the numbers of queues. */
export const allQueues = 'total';

/** What is told of a day: by the hour and as a curve. */
export type Day = {
	readonly key: string;
	/** Null: of all queues together. */
	readonly queue: Pick<Queue, 'number' | 'site' | 'label'> | null;
	readonly about: About;
	readonly tally: Tally;
	readonly times: Times;
	/** The most simultaneous calls by quarter, and how many there can be; null where it is about one queue. */
	readonly load: {readonly peaks: Board['load']['peaks']; readonly capacity: Capacity} | null;
};

/** What the figures of all days cover. */
export type Cover = {
	/** Null before any event. */
	readonly since: EpochMs | null;
	readonly missed: readonly Hole[];
	readonly now: EpochMs;
};

/** The day of a queue, or of all; of all when there is no such queue. */
export const dayOf = (board: Board, key: string): Day => {
	const queue = board.queues.get(queueNumber(key));
	if (queue === undefined) {
		const load = {peaks: board.load.peaks, capacity: capacityOf(board.lines)};
		return {key: allQueues, queue: null, about: everySite, ...board.total, load};
	}
	return {key, queue, about: queue.site, tally: queue.tally, times: queue.times, load: null};
};

/** The first instant that something is told of: usually when counting began, earlier when something is known of before. */
export const firstCounted = ({quarters}: Pick<Times, 'quarters'>, since: EpochMs): EpochMs => {
	let first = since;
	for (const {start, tally} of bucketList(quarters)) if (start < first && !isEmpty(tally)) first = start;
	return first;
};

/** Now, or a little later where an event was dated ahead of it. */
export const lastCounted = ({quarters}: {readonly quarters: Buckets}, now: EpochMs): EpochMs => {
	let last: number = now;
	for (const {start} of bucketList(quarters)) if (start > last) last = start;
	return epochMs(last);
};

/** True when nothing counted. */
export const isEmpty = ({offered, answered, abandoned, timedOut, noAgent, optedOut, talks}: Tally): boolean =>
	offered + answered + abandoned + timedOut + noAgent + optedOut + talks === 0;

/** True when news of some of that time were missed. */
export const isMissedIn = (missed: readonly Hole[], {start, end}: Stretch): boolean =>
	missed.some(({from, to}) => from < end && to > start);

/** True when news of all of that time were missed. */
export const isBlindIn = (missed: readonly Hole[], {start, end}: Stretch): boolean =>
	missed.some(({from, to}) => from <= start && to >= end);

type Stretch = {readonly start: EpochMs; readonly end: EpochMs};
