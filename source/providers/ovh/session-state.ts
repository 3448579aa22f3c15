import {createSessionPolicy, type FailureKind} from './session-policy.js';

/** The session a provider asks on with: a cursor in version 1, a place in version 2. */
export type SessionState<Session> = {
	/** Undefined: a new one is to be begun. */
	current(): Session | undefined;
	goOnWith(session: Session): void;
	/** It is gone, or given up. What happens until the next one begins is missed, if anything was served before. */
	lose(): void;
	/** Gives the session up when it has failed too often. */
	failed(kind: FailureKind): void;
	/** It serves: what failed before counts no more. */
	served(): void;
	/** Something was missed though the session goes on. */
	miss(): void;
	/** For the next batch: whether something may be missing before it. Said once, and never of a provider's first batch. */
	takeMark(): {readonly isAfterGap?: true};
};

export const createSessionState = <Session>(): SessionState<Session> => {
	const policy = createSessionPolicy();
	let session: Session | undefined;
	let hasServed = false;
	let isAfterGap = false;
	const miss = (): void => {
		isAfterGap = hasServed;
	};
	const lose = (): void => {
		if (session !== undefined) miss();
		session = undefined;
	};
	return {
		current: () => session,
		goOnWith: next => {
			session = next;
		},
		lose,
		failed: kind => {
			if (policy.failed(kind)) lose();
		},
		served: policy.served,
		miss,
		takeMark: () => {
			const mark = isAfterGap ? ({isAfterGap: true} as const) : {};
			hasServed = true;
			isAfterGap = false;
			return mark;
		},
	};
};
