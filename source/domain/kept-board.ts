import type {Agent} from './agent.js';
import {type Board, emptyBoard} from './board.js';
import {doubtBoard} from './doubt.js';
import type {BoardEvent} from './event.js';
import {appendToLog, emptyLog} from './event-log.js';
import {hasCounted} from './kept-check.js';
import {keptAgent, keptEvent} from './kept-events.js';
import {type KeptLine, keepLine, restoreLine} from './kept-lines.js';
import {type KeptQueue, keepQueue, restoreQueue} from './kept-queues.js';
import {count, instant, list, orNull, record, some, sumMs} from './kept-values.js';
import type {Line} from './line.js';
import {addHole, type Hole} from './missed.js';
import type {Queue} from './queue.js';
import type {EpochMs} from './units.js';

/** The day as plain JSON: all of a board but its feeds, which belong to the run. A change of this is another version. */
export type KeptBoard = {
	readonly version: 1;
	readonly since: EpochMs | null;
	readonly resetAt: EpochMs | null;
	readonly missed: readonly Hole[];
	readonly lines: readonly KeptLine[];
	readonly queues: readonly KeptQueue[];
	readonly agents: readonly Agent[];
	/** The newest events of the log, oldest first. */
	readonly log: readonly BoardEvent[];
};

/** How many entries of the log are kept. */
export const keptLogEntries = 200;

/** The board as it is kept between runs. Shares values with the board: cheap, and only to be written out. */
export const keepBoard = (board: Board): KeptBoard => ({
	version: 1,
	since: board.since,
	resetAt: board.resetAt,
	missed: board.missed,
	lines: Array.from(board.lines.values(), keepLine),
	queues: Array.from(board.queues.values(), keepQueue),
	agents: [...board.agents.values()],
	log: board.log.entries.slice(-keptLogEntries).map(({event}) => event),
});

const agent = record<Agent>({number: keptAgent, answered: count, missed: count, talks: count, talkMs: sumMs});
const hole = record<Hole>({from: instant, to: instant});

/** What was kept, read again, still in lists. */
type Listed = Pick<KeptBoard, 'version' | 'since' | 'resetAt' | 'missed' | 'agents' | 'log'> & {
	readonly lines: readonly Line[];
	readonly queues: readonly Queue[];
};

/** The log does without an event of a kind that this version does not know; figures do without nothing. */
const listed = record<Listed>({
	version: json => (json === 1 ? json : undefined),
	since: orNull(instant),
	resetAt: orNull(instant),
	missed: list(hole),
	lines: list(restoreLine),
	queues: list(restoreQueue),
	agents: list(agent),
	log: some(keptEvent),
});

/**
The board of a former run as it is known at `at`: figures and names as they were, but all that went on is in doubt until
it is heard of. Null for what is no such board, of another version, or contradicts itself.
*/
export const restoreBoard = (kept: unknown, {at}: {readonly at: EpochMs}): Board | null => {
	const found = listed(kept);
	if (!found) return null;
	const tables = {
		lines: new Map(found.lines.map(line => [line.number, line])),
		queues: new Map(found.queues.map(queue => [queue.number, queue])),
		agents: new Map(found.agents.map(known => [known.number, known])),
	};
	if (!hasCounted(tables)) return null;
	const {since, resetAt} = found;
	const missed = found.missed.reduce(addHole, emptyBoard.missed);
	const log = appendToLog(emptyLog, found.log.slice(-keptLogEntries));
	return doubtBoard({...tables, since, resetAt, missed, log, feeds: new Map()}, {at});
};
