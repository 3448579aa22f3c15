import type {Agent} from './agent.js';
import type {Board} from './board.js';
import {DraftTable} from './draft-table.js';
import {appendEnded, type Ended, type EndedEntry, type EndedLog, emptyEnded, endedKey} from './ended.js';
import type {BoardEvent, BoardEventType} from './event.js';
import {appendToLog, type EventLog} from './event-log.js';
import type {Feed} from './feed.js';
import {isOpen, type Line} from './line.js';
import type {Losses} from './loss.js';
import {addHole, type Hole} from './missed.js';
import type {Queue} from './queue.js';
import type {RecentCalls} from './recent-calls.js';
import {notePeak} from './times.js';
import {type AgentNumber, type EpochMs, type LineNumber, later, type QueueNumber, type SiteName} from './units.js';
import type {Total} from './whole-call.js';

/** How many entries a repeated event is looked for in. */
const lookedBack = 64;

/** A board while a batch of events is applied to it. Handlers read and put; nothing else writes. */
export class BoardDraft {
	readonly #original: Board;
	readonly lines: DraftTable<LineNumber, Line>;
	readonly queues: DraftTable<QueueNumber, Queue>;
	readonly agents: DraftTable<AgentNumber, Agent>;
	readonly feeds: DraftTable<SiteName, Feed>;
	#logged: BoardEvent[] = [];
	#ended = new Map<string, EndedEntry>();
	#outdated = new Set<string>();
	#endedBefore: EndedLog;
	#endedTotal: number;
	#open: number;
	#peaks: Board['load']['peaks'];
	/** The log that entries are added to: the original's until it is cleared. */
	#kept: EventLog;
	calls: RecentCalls;
	total: Total;
	losses: Losses;
	since: EpochMs | null;
	resetAt: EpochMs | null;
	missed: readonly Hole[];

	constructor(original: Board) {
		this.#original = original;
		this.#kept = original.log;
		this.lines = new DraftTable(original.lines, (before, after) => {
			this.#open += openCount(after) - openCount(before);
		});
		this.calls = original.calls;
		this.#endedBefore = original.ended;
		this.#endedTotal = original.ended.total;
		this.#open = original.load.open;
		this.#peaks = original.load.peaks;
		this.total = original.total;
		this.losses = original.losses;
		this.queues = new DraftTable(original.queues);
		this.agents = new DraftTable(original.agents);
		this.feeds = new DraftTable(original.feeds);
		this.since = original.since;
		this.resetAt = original.resetAt;
		this.missed = original.missed;
	}

	log(event: BoardEvent): void {
		this.#logged.push(event);
	}

	/** True when the newest entries of the log hold an event that `matches`. */
	hasLogged(matches: (event: BoardEvent) => boolean): boolean {
		return (
			this.#logged.slice(-lookedBack).some(matches) ||
			this.#kept.entries.slice(-lookedBack).some(({event}) => matches(event))
		);
	}

	/** A call or a stay ended; or, `wasEnded`, its record is corrected. */
	end(record: Ended, {wasEnded}: {readonly wasEnded: boolean}): void {
		const key = endedKey(record);
		// The order is that in which they ended or were corrected.
		const isOfThisBatch = this.#ended.delete(key);
		if (wasEnded && !isOfThisBatch) this.#outdated.add(key);
		this.#endedTotal += 1;
		this.#ended.set(key, {sequence: this.#endedTotal, key, record});
	}

	/** What ended goes on after all. */
	goOn(of: Parameters<typeof endedKey>[0]): void {
		const key = endedKey(of);
		this.#outdated.add(key);
		this.#ended.delete(key);
	}

	/** Remembers how many calls go on, if it is the most of its quarter. */
	noteLoad(at: EpochMs): void {
		this.#peaks = notePeak(this.#peaks, {at, count: this.#open});
	}

	/** Lists and peaks begin anew; what goes on is the first of them. */
	clearHistory(at: EpochMs): void {
		this.#ended.clear();
		this.#outdated.clear();
		this.#endedBefore = {...emptyEnded, total: this.#endedTotal};
		this.#peaks = new Map();
		this.noteLoad(at);
	}

	/** The figures cover what this instant told, unless a reset came after it. */
	coverFrom(at: EpochMs): void {
		if (this.resetAt === null && (this.since === null || at < this.since)) this.since = at;
	}

	/** Events of this stretch of time may be missing; what lies before the reset does not matter any more. */
	miss({from, to}: Hole): void {
		this.missed = addHole(this.missed, {from: later(this.resetAt, from), to});
	}

	clearLog(): void {
		this.#kept = {...appendToLog(this.#kept, this.#logged), entries: [], registrations: []};
		this.#logged = [];
	}

	/** The finished board; the original itself when nothing changed. */
	result(): Board {
		const {lines, queues, agents, feeds, calls, total, losses, since, resetAt, missed} = this;
		const old = this.#original;
		const next: Board = {
			lines: lines.result(),
			queues: queues.result(),
			agents: agents.result(),
			feeds: feeds.result(),
			calls,
			total,
			losses,
			ended: this.#endings(),
			load: this.#load(),
			log: appendToLog(this.#kept, this.#logged),
			since,
			resetAt,
			missed,
		};
		return sameBoard(old, next) ? old : next;
	}

	#endings(): EndedLog {
		return appendEnded(this.#endedBefore, {entries: this.#ended, outdated: this.#outdated, total: this.#endedTotal});
	}

	#load(): Board['load'] {
		const {load} = this.#original;
		const isSame = load.open === this.#open && load.peaks === this.#peaks;
		return isSame ? load : {open: this.#open, peaks: this.#peaks};
	}
}

const openCount = (line: Line | undefined): number => {
	let count = 0;
	if (line !== undefined) for (const call of line.calls.values()) if (isOpen(call)) count += 1;
	return count;
};

const sameBoard = (one: Board, other: Board): boolean =>
	one.lines === other.lines &&
	one.queues === other.queues &&
	one.agents === other.agents &&
	one.feeds === other.feeds &&
	one.calls === other.calls &&
	one.total === other.total &&
	one.losses === other.losses &&
	one.ended === other.ended &&
	one.load === other.load &&
	one.log === other.log &&
	one.since === other.since &&
	one.resetAt === other.resetAt &&
	one.missed === other.missed;

/** What each kind of event does. True: the event was news and belongs in the log. */
export type Handlers<Type extends BoardEventType = BoardEventType> = {
	readonly [Key in Type]: (draft: BoardDraft, event: BoardEvent<Key>) => boolean;
};
