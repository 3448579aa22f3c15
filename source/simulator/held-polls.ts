import type {ServerResponse} from 'node:http';
import type {Session} from './session.js';

/** Responses that are not given yet, one a session at most. */
export type HeldPolls = {
	hold(session: Session, response: ServerResponse): void;
	/** The response is the caller's again. Nothing when none is held. */
	release(session: Session): ServerResponse | undefined;
	sessions(): readonly Session[];
};

/** Calls `expired` when a response was held for `holdMs`; one whose client goes away is dropped. */
export const createHeldPolls = ({holdMs, expired}: HoldOptions): HeldPolls => {
	const held = new Map<Session, HeldPoll>();
	const release = (session: Session) => {
		const poll = held.get(session);
		held.delete(session);
		clearTimeout(poll?.timer);
		poll?.leave();
		return poll?.response;
	};
	return {
		hold: (session, response) => {
			held.set(session, {response, timer: setTimeout(() => expired(session), holdMs), leave: session.attend()});
			response.once('close', () => {
				if (held.get(session)?.response === response) release(session);
			});
		},
		release,
		sessions: () => [...held.keys()],
	};
};

type HoldOptions = {readonly holdMs: number; readonly expired: (session: Session) => void};

type HeldPoll = {readonly response: ServerResponse; readonly timer: NodeJS.Timeout; readonly leave: () => void};
