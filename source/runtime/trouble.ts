import type {FeedFailure} from '../domain/event.js';
import {FeedUnreachableError, TokenRefusedError, WireFormatError} from '../errors.js';
import {backoffMs, refusedDelayMs} from './backoff.js';

/** What went wrong with a connection, and how long to leave the service alone for it. */
export type Trouble = {readonly failure: FeedFailure | 'refused'; readonly reason: string; readonly delayMs: number};

/** Throws errors that are none of the service's: defects of ours are not to be waited out. */
export const troubleOf = (error: unknown, attempt: {readonly failures: number; readonly random: number}): Trouble => {
	if (error instanceof TokenRefusedError) return {failure: 'refused', reason: error.message, delayMs: refusedDelayMs};
	if (error instanceof WireFormatError) return {failure: 'format', reason: error.message, delayMs: backoffMs(attempt)};
	if (!(error instanceof FeedUnreachableError)) throw error;
	const {failure, message: reason, retryAfterSeconds} = error;
	return {failure, reason, delayMs: backoffMs({...attempt, retryAfterSeconds})};
};
