import type {FeedUnreachableError} from '../../errors.js';
import type {Batch} from '../provider.js';
import {below} from './endpoint.js';
import {createPatience} from './patience.js';
import {isGone, kindOf} from './session-policy.js';
import {openSocket} from './socket.js';
import {type Conversation, createConversation} from './v2-conversation.js';
import type {V2Options} from './v2-requests.js';
import type {V2Session} from './v2-session.js';

export type V2Listening = {
	/**
	Listens to a session on its WebSocket, and to a new one when it is lost. Ends with the reason when none opens though the
	service is there, and without one when the signal has aborted; throws when the connection is lost.
	*/
	events(signal: AbortSignal): AsyncGenerator<Batch, FeedUnreachableError | undefined>;
};

/** `opened` is told of each WebSocket that opens. */
export const createV2Listening = (session: V2Session, options: V2Options, opened: () => void): V2Listening => {
	const {times} = options;
	const tools = {...options.tools, times, silence: createPatience(times.silence)};
	const begin = async (signal: AbortSignal): Promise<Conversation | FeedUnreachableError> => {
		try {
			const place = await session.ready(signal);
			const opening = await openSocket(below(place, 'events', 'websocket'), tools, signal);
			if ('refusal' in opening) {
				if (isGone(opening.refusal.status)) session.failed('gone');
				return opening.refusal;
			}
			opened();
			return createConversation({socket: opening.socket, place, session}, options);
		} catch (error) {
			if (!signal.aborted) session.failed(kindOf(error));
			throw error;
		}
	};
	return {
		async *events(signal) {
			while (!signal.aborted) {
				const begun = await begin(signal);
				if ('failure' in begun) return begun;
				yield* begun.batches(signal);
			}
			return undefined;
		},
	};
};
