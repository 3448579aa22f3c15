import {type Dispatcher, request} from 'undici';
import type {EpochMs} from '../../domain/units.js';
import {FeedUnreachableError} from '../../errors.js';
import {networkFailure} from './network-failures.js';
import {readRetryAfter} from './retry-after.js';
import type {Timers} from './timers.js';

export type HttpRequest = {
	readonly method: 'GET' | 'POST';
	readonly url: URL;
	/** No answer within this many milliseconds means a hung connection. */
	readonly patienceMs: number;
};

/** What requests are made with. */
export type HttpTools = {readonly dispatcher: Dispatcher; readonly timers: Timers; readonly now: () => EpochMs};

export type HttpAnswer = {
	readonly status: number;
	/** Whole when the status is a success; else its beginning. */
	readonly text: string;
	readonly retryAfterSeconds: number | undefined;
	/** From asking to the end of the answer, in milliseconds. */
	readonly tookMs: number;
};

/** An answer larger than this is none. */
export const answerLimitBytes = 8 * 1024 * 1024;

/** Enough to recognise the words an answer of another status consists of. */
const wordsLimitBytes = 4096;

/**
One request, and the answer whatever its status. Throws FeedUnreachableError (network, time, size), or the signal's
reason when that aborts. Then, and after a time-out, the connection is closed: it is used for nothing else.
*/
export const ask = async (wanted: HttpRequest, tools: HttpTools, signal: AbortSignal): Promise<HttpAnswer> => {
	signal.throwIfAborted();
	const startedAt = tools.timers.now();
	const deadline = createDeadline(wanted.patienceMs, tools.timers, signal);
	try {
		// undici hears of an abort only once it is connected: nobody waits for that.
		const answer = await Promise.race([exchange(wanted, tools, deadline.signal), deadline.passed]);
		return {...answer, tookMs: tools.timers.now() - startedAt};
	} catch (error) {
		signal.throwIfAborted();
		if (deadline.signal.aborted) throw timeout(wanted);
		throw error instanceof FeedUnreachableError ? error : networkFailure(error, wanted.url);
	} finally {
		deadline.clear();
	}
};

const exchange = async ({method, url}: HttpRequest, {dispatcher, now}: HttpTools, signal: AbortSignal) => {
	const {
		statusCode: status,
		headers,
		body,
	} = await request(url, {dispatcher, method, signal, headers: {accept: '*/*'}});
	return {status, text: await readText(body, status), retryAfterSeconds: readRetryAfter(headers, now())};
};

/** Throws FeedUnreachableError for an answer whose status is no success. */
export const expectSuccess = ({status, retryAfterSeconds}: HttpAnswer): void => {
	if (isSuccess(status)) return;
	const failure = 'status';
	throw new FeedUnreachableError(`the service answered with status ${status}`, {failure, status, retryAfterSeconds});
};

export const isSuccess = (status: number): boolean => status >= 200 && status < 300;

const timeout = ({url, patienceMs}: HttpRequest): FeedUnreachableError =>
	new FeedUnreachableError(`no answer from ${url.host} within ${Math.round(patienceMs / 1000)} s`, {
		failure: 'timeout',
	});

/** A signal that aborts with the given one, or after so many milliseconds. Leaves nothing on the given one when cleared. */
const createDeadline = (milliseconds: number, timers: Timers, signal: AbortSignal) => {
	const aborter = new AbortController();
	const {promise: passed, reject} = Promise.withResolvers<never>();
	const pass = (): void => {
		aborter.abort();
		reject(aborter.signal.reason);
	};
	signal.addEventListener('abort', pass, {once: true});
	const cancel = timers.after(milliseconds, pass);
	return {
		signal: aborter.signal,
		/** Rejects when it is over. */
		passed,
		clear: () => {
			cancel();
			signal.removeEventListener('abort', pass);
		},
	};
};

/** Reads the body up to the limit; bytes that are no UTF-8 become replacement characters. */
const readText = async (body: AsyncIterable<Uint8Array>, status: number): Promise<string> => {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of body) {
		size += chunk.length;
		if (!isSuccess(status) && size > wordsLimitBytes) break;
		if (size > answerLimitBytes)
			throw new FeedUnreachableError('the answer is larger than 8 MiB', {failure: 'too-large'});
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString('utf8');
};
