/** What was counted in a period, by hour, day, queue or agent, by the rules by which the board counts its day. */

import type {Share} from '../domain/caller.js';
import {shareOfEnded} from '../domain/ended-share.js';
import type {Tally} from '../domain/tally.js';
import type {EpochMs} from '../domain/units.js';
import {type Stay, shareOfCall} from '../domain/whole-call.js';
import {type Collector, createCollector} from './collector.js';
import {createSorter, type Grouping} from './grouping.js';
import type {CountedStay, Period} from './reading.js';

export type FiguresOptions = {
	/** In the order in which they began. */
	readonly stays: Iterable<CountedStay>;
	/** Channels of the calls with several stays. */
	readonly shared: ReadonlySet<string>;
	readonly period: Period;
	/** Null: the total alone. */
	readonly by: Grouping | null;
	/** Of one queue alone: each stay counts for itself, as in that queue's own figures. */
	readonly isOneQueue: boolean;
	/** When days begin, minutes after midnight. */
	readonly dayBegins: number;
};

export type FiguresReport = {
	/** By start of the hour or day, in epoch milliseconds, or by number; in order. Where nothing was counted there is none. */
	readonly rows: ReadonlyMap<number | string, Tally>;
	/** A call that went through several queues counts once. */
	readonly total: Tally;
};

/** Offered counts when the caller joined; answered, lost and opted out when the waiting ended; a talk when it ended. */
export const figuresReport = (options: FiguresOptions): FiguresReport => {
	const {stays, shared, period, isOneQueue} = options;
	const sorter = createSorter(options);
	const total = createCollector();
	const several = new Map<string, Stay[]>();
	const addCall = (share: Share): void => {
		addWaiting(total, share);
		sorter.call(share);
	};
	for (const stay of stays) {
		const share = within(shareOfEnded(stay), period);
		sorter.stay(share, stay.queue);
		addTalk(total, share);
		const {channel, site, queue} = stay;
		if (isOneQueue || channel === null || !shared.has(channel)) addCall(share);
		else several.set(channel, [...(several.get(channel) ?? []), {key: keyOf(stay), site, queue, share}]);
	}
	for (const call of several.values()) addCall(shareOfCall(call));
	return {rows: sorter.rows(), total: total.tally()};
};

/** As `stayOf` tells stays apart. */
const keyOf = ({queue, id, stay}: CountedStay): string => `${queue} ${id} ${stay}`;

/** What of a share falls into the period: it counts no more than that, whatever came before or after. */
const within = (share: Share, {from, to}: Period): Share => {
	const isIn = (at: EpochMs | null): boolean => at !== null && at >= from && at < to;
	const hasEnded = isIn(share.waitEndedAt);
	return {
		...share,
		offered: share.offered && isIn(share.joinedAt),
		outcome: hasEnded ? share.outcome : null,
		waited: hasEnded ? share.waited : null,
		talked: isIn(share.talkEndedAt) ? share.talked : null,
	};
};

const addWaiting = (collector: Collector, {offered, outcome, waited}: Share): void => {
	if (offered) collector.offer();
	collector.end(outcome, waited);
};

const addTalk = (collector: Collector, {talked}: Share): void => {
	if (talked !== null) collector.talk(talked);
};
