import type {Agent} from './company.js';
import {type LineTeller, switchCallId} from './line-events.js';
import type {QueueTeller} from './queue-events.js';
import {failureKeys, type Mishap, type Offer, offeringKeys, type Stay} from './queue-keys.js';
import type {Roster} from './roster.js';
import type {Stage} from './stage.js';

/** Agents being called for waiting callers. */
export type Offers = {
	/** Calls the agent for the caller. */
	open(stay: Stay, agent: Agent): void;
	/** Ends every call to an agent for this caller. */
	withdraw(stay: Stay, cause: 'LOSE_RACE' | 'ORIGINATOR_CANCEL'): void;
};

export const createOffers = (parts: OfferParts): Offers => {
	const {stage, tellLine, teller, roster, answered} = parts;
	const fail = createFailure(parts);
	const ring = (stay: Stay, offer: Offer) => {
		tellLine(offer.leg, 'ringing');
		if (stage.random.chance(0.07)) return stage.after(agentTimeoutMs, () => fail(stay, offer, 'NO_ANSWER'));
		stage.after(stage.random.between(2000, 9000), () => {
			if (stay.offers.delete(offer)) answered(stay, offer);
		});
	};
	return {
		open: (stay, agent) => {
			const offer = createOffer(stage, stay, agent);
			stay.offers.add(offer);
			roster.engage(agent);
			teller.tell(stay.queue, 'agent-offering', offeringKeys(stay, offer));
			const {mishap} = offer;
			if (!mishap) return ring(stay, offer);
			stage.after(stage.random.between(100, 600), () => fail(stay, offer, mishap));
		},
		withdraw: (stay, cause) => {
			for (const offer of [...stay.offers]) fail(stay, offer, cause);
		},
	};
};

export type OfferParts = {
	readonly stage: Stage;
	readonly tellLine: LineTeller;
	readonly teller: QueueTeller;
	readonly roster: Roster;
	/** The agent took the call; the offer is no longer open. */
	readonly answered: (stay: Stay, offer: Offer) => void;
};

/** Ends an offer that did not lead to a conversation; does nothing when it has ended already. */
const createFailure = ({stage, tellLine, teller, roster}: OfferParts) => {
	return (stay: Stay, offer: Offer, cause: Cause): void => {
		if (!stay.offers.delete(offer)) return;
		teller.tell(stay.queue, 'bridge-agent-fail', failureKeys({stay, offer, cause, at: stage.now()}));
		if (!offer.mishap) tellLine(offer.leg, 'given-up');
		roster.dismiss(offer.agent, restMs[cause]);
	};
};

const agentTimeoutMs = 20_000;

/** How long an agent is left alone after each failure. The engine retries an unregistered telephone after 5 s. */
const restMs = {
	NO_ANSWER: 12_000,
	LOSE_RACE: 1000,
	ORIGINATOR_CANCEL: 1000,
	USER_BUSY: 25_000,
	USER_NOT_REGISTERED: 5000,
	DESTINATION_OUT_OF_ORDER: 60_000,
} as const;

type Cause = keyof typeof restMs;

const createOffer = ({random, now}: Stage, stay: Stay, agent: Agent): Offer => ({
	agent,
	uuid: random.uuid(),
	calledAt: now(),
	mishap: mishapOf(random.unit()),
	leg: {
		line: agent.line,
		callId: switchCallId(random),
		calling: stay.caller.calling,
		called: agent.line.number,
		sequence: random.integer(10, 900),
	},
});

const mishapOf = (chance: number): Mishap | undefined => {
	if (chance < 0.025) return 'USER_BUSY';
	if (chance < 0.03) return 'USER_NOT_REGISTERED';
	return chance < 0.033 ? 'DESTINATION_OUT_OF_ORDER' : undefined;
};
