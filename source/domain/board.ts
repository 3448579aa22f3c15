import type {Agent} from './agent.js';
import {type EndedLog, emptyEnded} from './ended.js';
import {type EventLog, emptyLog} from './event-log.js';
import type {Feed} from './feed.js';
import type {Line} from './line.js';
import type {Losses} from './loss.js';
import type {Hole} from './missed.js';
import type {Queue} from './queue.js';
import {noCalls, type RecentCalls} from './recent-calls.js';
import type {AgentNumber, EpochMs, LineNumber, QueueNumber, SiteName} from './units.js';
import {emptyTotal, type Total} from './whole-call.js';

export type Load = {readonly open: number; readonly peaks: ReadonlyMap<EpochMs, number>};

export const emptyLoad: Load = {open: 0, peaks: new Map()};

/** Everything that is known. Tables that no event of a batch touched keep their identity. */
export type Board = {
	readonly lines: ReadonlyMap<LineNumber, Line>;
	readonly queues: ReadonlyMap<QueueNumber, Queue>;
	readonly agents: ReadonlyMap<AgentNumber, Agent>;
	readonly feeds: ReadonlyMap<SiteName, Feed>;
	/** Counts over all queues, a call that goes through several of them once. */
	readonly total: Total;
	/** The stays of the last calls through queues, by the channel they came on. */
	readonly calls: RecentCalls;
	/** Callers who were lost since the last reset. */
	readonly losses: Losses;
	/** What ended since the last reset. */
	readonly ended: EndedLog;
	/** Calls of all lines that go on and are believed in, now and at most by quarter of an hour. */
	readonly load: Load;
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
	total: emptyTotal,
	calls: noCalls,
	losses: new Map(),
	ended: emptyEnded,
	load: emptyLoad,
	log: emptyLog,
	since: null,
	resetAt: null,
	missed: [],
};
