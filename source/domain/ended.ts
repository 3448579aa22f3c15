/** Calls and stays that ended: what is listed, put into the history, and reported from. */

import {type Call, endedAt} from './call.js';
import {type Caller, shareOf} from './caller.js';
import type {CallEvent, CallerEvent, Direction} from './event.js';
import type {Line} from './line.js';
import type {Queue} from './queue.js';
import type {AgentNumber, CallerId, CallId, ChannelId, EpochMs, LineNumber, QueueNumber, SiteName} from './units.js';

/** A call of a line that ended. */
export type EndedCall = {
	readonly kind: 'call';
	readonly site: SiteName;
	readonly line: LineNumber;
	/** What the line was called then. */
	readonly label: string | null;
	readonly id: CallId;
	readonly direction: Direction;
	readonly from: string;
	readonly to: string;
	readonly dialled: string;
	readonly startedAt: EpochMs;
	/** Null when nobody answered. */
	readonly answeredAt: EpochMs | null;
	readonly endedAt: EpochMs;
	/** The news of it, in the order it came. */
	readonly trail: readonly CallEvent[];
};

/** How a stay came to an end: the caller left, or the board gave up on them for want of news. */
export type StayEnd = 'left' | 'expired';

/** A stay of a caller in a queue that ended, with everything it counts for, whenever counting began anew. */
export type EndedStay = {
	readonly kind: 'stay';
	readonly site: SiteName;
	readonly queue: QueueNumber;
	/** What the queue was called then. */
	readonly label: string | null;
	readonly id: CallerId;
	/** Which stay under this identity. */
	readonly stay: number;
	readonly channel: ChannelId | null;
	readonly from: string;
	/** True when the board saw the caller enter. */
	readonly offered: boolean;
	readonly joinedAt: EpochMs | null;
	readonly outcome: 'answered' | 'abandoned' | 'timed-out' | 'no-agent' | 'opted-out' | null;
	/** When the waiting ended, by answer or loss; null without an outcome. */
	readonly waitEndedAt: EpochMs | null;
	/** Who answered; null when nobody did. */
	readonly agent: AgentNumber | null;
	readonly answeredAt: EpochMs | null;
	readonly talkEndedAt: EpochMs | null;
	readonly endedAt: EpochMs;
	readonly end: StayEnd;
	/** How many agents were rung. */
	readonly rung: number;
	/** The news of it, in the order it came. */
	readonly trail: readonly CallerEvent[];
};

export type Ended = EndedCall | EndedStay;

export type EndedEntry = {
	/** Counts up from 1 and is never used twice; a record that is corrected gets another. Of a former run: 0 and less. */
	readonly sequence: number;
	/** Which call or stay it is of, see `endedKey`. */
	readonly key: string;
	readonly record: Ended;
};

/** The newest of them, in the order in which they ended or were corrected. */
export type EndedLog = {
	readonly entries: readonly EndedEntry[];
	/** How many entries were ever made. */
	readonly total: number;
};

/** How many are kept in memory; the history on disk has all. */
export const endedKept = 2000;

export const emptyEnded: EndedLog = {entries: [], total: 0};

type Identity =
	| Pick<EndedCall, 'kind' | 'site' | 'line' | 'id'>
	| Pick<EndedStay, 'kind' | 'site' | 'queue' | 'id' | 'stay'>;

/** What makes a record the same: its identity, whatever is corrected in it. */
export const endedKey = (record: Identity): string =>
	record.kind === 'call'
		? `call ${record.site} ${record.line} ${record.id}`
		: `stay ${record.site} ${record.queue} ${record.id} ${record.stay}`;

/** What ended, and the keys of former records that are corrected, or whose call or stay goes on after all. */
export type EndedNews = {
	/** By key, in order of their sequences. */
	readonly entries: ReadonlyMap<string, EndedEntry>;
	readonly outdated: ReadonlySet<string>;
	/** How many entries were ever made by now. */
	readonly total: number;
};

/** What ended in a former run: before the first entry of this one. */
export const formerlyEnded = (records: readonly Ended[]): EndedLog => ({
	entries: records.map((record, index) => ({sequence: index - records.length + 1, key: endedKey(record), record})),
	total: 0,
});

/** The log with these entries at the end, and without those outdated. */
export const appendEnded = (log: EndedLog, {entries: fresh, outdated, total}: EndedNews): EndedLog => {
	const others = withoutKeys(log.entries, outdated);
	if (fresh.size === 0 && others === log.entries && total === log.total) return log;
	return {entries: others.concat([...fresh.values()]).slice(-endedKept), total};
};

/** Corrections come soon after: looked for from the newest on, until all are found. */
const withoutKeys = (entries: readonly EndedEntry[], keys: ReadonlySet<string>): readonly EndedEntry[] => {
	let [from, missing] = [entries.length, keys.size];
	while (from > 0 && missing > 0) {
		from -= 1;
		if (keys.has(entries[from]?.key ?? '')) missing -= 1;
	}
	if (missing === keys.size) return entries;
	return entries.slice(0, from).concat(entries.slice(from).filter(({key}) => !keys.has(key)));
};

/** The record of a call that ended; null while it goes on. */
export const endedCall = ({number, site, label}: Line, call: Call): EndedCall | null => {
	const end = endedAt(call);
	if (end === null) return null;
	const {id, direction, from, to, dialled, startedAt, answeredAt, trail} = call;
	const parties = {direction, from, to, dialled};
	return {kind: 'call', site, line: number, label, id, ...parties, startedAt, answeredAt, endedAt: end, trail};
};

/** The record of a stay that ended, `at` when nothing of the caller tells. */
export const endedStay = ({number, site, label}: Queue, caller: Caller, at: EpochMs): EndedStay => {
	const {id, stay, channel, from, joinedAt, bridge, former, offeredAt, trail} = caller;
	const share = shareOf(caller);
	const hasAnswer = share.outcome === 'answered' || (former?.answered ?? false);
	const answeredAt = hasAnswer ? (bridge?.answeredAt ?? null) : null;
	return {
		kind: 'stay',
		site,
		queue: number,
		label,
		id,
		stay,
		channel,
		from,
		offered: share.offered || (former?.offered ?? false),
		joinedAt,
		outcome: hasAnswer ? 'answered' : share.outcome,
		waitEndedAt: hasAnswer ? (answeredAt ?? share.waitEndedAt) : share.waitEndedAt,
		agent: share.agent,
		answeredAt: share.agent === null ? null : (bridge?.answeredAt ?? null),
		talkEndedAt: share.talkEndedAt,
		...endOf(caller, at),
		rung: offeredAt.size,
		trail,
	};
};

const endOf = ({left, bridge}: Caller, at: EpochMs): Pick<EndedStay, 'end' | 'endedAt'> => {
	if (left !== null && left.outcome !== 'expired') return {end: 'left', endedAt: left.at};
	const talkEndedAt = bridge?.endedAt ?? null;
	return talkEndedAt === null ? {end: 'expired', endedAt: left?.at ?? at} : {end: 'left', endedAt: talkEndedAt};
};
