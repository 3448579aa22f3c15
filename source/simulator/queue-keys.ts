import type {WireData} from '../providers/ovh/wire.js';
import type {Agent, Queue} from './company.js';
import type {Leg} from './line-events.js';
import type {Caller} from './phone-numbers.js';

/** A caller's time in a queue. `offers`: the agents called for them at present. */
export type Stay = {
	readonly queue: Queue;
	readonly caller: Caller;
	readonly uuid: string;
	readonly sessionUuid: string;
	readonly joinedAt: number;
	readonly offers: Set<Offer>;
};

/** One agent being called, or talking, for one caller. `mishap`: why the telephone will not even ring. */
export type Offer = {
	readonly agent: Agent;
	readonly uuid: string;
	readonly calledAt: number;
	readonly leg: Leg;
	readonly mishap: Mishap | undefined;
};

export type Mishap = 'USER_BUSY' | 'USER_NOT_REGISTERED' | 'DESTINATION_OUT_OF_ORDER';

/** A conversation that an offer led to; times in epoch milliseconds. */
export type Bridge = {readonly stay: Stay; readonly offer: Offer; readonly answeredAt: number};

/**
What each queue event says beside the keys of all. Which keys an event has, and which it lacks, follows the headers of
FreeSWITCH's call centre module: `mod_callcenter.c`.
*/
export const joinKeys = ({caller, uuid, sessionUuid}: Stay): WireData => ({
	Calling: caller.calling,
	QueueMemberCIDName: caller.cidName,
	QueueMemberCIDNumber: caller.cidNumber,
	QueueMemberSessionUUID: sessionUuid,
	QueueMemberUUID: uuid,
});

export const offeringKeys = (stay: Stay, offer: Offer): WireData => ({
	...joinKeys(stay),
	...agentKeys(offer),
	QueueAgentType: 'callback',
	QueueMemberDNIS: stay.queue.number,
});

export const failureKeys = ({stay, offer, cause, at}: Failure): WireData => ({
	...joinKeys(stay),
	...agentKeys(offer),
	QueueAgentAbortedTime: seconds(at),
	QueueAgentCalledTime: seconds(offer.calledAt),
	QueueHangupCause: cause,
	QueueMemberJoinedTime: seconds(stay.joinedAt),
});

export type Failure = {readonly stay: Stay; readonly offer: Offer; readonly cause: string; readonly at: number};

export const bridgeStartKeys = (bridge: Bridge): WireData => ({
	...bridgeKeys(bridge),
	QueueMemberDNIS: bridge.stay.queue.number,
});

/** `SUCCESS` is how the attempt to reach the agent ended; it does not say who hung up. */
export const bridgeEndKeys = (bridge: Bridge, at: number): WireData => ({
	...bridgeKeys(bridge),
	QueueBridgeTerminatedTime: seconds(at),
	QueueHangupCause: 'SUCCESS',
});

export const terminatedKeys = (bridge: Bridge, at: number): WireData => ({
	...bridgeKeys(bridge),
	QueueCause: 'Terminated',
	QueueHangupCause: 'SUCCESS',
	QueueMemberLeavingTime: seconds(at),
});

export const cancelledKeys = (stay: Stay, reason: CancelReason, at: number): WireData => ({
	...joinKeys(stay),
	QueueCancelReason: reason,
	QueueCause: 'Cancel',
	QueueMemberJoinedTime: seconds(stay.joinedAt),
	QueueMemberLeavingTime: seconds(at),
});

export type CancelReason = 'BREAK_OUT' | 'TIMEOUT' | 'NO_AGENT_TIMEOUT' | 'NONE';

/** Epoch milliseconds as queue events write them: whole seconds. */
export const seconds = (at: number): string => String(Math.floor(at / 1000));

const agentKeys = ({agent}: Offer): WireData => ({
	Agent: agent.line.number,
	QueueAgent: agent.name,
	QueueAgentSystem: 'single_box',
});

const bridgeKeys = ({stay, offer, answeredAt}: Bridge): WireData => ({
	...joinKeys(stay),
	...agentKeys(offer),
	QueueAgentAnsweredTime: seconds(answeredAt),
	QueueAgentCalledTime: seconds(offer.calledAt),
	QueueAgentUUID: offer.uuid,
	QueueMemberJoinedTime: seconds(stay.joinedAt),
});
