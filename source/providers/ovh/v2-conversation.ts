import {FeedUnreachableError} from '../../errors.js';
import type {Batch} from '../provider.js';
import {messageSeparator, readAnswer} from './answer.js';
import {settlingMs} from './promptness.js';
import {createRetry} from './retry.js';
import {kindOf} from './session-policy.js';
import type {OpenSocket} from './socket.js';
import type {V2Options} from './v2-requests.js';
import type {V2Session} from './v2-session.js';

export type ConversationParts = {
	readonly socket: OpenSocket;
	/** Of the session the socket belongs to. */
	readonly place: URL;
	readonly session: V2Session;
};

/** What is heard on one WebSocket. */
export type Conversation = {
	/**
	At once a batch without events, since the service is there; then what comes together, as one; and one without events
	after each sign of life, when nothing else comes. Ends when the session is lost, throws when the connection is.
	*/
	batches(signal: AbortSignal): AsyncIterable<Batch>;
};

type Heard = {readonly batch: Batch; readonly isSessionLost: boolean};

export const createConversation = ({socket, place, session}: ConversationParts, options: V2Options): Conversation => {
	const {siteOf, tools} = options;
	const {now, timers} = tools;
	const openedAt = timers.now();
	const hear = async (): Promise<Heard> => {
		const {messages, arrivedAt: receivedAt} = await socket.take();
		const raw = messages.join(messageSeparator);
		const {events, origins, lastSentAt, isSessionLost} = readAnswer(raw, {form: 'websocket', siteOf, receivedAt});
		const sentAt = timers.now() - openedAt < settlingMs ? null : lastSentAt;
		return {batch: {events, origins, raw, receivedAt, sentAt}, isSessionLost};
	};
	return {
		async *batches(signal) {
			const retry = createRetry(session);
			let hasServed = false;
			try {
				yield {events: [], raw: '', receivedAt: now(), sentAt: null, ...session.takeMarks()};
				while (session.isAt(place)) {
					const {batch, isSessionLost} = await hear();
					signal.throwIfAborted();
					const isNews = !isSessionLost || batch.events.length > 0;
					if (isNews) session.served();
					hasServed ||= isNews;
					if (isNews) yield {...batch, ...session.takeMarks()};
					if (isSessionLost) return session.lose();
					retry.tick();
				}
			} catch (error) {
				// What was on its way to us when we hung up is lost.
				if (signal.aborted) session.miss();
				else note(error, {session, hasServed});
				throw error;
			} finally {
				socket.close();
				await retry.stop();
			}
		},
	};
};

/** A session may hold what happens after a connection was closed, but not what was sent into a dead one, or not read. */
const note = (
	error: unknown,
	{session, hasServed}: {readonly session: V2Session; readonly hasServed: boolean},
): void => {
	const isClosed = error instanceof FeedUnreachableError && error.failure === 'unreachable';
	if (!isClosed) session.miss();
	session.failed(isClosed && !hasServed ? 'cut' : kindOf(error));
};
