import type {Queue} from './company.js';
import type {QueueTeller} from './queue-events.js';
import {joinKeys, type Stay} from './queue-keys.js';

/** Who waits in which queue, those for whom agents ring included. */
export type WaitingRoom = {
	/** Tells that the caller joined, and how many wait now. */
	enter(stay: Stay): void;
	/** True when the caller was still there: whoever removes a caller decides, and tells, what becomes of them. */
	remove(stay: Stay): boolean;
	tellCount(queue: Queue): void;
	/** In the order in which they came. */
	of(queue: Queue): readonly Stay[];
};

export const createWaitingRoom = (teller: QueueTeller): WaitingRoom => {
	const rooms = new Map<Queue, Set<Stay>>();
	const tellCount = (queue: Queue) => teller.tellCount(queue, rooms.get(queue)?.size ?? 0);
	return {
		enter: stay => {
			// The service tells of a caller before it counts them.
			teller.tell(stay.queue, 'member-queue-start', joinKeys(stay));
			rooms.set(stay.queue, (rooms.get(stay.queue) ?? new Set()).add(stay));
			tellCount(stay.queue);
		},
		remove: stay => rooms.get(stay.queue)?.delete(stay) ?? false,
		tellCount,
		of: queue => [...(rooms.get(queue) ?? [])],
	};
};
