import type {Session} from './session.js';

/** Who was when asked for. */
export type SessionRegister = {
	add(session: Session): void;
	/** A client asked for the session, or left it. One that is not here any more does not come back. */
	see(session: Session): void;
	remove(session: Session): void;
	/** Those that were seen within `lifeMs`, or that a client waits on. */
	all(): readonly Session[];
	/** Whether another one of its tokens was opened since anybody asked for it. */
	isGivenUp(session: Session): boolean;
};

/** `now` in milliseconds. */
export const createRegister = (now: () => number, lifeMs: number): SessionRegister => {
	const entries = new Map<Session, Entry>();
	const order = createCounter();
	const isOver = (session: Session, {seenAt}: Entry) => !session.isAttended() && now() - seenAt > lifeMs;
	const see = (session: Session, opened: number | undefined) => {
		if (opened !== undefined) entries.set(session, {opened, seen: order(), seenAt: now()});
	};
	return {
		add: session => see(session, order()),
		see: session => see(session, entries.get(session)?.opened),
		remove: session => entries.delete(session),
		all: () => {
			for (const [session, entry] of entries) if (isOver(session, entry)) entries.delete(session);
			return [...entries.keys()];
		},
		isGivenUp: session => {
			const seen = entries.get(session)?.seen ?? 0;
			const successors = [...entries].filter(([, {opened}]) => opened > seen);
			return !session.isAttended() && successors.some(([other]) => shareToken(session, other));
		},
	};
};

/** `opened` and `seen` count what happens to sessions; `seenAt` is in milliseconds. */
type Entry = {readonly opened: number; readonly seen: number; readonly seenAt: number};

const createCounter = () => {
	let count = 0;
	return () => ++count;
};

const shareToken = (one: Session, other: Session) => one.tokens().some(token => other.tokens().includes(token));
