// One request to a target that may be slow, endless, hostile or gone. Nothing is read beyond what is wanted.
import type {Readable} from 'node:stream';
import type {Dispatcher} from 'undici';
import {codeOf, PopError} from './pop-error.js';

export type Wanted = {
	readonly url: URL;
	/** Sent by POST as JSON; undefined: GET. */
	readonly json?: string | undefined;
	/** So many bytes of the answer are read; 0: nothing. */
	readonly limitBytes: number;
	readonly signal: AbortSignal;
};

export type Answer = {
	readonly status: number;
	/** `Content-Type`; empty when not told. */
	readonly type: string;
	readonly body: Buffer;
};

export type HttpClient = {
	/** Follows redirects; throws PopError (unreachable, redirects, unsafe, status). */
	request(wanted: Wanted): Promise<Answer>;
	close(): Promise<void>;
};

const mostRedirects = 5;
const connectingMs = 10_000;

/** undici is loaded at the first request. The proxy that the environment names is used. */
export const createHttpClient = (): HttpClient => {
	let loaded: Promise<Tools> | undefined;
	return {
		request: async wanted => {
			loaded ??= load();
			return follow(wanted, await loaded);
		},
		close: async () => {
			const tools = await loaded?.catch(() => undefined);
			await tools?.dispatcher.destroy();
		},
	};
};

type Tools = {readonly request: typeof import('undici').request; readonly dispatcher: Dispatcher};

const load = async (): Promise<Tools> => {
	const {EnvHttpProxyAgent, request} = await import('undici');
	// Its time limits are ours: one for the whole pop.
	const dispatcher = new EnvHttpProxyAgent({
		connectTimeout: connectingMs,
		headersTimeout: 0,
		bodyTimeout: 0,
		allowH2: false,
	});
	return {request, dispatcher};
};

const follow = async (wanted: Wanted, tools: Tools): Promise<Answer> => {
	let step = wanted;
	for (let redirects = 0; redirects <= mostRedirects; redirects++) {
		const {status, headers, body} = await ask(step, tools);
		const location = isRedirect(status) ? headers.location : undefined;
		if (location === undefined)
			return finish(step, {status, type: String(headers['content-type'] ?? ''), headers, body});
		drop(body);
		step = {...step, url: placeAfter(step.url, String(location)), json: status < 307 ? undefined : step.json};
	}
	throw new PopError('redirects');
};

type Raw = {readonly status: number; readonly headers: Dispatcher.ResponseData['headers']; readonly body: Readable};

const ask = async ({url, json, signal}: Wanted, {request, dispatcher}: Tools): Promise<Raw> => {
	const bare = new URL(url);
	bare.username = '';
	bare.password = '';
	try {
		const {statusCode, headers, body} = await request(bare, {
			dispatcher,
			signal,
			method: json === undefined ? 'GET' : 'POST',
			headers: {
				accept: 'text/html, text/plain;q=0.9, */*;q=0.5',
				'accept-encoding': 'identity',
				'user-agent': 'ovh-cti-board',
				...(url.username === '' ? {} : {authorization: basic(url)}),
				...(json === undefined ? {} : {'content-type': 'application/json'}),
			},
			...(json === undefined ? {} : {body: json}),
		});
		// A body that is dropped fails, and nobody else listens.
		body.on('error', () => undefined);
		return {status: statusCode, headers, body};
	} catch (error) {
		throw new PopError('unreachable', codeOf(error), error);
	}
};

const basic = ({username, password}: URL): string =>
	`Basic ${Buffer.from(`${decode(username)}:${decode(password)}`).toString('base64')}`;

const decode = (text: string): string => {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
};

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

/** Where a redirect leads. Throws PopError (unsafe) for what is not of the web, and for a step from https back to http. */
const placeAfter = (from: URL, location: string): URL => {
	const to = URL.parse(location, from.href);
	const isOfWeb = to?.protocol === 'https:' || (to?.protocol === 'http:' && from.protocol === 'http:');
	if (to === null || !isOfWeb) throw new PopError('unsafe');
	// The server that was meant may see the password; another one may not.
	if (to.origin === from.origin && to.username === '') {
		to.username = from.username;
		to.password = from.password;
	}
	return to;
};

const finish = async (
	{limitBytes}: Wanted,
	{status, type, headers, body}: Raw & {readonly type: string},
): Promise<Answer> => {
	const encoding = headers['content-encoding'] ?? 'identity';
	if (status >= 400) {
		drop(body);
		throw new PopError('status', String(status));
	}
	if (limitBytes > 0 && encoding !== 'identity') {
		drop(body);
		throw new PopError('no-text');
	}
	return {status, type, body: await readUpTo(body, limitBytes)};
};

const drop = (body: Readable): void => {
	body.destroy();
};

/** The beginning of the body; the connection is closed when there is more. */
const readUpTo = async (body: Readable, limit: number): Promise<Buffer> => {
	const chunks: Buffer[] = [];
	let size = 0;
	try {
		for await (const chunk of limit > 0 ? body : []) {
			chunks.push(chunk);
			size += chunk.length;
			if (size >= limit) break;
		}
	} catch (error) {
		throw new PopError('unreachable', codeOf(error), error);
	}
	drop(body);
	return Buffer.concat(chunks).subarray(0, limit);
};
