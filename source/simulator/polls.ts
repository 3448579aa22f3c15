import type {ServerResponse} from 'node:http';
import type {Delivery} from './delivery.js';
import {createHeldPolls} from './held-polls.js';
import type {Session} from './sessions.js';

/** Long polling seen from the server: who asks for events waits until there are some. */
export type Polls = {
	/** Answers at once when there are events, else holds the response. A poll already held for this session ends empty. */
	receive(session: Session, response: ServerResponse): void;
	/** Events were published: answers the held polls after the batching delay. */
	wake(): void;
	/** How many are held. */
	count(): number;
	/** Answers every held poll empty. */
	close(): void;
};

export const createPolls = ({holdMs, batchDelayMs, delivery}: PollOptions): Polls => {
	const answer = (session: Session, send: Delivery['send']) => {
		const response = held.release(session);
		if (response) send(session, response);
	};
	const end = (session: Session) => answer(session, delivery.sendEmpty);
	const held = createHeldPolls({holdMs, expired: end});
	const batch = createDelay(batchDelayMs, () => {
		for (const session of held.sessions()) if (session.hasEvents()) answer(session, delivery.send);
	});
	return {
		receive: (session, response) => {
			end(session);
			const take = session.hasEvents() ? delivery.send : held.hold;
			take(session, response);
		},
		wake: batch.begin,
		count: () => held.sessions().length,
		close: () => {
			batch.cancel();
			held.sessions().forEach(end);
		},
	};
};

export type PollOptions = {
	/** How long a poll is held before it is answered empty. */
	readonly holdMs: number;
	/** From the first event to the answer, so that events which come together travel together. */
	readonly batchDelayMs: number;
	readonly delivery: Delivery;
};

/** Does `action` a while after the first of several wishes for it. */
const createDelay = (delayMs: number, action: () => void) => {
	let timer: NodeJS.Timeout | undefined;
	const cancel = () => {
		clearTimeout(timer);
		timer = undefined;
	};
	const act = () => {
		cancel();
		action();
	};
	return {
		begin: () => {
			timer ??= setTimeout(act, delayMs);
		},
		cancel,
	};
};
