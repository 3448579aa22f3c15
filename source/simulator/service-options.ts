import {randomUUID} from 'node:crypto';
import type {Fault} from './faults.js';

/** How the event service behaves, v1 and v2 alike if not said otherwise. Where the real one's behaviour is not known, it is an option here. */
export type ServiceSettings = {
	/** 0 takes any free port. */
	readonly port: number;
	readonly host: string;
	readonly tokens: readonly string[];
	/** Absent: plain HTTP. */
	readonly tls: Certificate | undefined;
	/**
	What a missing or unknown token gets, and in v2 a session with such a token: a status, or, when `silent`, an answer as
	if all were well and never an event. Not known of the real service.
	*/
	readonly refusal: Refusal;
	/** What a new client gets: only what comes from now on, as in reality, or also what is still in the log. */
	readonly welcome: 'from-now' | 'recent';
	/** v1: a new session without events yet is answered at once, so that the client soon knows its session, or held. */
	readonly firstAnswer: 'at-once' | 'held';
	/** v2: the answer to a poll that was held and found nothing. The text was observed, the others are feared. */
	readonly emptyPoll: 'timeout-text' | 'empty-list' | 'null' | 'empty-body';
	/** v2: whether the text of `emptyPoll` says that the session is over, or only that the poll is. Not known. */
	readonly timeoutEndsSession: boolean;
	/** v2: how many tokens a session can have; 0: any number. Not known. */
	readonly tokensPerSession: number;
	/** v2: a WebSocket with no frame in either direction for this long is closed; 0: never. Not known. */
	readonly idleCloseMs: number;
	/** How long a poll waits for events. The real value is not known; clients suggest less than a minute. */
	readonly holdMs: number;
	/** From the first event to the answer, so that events which come together travel together. */
	readonly batchDelayMs: number;
	/** The most events of one answer, copies for several tokens not counted; the rest follows in the next. */
	readonly maxBatch: number;
	/** A session further behind than this, in events or in their age, loses the oldest. */
	readonly maxEvents: number;
	readonly maxAgeMs: number;
	/** A session that no client waits on for this long is forgotten. */
	readonly sessionLifeMs: number;
	readonly faults: readonly Fault[];
	/** How long an answer or a message takes that comes in pieces, by the fault `drip`. */
	readonly dripMs: number;
	/** What the faults with Retry-After ask for, in whole seconds. */
	readonly retryAfterS: number;
	/** For the chance in faults. */
	readonly seed: number;
	/** Milliseconds; only differences matter. */
	readonly now: () => number;
};

export type ServiceOptions = {readonly [Name in keyof ServiceSettings]?: ServiceSettings[Name] | undefined};

/** As PEM. */
export type Certificate = {readonly key: string; readonly cert: string};

export type Refusal = 401 | 403 | 404 | 'silent';

/** Completes the options: any free port of this machine, one made-up token, no faults, a hold of 30 s, refusals by 403. */
export const serviceSettings = (options: ServiceOptions): ServiceSettings => ({
	port: options.port ?? 0,
	host: options.host ?? '127.0.0.1',
	tokens: options.tokens ?? [randomUUID().toUpperCase()],
	tls: options.tls,
	refusal: options.refusal ?? 403,
	welcome: options.welcome ?? 'from-now',
	firstAnswer: options.firstAnswer ?? 'at-once',
	emptyPoll: options.emptyPoll ?? 'timeout-text',
	timeoutEndsSession: options.timeoutEndsSession ?? false,
	tokensPerSession: options.tokensPerSession ?? 0,
	idleCloseMs: options.idleCloseMs ?? 0,
	holdMs: options.holdMs ?? 30_000,
	batchDelayMs: options.batchDelayMs ?? 20,
	maxBatch: options.maxBatch ?? 500,
	maxEvents: options.maxEvents ?? 10_000,
	maxAgeMs: options.maxAgeMs ?? 600_000,
	sessionLifeMs: options.sessionLifeMs ?? 600_000,
	faults: options.faults ?? [],
	dripMs: options.dripMs ?? 1000,
	retryAfterS: options.retryAfterS ?? 2,
	seed: options.seed ?? 1,
	now: options.now ?? Date.now,
});
