/** What each piece of queue news changes in what is known of a caller. Pure; news already known changes nothing. */

import {type Bridge, type Caller, newCaller} from './caller.js';
import type {BoardEvent, CallerEvent} from './event.js';
import {type AgentNumber, type EpochMs, later} from './units.js';

/**
Facts that any news may bring: the joining time, the caller's number, a sign of life. One in doubt is believed again, as
they were, by news younger than what is known; older or equal news may be old news told twice. An agent who no longer
rings is no such news: it comes after the caller's leaving or answer, too, which may be what was missed.
*/
export const hearOf = (
	caller: Caller,
	event: Pick<CallerEvent, 'type' | 'at' | 'from' | 'joinedAt' | 'channel'>,
): Caller => {
	const heardAt = later(caller.heardAt, event.at);
	const joinedAt = event.joinedAt ?? caller.joinedAt;
	const from = caller.from === '' ? event.from : caller.from;
	const channel = caller.channel ?? event.channel ?? null;
	const left = caller.left?.outcome === 'expired' && event.at > caller.left.at ? null : caller.left;
	const isSeen = heardAt !== caller.heardAt && event.type !== 'agent-failed';
	const doubtedAt = isSeen ? null : caller.doubtedAt;
	const same =
		heardAt === caller.heardAt &&
		joinedAt === caller.joinedAt &&
		from === caller.from &&
		channel === caller.channel &&
		left === caller.left;
	return same ? caller : {...caller, heardAt, joinedAt, from, channel, left, doubtedAt};
};

/** The caller enters the queue. For one who was gone before this news it is a new stay, counted for itself. */
export const join = (caller: Caller, event: BoardEvent<'caller-joined'>): Caller => {
	const goneAt = caller.left?.at ?? caller.bridge?.endedAt ?? null;
	if (goneAt !== null && event.at > goneAt) return stayAgain(caller, event);
	if (caller.seen === 'joined') return caller;
	return {...caller, seen: 'joined', joinedAt: caller.joinedAt ?? event.at};
};

/**
True when a caller who was in doubt joins anew: they left unheard. Only an identity that is a mere number comes twice.
*/
export const leftUnheard = (known: Caller | undefined, event: BoardEvent<'caller-joined'>): boolean =>
	known !== undefined && known.doubtedAt !== null && event.at > known.heardAt;

/** A new stay under an identity known before, counted for itself. */
export const stayAgain = ({id, from, stay}: Caller, event: BoardEvent<'caller-joined'>): Caller => {
	const joinedAt = event.joinedAt ?? event.at;
	const anew = newCaller({id, from: event.from || from, seen: 'joined', joinedAt, heardAt: event.at});
	return {...anew, stay: stay + 1, channel: event.channel ?? null};
};

/** An agent rings for the caller, unless newer news ended that already. */
export const offer = (caller: Caller, {agent, at}: {readonly agent: AgentNumber; readonly at: EpochMs}): Caller => {
	if (caller.left !== null || caller.bridge !== null || caller.ringing.has(agent)) return caller;
	if (isOldOffer(caller, {agent, at})) return caller;
	return {
		...caller,
		seen: caller.seen === 'unseen' ? 'partial' : caller.seen,
		ringing: new Map(caller.ringing).set(agent, at),
		offeredAt: new Map(caller.offeredAt).set(agent, at),
	};
};

/** Times are whole seconds: a failed agent may be rung anew within the second, and an offer may come after its own end. */
const isOldOffer = (caller: Caller, {agent, at}: {readonly agent: AgentNumber; readonly at: EpochMs}): boolean => {
	const offeredAt = caller.offeredAt.get(agent);
	const failedAt = caller.failedAt.get(agent) ?? -1;
	return offeredAt === undefined ? at <= failedAt : at <= offeredAt || at < failedAt;
};

/** An agent no longer rings for the caller. */
export const fail = (caller: Caller, {agent, at}: {readonly agent: AgentNumber; readonly at: EpochMs}): Caller => {
	if (at <= (caller.failedAt.get(agent) ?? -1)) return caller;
	const ringing = new Map(caller.ringing);
	if ((ringing.get(agent) ?? at) <= at) ringing.delete(agent);
	return {...caller, ringing, failedAt: new Map(caller.failedAt).set(agent, at)};
};

/** The conversation begins. */
export const bridge = (caller: Caller, event: BoardEvent<'bridge-started'>): Caller => {
	if (caller.brokenBridgeAt !== null && event.answeredAt <= caller.brokenBridgeAt) return caller;
	if (caller.bridge?.counts) return caller;
	const started: Bridge = {
		agent: event.agent,
		answeredAt: event.answeredAt,
		counts: true,
		endedAt: caller.bridge?.endedAt ?? null,
	};
	return {...caller, seen: caller.seen === 'unseen' ? 'partial' : caller.seen, ringing: new Map(), bridge: started};
};

/** The conversation ends; or, not bridged, turns out never to have begun, and the caller waits again. */
export const unbridge = (caller: Caller, event: BoardEvent<'bridge-ended'>): Caller => {
	if (!event.bridged) return breakBridge(caller, event.answeredAt ?? event.at);
	const answeredAt = event.answeredAt ?? caller.bridge?.answeredAt ?? null;
	if (caller.bridge !== null && caller.bridge.endedAt !== null) return caller;
	const counts = caller.bridge?.counts ?? caller.seen === 'joined';
	return {...caller, ringing: new Map(), bridge: {agent: event.agent, answeredAt, counts, endedAt: event.endedAt}};
};

const breakBridge = (caller: Caller, brokenBridgeAt: EpochMs): Caller => {
	if (brokenBridgeAt <= (caller.brokenBridgeAt ?? -1)) return caller;
	const isNewer = (caller.bridge?.answeredAt ?? -1) > brokenBridgeAt;
	return {...caller, bridge: isNewer ? caller.bridge : null, brokenBridgeAt};
};

/** The caller is gone. The first such news of a stay holds. */
export const leave = (caller: Caller, event: BoardEvent<'caller-left'>): Caller => {
	if (caller.left !== null && caller.left.outcome !== 'expired') return caller;
	const {agent, answeredAt, outcome, leftAt} = event;
	if (caller.stay > 1 && leftAt < (caller.joinedAt ?? leftAt)) return caller;
	const missed = outcome === 'served' && caller.bridge === null && caller.seen === 'joined' && agent && answeredAt;
	const bridge: Bridge | null = missed ? {agent, answeredAt, counts: true, endedAt: null} : caller.bridge;
	return {...caller, ringing: new Map(), bridge, left: {at: leftAt, outcome}};
};
