import {randomUUID} from 'node:crypto';
import type {Fault} from './faults.js';

/** How the event service behaves. Where the real one's behaviour is not known, it is an option here. */
export type ServiceSettings = {
	/** 0 takes any free port. */
	readonly port: number;
	readonly host: string;
	readonly tokens: readonly string[];
	/** What a missing or unknown token gets; `silent` holds the poll and answers it empty. Not known of the real service. */
	readonly refusal: Refusal;
	/** What a client without a session gets: only what comes from now on, as in reality, or also what is still in the log. */
	readonly welcome: 'from-now' | 'recent';
	/** A new session without events yet is answered at once, so that the client soon knows its session, or held. */
	readonly firstAnswer: 'at-once' | 'held';
	/** How long a poll waits for events. The real value is not known; clients suggest less than a minute. */
	readonly holdMs: number;
	/** From the first event to the answer, so that events which come together travel together. */
	readonly batchDelayMs: number;
	/** The most events of one answer; the rest follows in the next. */
	readonly maxBatch: number;
	/** A session further behind than this, in events or in their age, loses the oldest. */
	readonly maxEvents: number;
	readonly maxAgeMs: number;
	/** A session that is not polled for this long is forgotten. */
	readonly sessionLifeMs: number;
	readonly faults: readonly Fault[];
	/** For the chance in faults. */
	readonly seed: number;
	/** Milliseconds; only differences matter. */
	readonly now: () => number;
};

export type ServiceOptions = {readonly [Name in keyof ServiceSettings]?: ServiceSettings[Name] | undefined};

export type Refusal = 401 | 403 | 404 | 'silent';

/** Completes the options: any free port of this machine, one made-up token, no faults, a hold of 30 s, refusals by 403. */
export const serviceSettings = (options: ServiceOptions): ServiceSettings => ({
	port: options.port ?? 0,
	host: options.host ?? '127.0.0.1',
	tokens: options.tokens ?? [randomUUID().toUpperCase()],
	refusal: options.refusal ?? 403,
	welcome: options.welcome ?? 'from-now',
	firstAnswer: options.firstAnswer ?? 'at-once',
	holdMs: options.holdMs ?? 30_000,
	batchDelayMs: options.batchDelayMs ?? 20,
	maxBatch: options.maxBatch ?? 500,
	maxEvents: options.maxEvents ?? 10_000,
	maxAgeMs: options.maxAgeMs ?? 600_000,
	sessionLifeMs: options.sessionLifeMs ?? 600_000,
	faults: options.faults ?? [],
	seed: options.seed ?? 1,
	now: options.now ?? Date.now,
});
