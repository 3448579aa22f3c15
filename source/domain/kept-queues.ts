import {type Bridge, type Caller, callerState, type Departure} from './caller.js';
import {keptAgent, keptCallerId, keptQueueNumber, keptSite, outcome} from './kept-events.js';
import {count, flag, instant, list, oneOf, orNull, type Read, record, sumMs, table, text} from './kept-values.js';
import {goneCallersKept, type Queue} from './queue.js';
import type {Tally} from './tally.js';
import type {AgentNumber, EpochMs} from './units.js';

type Rows<Key, Value> = readonly (readonly [Key, Value])[];

type CallerTables = 'ringing' | 'offeredAt' | 'failedAt';
type KeptCaller = Omit<Caller, CallerTables> & Readonly<Record<CallerTables, Rows<AgentNumber, EpochMs>>>;

type TallyTables = 'answerWaits' | 'abandonWaits';
type KeptTally = Omit<Tally, TallyTables> & Readonly<Record<TallyTables, Rows<number, number>>>;

/** A queue as plain JSON. */
export type KeptQueue = Omit<Queue, 'callers' | 'gone' | 'tally'> & {
	readonly callers: readonly KeptCaller[];
	readonly gone: readonly KeptCaller[];
	readonly tally: KeptTally;
};

export const keepQueue = (queue: Queue): KeptQueue => ({
	...queue,
	callers: Array.from(queue.callers.values(), keepCaller),
	gone: queue.gone.map(keepCaller),
	tally: {
		...queue.tally,
		answerWaits: [...queue.tally.answerWaits],
		abandonWaits: [...queue.tally.abandonWaits],
	},
});

const keepCaller = (caller: Caller): KeptCaller => ({
	...caller,
	ringing: [...caller.ringing],
	offeredAt: [...caller.offeredAt],
	failedAt: [...caller.failedAt],
});

const agentTimes = table(keptAgent, instant);
const histogram = table(count, count);

const caller = record<Caller>({
	id: keptCallerId,
	from: text(),
	seen: oneOf('joined', 'partial', 'unseen'),
	joinedAt: orNull(instant),
	stay: count,
	ringing: agentTimes,
	offeredAt: agentTimes,
	failedAt: agentTimes,
	bridge: orNull(
		record<Bridge>({agent: keptAgent, answeredAt: orNull(instant), counts: flag, endedAt: orNull(instant)}),
	),
	brokenBridgeAt: orNull(instant),
	left: orNull(record<Departure>({at: instant, outcome: json => (json === 'expired' ? json : outcome(json))})),
	doubtedAt: orNull(instant),
	heardAt: instant,
});

const tally = record<Tally>({
	offered: count,
	answered: count,
	abandoned: count,
	timedOut: count,
	noAgent: count,
	optedOut: count,
	answerWaits: histogram,
	answerWaitMs: sumMs,
	abandonWaits: histogram,
	talks: count,
	talkMs: sumMs,
});

type Listed = Omit<Queue, 'callers'> & {readonly callers: readonly Caller[]};

const keptQueue = record<Listed>({
	number: keptQueueNumber,
	site: keptSite,
	label: orNull(text()),
	type: orNull(text()),
	callers: list(caller),
	gone: list(caller),
	reported: orNull(record<NonNullable<Queue['reported']>>({count, at: instant})),
	tally,
	heardAt: orNull(instant),
});

/** A queue out of JSON; undefined when it is none, or takes a caller for both there and gone. */
export const restoreQueue: Read<Queue> = json => {
	const kept = keptQueue(json);
	if (!kept) return undefined;
	const callers = new Map(kept.callers.map(known => [known.id, known]));
	const ids = new Set([...callers.keys(), ...kept.gone.map(({id}) => id)]);
	const isSound =
		ids.size === kept.callers.length + kept.gone.length && kept.callers.every(known => callerState(known) !== 'gone');
	return isSound ? {...kept, callers, gone: kept.gone.slice(-goneCallersKept)} : undefined;
};
