import type {ServerResponse} from 'node:http';
import type {Delivery} from './delivery.js';
import {createHeldPolls} from './held-polls.js';
import type {Session} from './session.js';

/** Long polling seen from the server: who asks for events waits until there are some. */
export type Polls = {
	/** Answers at once when there are events, else holds the response. A poll already held for this session ends empty. */
	receive(session: Session, response: ServerResponse): void;
	/** Answers the held polls that have events. */
	answer(): void;
	/** How many are held. */
	count(): number;
	/** Ends the held polls of these sessions in another way. */
	end(isMeant: (session: Session) => boolean, farewell: (session: Session, response: ServerResponse) => void): void;
};

export const createPolls = ({holdMs, delivery, expired}: PollOptions): Polls => {
	const release = (session: Session, send: Delivery['send']) => {
		const response = held.release(session);
		if (response) send(session, response);
	};
	const expire = (session: Session) => {
		release(session, delivery.sendEmpty);
		expired(session);
	};
	const held = createHeldPolls({holdMs, expired: expire});
	return {
		receive: (session, response) => {
			release(session, delivery.sendEmpty);
			const take = session.hasEvents() ? delivery.send : held.hold;
			take(session, response);
		},
		answer: () => {
			for (const session of held.sessions()) if (session.hasEvents()) release(session, delivery.send);
		},
		count: () => held.sessions().length,
		end: (isMeant, farewell) => {
			for (const session of held.sessions().filter(isMeant)) release(session, farewell);
		},
	};
};

export type PollOptions = {
	/** How long a poll is held before it is answered empty. */
	readonly holdMs: number;
	readonly delivery: Delivery;
	/** Called when the poll of this session was answered empty because of its age. */
	readonly expired: (session: Session) => void;
};
