import type {Batch, Provider} from '../provider.js';
import {readAnswer} from './answer.js';
import {below} from './endpoint.js';
import {askHeld} from './held.js';
import {expectSuccess} from './http.js';
import {createPatience} from './patience.js';
import {createPromptness} from './promptness.js';
import {isGone, kindOf} from './session-policy.js';
import type {V2Options} from './v2-requests.js';
import type {V2Session} from './v2-session.js';

/**
Polls a session: `GET v2/session/ID/events/poll`, one at a time. `Timeout, please reconnect` is an answer without events;
a session that is gone is replaced at once, and what was between is a gap.
*/
export const createV2Poll = (session: V2Session, {siteOf, tools, times}: V2Options): Pick<Provider, 'events'> => {
	const patience = createPatience(times.held);
	const promptness = createPromptness(tools.timers);
	/** Undefined when the session is gone. */
	const answer = async (signal: AbortSignal): Promise<Batch | undefined> => {
		const place = await session.ready(signal);
		const held = await askHeld(below(place, 'events', 'poll'), {tools, patience}, signal);
		if (isGone(held.status)) return undefined;
		expectSuccess(held);
		const receivedAt = tools.now();
		const said = readAnswer(held.text, {form: 'v2', siteOf, receivedAt});
		if (said.isSessionLost) return undefined;
		session.served();
		const isPrompt = promptness.isPrompt({isEmpty: said.events.length === 0});
		const sentAt = isPrompt ? said.lastSentAt : null;
		return {events: said.events, raw: held.text, receivedAt, sentAt, ...session.takeMarks()};
	};
	return {
		async *events(signal) {
			promptness.begin();
			while (!signal.aborted) {
				try {
					const batch = await answer(signal);
					if (batch) {
						yield batch;
						continue;
					}
					session.lose();
					promptness.begin();
				} catch (error) {
					if (!signal.aborted) session.failed(kindOf(error));
					throw error;
				}
			}
		},
	};
};
