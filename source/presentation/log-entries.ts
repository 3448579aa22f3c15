import {isMissed} from '../domain/agent.js';
import type {Board} from '../domain/board.js';
import type {BoardEvent} from '../domain/event.js';
import type {EventLog, LogEntry} from '../domain/event-log.js';
import {findCall} from '../domain/line.js';
import {findable} from './filter.js';
import {eventSentence, eventSubject} from './log.js';
import {isOfKind, type LogKind} from './log-kinds.js';
import {nameOf, type Speech} from './names.js';

/** What of the log is wanted. Brief: what somebody needs who looks at something else; then the kind does not matter. */
export type LogQuery = {
	/** Whether the search finds it. */
	readonly isFound: (entry: LogEntry) => boolean;
	readonly isBrief: boolean;
	readonly kind: LogKind;
};

/** Entries shown and how many newer ones the anchor hides. */
export type LogPage = {readonly entries: readonly LogEntry[]; readonly newer: number};

/** The lists of entries that are wanted, each oldest first: telephones that register stand in one of their own. */
export const logLists = (
	{entries, registrations}: EventLog,
	{kind, hasRegistered}: {readonly kind: LogKind; readonly hasRegistered: boolean},
): readonly (readonly LogEntry[])[] => {
	if (kind === 'registered') return [registrations];
	return kind === 'all' && hasRegistered ? [entries, registrations] : [entries];
};

/**
What a brief log leaves out: counts that the queues show anyway, attempts that failed by nobody's fault, and the end of
a ringing that was answered.
*/
const isDetail = (event: BoardEvent, board: Board): boolean => {
	if (event.type === 'queue-counted') return true;
	if (event.type === 'agent-failed') return !isMissed(event.cause);
	if (event.type !== 'ringing-ended') return false;
	const line = board.lines.get(event.number);
	return line !== undefined && findCall(line, event.callId)?.answeredAt !== null;
};

/**
The newest entries that match, oldest first: looked for from the ends of the lists, so that a long log costs nothing. The
lists are made one by their sequences.
*/
export const newestMatching = (
	lists: readonly (readonly LogEntry[])[],
	{count, ...query}: LogQuery & {readonly count: number},
	board: Board,
): readonly LogEntry[] => {
	const found: LogEntry[] = [];
	for (const entry of newestFirst(lists)) {
		if (found.length >= count) break;
		if (matches(entry, query, board)) found.push(entry);
	}
	return found.reverse();
};

const newestFirst = function* (lists: readonly (readonly LogEntry[])[]): Generator<LogEntry> {
	const ends = lists.map(({length}) => length - 1);
	for (;;) {
		let newest: LogEntry | undefined;
		let from = 0;
		for (const [index, list] of lists.entries()) {
			const entry = list[ends[index] ?? -1];
			if (!entry || (newest && entry.sequence < newest.sequence)) continue;
			newest = entry;
			from = index;
		}
		if (!newest) return;
		ends[from] = (ends[from] ?? 0) - 1;
		yield newest;
	}
};

const matches = (entry: LogEntry, {isFound, isBrief, kind}: LogQuery, board: Board): boolean =>
	(isBrief ? !isDetail(entry.event, board) : isOfKind(entry.event, kind)) && isFound(entry);

/** What an entry can be found by: its words, its site, and all numbers and names in it. */
export const searchTexts = (event: BoardEvent, speech: Speech): readonly string[] => [
	eventSubject(event, speech),
	eventSentence(event, speech),
	...('site' in event ? [event.site] : []),
	...numbersIn(event, speech).flatMap(number => [nameOf(number, speech), ...findable(number, speech.contacts)]),
];

const numbersIn = (event: BoardEvent, {board}: Speech): readonly string[] => {
	const loss = event.type === 'loss-ticked' ? board.losses.get(event.key) : undefined;
	const numbers = [
		...('number' in event ? [event.number] : []),
		...('from' in event ? [event.from] : []),
		...('to' in event ? [event.to] : []),
		...('agent' in event && event.agent !== undefined ? [event.agent] : []),
		...(loss ? [loss.from, loss.queue] : []),
	];
	return numbers.filter(number => number !== '');
};

/** The last `rows` entries up to the anchor. */
export const logPage = (
	matching: readonly LogEntry[],
	{anchor, rows}: {readonly anchor: number | null; readonly rows: number},
): LogPage => {
	const end = anchor === null ? matching.length : matching.findLastIndex(({sequence}) => sequence <= anchor) + 1;
	const last = Math.max(end, Math.min(rows, matching.length));
	return {entries: matching.slice(Math.max(0, last - rows), last), newer: matching.length - last};
};
