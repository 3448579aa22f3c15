import type {Agent} from './agent.js';
import {type EventLog, emptyLog} from './event-log.js';
import type {Feed} from './feed.js';
import type {Line} from './line.js';
import type {Hole} from './missed.js';
import type {Queue} from './queue.js';
import type {AgentNumber, EpochMs, LineNumber, QueueNumber, SiteName} from './units.js';

/** Everything that is known. Tables that no event of a batch touched keep their identity. */
export type Board = {
	readonly lines: ReadonlyMap<LineNumber, Line>;
	readonly queues: ReadonlyMap<QueueNumber, Queue>;
	readonly agents: ReadonlyMap<AgentNumber, Agent>;
	readonly feeds: ReadonlyMap<SiteName, Feed>;
	readonly log: EventLog;
	/** Start of what the figures cover: the first event, or the last reset. Null before any event. */
	readonly since: EpochMs | null;
	/** The last reset; events older than it do not count. */
	readonly resetAt: EpochMs | null;
	/** When events may have been missed since then, in order; a few at most, see `addHole`. */
	readonly missed: readonly Hole[];
};

export const emptyBoard: Board = {
	lines: new Map(),
	queues: new Map(),
	agents: new Map(),
	feeds: new Map(),
	log: emptyLog,
	since: null,
	resetAt: null,
	missed: [],
};
