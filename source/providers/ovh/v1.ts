/** OVHcloud's telephony event service, version 1: long polling with an echoed session. Documented by OVH. */
import {TokenRefusedError} from '../../errors.js';
import type {Batch, Provider} from '../provider.js';
import {readAnswer} from './answer.js';
import {pollUrl} from './endpoint.js';
import {askHeld} from './held.js';
import {expectSuccess, type HttpTools} from './http.js';
import {createPatience} from './patience.js';
import {createPromptness} from './promptness.js';
import {kindOf} from './session-policy.js';
import {createSessionState} from './session-state.js';
import {refusalText, type SiteToken, speaksOfToken} from './site-token.js';

export type V1Options = SiteToken & {
	readonly endpoint: URL;
	readonly tools: HttpTools;
	/** How long to wait for the answer to a held request at first, in milliseconds. */
	readonly heldMs: number;
};

/**
A provider for one token. The session is kept over failures and calls, so that nothing is missed in between; when
failures say that the session itself may be what is wrong, a new one is begun.
*/
export const createV1Provider = ({site, token, endpoint, tools, heldMs}: V1Options): Provider => {
	const patience = createPatience(heldMs);
	const session = createSessionState<string>();
	const promptness = createPromptness(tools.timers);
	const answer = async (signal: AbortSignal): Promise<Batch> => {
		const held = await askHeld(pollUrl(endpoint, {token, session: session.current()}), {tools, patience}, signal);
		if (speaksOfToken(held.status)) throw new TokenRefusedError(refusalText(held.status));
		expectSuccess(held);
		const receivedAt = tools.now();
		const said = readAnswer(held.text, {form: 'v1', siteOf: () => site, receivedAt});
		if (said.session !== undefined) session.goOnWith(said.session);
		session.served();
		const isPrompt = promptness.isPrompt({isEmpty: said.events.length === 0});
		const sentAt = isPrompt ? said.lastSentAt : null;
		const {events, origins} = said;
		return {events, origins, raw: held.text, receivedAt, sentAt, ...session.takeMark()};
	};
	return {
		sites: [site],
		transport: () => 'v1',
		async *events(signal) {
			while (!signal.aborted) {
				try {
					yield await answer(signal);
				} catch (error) {
					promptness.begin();
					if (!signal.aborted) session.failed(kindOf(error));
					throw error;
				}
			}
		},
	};
};
