import type {Board} from './board.js';
import type {Caller} from './caller.js';
import {
	abandonRate,
	answerRate,
	averageSpeedOfAnswer,
	averageTalk,
	lost,
	type ServiceLevelRule,
	serviceLevel,
	shortAbandons,
} from './figures.js';
import {isoTime} from './iso-time.js';
import {longestWait, type Queue, talkingCallers, waitingCallers} from './queue.js';
import {byNumber, meanSeconds, roundedShare, secondsSince} from './rounding.js';
import type {Tally} from './tally.js';
import type {EpochMs} from './units.js';

/** A queue in the state document. */
export type QueueEntry = {
	readonly number: string;
	readonly label: string | null;
	readonly type: string | null;
	readonly site: string;
	readonly waiting: readonly WaitingEntry[];
	readonly talking: readonly TalkingEntry[];
	/** The service's own count of those waiting. */
	readonly reportedWaiting: number | null;
	/** Null when nobody waits. */
	readonly longestWaitSeconds: number | null;
} & Figures;

type WaitingEntry = {
	readonly id: string;
	readonly from: string;
	readonly joinedAt: string | null;
	readonly waitSeconds: number | null;
	readonly offeredTo: readonly string[];
};

type TalkingEntry = {
	readonly id: string;
	readonly from: string;
	readonly agent: string | null;
	readonly joinedAt: string | null;
	readonly answeredAt: string | null;
	readonly talkSeconds: number | null;
};

type Figures = {
	readonly offered: number;
	readonly answered: number;
	readonly lost: number;
	readonly abandoned: number;
	readonly timedOut: number;
	readonly noAgent: number;
	readonly optedOut: number;
	readonly shortAbandons: number;
	readonly answerRate: number | null;
	readonly averageSpeedOfAnswerSeconds: number | null;
	readonly averageTalkSeconds: number | null;
	readonly abandonRate: number | null;
	readonly serviceLevel: {
		readonly formula: string;
		readonly thresholdSeconds: number;
		readonly target: number;
		readonly value: number | null;
	};
};

export const queueEntries = (
	board: Board,
	{now, rule}: {readonly now: EpochMs; readonly rule: ServiceLevelRule},
): readonly QueueEntry[] => [...board.queues.values()].sort(byNumber).map(queue => queueEntry(queue, {now, rule}));

const queueEntry = (
	queue: Queue,
	{now, rule}: {readonly now: EpochMs; readonly rule: ServiceLevelRule},
): QueueEntry => {
	const longest = longestWait(queue, now);
	return {
		number: queue.number,
		label: queue.label,
		type: queue.type,
		site: queue.site,
		waiting: waitingCallers(queue).map(caller => waitingEntry(caller, now)),
		talking: talkingCallers(queue).map(caller => talkingEntry(caller, now)),
		reportedWaiting: queue.reported?.count ?? null,
		longestWaitSeconds: longest === null ? null : Math.floor(longest / 1000),
		...figures(queue.tally, rule),
	};
};

const instant = (at: EpochMs | null): string | null => (at === null ? null : isoTime(at));

const waitingEntry = ({id, from, joinedAt, ringing}: Caller, now: EpochMs): WaitingEntry => ({
	id,
	from,
	joinedAt: instant(joinedAt),
	waitSeconds: joinedAt === null ? null : secondsSince(joinedAt, now),
	offeredTo: [...ringing.keys()].sort(),
});

const talkingEntry = ({id, from, joinedAt, bridge}: Caller, now: EpochMs): TalkingEntry => {
	const answeredAt = bridge?.answeredAt ?? null;
	return {
		id,
		from,
		agent: bridge?.agent ?? null,
		joinedAt: instant(joinedAt),
		answeredAt: instant(answeredAt),
		talkSeconds: answeredAt === null ? null : secondsSince(answeredAt, now),
	};
};

const figures = (tally: Tally, rule: ServiceLevelRule): Figures => {
	const {formula, thresholdSeconds, target} = rule;
	return {
		offered: tally.offered,
		answered: tally.answered,
		lost: lost(tally),
		abandoned: tally.abandoned,
		timedOut: tally.timedOut,
		noAgent: tally.noAgent,
		optedOut: tally.optedOut,
		shortAbandons: shortAbandons(tally, rule),
		answerRate: roundedShare(answerRate(tally)),
		averageSpeedOfAnswerSeconds: meanSeconds(averageSpeedOfAnswer(tally)),
		averageTalkSeconds: meanSeconds(averageTalk(tally)),
		abandonRate: roundedShare(abandonRate(tally, rule)),
		serviceLevel: {formula, thresholdSeconds, target, value: roundedShare(serviceLevel(tally, rule))},
	};
};
