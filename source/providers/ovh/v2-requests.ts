/**
What version 2 is asked, as far as it is known: from public programs that used it from 2019 to 2021. OVH documents none of
it. A session's place, `…/v2/session/ID`, is a credential, and so is the path of each request.
*/
import type {SiteName} from '../../domain/units.js';
import {WireFormatError} from '../../errors.js';
import {saysSessionLost} from './answer.js';
import {below} from './endpoint.js';
import {ask, expectSuccess, type HttpTools} from './http.js';
import {parseJson} from './parse.js';
import {isRefusal} from './session-policy.js';
import type {SiteTokens} from './site-token.js';
import type {Times} from './timers.js';

/** The most tokens public programs put into one session. Whether the service would take more is not known. */
export const tokensPerSession = 5;

export type V2Options = {
	/** Not more than `tokensPerSession`. */
	readonly tokens: SiteTokens;
	readonly siteOf: (token: string | undefined) => SiteName;
	readonly endpoint: URL;
	readonly tools: HttpTools;
	readonly times: Times;
};

/** Begins a session, and gives its place. Throws as `ask` does, or for an answer that cannot be read. */
export const beginSession = async ({endpoint, tools, times}: V2Options, signal: AbortSignal): Promise<URL> => {
	const url = below(endpoint, 'v2', 'session');
	const answer = await ask({method: 'POST', url, patienceMs: times.answer}, tools, signal);
	expectSuccess(answer);
	return below(url, readId(parseJson(answer.text)));
};

const readId = (body: unknown): string => {
	const id: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'id') : undefined;
	if ((typeof id === 'string' && id !== '') || typeof id === 'number') return String(id);
	throw new WireFormatError('session.id', 'expected the id of a session');
};

/** What became of a subscription. A token may be refused by any status that will not pass; which one is not known. */
export type Subscribed = 'accepted' | 'lost' | {readonly refusedWith: number};

type Subscription = {readonly place: URL; readonly token: string};

/** Tells the session to serve a token. Throws as `ask` does, for an answer of somebody else, or when the service is in trouble. */
export const subscribe = async (
	{place, token}: Subscription,
	{tools, times}: V2Options,
	signal: AbortSignal,
): Promise<Subscribed> => {
	const url = below(place, 'subscribe', token);
	const answer = await ask({method: 'POST', url, patienceMs: times.answer}, tools, signal);
	if (saysSessionLost(answer.text)) return 'lost';
	if (isRefusal(answer.status)) return {refusedWith: answer.status};
	expectSuccess(answer);
	expectWords(answer.text);
	return 'accepted';
};

/**
A success says `Successfully subscribed on token T`. Other words may do, for they are not documented; but nothing, or the page
of a proxy, would leave a session that serves no token and looks as if nobody ever called.
*/
const expectWords = (text: string): void => {
	const words = text.trim();
	if (words === '') throw new WireFormatError('subscription', 'expected words of the service, got an empty body');
	if (words.startsWith('<')) throw new WireFormatError('subscription', 'expected words of the service, got a web page');
};
