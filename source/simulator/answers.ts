import type {ServerResponse} from 'node:http';

/** What an answer carries. */
export type Content = {readonly type: string; readonly body: string};

export const json = (body: string): Content => ({type: 'application/json', body});

export const plain = (body: string): Content => ({type: 'text/plain; charset=utf-8', body});

/** Any page may read the answers: the reference client runs in a browser, on its user's own server. */
export const commonHeaders = {'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store'};

export const send = (response: ServerResponse, status: number, {type, body}: Content): void => {
	response.writeHead(status, {...commonHeaders, 'Content-Type': type}).end(body);
};

/** Observed, with the line break, on a WebSocket; the body of a poll's 404 is inferred to be the same. */
export const sessionNotFound = 'Session not found\n';
