import {createBridges} from './bridges.js';
import type {Queue} from './company.js';
import type {LineTeller} from './line-events.js';
import {createOffers, type Offers} from './offers.js';
import type {Caller} from './phone-numbers.js';
import {createQueueTeller} from './queue-events.js';
import {type CancelReason, cancelledKeys, type Stay} from './queue-keys.js';
import {createRoster} from './roster.js';
import type {Stage} from './stage.js';
import {createSupervision} from './supervision.js';
import {createWaitingRoom} from './waiting-room.js';

/** Callers who wait in queues until an agent answers, they give up, or the queue gives them up. */
export type QueueCalls = {
	join(queue: Queue, caller: Caller): void;
};

export const createQueueCalls = ({stage, tellLine, gaveUp, overflow}: QueueCallParts): QueueCalls => {
	const teller = createQueueTeller(stage);
	const room = createWaitingRoom(teller);
	const roster = createRoster(stage);
	const parts = {stage, tellLine, teller, room, roster};
	const bridge = createBridges(parts);
	const offers: Offers = createOffers({...parts, answered: (stay, offer) => bridge(stay, offer, offers)});
	const cancel = (stay: Stay, reason: CancelReason) => {
		if (!room.remove(stay)) return;
		teller.tell(stay.queue, 'member-queue-end', cancelledKeys(stay, reason, stage.now()));
		room.tellCount(stay.queue);
		offers.withdraw(stay, 'ORIGINATOR_CANCEL');
		if (reason === 'BREAK_OUT') gaveUp(stay.caller);
		if (reason === 'TIMEOUT') passOn(stay);
	};
	const supervise = createSupervision({stage, room, roster, offers, cancel});
	const join = (stay: Stay) => {
		room.enter(stay);
		stage.after(patienceMs(stage), () => cancel(stay, 'BREAK_OUT'));
		supervise(stay.queue);
	};
	/** Who waited too long is sent to another queue now and then: another stay of the same call. */
	const passOn = ({queue, caller, sessionUuid}: Stay) => {
		const other = overflow(queue);
		if (!other || !mayPass.test(sessionUuid)) return gaveUp(caller);
		stage.after(400, () => join({...createStay(stage, other, caller), sessionUuid}));
	};
	return {join: (queue, caller) => join(createStay(stage, queue, caller))};
};

/** Some of the calls: which ones, chance has decided already. */
const mayPass = /[0-9]$/;

type QueueCallParts = {
	readonly stage: Stage;
	readonly tellLine: LineTeller;
	/** Hears of callers who were lost: they may call again, or be called back. */
	readonly gaveUp: (caller: Caller) => void;
	/** The queue for those who waited too long in this one, if there is any. */
	readonly overflow: (queue: Queue) => Queue | undefined;
};

const createStay = ({random, now}: Stage, queue: Queue, caller: Caller): Stay => ({
	queue,
	caller,
	uuid: random.uuid(),
	sessionUuid: random.uuid(),
	joinedAt: now(),
	offers: new Set(),
});

/** A few notice at once that they dialled the wrong number; the others wait for minutes. */
const patienceMs = ({random}: Stage) =>
	random.chance(0.03) ? random.between(1500, 4500) : 12_000 + random.exponential(150_000);
