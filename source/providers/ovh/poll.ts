import {type Dispatcher, request} from 'undici';
import {FeedUnreachableError, TokenRefusedError, WireFormatError} from '../../errors.js';

export type PollRequest = {
	/** Where the service listens, `https://events.voip.ovh.net/`. */
	readonly endpoint: URL;
	/** The secret. It travels in the query only, and in no message. */
	readonly token: string;
	readonly session: string | undefined;
	readonly dispatcher: Dispatcher;
	/** No answer within this many milliseconds means a hung connection. */
	readonly patienceMs: number;
};

/** An answer larger than this is none. */
export const answerLimitBytes = 8 * 1024 * 1024;

/** Statuses that speak of the token. What the service really answers is not documented; these say it in HTTP's words. */
const refusals: ReadonlySet<number> = new Set([401, 403]);

/**
One held request: `GET /?token=T[&session=S]`. Resolves with the parsed JSON as soon as the service answers. Throws
TokenRefusedError, FeedUnreachableError (network, time, status, size) or WireFormatError (not JSON).
*/
export const pollOnce = async (poll: PollRequest, signal: AbortSignal): Promise<unknown> => {
	const url = new URL(poll.endpoint);
	url.searchParams.set('token', poll.token);
	if (poll.session !== undefined) url.searchParams.set('session', poll.session);
	const patience = AbortSignal.timeout(poll.patienceMs);
	try {
		const {dispatcher} = poll;
		const answer = await request(url, {
			dispatcher,
			signal: AbortSignal.any([signal, patience]),
			headers: {accept: 'application/json'},
		});
		await checkStatus(answer);
		return parseJson(await readText(answer.body));
	} catch (error) {
		signal.throwIfAborted();
		throw explain(error, {timedOut: patience.aborted, poll});
	}
};

const checkStatus = async ({statusCode, headers, body}: Dispatcher.ResponseData): Promise<void> => {
	if (statusCode === 200) return;
	await body.dump();
	if (refusals.has(statusCode)) throw new TokenRefusedError(`the service refuses the token (status ${statusCode})`);
	const retryAfter = Number(headers['retry-after'] ?? Number.NaN);
	throw new FeedUnreachableError(`the service answered with status ${statusCode}`, {
		failure: 'status',
		retryAfterSeconds: Number.isFinite(retryAfter) && retryAfter >= 0 ? retryAfter : undefined,
	});
};

/** Reads the body up to the limit; bytes that are no UTF-8 become replacement characters. */
const readText = async (body: Dispatcher.ResponseData['body']): Promise<string> => {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of body as AsyncIterable<Uint8Array>) {
		size += chunk.length;
		if (size > answerLimitBytes)
			throw new FeedUnreachableError('the answer is larger than 8 MiB', {failure: 'too-large'});
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString('utf8');
};

const parseJson = (text: string): unknown => {
	if (text.trim() === '') throw new WireFormatError('answer', 'expected JSON, got an empty body');
	try {
		return JSON.parse(text);
	} catch {
		const kind = text.trimStart().startsWith('<') ? 'a web page' : 'something else';
		throw new WireFormatError('answer', `expected JSON, got ${kind}`);
	}
};

const known = [TokenRefusedError, FeedUnreachableError, WireFormatError];

type Circumstances = {readonly timedOut: boolean; readonly poll: PollRequest};

/** A failure of the network in words, without the address's query: it holds the token. */
const explain = (error: unknown, {timedOut, poll}: Circumstances): Error => {
	if (known.some(kind => error instanceof kind)) return error as Error;
	const where = poll.endpoint.host;
	if (timedOut) {
		const seconds = Math.round(poll.patienceMs / 1000);
		return new FeedUnreachableError(`no answer from ${where} within ${seconds} s`, {failure: 'timeout', cause: error});
	}
	const code = error instanceof Error && 'code' in error ? String(error.code) : 'connection lost';
	return new FeedUnreachableError(`cannot reach ${where} (${code})`, {failure: 'unreachable', cause: error});
};
