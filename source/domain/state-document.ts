import type {Board} from './board.js';
import {type Feed, type FeedStatus, feedStatus} from './feed.js';
import {defaultServiceLevel, lost, type ServiceLevelRule} from './figures.js';
import {isoLocalTime, isoTime} from './iso-time.js';
import {type AgentEntry, agentEntries} from './state-agents.js';
import {type LineEntry, lineEntries} from './state-lines.js';
import {type QueueEntry, queueEntries} from './state-queues.js';
import type {EpochMs} from './units.js';

/** The board as one JSON document, schema 1. Keys and their order are what other programs rely on. */
export type StateDocument = {
	readonly schema: 1;
	readonly generatedAt: string;
	/** Start of what the figures cover; null before any event. */
	readonly since: string | null;
	readonly feeds: readonly FeedEntry[];
	readonly lines: readonly LineEntry[];
	readonly queues: readonly QueueEntry[];
	readonly agents: readonly AgentEntry[];
	readonly totals: Totals;
};

type FeedEntry = {
	readonly site: string;
	readonly transport: string;
	readonly status: FeedStatus;
	readonly lastEventAt: string | null;
	readonly events: number;
	readonly rejected: number;
	readonly reconnects: number;
	readonly clockOffsetMs: number | null;
};

type Totals = {
	readonly lines: number;
	/** Lines in a call, on hold or not. */
	readonly inCall: number;
	readonly ringing: number;
	readonly waiting: number;
	readonly longestWaitSeconds: number | null;
	readonly offered: number;
	readonly answered: number;
	readonly lost: number;
};

/** `now` on the service's clock, like all instants of a board; `rule`: how the service level is reckoned. */
export const stateDocument = (
	board: Board,
	now: EpochMs,
	rule: ServiceLevelRule = defaultServiceLevel,
): StateDocument => {
	const lines = lineEntries(board, now);
	const queues = queueEntries(board, {now, rule});
	return {
		schema: 1,
		generatedAt: isoTime(now),
		since: board.since === null ? null : isoLocalTime(board.since),
		feeds: [...board.feeds.values()].map(feed => feedEntry(feed, now)),
		lines,
		queues,
		agents: agentEntries(board),
		totals: {...lineTotals(lines), ...waitTotals(queues), ...dayTotals(board)},
	};
};

const feedEntry = (feed: Feed, now: EpochMs): FeedEntry => ({
	site: feed.site,
	transport: feed.transport,
	status: feedStatus(feed, now),
	lastEventAt: feed.lastEventAt === null ? null : isoTime(feed.lastEventAt),
	events: feed.events,
	rejected: feed.rejected,
	reconnects: feed.reconnects,
	clockOffsetMs: feed.clockOffsetMs,
});

const lineTotals = (lines: readonly LineEntry[]): Pick<Totals, 'lines' | 'inCall' | 'ringing'> => ({
	lines: lines.length,
	inCall: lines.filter(({status}) => status === 'in-call' || status === 'on-hold').length,
	ringing: lines.filter(({status}) => status === 'ringing').length,
});

const waitTotals = (queues: readonly QueueEntry[]): Pick<Totals, 'waiting' | 'longestWaitSeconds'> => ({
	waiting: queues.reduce((sum, {waiting}) => sum + waiting.length, 0),
	longestWaitSeconds: queues.reduce<number | null>(
		(longest, {longestWaitSeconds: wait}) => (wait === null ? longest : Math.max(longest ?? 0, wait)),
		null,
	),
});

const dayTotals = (board: Board): Pick<Totals, 'offered' | 'answered' | 'lost'> => {
	const day = board.total.tally;
	return {offered: day.offered, answered: day.answered, lost: lost(day)};
};
