import type {CallerEvent, LeaveOutcome} from './event.js';
import {
	type AgentNumber,
	type CallerId,
	type ChannelId,
	type DurationMs,
	durationMs,
	type EpochMs,
	elapsed,
} from './units.js';

/** How a caller left, or that the board stopped believing in a caller it heard nothing of. */
export type Departure = {readonly at: EpochMs; readonly outcome: LeaveOutcome | 'expired'};

/** A conversation of a caller with an agent. */
export type Bridge = {
	readonly agent: AgentNumber;
	/** Null when only the end of the conversation was heard of, without its times. */
	readonly answeredAt: EpochMs | null;
	/** False for a conversation that was already running when counting began: it is no answer of this day. */
	readonly counts: boolean;
	readonly endedAt: EpochMs | null;
};

/**
One stay of one caller in one queue, as the facts heard of it so far, in whatever order they came. State and counts
follow from the facts, so that repeated and late news cannot count twice.
*/
export type Caller = {
	readonly id: CallerId;
	readonly from: string;
	/** The call that brought the caller; null when nothing told. */
	readonly channel: ChannelId | null;
	/**
	`joined`: the board saw the caller enter. `partial`: known from later news. `unseen`: known only by news that does
	not show the caller in the queue, so neither waiting nor talking.
	*/
	readonly seen: 'joined' | 'partial' | 'unseen';
	readonly joinedAt: EpochMs | null;
	/** Counts the stays under this identity; more than one only where the service names no better one than a number. */
	readonly stay: number;
	/** Agents that ring for this caller, and since when. */
	readonly ringing: ReadonlyMap<AgentNumber, EpochMs>;
	/** Every agent that was rung, and when last; tells a repeated offer from a new one within the same second. */
	readonly offeredAt: ReadonlyMap<AgentNumber, EpochMs>;
	/** Agents that were rung and did not take the call, and when last. */
	readonly failedAt: ReadonlyMap<AgentNumber, EpochMs>;
	readonly bridge: Bridge | null;
	/** Answer time of the last attempt to join caller and agent that came to nothing. */
	readonly brokenBridgeAt: EpochMs | null;
	readonly left: Departure | null;
	/** Since when nobody knows whether the caller is still there: news may be lost. Null when not in doubt. */
	readonly doubtedAt: EpochMs | null;
	/** The newest sign of life. */
	readonly heardAt: EpochMs;
	/** What the stay counted for before counting last began anew; null when it began since. */
	readonly former: {readonly offered: boolean; readonly answered: boolean} | null;
	/** The news of this stay in the order it came, the last `trailLimit`; none of a former run. */
	readonly trail: readonly CallerEvent[];
};

/** How much news of one call is remembered. */
export const trailLimit = 100;

/** The trail with one more piece of news. */
export const addToTrail = <Event>(trail: readonly Event[], event: Event): readonly Event[] => [
	...trail.slice(-trailLimit + 1),
	event,
];

/** `unknown`: in doubt, nobody can say whether the caller is still there. */
export type CallerState = 'waiting' | 'talking' | 'unknown' | 'expired' | 'gone';

/**
A bridge comes up within three seconds of the agent's answer or not at all. A caller cancelled in that time was lost,
not answered. Source: FreeSWITCH's call centre module.
*/
export const bridgeSetUpMs = 3000;

const nobody: ReadonlyMap<AgentNumber, EpochMs> = new Map();

export const newCaller = (caller: Pick<Caller, 'id' | 'from' | 'seen' | 'joinedAt' | 'heardAt'>): Caller => ({
	stay: 1,
	ringing: nobody,
	offeredAt: nobody,
	failedAt: nobody,
	bridge: null,
	brokenBridgeAt: null,
	left: null,
	doubtedAt: null,
	channel: null,
	former: null,
	trail: [],
	...caller,
});

export const callerState = (caller: Caller): CallerState => {
	if (caller.left !== null) return caller.left.outcome === 'expired' ? 'expired' : 'gone';
	if (caller.bridge === null ? caller.seen === 'unseen' : caller.bridge.endedAt !== null) return 'gone';
	if (caller.doubtedAt !== null) return 'unknown';
	return caller.bridge === null ? 'waiting' : 'talking';
};

