import type {Agent} from './agent.js';
import {type Board, emptyBoard} from './board.js';
import {isShown} from './caller.js';
import {doubtBoard} from './doubt.js';
import {emptyEnded} from './ended.js';
import type {BoardEvent} from './event.js';
import {appendToLog, emptyLog} from './event-log.js';
import {keptCalls} from './kept-calls.js';
import {hasCounted} from './kept-check.js';
import {keptAgent, keptEvent, keptQueueNumber} from './kept-events.js';
import {type KeptLine, keepLine, restoreLine} from './kept-lines.js';
import {keptLoss} from './kept-losses.js';
import {type KeptQueue, keepQueue, restoreQueue} from './kept-queues.js';
import {type KeptTotal, keepTotal, keptPeaks, keptTotal, type Rows} from './kept-tally.js';
import {count, instant, list, orNull, record, some, sumMs} from './kept-values.js';
import type {Line} from './line.js';
import type {Loss} from './loss.js';
import {addHole, type Hole} from './missed.js';
import type {Queue} from './queue.js';
import {callsKnown, noCalls, type RecentCalls, staysOn, withCall} from './recent-calls.js';
import type {ChannelId, EpochMs} from './units.js';
import {type Stay, stayOf, type Total, withStay} from './whole-call.js';

/** The day as plain JSON: all of a board but its feeds, which belong to the run. A change of this is another version. */
export type KeptBoard = {
	readonly version: 2;
	readonly since: EpochMs | null;
	readonly resetAt: EpochMs | null;
	readonly missed: readonly Hole[];
	readonly lines: readonly KeptLine[];
	readonly queues: readonly KeptQueue[];
	readonly agents: readonly Agent[];
	readonly total: KeptTotal;
	/** The stays of the calls that went through several queues; those of the others follow from the callers. */
	readonly calls: Rows<ChannelId, readonly Stay[]>;
	readonly losses: readonly Loss[];
	/** The most calls at once, by quarter of an hour. */
	readonly peaks: Rows<EpochMs, number>;
	/** The newest events of the log, oldest first. */
	readonly log: readonly BoardEvent[];
};

/** How many entries of the log are kept. */
export const keptLogEntries = 200;

/** The board as it is kept between runs. Shares values with the board: cheap, and only to be written out. */
export const keepBoard = (board: Board): KeptBoard => ({
	version: 2,
	since: board.since,
	resetAt: board.resetAt,
	missed: board.missed,
	lines: Array.from(board.lines.values(), keepLine),
	queues: Array.from(board.queues.values(), keepQueue),
	agents: [...board.agents.values()],
	total: keepTotal(board.total),
	calls: callsKnown(board.calls).filter(([, stays]) => stays.length > 1),
	losses: [...board.losses.values()],
	peaks: [...board.load.peaks],
	log: board.log.entries.slice(-keptLogEntries).map(({event}) => event),
});

const agent = record<Agent>({
	number: keptAgent,
	answered: count,
	missed: count,
	talks: count,
	talkMs: sumMs,
	queues: list(keptQueueNumber),
});
const hole = record<Hole>({from: instant, to: instant});

/** What was kept, read again, still in lists. */
type Listed = Pick<KeptBoard, 'version' | 'since' | 'resetAt' | 'missed' | 'agents' | 'losses' | 'log'> & {
	readonly total: Total;
	readonly calls: ReadonlyMap<ChannelId, readonly Stay[]>;
	readonly peaks: Board['load']['peaks'];
	readonly lines: readonly Line[];
	readonly queues: readonly Queue[];
};

/** The log does without an event of a kind that this version does not know; figures do without nothing. */
const listed = record<Listed>({
	version: json => (json === 2 ? json : undefined),
	since: orNull(instant),
	resetAt: orNull(instant),
	missed: list(hole),
	lines: list(restoreLine),
	queues: list(restoreQueue),
	agents: list(agent),
	total: keptTotal,
	calls: keptCalls,
	losses: list(keptLoss),
	peaks: keptPeaks,
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
		losses: new Map(found.losses.map(known => [known.key, known])),
		calls: callsIn(found),
	};
	const {since, resetAt, total, peaks} = found;
	if (!hasCounted({...tables, total})) return null;
	const missed = found.missed.reduce(addHole, emptyBoard.missed);
	const log = appendToLog(emptyLog, found.log.slice(-keptLogEntries));
	// Nothing that went on is believed in yet, so no call is open.
	const begun = {ended: emptyEnded, load: {open: 0, peaks}, feeds: new Map()};
	return doubtBoard({...tables, total, since, resetAt, missed, log, ...begun}, {at});
};

/** The calls through queues that may go on, as their stays tell; of those through several, as was kept. */
const callsIn = ({queues, calls: kept}: Pick<Listed, 'queues' | 'calls'>): RecentCalls => {
	let calls = noCalls;
	for (const queue of queues) {
		for (const caller of [...queue.gone, ...queue.callers.values()]) {
			const {channel} = caller;
			if (channel === null || kept.has(channel) || !isShown(caller)) continue;
			calls = withCall(calls, channel, withStay(staysOn(calls, channel) ?? [], stayOf(queue, caller)));
		}
	}
	for (const [channel, stays] of kept) calls = withCall(calls, channel, stays);
	return calls;
};
