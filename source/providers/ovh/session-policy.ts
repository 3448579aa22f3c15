import {FeedUnreachableError, WireFormatError} from '../../errors.js';

/** What a failure says about the session. */
export type FailureKind = 'network' | 'unusable' | 'refusal' | 'cut' | 'gone';

/**
Failures of a kind in a row after which the session is given up. A session holds what happened meanwhile, so it is
worth keeping; but it may also be what the service chokes on.
*/
export const failuresBorne: Readonly<Record<FailureKind, number>> = {
	/** Nothing was heard of the service, or that it is in trouble: no fault of the session. */
	network: Number.POSITIVE_INFINITY,
	/** Answers that cannot be read, or are too large. */
	unusable: 10,
	/** The service refuses what is asked. */
	refusal: 3,
	/** A WebSocket closed before it brought anything. */
	cut: 3,
	/** The service says that there is no such session. */
	gone: 1,
};

/** Statuses that ask for patience, though they begin with a 4. */
const passing: ReadonlySet<number> = new Set([408, 425, 429]);
const absent: ReadonlySet<number> = new Set([404, 410]);

export const isGone = (status: number | undefined): boolean => status !== undefined && absent.has(status);

/** True for a status by which the service refuses what was asked, and will again. */
export const isRefusal = (status: number): boolean => status >= 400 && status < 500 && !passing.has(status);

export const kindOf = (error: unknown): FailureKind => {
	if (error instanceof WireFormatError) return 'unusable';
	if (!(error instanceof FeedUnreachableError)) return 'refusal';
	if (error.failure === 'too-large') return 'unusable';
	if (error.status === undefined) return 'network';
	if (isGone(error.status)) return 'gone';
	if (isRefusal(error.status)) return 'refusal';
	return error.status < 400 ? 'unusable' : 'network';
};

export type SessionPolicy = {
	/** True when the session is to be given up. */
	failed(kind: FailureKind): boolean;
	/** The session serves: what failed before counts no more. */
	served(): void;
};

export const createSessionPolicy = (): SessionPolicy => {
	let counts: Partial<Record<FailureKind, number>> = {};
	return {
		failed: kind => {
			const count = (counts[kind] ?? 0) + 1;
			const isOver = count >= failuresBorne[kind];
			counts = isOver ? {} : {...counts, [kind]: count};
			return isOver;
		},
		served: () => {
			counts = {};
		},
	};
};
