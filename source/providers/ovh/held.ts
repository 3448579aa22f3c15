import {FeedUnreachableError} from '../../errors.js';
import {ask, type HttpAnswer, type HttpTools} from './http.js';
import type {Patience} from './patience.js';

/** One request the service holds until there is news, waited for with patience that learns. Throws as `ask` does. */
export const askHeld = async (
	url: URL,
	{tools, patience}: {readonly tools: HttpTools; readonly patience: Patience},
	signal: AbortSignal,
): Promise<HttpAnswer> => {
	try {
		const answer = await ask({method: 'GET', url, patienceMs: patience.milliseconds()}, tools, signal);
		patience.answered(answer.tookMs);
		return answer;
	} catch (error) {
		if (error instanceof FeedUnreachableError && error.failure === 'timeout') patience.timedOut();
		throw error;
	}
};
