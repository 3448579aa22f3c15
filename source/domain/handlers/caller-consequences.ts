import {type Caller, callerState, isShown, noShare, shareOf} from '../caller.js';
import type {BoardDraft} from '../draft.js';
import {endedStay} from '../ended.js';
import {recountLosses, reopenLosses, settleLosses} from '../loss.js';
import {findCaller, type Queue, waitingCount, withPeak} from '../queue.js';
import {staysOn, withCall} from '../recent-calls.js';
import {isSameShare, notePeak} from '../times.js';
import type {EpochMs} from '../units.js';
import {decisiveStay, recountTalks, recountTotal, type Stay, shareOfCall, stayOf, withStay} from '../whole-call.js';

/** News of a caller that changed what is known of them. */
export type Told = {
	/** As it was before. */
	readonly queue: Queue;
	readonly caller: Caller;
	readonly known: Caller | undefined;
	readonly at: EpochMs;
};

/** What follows from news of a caller elsewhere on the board. */
export const passOn = (draft: BoardDraft, told: Told): void => {
	const {queue, caller, known, at} = told;
	const wasWaiting = known !== undefined && callerState(known) === 'waiting';
	if (isShown(caller)) recountWhole(draft, told);
	recordEnd(draft, told);
	if (callerState(caller) === 'waiting' && !wasWaiting) noteWaiting(draft, queue, at);
	noteAnswer(draft, told);
};

/** The call that the stay belongs to counts once over all queues, and is lost once. */
const recountWhole = (draft: BoardDraft, {queue, caller, known}: Told): void => {
	const {channel} = caller;
	const stay = stayOf(queue, caller);
	const former = known?.stay === caller.stay && isShown(known) ? stayOf(queue, known) : null;
	if (former && known?.channel === null && channel !== null) withdraw(draft, former);
	const counted = former && known?.channel === channel ? former : null;
	// Most news changes nothing of what counts.
	if (counted && known?.from === caller.from && isSameShare(counted.share, stay.share)) return;
	const before = channel === null ? listOf(counted) : (staysOn(draft.calls, channel) ?? []);
	const after = withStay(before, stay);
	if (channel !== null) draft.calls = withCall(draft.calls, channel, after);
	if (counted && !before.some(({key}) => key === stay.key)) goOnForgotten(draft, counted, stay);
	else recountCall(draft, caller, {before, after});
};

const listOf = (stay: Stay | null): readonly Stay[] => (stay === null ? [] : [stay]);

/** Of a call that was forgotten meanwhile, what it counts for already is not taken back: other stays may have had a part in it. */
const goOnForgotten = (draft: BoardDraft, before: Stay, after: Stay): void => {
	draft.total = recountTalks(draft.total, {before: [before], after: [after]});
	if (before.share.outcome !== null) return;
	const {outcome, waited, waitEndedAt} = after.share;
	const share = {...noShare, outcome, waited, waitEndedAt};
	draft.total = recountTotal(draft.total, {before: [], after: [{...after, share}]});
};

/** It counted as a call of its own until the call was told that it belongs to. */
const withdraw = (draft: BoardDraft, stay: Stay): void => {
	draft.total = recountTotal(draft.total, {before: [stay], after: []});
	draft.losses = recountLosses(draft.losses, {key: stay.key, loss: null});
};

type Change = {readonly before: readonly Stay[]; readonly after: readonly Stay[]};

const recountCall = (draft: BoardDraft, {channel, from}: Caller, {before, after}: Change): void => {
	draft.total = recountTotal(draft.total, {before, after});
	const decisive = decisiveStay(after);
	if (!decisive) return;
	const key = channel ?? decisive.key;
	const {outcome, waited, waitEndedAt: at} = shareOfCall(after);
	const {site, queue} = decisive;
	draft.losses = recountLosses(draft.losses, {key, loss: {key, site, queue, from, outcome, waited, at}});
};

/** A stay that ended is recorded, one that goes on after all is not; what changes later corrects the record. */
const recordEnd = (draft: BoardDraft, {queue, caller, known, at}: Told): void => {
	const wasOver = known !== undefined && (known.left !== null || !queue.callers.has(known.id));
	const isAnew = known !== undefined && known.stay !== caller.stay;
	// A new stay under an old identity: the one before ended unheard.
	if (isAnew && !wasOver) draft.end(endedStay(queue, known, at), {wasEnded: false});
	const wasEnded = wasOver && !isAnew;
	if (isOver(caller)) draft.end(endedStay(queue, caller, at), {wasEnded});
	else if (wasEnded) draft.goOn(endedStay(queue, caller, at));
};

const isOver = (caller: Caller): boolean => isShown(caller) && (caller.left !== null || callerState(caller) === 'gone');

/** Whoever is answered was reached; whoever turns out not to be, was not. */
const noteAnswer = (draft: BoardDraft, {caller, known}: Told): void => {
	const before = known?.stay === caller.stay ? answerOf(known) : null;
	const after = answerOf(caller);
	if (before?.at === after?.at && before?.who === after?.who) return;
	const {from} = caller;
	if (before) draft.losses = reopenLosses(draft.losses, from, {by: 'answered', ...before});
	if (after) {
		const begunAt = caller.joinedAt ?? after.at;
		draft.losses = settleLosses(draft.losses, {from, begunAt, settled: {by: 'answered', ...after}});
	}
};

const answerOf = (caller: Caller): {readonly at: EpochMs; readonly who: string | null} | null => {
	const {outcome, agent} = shareOf(caller);
	const at = caller.bridge?.answeredAt ?? null;
	return outcome === 'answered' && at !== null ? {at, who: agent} : null;
};

/** How many wait, in this queue and in all, if it is the most of the quarter. */
const noteWaiting = (draft: BoardDraft, {number}: Queue, at: EpochMs): void => {
	const queue = draft.queues.get(number);
	if (queue) draft.queues.set(number, withPeak(queue, at));
	noteAllWaiting(draft, at);
};

/** How many wait in all queues, if it is the most of the quarter. */
export const noteAllWaiting = (draft: BoardDraft, at: EpochMs): void => {
	let count = 0;
	for (const queue of draft.queues.values()) count += waitingCount(queue);
	const {total} = draft;
	const peaks = notePeak(total.times.peaks, {at, count});
	if (peaks !== total.times.peaks) draft.total = {...total, times: {...total.times, peaks}};
};

/** Callers the board no longer believes in, or knows to be gone without having heard when, go into the history too. */
export const endVanished = (
	draft: BoardDraft,
	{before, after, at}: {readonly before: Queue; readonly after: Queue; readonly at: EpochMs},
): void => {
	if (before === after) return;
	for (const caller of before.callers.values()) {
		const now = caller.left === null ? findCaller(after, caller.id) : undefined;
		if (now && (now.left !== null || !after.callers.has(caller.id)))
			draft.end(endedStay(after, now, at), {wasEnded: false});
	}
};
