import {type Cursor, createCursor} from './cursor.js';
import type {Interface} from './event-forms.js';
import type {EventLog} from './event-log.js';

/** One client's place in the stream of events. */
export type Session = Cursor &
	Presence & {
		/** On the wire, `Session` of v1 or `id` of v2. */
		readonly id: string;
		readonly form: Interface;
		/** The client has got, or nearly got, an answer spoilt by a fault. */
		noteTrouble(): void;
	};

type Presence = {
	/** A client waits for events, until the function returned is called. */
	attend(): () => void;
	isAttended(): boolean;
};

export const createSession = ({id, form, log, accepts, seen, noteTrouble}: SessionOptions): Session => {
	const cursor = createCursor(log, accepts);
	return {id, form, ...cursor, ...createPresence(seen), noteTrouble: () => noteTrouble(cursor.tokens())};
};

type SessionOptions = {
	readonly id: string;
	readonly form: Interface;
	readonly log: EventLog;
	/** Whether events go to subscribers of this token at present. */
	readonly accepts: (token: string) => boolean;
	/** Called when a client leaves. */
	readonly seen: () => void;
	readonly noteTrouble: (tokens: readonly string[]) => void;
};

const createPresence = (seen: () => void): Presence => {
	const clients = new Set<symbol>();
	return {
		attend: () => {
			const client = Symbol('client');
			clients.add(client);
			return () => {
				if (clients.delete(client)) seen();
			};
		},
		isAttended: () => clients.size > 0,
	};
};
