import {
	answerRate,
	averageSpeedOfAnswer,
	averageTalk,
	lost,
	type ServiceLevelRule,
	serviceLevel,
} from '../domain/figures.js';
import {meanSeconds, roundedShare} from '../domain/rounding.js';
import {longestWaitSeconds, type Tally} from '../domain/tally.js';
import type {Listed} from '../history/call-list.js';
import type {KeptCall, KeptStay} from '../history/records.js';
import type {CsvCell} from '../presentation/csv.js';

/** A row as data, under stable keys: ratios 0–1, seconds, ISO times; null where there is nothing. */
export type DataRow = Readonly<Record<string, CsvCell>>;

/** The figures of a row, as in the state document. */
export const figuresRow = (tally: Tally, rule: ServiceLevelRule): DataRow => ({
	offered: tally.offered,
	answered: tally.answered,
	lost: lost(tally),
	abandoned: tally.abandoned,
	timedOut: tally.timedOut,
	noAgent: tally.noAgent,
	optedOut: tally.optedOut,
	answerRate: roundedShare(answerRate(tally)),
	serviceLevel: roundedShare(serviceLevel(tally, rule)),
	averageSpeedOfAnswerSeconds: meanSeconds(averageSpeedOfAnswer(tally)),
	averageTalkSeconds: meanSeconds(averageTalk(tally)),
	longestWaitSeconds: longestWaitSeconds(tally),
});

/** Of an agent the history tells no more: a caller is offered to a queue, and lost by it. */
export const agentRow = (tally: Tally): DataRow => ({
	answered: tally.answered,
	averageTalkSeconds: meanSeconds(averageTalk(tally)),
});

type Iso = (at: number) => string;

/** A call or a stay; keys that do not apply are null. */
export const callRow = (listed: Listed, iso: Iso): DataRow => {
	const time = (at: number | null): string | null => (at === null ? null : iso(at));
	const {kind, site, label, queue, id, from, firstAt, answeredAt, endedAt} = listed;
	return {
		...noCall,
		kind,
		at: iso(firstAt),
		site,
		label,
		queue,
		id,
		from,
		answeredAt: time(answeredAt),
		endedAt: time(endedAt),
		...(listed.kind === 'call' ? ofCall(listed) : ofStay(listed, time)),
	};
};

const ofCall = ({line, direction, to, dialled, startedAt, answeredAt, endedAt}: KeptCall): DataRow => ({
	number: line,
	direction,
	to,
	dialled,
	outcome: answeredAt === null ? 'unanswered' : 'answered',
	waitSeconds: seconds(startedAt, answeredAt ?? endedAt),
	talkSeconds: seconds(answeredAt, endedAt),
});

const ofStay = (stay: KeptStay, time: (at: number | null) => string | null): DataRow => {
	const {queue, channel, offered, outcome, joinedAt, waitEndedAt, agent, answeredAt, talkEndedAt, rung, end} = stay;
	return {
		number: queue,
		channel,
		offered,
		outcome,
		agent,
		rung,
		end,
		waitSeconds: outcome === null ? null : seconds(joinedAt, outcome === 'answered' ? answeredAt : waitEndedAt),
		talkSeconds: seconds(answeredAt, talkEndedAt),
		joinedAt: time(joinedAt),
		waitEndedAt: time(waitEndedAt),
		talkEndedAt: time(talkEndedAt),
	};
};

/** All keys, in their order. */
const noCall: DataRow = {
	kind: null,
	at: null,
	site: null,
	number: null,
	label: null,
	queue: null,
	from: null,
	to: null,
	dialled: null,
	direction: null,
	outcome: null,
	agent: null,
	waitSeconds: null,
	talkSeconds: null,
	offered: null,
	rung: null,
	joinedAt: null,
	waitEndedAt: null,
	answeredAt: null,
	talkEndedAt: null,
	endedAt: null,
	end: null,
	channel: null,
	id: null,
};

export const callKeys: readonly string[] = Object.keys(noCall);

const seconds = (from: number | null, to: number | null): number | null =>
	from === null || to === null ? null : Math.round(Math.max(0, to - from) / 100) / 10;
