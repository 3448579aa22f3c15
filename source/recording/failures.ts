import {FeedUnreachableError, TokenRefusedError, WireFormatError} from '../errors.js';
import type {FailureFacts} from './format.js';

/** What a recording keeps of an error of the service; undefined for one that is none of the service's. */
export const factsOf = (error: unknown): FailureFacts | undefined => {
	if (error instanceof TokenRefusedError) return {code: error.code, message: error.message};
	if (error instanceof WireFormatError) return {code: error.code, message: error.message, path: error.path};
	if (!(error instanceof FeedUnreachableError)) return undefined;
	const {code, message, failure, status, retryAfterSeconds} = error;
	return {
		code,
		message,
		failure,
		...(status === undefined ? {} : {status}),
		...(retryAfterSeconds === undefined ? {} : {retryAfterSeconds}),
	};
};

/** The error again. */
export const errorOf = (facts: FailureFacts): Error => {
	const {code, message} = facts;
	if (code === 'TOKEN_REFUSED') return new TokenRefusedError(message);
	if (code === 'FEED_UNREACHABLE') return new FeedUnreachableError(message, facts);
	const start = `${facts.path}: `;
	return new WireFormatError(facts.path, message.startsWith(start) ? message.slice(start.length) : message);
};
