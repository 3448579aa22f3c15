import {PopError} from './pop-error.js';
import type {Timers} from './timers.js';

export type Limits = {readonly timeoutMs: number; readonly timers: Timers; readonly signal: AbortSignal};

/**
The result of work that is given so many milliseconds; its signal aborts at their end, or with `signal`. Nobody waits for
work that does not hear of that. Throws PopError (timeout, closed).
*/
export const withDeadline = async <Result>(
	work: (signal: AbortSignal) => Promise<Result>,
	{timeoutMs, timers, signal}: Limits,
): Promise<Result> => {
	if (signal.aborted) throw new PopError('closed');
	const aborter = new AbortController();
	const {promise: over, reject} = Promise.withResolvers<never>();
	const end = (error: PopError): void => {
		reject(error);
		aborter.abort(error);
	};
	const close = (): void => end(new PopError('closed'));
	signal.addEventListener('abort', close, {once: true});
	const cancel = timers.after(timeoutMs, () => end(new PopError('timeout', String(timeoutMs / 1000))));
	try {
		return await Promise.race([work(aborter.signal), over]);
	} finally {
		cancel();
		signal.removeEventListener('abort', close);
	}
};
