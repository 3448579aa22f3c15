/** One call that goes through several queues: counted once where queues are added up. */

import {type Caller, noShare, type Share, shareOf} from './caller.js';
import {emptyTally, recountShare, type Tally} from './tally.js';
import {emptyTimes, recountTimes, type Times} from './times.js';
import {durationMs, type EpochMs, type QueueNumber, type SiteName} from './units.js';

/** A stay of the call, by its place, and what it counts for in its queue. */
export type Stay = {
	readonly key: string;
	readonly site: SiteName;
	readonly queue: QueueNumber;
	readonly share: Share;
};

type Place = {readonly number: QueueNumber; readonly site: SiteName};

export const stayOf = ({number, site}: Place, caller: Caller): Stay => ({
	key: `${number} ${caller.id} ${caller.stay}`,
	site,
	queue: number,
	share: shareOf(caller),
});

/** Everything counted over all queues, a call once. */
export type Total = {readonly tally: Tally; readonly times: Times};

export const emptyTotal: Total = {tally: emptyTally, times: emptyTimes};

/**
The stay that says what became of a call: the first that was answered, else the one that began last. News of two queues
may come in any order within a second, so only the times of the stays decide.
*/
export const decisiveStay = (stays: readonly Stay[]): Stay | undefined => {
	const ordered = inOrder(stays);
	return ordered.find(({share}) => share.outcome === 'answered') ?? ordered.at(-1);
};

/**
What the stays of one call come to: offered once, when it joined the first queue; answered if any queue answered it, with
the whole wait until then; else what became of it in the last queue. Conversations are not in it.
*/
export const shareOfCall = (stays: readonly Stay[]): Share => {
	const offered = inOrder(stays).find(({share}) => share.offered)?.share;
	const {outcome, waited, joinedAt, waitEndedAt} = decisiveStay(stays)?.share ?? noShare;
	const begunAt = offered?.joinedAt ?? joinedAt;
	return {
		...noShare,
		offered: offered !== undefined,
		joinedAt: begunAt,
		outcome,
		waitEndedAt,
		waited: waited === null ? null : spanOf(begunAt, waitEndedAt),
	};
};

/** Stays in the order they began; of two that began at once, the one that goes on, or ended later, is the later. */
const inOrder = (stays: readonly Stay[]): readonly Stay[] =>
	stays.length < 2
		? stays
		: stays.toSorted(
				(one, other) => begin(one) - begin(other) || end(one) - end(other) || (one.key < other.key ? -1 : 1),
			);

/** Later than any time, and a difference of two is none. */
const never = Number.MAX_SAFE_INTEGER;

const begin = ({share}: Stay): number => share.joinedAt ?? share.waitEndedAt ?? never;

const end = ({share}: Stay): number => share.waitEndedAt ?? never;

const spanOf = (from: EpochMs | null, to: EpochMs | null): Share['waited'] =>
	from === null || to === null ? null : durationMs(to - from);

/** The stays of a call with one of them as it is now. */
export const withStay = (stays: readonly Stay[], stay: Stay): readonly Stay[] => {
	const index = stays.findIndex(({key}) => key === stay.key);
	return index < 0 ? [...stays, stay] : stays.with(index, stay);
};

type Change = {readonly before: readonly Stay[]; readonly after: readonly Stay[]};

/** The total after the stays of a call changed: what became of it, and its conversations. */
export const recountTotal = (total: Total, {before, after}: Change): Total => {
	const whole = recountBoth(total, {before: shareOfCall(before), after: shareOfCall(after)});
	return recountTalks(whole, {before, after});
};

/** The total after conversations of a call changed; what became of the call is left as it was counted. */
export const recountTalks = (total: Total, {before, after}: Change): Total => {
	let counted = total;
	for (const stay of before)
		counted = recountBoth(
			counted,
			talks(
				stay,
				after.find(({key}) => key === stay.key),
			),
		);
	for (const stay of after) {
		if (!before.some(({key}) => key === stay.key)) counted = recountBoth(counted, talks(undefined, stay));
	}
	return counted;
};

const talks = (before: Stay | undefined, after: Stay | undefined) => ({before: talkOf(before), after: talkOf(after)});

const talkOf = (stay: Stay | undefined): Share => {
	if (stay === undefined || stay.share.talked === null) return noShare;
	const {talked, talkEndedAt} = stay.share;
	return {...noShare, talked, talkEndedAt};
};

const recountBoth = (total: Total, change: {readonly before: Share; readonly after: Share}): Total => {
	const times = recountTimes(total.times, change);
	const tally = recountShare(total.tally, change);
	return times === total.times && tally === total.tally ? total : {tally, times};
};
