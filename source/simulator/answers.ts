import type {ServerResponse} from 'node:http';
import type {FaultAt} from './faults.js';

/** The body of a v1 answer; `texts` are the events' JSON texts, oldest first. */
export const answerBody = ({session, message, texts}: Answer): string =>
	`{"Session":${JSON.stringify(session)},"Message":${JSON.stringify(message)},"Events":[${texts.join(',')}]}`;

export type Answer = {readonly session: string; readonly message: string; readonly texts: readonly string[]};

/** Any page may read the answers: the reference client runs in a browser, on its user's own server. */
export const commonHeaders = {'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store'};

export const sendJson = (response: ServerResponse, body: string): void => {
	response.writeHead(200, {...commonHeaders, 'Content-Type': 'application/json'}).end(body);
};

export const sendText = (response: ServerResponse, status: number, body: string): void => {
	response.writeHead(status, {...commonHeaders, 'Content-Type': 'text/plain; charset=utf-8'}).end(body);
};

/** What each fault of stage `answer` makes of a body. Only `drip` delivers it. */
export const damagedAnswers: Readonly<Record<FaultAt<'answer'>, (response: ServerResponse, body: string) => void>> = {
	truncated: (response, body) => {
		const bytes = Buffer.from(body);
		const half = bytes.subarray(0, bytes.length / 2);
		response.writeHead(200, {...commonHeaders, 'Content-Type': 'application/json', 'Content-Length': bytes.length});
		response.write(half, () => response.destroy());
	},
	malformed: (response, body) => sendJson(response, body.replace('"Events":', 'Events:')),
	drip: (response, body) => {
		response.writeHead(200, {...commonHeaders, 'Content-Type': 'application/json'});
		drip(response, Buffer.from(body));
	},
};

/** What each fault of stage `request` sends instead of an answer, save the two that need to know the session. */
export const insteadOfAnswers: Readonly<Record<ReplacedAnswer, (response: ServerResponse) => void>> = {
	'http-500': response => sendPage(response, 500),
	'http-503': response => sendPage(response.setHeader('Retry-After', '2'), 503),
	html: response => sendPage(response, 200),
	empty: response => sendText(response, 200, ''),
	reset: response => response.destroy(),
	hang: () => undefined,
};

export type ReplacedAnswer = Exclude<FaultAt<'request'>, 'refuse-token' | 'session-loss'>;

const sendPage = (response: ServerResponse, status: number) => {
	const page = `<html><head><title>${status}</title></head><body><h1>Proxy</h1></body></html>\n`;
	response.writeHead(status, {...commonHeaders, 'Content-Type': 'text/html'}).end(page);
};

const dripPieces = 10;
const dripIntervalMs = 100;

const drip = (response: ServerResponse, bytes: Buffer) => {
	const size = Math.ceil(bytes.length / dripPieces);
	let sent = 0;
	const timer = setInterval(() => {
		response.write(bytes.subarray(sent, sent + size));
		sent += size;
		if (sent < bytes.length) return;
		clearInterval(timer);
		response.end();
	}, dripIntervalMs);
	response.once('close', () => clearInterval(timer));
};
