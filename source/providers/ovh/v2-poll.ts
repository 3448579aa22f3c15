import type {Batch, Provider} from '../provider.js';
import {readAnswer} from './answer.js';
import {below} from './endpoint.js';
import {askHeld} from './held.js';
import {expectSuccess, type HttpAnswer} from './http.js';
import {createPatience} from './patience.js';
import {createPromptness} from './promptness.js';
import {isGone, kindOf} from './session-policy.js';
import {speaksOfToken} from './site-token.js';
import type {Timers} from './timers.js';
import type {V2Options} from './v2-requests.js';
import type {V2Session} from './v2-session.js';

/** A poll that has not been answered for so long is held: milliseconds. */
const heldAfterMs = 1000;

/**
Polls a session: `GET v2/session/ID/events/poll`, one at a time. `Timeout, please reconnect` is an answer without events;
a session that is gone is replaced at once, and what was between is a gap. When the first poll of a session is held, that
is a batch without events: the service has just taken the tokens, and its answer may be long in coming.
*/
export const createV2Poll = (session: V2Session, {siteOf, tools, times}: V2Options): Pick<Provider, 'events'> => {
	const patience = createPatience(times.held);
	const promptness = createPromptness(tools.timers);
	let greeted: URL | undefined;
	const isGreeting = async (place: URL, poll: Promise<unknown>): Promise<boolean> => {
		if (place.href === greeted?.href) return false;
		greeted = place;
		return isHeld(poll, tools.timers);
	};
	/** Undefined when the session is gone. */
	const read = (held: HttpAnswer): Batch | undefined => {
		// Which of its tokens a refusal is about, only a new session tells.
		if (isGone(held.status) || speaksOfToken(held.status)) return undefined;
		expectSuccess(held);
		const receivedAt = tools.now();
		const said = readAnswer(held.text, {form: 'v2', siteOf, receivedAt});
		if (said.isSessionLost) return undefined;
		session.served();
		const isPrompt = promptness.isPrompt({isEmpty: said.events.length === 0});
		const sentAt = isPrompt ? said.lastSentAt : null;
		const {events, origins} = said;
		return {events, origins, raw: held.text, receivedAt, sentAt, ...session.takeMarks()};
	};
	const listen = async function* (signal: AbortSignal): AsyncGenerator<Batch> {
		const place = await session.ready(signal);
		const poll = askHeld(below(place, 'events', 'poll'), {tools, patience}, signal);
		if (await isGreeting(place, poll))
			yield {events: [], raw: '', receivedAt: tools.now(), sentAt: null, ...session.takeMarks()};
		const batch = read(await poll);
		if (batch) return yield batch;
		session.lose();
		promptness.begin();
	};
	return {
		async *events(signal) {
			promptness.begin();
			while (!signal.aborted) {
				try {
					yield* listen(signal);
				} catch (error) {
					// An answer that was on its way to us is lost.
					if (signal.aborted) session.miss();
					else session.failed(kindOf(error));
					throw error;
				}
			}
		},
	};
};

/** False when it is answered, or fails, sooner. */
const isHeld = async (poll: Promise<unknown>, timers: Timers): Promise<boolean> => {
	const {promise, resolve} = Promise.withResolvers<boolean>();
	const stop = timers.after(heldAfterMs, () => resolve(true));
	const over = (): void => resolve(false);
	poll.then(over, over);
	return promise.finally(stop);
};
