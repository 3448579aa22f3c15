import type {ServerResponse} from 'node:http';
import {plain, send, sessionNotFound} from './answers.js';
import type {Delivery} from './delivery.js';
import type {Polls} from './polls.js';
import type {Session} from './session.js';
import {type Sockets, sayFarewell, sayNotFound, sayRefused} from './sockets.js';

/** All clients that wait for events, on whichever way. */
export type Listeners = {
	/** There may be events: sends them after the batching delay. */
	wake(): void;
	count(): number;
	/** Refuses those whose session has come to be refused. */
	refuse(isRefused: (session: Session) => boolean): void;
	/** The sessions are gone: says so, where there is a word for it. */
	forget(): void;
	/** Answers every held poll empty, and closes every WebSocket. */
	close(): void;
};

/** `batchDelayMs`: from the first event to the answer, so that events which come together travel together. */
export const createListeners = ({polls, sockets, delivery, batchDelayMs, refuse}: ListenerParts): Listeners => {
	const batch = createDelay(batchDelayMs, () => {
		polls.answer();
		sockets.pump();
	});
	return {
		wake: batch.begin,
		count: () => polls.count() + sockets.count(),
		refuse: isRefused => {
			polls.end(isRefused, (_session, response) => refuse(response));
			sockets.end(isRefused, sayRefused);
		},
		forget: () => {
			polls.end(isOfV2, (_session, response) => send(response, 404, plain(sessionNotFound)));
			polls.end(() => true, delivery.sendEmpty);
			sockets.end(() => true, sayNotFound);
		},
		close: () => {
			batch.cancel();
			polls.end(() => true, delivery.sendEmpty);
			sockets.end(() => true, sayFarewell);
		},
	};
};

type ListenerParts = {
	readonly polls: Polls;
	readonly sockets: Sockets;
	readonly delivery: Delivery;
	readonly batchDelayMs: number;
	readonly refuse: (response: ServerResponse) => void;
};

const isOfV2 = ({form}: Session) => form === 'v2';

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
