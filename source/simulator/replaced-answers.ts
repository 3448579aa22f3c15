import type {ServerResponse} from 'node:http';
import {commonHeaders, plain, send} from './answers.js';
import type {FaultAt} from './faults.js';

/** What each fault of stage `request` sends instead of an answer, save the two that need to know the session. */
export type ReplacedAnswers = Readonly<Record<ReplacedAnswer, (response: ServerResponse) => void>>;

type ReplacedAnswer = Exclude<FaultAt<'request'>, 'refuse-token' | 'session-loss'>;

/** `retryAfterS`: when to come back, in seconds. */
export const createReplacedAnswers = (retryAfterS: number): ReplacedAnswers => {
	const nextRetryAfter = byTurns([
		() => String(retryAfterS),
		() => new Date(Date.now() + retryAfterS * 1000).toUTCString(),
	]);
	return {
		'http-400': sendPage(400),
		'http-404': sendPage(404),
		'http-429': response => sendPage(429)(response.setHeader('Retry-After', retryAfterS)),
		'http-500': sendPage(500),
		'http-502': sendPage(502),
		'http-503': response => sendPage(503)(response.setHeader('Retry-After', nextRetryAfter())),
		html: sendPage(200),
		empty: response => send(response, 200, plain('')),
		reset: response => response.destroy(),
		hang: () => undefined,
	};
};

const sendPage = (status: number) => (response: ServerResponse) => {
	const page = `<html><head><title>${status}</title></head><body><h1>Proxy</h1></body></html>\n`;
	response.writeHead(status, {...commonHeaders, 'Content-Type': 'text/html'}).end(page);
};

const byTurns = (makers: readonly (() => string)[]) => {
	let turn = 0;
	return () => makers[turn++ % makers.length]?.() ?? '';
};
