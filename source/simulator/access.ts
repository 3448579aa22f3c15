import type {ServerResponse} from 'node:http';
import {plain, send} from './answers.js';
import type {Refusal} from './service-options.js';

/** Which tokens are good at present, and what the others get. */
export type Access = {
	/** Whether events go to subscribers of this token. */
	accepts(token: string): boolean;
	/** Whether requests with these tokens are refused. Never, where refusal is silent: nothing ever comes then. */
	refuses(tokens: readonly string[]): boolean;
	refuse(response: ServerResponse): void;
	setTokens(tokens: readonly string[]): void;
};

export const createAccess = (initial: readonly string[], refusal: Refusal): Access => {
	let accepted = new Set(initial);
	const accepts = (token: string) => accepted.has(token);
	const status = refusal === 'silent' ? 403 : refusal;
	return {
		accepts,
		refuses: tokens => refusal !== 'silent' && !tokens.every(accepts),
		refuse: response => send(response, status, plain(refusals[status])),
		setTokens: tokens => {
			accepted = new Set(tokens);
		},
	};
};

const refusals = {401: 'Token required\n', 403: 'Token refused\n', 404: 'Token not found\n'};
