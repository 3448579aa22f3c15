import {randomBytes} from 'node:crypto';
import type {EventLog} from './event-log.js';
import {parcelText} from './event-text.js';

/** One client's place in the stream of events. The client sees only `id`, the wire's `Session`. */
export type Session = {
	readonly id: string;
	readonly token: string;
	hasEvents(): boolean;
	/** The next events, at most `limit`, as JSON texts. They count as delivered until they are put back. */
	take(limit: number): Batch;
	/** The batch did not reach the client: it will be taken again. */
	putBack(batch: Batch): void;
	/** The client has got, or nearly got, an answer spoilt by a fault. */
	noteTrouble(): void;
	isTroubled(): boolean;
};

export type Batch = {readonly texts: readonly string[]; readonly from: number};

export type Sessions = {
	/** `position`: where in the log the session begins. */
	open(token: string, position: number): Session;
	find(id: string, token: string): Session | undefined;
	forget(session: Session): void;
	/** Whether a session of this token has seen trouble: a client without a session is then one that gave its own up. */
	hasTrouble(token: string): boolean;
};

/** Sessions are forgotten after `lifeMs` without a poll. `now` in milliseconds. */
export const createSessions = ({log, now, lifeMs}: SessionsOptions): Sessions => {
	const open = new Map<string, {readonly session: Session; readonly seenAt: number}>();
	const sweep = () => {
		for (const [id, {seenAt}] of open) if (now() - seenAt > lifeMs) open.delete(id);
	};
	const see = (session: Session) => {
		open.set(session.id, {session, seenAt: now()});
		return session;
	};
	return {
		open: (token, position) => {
			sweep();
			return see(createSession({id: opaqueId(), token, log, position}));
		},
		find: (id, token) => {
			sweep();
			const session = open.get(id)?.session;
			return session?.token === token ? see(session) : undefined;
		},
		forget: session => {
			open.delete(session.id);
		},
		hasTrouble: token => [...open.values()].some(({session}) => session.token === token && session.isTroubled()),
	};
};

type SessionsOptions = {readonly log: EventLog; readonly now: () => number; readonly lifeMs: number};

const createSession = ({id, token, log, position: start}: SessionOptions): Session => {
	let position = start;
	let troubled = false;
	return {
		id,
		token,
		hasEvents: () => position < log.end(),
		take: limit => {
			const from = position;
			const {parcels, next} = log.read(from, limit);
			position = next;
			return {texts: parcels.map(parcel => parcelText(parcel, token)), from};
		},
		putBack: batch => {
			position = Math.min(position, batch.from);
		},
		noteTrouble: () => {
			troubled = true;
		},
		isTroubled: () => troubled,
	};
};

type SessionOptions = {
	readonly id: string;
	readonly token: string;
	readonly log: EventLog;
	readonly position: number;
};

/** No sample of a session is public: one that breaks clients which do not encode it in the URL serves best. */
const opaqueId = () => `${randomBytes(15).toString('base64')}+/&=`;
