import {type Bridge, type Caller, callerState, type Departure} from './caller.js';
import {keptAgent, keptCallerId, keptChannel, keptQueueNumber, keptSite, outcome} from './kept-events.js';
import {type KeptTally, type KeptTimes, keepTally, keepTimes, keptTally, keptTimes, type Rows} from './kept-tally.js';
import {count, flag, instant, list, made, oneOf, orNull, type Read, record, table, text} from './kept-values.js';
import {goneCallersKept, type Queue} from './queue.js';
import type {AgentNumber, EpochMs} from './units.js';

type CallerTables = 'ringing' | 'offeredAt' | 'failedAt';
/** Trails are not kept: they would be most of the file. */
type KeptCaller = Omit<Caller, CallerTables | 'trail'> & Readonly<Record<CallerTables, Rows<AgentNumber, EpochMs>>>;

/** A queue as plain JSON. */
export type KeptQueue = Omit<Queue, 'callers' | 'gone' | 'tally' | 'times'> & {
	readonly callers: readonly KeptCaller[];
	readonly gone: readonly KeptCaller[];
	readonly tally: KeptTally;
	readonly times: KeptTimes;
};

export const keepQueue = (queue: Queue): KeptQueue => ({
	...queue,
	callers: Array.from(queue.callers.values(), keepCaller),
	gone: queue.gone.map(keepCaller),
	tally: keepTally(queue.tally),
	times: keepTimes(queue.times),
});

const keepCaller = ({trail: _, ...caller}: Caller): KeptCaller => ({
	...caller,
	ringing: [...caller.ringing],
	offeredAt: [...caller.offeredAt],
	failedAt: [...caller.failedAt],
});

const agentTimes = table(keptAgent, instant);
type Told = Omit<Caller, 'trail'>;

const keptCaller = record<Told>({
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
	channel: orNull(keptChannel),
	former: orNull(record<NonNullable<Caller['former']>>({offered: flag, answered: flag})),
});

const caller: Read<Caller> = made(keptCaller, known => ({...known, trail: []}));

type Listed = Omit<Queue, 'callers'> & {readonly callers: readonly Caller[]};

const keptQueue = record<Listed>({
	number: keptQueueNumber,
	site: keptSite,
	label: orNull(text()),
	type: orNull(text()),
	callers: list(caller),
	gone: list(caller),
	reported: orNull(record<NonNullable<Queue['reported']>>({count, at: instant})),
	tally: keptTally,
	times: keptTimes,
	differsSince: orNull(instant),
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