/** True when some news showed a stay: that an agent did not take the call does not, since it comes after the end, too. */
export const isShown = ({seen, left, bridge}: Caller): boolean => seen !== 'unseen' || left !== null || bridge !== null;

/** True when the caller gave up in the moment between the agent's answer and the conversation. */
const leftBeforeTalking = ({left, bridge}: Caller): boolean => {
	if (left === null || bridge === null || left.outcome === 'served' || left.outcome === 'expired') return false;
	if (bridge.answeredAt === null || left.at - bridge.answeredAt > bridgeSetUpMs) return false;
	return bridge.endedAt === null || left.at <= bridge.endedAt;
};

/** What a stay counts for in the figures of its queue. */
export type Share = {
	readonly offered: boolean;
	readonly outcome: 'answered' | Exclude<LeaveOutcome, 'served'> | null;
	/** Time between joining and answer or loss; null while it lasts or when the joining is not known. */
	readonly waited: DurationMs | null;
	/** Length of an ended conversation. */
	readonly talked: DurationMs | null;
	readonly agent: AgentNumber | null;
	/** When the caller joined; null when that is not known. */
	readonly joinedAt: EpochMs | null;
	/** When the waiting ended, by answer or loss; null while it has no outcome. */
	readonly waitEndedAt: EpochMs | null;
	/** When the conversation ended; null when its length is not known. */
	readonly talkEndedAt: EpochMs | null;
};

/** The share of somebody of whom nothing is known. */
export const noShare: Share = {
	offered: false,
	outcome: null,
	waited: null,
	talked: null,
	agent: null,
	joinedAt: null,
	waitEndedAt: null,
	talkEndedAt: null,
};

export const shareOf = (caller: Caller): Share => {
	const {joinedAt} = caller;
	const known = {...noShare, offered: caller.seen === 'joined', joinedAt};
	const bridge = leftBeforeTalking(caller) ? null : caller.bridge;
	if (bridge === null) return {...known, ...lossOf(caller)};
	const {answeredAt, endedAt, agent, counts} = bridge;
	const talked = between(answeredAt, endedAt);
	return {
		...known,
		outcome: counts ? 'answered' : null,
		waited: counts ? between(joinedAt, answeredAt) : null,
		waitEndedAt: counts ? (answeredAt ?? endedAt ?? caller.left?.at ?? joinedAt) : null,
		talked,
		talkEndedAt: talked === null ? null : endedAt,
		agent,
	};
};

/** What the stay that `caller` is on counted for so far; null when it is a new one. */
export const shareBefore = (known: Caller | undefined, caller: Caller): Share | null =>
	known?.stay === caller.stay ? shareOf(known) : null;

const lossOf = ({left, joinedAt}: Caller): Partial<Share> => {
	if (left === null || left.outcome === 'served' || left.outcome === 'expired') return {};
	return {outcome: left.outcome, waited: between(joinedAt, left.at), waitEndedAt: left.at};
};

const between = (start: EpochMs | null, end: EpochMs | null): DurationMs | null =>
	start === null || end === null ? null : durationMs(end - start);

/** How long a waiting caller waits by now; zero when the joining is not known. */
export const waitSoFar = (caller: Caller, now: EpochMs): DurationMs =>
	caller.joinedAt === null ? durationMs(0) : elapsed(caller.joinedAt, now);

/**
The caller as found when counting begins anew: still there, but neither offered nor answered on the new day.
*/
export const recount = (caller: Caller): Caller => ({
	...caller,
	former: formerOf(caller),
	seen: caller.seen === 'joined' ? 'partial' : caller.seen,
	failedAt: nobody,
	bridge: caller.bridge === null ? null : {...caller.bridge, counts: false},
});

const formerOf = (caller: Caller): Caller['former'] => {
	const {offered, outcome} = shareOf(caller);
	return {
		offered: offered || (caller.former?.offered ?? false),
		answered: outcome === 'answered' || (caller.former?.answered ?? false),
	};
};
