/** When a queue had an agent ring for a caller, or join them: what a line's call can be tied to. */

import {type Caller, callerState} from './caller.js';
import type {EndedStay} from './ended.js';
import type {CallerEvent} from './event.js';
import {
	type AgentNumber,
	type CallerId,
	type DurationMs,
	durationMs,
	type EpochMs,
	epochMs,
	type QueueNumber,
} from './units.js';

/** A stay of a caller in a queue, and what it means for the agent whose call is of it. */
export type StayRef = {
	readonly queue: QueueNumber;
	readonly callerId: CallerId;
	/** Which stay under this identity. */
	readonly stay: number;
	/** Null when the joining is not known. */
	readonly joinedAt: EpochMs | null;
	/** How long the caller waited for this agent's answer; null when this agent did not answer, or the joining is not known. */
	readonly waited: DurationMs | null;
};

/** The queue had this agent ring for the caller in that time. Endless while it lasts. */
export type Offer = {
	/** Of the stay. */
	readonly key: string;
	readonly stay: StayRef;
	readonly agent: AgentNumber;
	/** The caller's number, empty when withheld. */
	readonly caller: string;
	readonly from: EpochMs;
	readonly until: EpochMs;
};

/** Somebody rang, or stopped to. */
type Ring = {readonly agent: AgentNumber; readonly at: EpochMs};

type Facts = Pick<StayRef, 'queue' | 'callerId' | 'stay' | 'joinedAt'> & {
	readonly from: string;
	readonly offers: readonly Ring[];
	readonly fails: readonly Ring[];
	/** Who answered; null when nobody did. */
	readonly agent: AgentNumber | null;
	readonly answeredAt: EpochMs | null;
	/** When every offer before ended: an answer that came to nothing, the end of the stay. */
	readonly closes: readonly EpochMs[];
};

const never = epochMs(Number.POSITIVE_INFINITY);

const knownOf = new WeakMap<Caller | EndedStay, readonly Offer[]>();

/** The offers of one stay, made once for as long as it is the same. */
const remember = <Stay extends Caller | EndedStay>(stay: Stay, make: () => readonly Offer[]): readonly Offer[] => {
	const known = knownOf.get(stay) ?? make();
	knownOf.set(stay, known);
	return known;
};

/** What the offers to a caller were, while they are there and for as long as the queue remembers them. */
export const offersOfCaller = (queue: QueueNumber, caller: Caller): readonly Offer[] =>
	remember(caller, () => {
		const {id, stay, joinedAt, from, trail, bridge} = caller;
		return offersOf({
			queue,
			callerId: id,
			stay,
			joinedAt,
			from,
			offers: [...ringsIn(trail, 'agent-offered'), ...ringsOf(caller.offeredAt)],
			fails: [...ringsIn(trail, 'agent-failed'), ...ringsOf(caller.failedAt)],
			agent: bridge?.agent ?? null,
			answeredAt: bridge?.answeredAt ?? bridge?.endedAt ?? null,
			closes: [...brokenIn(trail), caller.brokenBridgeAt ?? never, closeOf(caller)],
		});
	});

/** What the offers of a stay were, out of its record. */
export const offersOfEnded = (record: EndedStay): readonly Offer[] =>
	remember(record, () => {
		const {queue, id, stay, joinedAt, from, trail, agent, answeredAt} = record;
		const offers = ringsIn(trail, 'agent-offered');
		const fails = ringsIn(trail, 'agent-failed');
		const closes = [...brokenIn(trail), closeOfEnded(record)];
		return offersOf({queue, callerId: id, stay, joinedAt, from, offers, fails, agent, answeredAt, closes});
	});

/** Who expired rang for nobody after the last that was heard of them. */
const closeOfEnded = ({end, endedAt, joinedAt, trail}: EndedStay): EpochMs =>
	end === 'left' ? endedAt : epochMs(Math.max(joinedAt ?? 0, ...trail.map(({at}) => at)));

/** One who is in doubt rings for nobody after the last that was heard of them. */
const closeOf = (caller: Caller): EpochMs => {
	if (caller.left !== null) return caller.left.outcome === 'expired' ? caller.heardAt : caller.left.at;
	const state = callerState(caller);
	return state === 'waiting' || state === 'talking' ? never : caller.heardAt;
};

const offersOf = (facts: Facts): readonly Offer[] => {
	const {queue, callerId, stay, joinedAt, agent, answeredAt, from, fails} = facts;
	const waited = joinedAt === null || answeredAt === null ? null : durationMs(answeredAt - joinedAt);
	const closes = [...facts.closes, ...(answeredAt === null ? [] : [answeredAt])];
	return [...facts.offers, ...unseenOffer(facts)].map(ring => ({
		key: JSON.stringify([queue, callerId, stay]),
		stay: {queue, callerId, stay, joinedAt, waited: ring.agent === agent ? waited : null},
		agent: ring.agent,
		caller: from,
		from: ring.at,
		until: firstAfter(ring, [...fails.filter(fail => fail.agent === ring.agent).map(({at}) => at), ...closes]),
	}));
};

/** Who answered was rung, also where nobody saw that: after the caller joined. */
const unseenOffer = ({offers, agent, answeredAt, joinedAt}: Facts): readonly Ring[] => {
	const at = joinedAt ?? answeredAt;
	return agent === null || at === null || offers.some(offer => offer.agent === agent) ? [] : [{agent, at}];
};

const firstAfter = ({at}: Ring, ends: readonly EpochMs[]): EpochMs =>
	epochMs(Math.min(never, ...ends.filter(end => end >= at)));

const ringsOf = (times: ReadonlyMap<AgentNumber, EpochMs>): readonly Ring[] =>
	Array.from(times, ([agent, at]) => ({agent, at}));

const ringsIn = (trail: readonly CallerEvent[], type: 'agent-offered' | 'agent-failed'): readonly Ring[] =>
	trail.flatMap(event => (event.type === type ? [{agent: event.agent, at: event.at}] : []));

/** Answers that came to nothing. */
const brokenIn = (trail: readonly CallerEvent[]): readonly EpochMs[] =>
	trail.flatMap(event => (event.type === 'bridge-ended' && !event.bridged ? [event.answeredAt ?? event.at] : []));
