import type {Interface} from './event-forms.js';
import type {EventLog} from './event-log.js';
import {createSession, type Session} from './session.js';
import {sessionIds} from './session-ids.js';
import {createRegister} from './session-register.js';

/** The sessions that the service knows. */
export type Sessions = {
	/** Without a token; see `Cursor.subscribe`. */
	open(form: Interface): Session;
	/** The session of this name, which counts as seen now. */
	find(id: string): Session | undefined;
	/** Its tokens have seen trouble then. */
	forget(session: Session): void;
	forgetAll(): void;
	/** Whether a client of this token has seen trouble of late: one without a session is then one that gave its own up. */
	hasTrouble(token: string): boolean;
	/** All but those that were given up, by what can be seen: not asked for since another one of their tokens was opened. */
	current(): readonly Session[];
};

/** A session is forgotten after `lifeMs` without a client, trouble after as long. `now` in milliseconds. */
export const createSessions = ({log, accepts, now, lifeMs}: SessionsOptions): Sessions => {
	const {note: noteTrouble, has: hasTrouble} = createTroubles(now, lifeMs);
	const {add, see, remove, all, isGivenUp} = createRegister(now, lifeMs);
	const forget = (session: Session) => {
		session.noteTrouble();
		remove(session);
	};
	return {
		open: form => {
			const id = sessionIds[form]();
			const session: Session = createSession({id, form, log, accepts, seen: () => see(session), noteTrouble});
			add(session);
			return session;
		},
		find: id => {
			const session = all().find(candidate => candidate.id === id);
			if (session) see(session);
			return session;
		},
		forget,
		forgetAll: () => all().forEach(forget),
		hasTrouble,
		current: () => all().filter(session => !isGivenUp(session)),
	};
};

export type SessionsOptions = {
	readonly log: EventLog;
	readonly accepts: (token: string) => boolean;
	readonly now: () => number;
	readonly lifeMs: number;
};

const createTroubles = (now: () => number, lifeMs: number) => {
	const troubles = new Map<string, number>();
	return {
		note: (tokens: readonly string[]) => {
			for (const token of tokens) troubles.set(token, now());
		},
		has: (token: string) => now() - (troubles.get(token) ?? Number.NEGATIVE_INFINITY) <= lifeMs,
	};
};
