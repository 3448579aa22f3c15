import type {Queue} from './company.js';
import type {Offers} from './offers.js';
import type {CancelReason, Stay} from './queue-keys.js';
import type {Roster} from './roster.js';
import type {Stage} from './stage.js';
import type {WaitingRoom} from './waiting-room.js';

/**
Looks after a queue for as long as someone waits in it: gives up those who waited too long, or whom nobody works for, and calls
free agents for the others, in the order in which they came.
*/
export const createSupervision = (parts: SupervisionParts) => {
	const supervised = new Set<Queue>();
	const look = (queue: Queue) => {
		for (const stay of parts.room.of(queue)) supervise(parts, stay);
		if (parts.room.of(queue).length > 0) parts.stage.after(everyMs, () => look(queue));
		else supervised.delete(queue);
	};
	return (queue: Queue): void => {
		if (supervised.has(queue)) return;
		supervised.add(queue);
		parts.stage.after(everyMs, () => look(queue));
	};
};

type SupervisionParts = {
	readonly stage: Stage;
	readonly room: WaitingRoom;
	readonly roster: Roster;
	readonly offers: Offers;
	readonly cancel: (stay: Stay, reason: CancelReason) => void;
};

/** Who is being offered to an agent at the end of the wait may still be answered: the attempt is finished first. */
const supervise = ({stage, roster, offers, cancel}: SupervisionParts, stay: Stay) => {
	if (stay.offers.size > 0) return;
	const waitedMs = stage.since(stay.joinedAt);
	if (waitedMs >= stay.queue.maxWaitMs) return cancel(stay, 'TIMEOUT');
	if (waitedMs >= noAgentMs && roster.isDeserted(stay.queue)) return cancel(stay, 'NO_AGENT_TIMEOUT');
	if (waitedMs < greetingMs) return;
	const free = roster.freeAgents(stay.queue);
	const called = stay.queue.strategy === 'ring-all' ? free : free.slice(0, 1);
	for (const agent of called) offers.open(stay, agent);
};

const everyMs = 500;
const greetingMs = 900;
const noAgentMs = 6000;
