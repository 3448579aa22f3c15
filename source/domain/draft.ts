import type {Agent} from './agent.js';
import type {Board} from './board.js';
import type {BoardEvent, BoardEventType} from './event.js';
import {appendToLog, type EventLog} from './event-log.js';
import type {Feed} from './feed.js';
import type {Line} from './line.js';
import {addHole, type Hole} from './missed.js';
import type {Queue} from './queue.js';
import {type AgentNumber, type EpochMs, type LineNumber, later, type QueueNumber, type SiteName} from './units.js';

/** A table copied the first time it is written, so that a batch of events copies each table at most once. */
class DraftTable<Key, Value> {
	readonly #original: ReadonlyMap<Key, Value>;
	#copy: Map<Key, Value> | undefined;

	constructor(original: ReadonlyMap<Key, Value>) {
		this.#original = original;
	}

	get(key: Key): Value | undefined {
		return (this.#copy ?? this.#original).get(key);
	}

	/** True when this changed anything. */
	set(key: Key, value: Value): boolean {
		if (this.get(key) === value) return false;
		this.#copy ??= new Map(this.#original);
		this.#copy.set(key, value);
		return true;
	}

	/** The values as they are when asked for; putting back what is already there disturbs nothing. */
	values(): Iterable<Value> {
		return (this.#copy ?? this.#original).values();
	}

	/** Keeps only the entries `keep` makes something of. */
	refill(keep: (value: Value) => Value | undefined): void {
		const kept = new Map<Key, Value>();
		for (const [key, value] of this.#copy ?? this.#original) {
			const next = keep(value);
			if (next !== undefined) kept.set(key, next);
		}
		this.#copy = kept;
	}

	result(): ReadonlyMap<Key, Value> {
		return this.#copy ?? this.#original;
	}
}

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
	/** The log that entries are added to: the original's until it is cleared. */
	#kept: EventLog;
	since: EpochMs | null;
	resetAt: EpochMs | null;
	missed: readonly Hole[];

	constructor(original: Board) {
		this.#original = original;
		this.#kept = original.log;
		this.lines = new DraftTable(original.lines);
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

	/** The figures cover what this instant told, unless a reset came after it. */
	coverFrom(at: EpochMs): void {
		if (this.resetAt === null && (this.since === null || at < this.since)) this.since = at;
	}

	/** Events of this stretch of time may be missing; what lies before the reset does not matter any more. */
	miss({from, to}: Hole): void {
		this.missed = addHole(this.missed, {from: later(this.resetAt, from), to});
	}

	clearLog(): void {
		this.#kept = {entries: [], total: this.#kept.total + this.#logged.length};
		this.#logged = [];
	}

	/** The finished board; the original itself when nothing changed. */
	result(): Board {
		const {lines, queues, agents, feeds, since, resetAt, missed} = this;
		const old = this.#original;
		const next: Board = {
			lines: lines.result(),
			queues: queues.result(),
			agents: agents.result(),
			feeds: feeds.result(),
			log: appendToLog(this.#kept, this.#logged),
			since,
			resetAt,
			missed,
		};
		return sameBoard(old, next) ? old : next;
	}
}

const sameBoard = (one: Board, other: Board): boolean =>
	one.lines === other.lines &&
	one.queues === other.queues &&
	one.agents === other.agents &&
	one.feeds === other.feeds &&
	one.log === other.log &&
	one.since === other.since &&
	one.resetAt === other.resetAt &&
	one.missed === other.missed;

/** What each kind of event does. True: the event was news and belongs in the log. */
export type Handlers<Type extends BoardEventType = BoardEventType> = {
	readonly [Key in Type]: (draft: BoardDraft, event: BoardEvent<Key>) => boolean;
};
