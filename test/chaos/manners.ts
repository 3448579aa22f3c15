/** Watches how a feed treats the service: each failure is followed by a wait that is long enough. */
import {getEventListeners} from 'node:events';
import {FeedUnreachableError, TokenRefusedError} from '../../source/errors.js';
import type {Batch, Provider} from '../../source/providers/provider.js';
import {refusedDelayMs} from '../../source/runtime/backoff.js';

export type Manners = {
	readonly counts: Counts;
	/** What was wrong, a sentence each. */
	readonly complaints: readonly string[];
	complain(words: string): void;
	/** The same provider, watched. */
	watch(provider: Provider): Provider;
	waited(milliseconds: number): void;
	rested(): void;
	/** It is begun anew for another reason than a failure. */
	renewed(): void;
	/** The most requests from one answer or failure to the next. */
	mostRequests(): number;
	/** How many wait for the signal of the connection at present to abort. */
	listeners(): number;
};

export type Counts = {answers: number; failures: number; waits: number; rests: number; waitedMs: number};

/** What is owed for a failure. */
const leastWait = (error: unknown): number => {
	if (error instanceof TokenRefusedError) return refusedDelayMs;
	const asked = error instanceof FeedUnreachableError ? (error.retryAfterSeconds ?? 0) : 0;
	return Math.max(1000, asked * 1000);
};

/** `requests`: how many were begun so far. */
export const createManners = (requests: () => number): Manners => {
	const counts: Counts = {answers: 0, failures: 0, waits: 0, rests: 0, waitedMs: 0};
	const complaints: string[] = [];
	let owed = 0;
	let isRenewed = false;
	let current: AbortSignal | undefined;
	let requestsBefore = 0;
	let mostRequests = 0;
	const step = (): void => {
		mostRequests = Math.max(mostRequests, requests() - requestsBefore);
		requestsBefore = requests();
	};
	const events = async function* (provider: Provider, signal: AbortSignal): AsyncGenerator<Batch> {
		current = signal;
		if (owed > 0) complaints.push('asked again without a wait');
		try {
			for await (const batch of provider.events(signal)) {
				counts.answers += 1;
				step();
				yield batch;
			}
		} catch (error) {
			if (!signal.aborted) {
				counts.failures += 1;
				step();
				owed = leastWait(error);
			}
			throw error;
		}
	};
	const waited = (milliseconds: number): void => {
		if (milliseconds < owed) complaints.push(`waited ${milliseconds} ms in place of ${owed} ms`);
		if (owed === 0 && !isRenewed) complaints.push('waited without a failure');
		owed = 0;
		isRenewed = false;
		counts.waits += 1;
		counts.waitedMs += milliseconds;
	};
	return {
		counts,
		complaints,
		complain: words => void complaints.push(words),
		watch: provider => ({...provider, events: signal => events(provider, signal)}),
		waited,
		listeners: () => (current ? getEventListeners(current, 'abort').length : 0),
		rested: () => {
			counts.rests += 1;
		},
		renewed: () => {
			isRenewed = true;
			owed = 0;
			step();
		},
		mostRequests: () => mostRequests,
	};
};
