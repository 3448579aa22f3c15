import type {CallEvent, Direction} from './event.js';
import {type CallId, type DurationMs, type EpochMs, elapsed, later} from './units.js';

/** `unknown`: in doubt, nobody can say whether it goes on. */
export type CallState = 'ringing' | 'in-call' | 'on-hold' | 'unknown' | 'expired' | 'ended';

/** A call as one line sees it: instants only, so that its state and its ages are questions. */
export type Call = {
	readonly id: CallId;
	readonly direction: Direction;
	readonly from: string;
	readonly to: string;
	readonly dialled: string;
	/** First sign of the call. */
	readonly startedAt: EpochMs;
	readonly answeredAt: EpochMs | null;
	readonly ringingEndedAt: EpochMs | null;
	/** Start of the hold that lasts; null when not on hold. */
	readonly heldAt: EpochMs | null;
	/** Time of the newest hold news, so that a late one is recognised. */
	readonly holdNewsAt: EpochMs | null;
	readonly hungUpAt: EpochMs | null;
	/** When the board stopped believing in the call for want of any news. */
	readonly expiredAt: EpochMs | null;
	/** Since when nobody knows whether the call goes on: news of it may be lost. Null when it is not in doubt. */
	readonly doubtedAt: EpochMs | null;
	/** The newest sign of life. */
	readonly heardAt: EpochMs;
	/** The news of this call in the order it came, the last of it; none of a former run. */
	readonly trail: readonly CallEvent[];
};

/** A call of which nothing is known yet but this event. */
export const newCall = (event: CallEvent): Call => ({
	id: event.callId,
	direction: event.direction,
	from: event.from,
	to: event.to,
	dialled: event.dialled,
	startedAt: event.at,
	answeredAt: null,
	ringingEndedAt: null,
	heldAt: null,
	holdNewsAt: null,
	hungUpAt: null,
	expiredAt: null,
	doubtedAt: null,
	heardAt: event.at,
	trail: [],
});

/**
Every call shows a sign of life with each event, however late. One expired or in doubt is believed again, as it was; but
not for news that is no younger than what is known, which may be old news told twice.
*/
export const hear = (call: Call, at: EpochMs): Call => {
	const heardAt = later(call.heardAt, at);
	if (heardAt === call.heardAt) return call;
	return {...call, heardAt, expiredAt: null, doubtedAt: null};
};

/** Ringing is news only for a call that is not answered; after its end, only when it is younger than that end. */
export const ring = (call: Call, at: EpochMs): Call => {
	const end = endedAt(call);
	if (end !== null && at > end) return {...call, startedAt: at, answeredAt: null, ringingEndedAt: null, hungUpAt: null};
	return at < call.startedAt ? {...call, startedAt: at} : call;
};

/** The call is answered. Late news about a call that was hung up since does not open it again. */
export const answer = (call: Call, at: EpochMs): Call => {
	if (call.hungUpAt !== null && at > call.hungUpAt) return {...call, answeredAt: at, heldAt: null, hungUpAt: null};
	return call.answeredAt === null ? {...call, answeredAt: at} : call;
};

/** The ringing stopped. Says nothing about a call that is answered, before or later. */
export const stopRinging = (call: Call, at: EpochMs): Call =>
	call.ringingEndedAt === null ? {...call, ringingEndedAt: at} : call;

export const hangUp = (call: Call, at: EpochMs): Call =>
	call.hungUpAt === null ? {...call, heldAt: null, hungUpAt: at} : call;

/** Hold begins (`heldAt`) or ends (null); news older than the newest hold news is ignored. */
export const hold = (call: Call, {at, heldAt}: {readonly at: EpochMs; readonly heldAt: EpochMs | null}): Call => {
	if (call.holdNewsAt !== null && at <= call.holdNewsAt) return call;
	return {...call, answeredAt: call.answeredAt ?? at, heldAt, holdNewsAt: at};
};

/** When the call ended, null while it goes on. Unanswered, it ends with its ringing. */
export const endedAt = (call: Call): EpochMs | null =>
	call.hungUpAt ?? (call.answeredAt === null ? call.ringingEndedAt : null);

export const callState = (call: Call): CallState => {
	if (endedAt(call) !== null) return 'ended';
	if (call.expiredAt !== null) return 'expired';
	if (call.doubtedAt !== null) return 'unknown';
	if (call.heldAt !== null) return 'on-hold';
	return call.answeredAt === null ? 'ringing' : 'in-call';
};

/** The instant the running timer counts from: the answer, before it the first ring. */
export const timedSince = (call: Call): EpochMs => call.answeredAt ?? call.startedAt;

/** How long nothing was heard of the call. */
export const silence = (call: Call, now: EpochMs): DurationMs => elapsed(call.heardAt, now);

/** The other end, seen from the line. Empty when withheld. */
export const peer = ({direction, from, to}: Pick<Call, 'direction' | 'from' | 'to'>): string =>
	direction === 'outgoing' ? to : from;
