import {createConverse} from './conversations.js';
import type {LineTeller} from './line-events.js';
import type {Offers} from './offers.js';
import type {QueueTeller} from './queue-events.js';
import {
	type Bridge,
	bridgeEndKeys,
	bridgeStartKeys,
	cancelledKeys,
	type Offer,
	type Stay,
	terminatedKeys,
} from './queue-keys.js';
import type {Roster} from './roster.js';
import type {Stage} from './stage.js';
import type {WaitingRoom} from './waiting-room.js';

/** An agent took the call: joins caller and agent, sends the other agents away, and lets the two talk. */
export const createBridges = (parts: BridgeParts) => {
	const {stage, tellLine, teller, room} = parts;
	const converse = createConverse(stage, tellLine);
	const {terminate, vanish} = createEndings(parts);
	return (stay: Stay, offer: Offer, offers: Offers): void => {
		const bridge = {stay, offer, answeredAt: stage.now()};
		const isVanished = stage.random.chance(0.003);
		room.remove(stay);
		teller.tell(stay.queue, 'bridge-agent-start', bridgeStartKeys(bridge));
		tellLine(offer.leg, 'answered');
		tellLine(offer.leg, 'ringing-stopped');
		offers.withdraw(stay, 'LOSE_RACE');
		if (isVanished) vanish(bridge);
		room.tellCount(stay.queue);
		if (!isVanished) converse({leg: offer.leg, talkMs, hangUp: () => terminate(bridge)});
	};
};

type BridgeParts = {
	readonly stage: Stage;
	readonly tellLine: LineTeller;
	readonly teller: QueueTeller;
	readonly room: WaitingRoom;
	readonly roster: Roster;
};

const talkMs = 80_000;

/** `terminate` after a conversation; `vanish` when the caller was gone before it could begin. */
const createEndings = ({stage, tellLine, teller, roster}: BridgeParts) => {
	const {random, now, after} = stage;
	const hangUp = (bridge: Bridge) => {
		tellLine(bridge.offer.leg, 'hung-up');
		teller.tell(bridge.stay.queue, 'bridge-agent-end', bridgeEndKeys(bridge, now()));
		roster.dismiss(bridge.offer.agent, random.between(4000, 18_000));
	};
	return {
		terminate: (bridge: Bridge) => {
			hangUp(bridge);
			teller.tell(bridge.stay.queue, 'member-queue-end', terminatedKeys(bridge, now()));
		},
		vanish: (bridge: Bridge) => {
			teller.tell(bridge.stay.queue, 'member-queue-end', cancelledKeys(bridge.stay, 'NONE', now()));
			after(1000, () => hangUp(bridge));
		},
	};
};
