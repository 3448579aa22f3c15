import {isMissed} from '../domain/agent.js';
import type {Board} from '../domain/board.js';
import type {BoardEvent} from '../domain/event.js';
import type {LogEntry} from '../domain/event-log.js';
import {findCall} from '../domain/line.js';
import {type About, type Row, type Tone, text} from './cells.js';
import {everything, type Filter} from './filter.js';
import {formatClock} from './format.js';
import {eventSentence, eventSubject, type Speech} from './log.js';
import {cutTo} from './width.js';

/** What of the log is wanted. `anchor`: the newest entry shown, by sequence; null follows the newest there is. */
export type LogQuery = {readonly filter: Filter; readonly anchor: number | null; readonly isBrief: boolean};

/** Entries shown and how many newer ones the anchor hides. */
export type LogPage = {readonly entries: readonly LogEntry[]; readonly newer: number};

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

/** The entries that match, oldest first. */
export const matchingEntries = (
	entries: readonly LogEntry[],
	query: Pick<LogQuery, 'filter' | 'isBrief'>,
	speech: Speech,
): readonly LogEntry[] => entries.filter(({event}) => matches(event, query, speech));

/** The newest entries that match, oldest first: looked for from the end, so that a long log costs nothing. */
export const newestMatching = (
	entries: readonly LogEntry[],
	{count, ...query}: Pick<LogQuery, 'filter' | 'isBrief'> & {readonly count: number},
	speech: Speech,
): readonly LogEntry[] => {
	const found: LogEntry[] = [];
	for (let index = entries.length - 1; index >= 0 && found.length < count; index--) {
		const entry = entries[index];
		if (entry && matches(entry.event, query, speech)) found.push(entry);
	}
	return found.reverse();
};

const matches = (event: BoardEvent, {filter, isBrief}: Pick<LogQuery, 'filter' | 'isBrief'>, speech: Speech): boolean =>
	!(isBrief && isDetail(event, speech.board)) && (filter === everything || filter(searchTexts(event, speech)));

const searchTexts = (event: BoardEvent, speech: Speech): readonly string[] => [
	eventSubject(event, speech),
	eventSentence(event, speech),
	...('number' in event ? [event.number] : []),
	...('from' in event ? [event.from] : []),
	...('to' in event ? [event.to] : []),
	...('agent' in event && event.agent !== undefined ? [event.agent] : []),
];

/** The last `rows` entries up to the anchor. */
export const logPage = (
	matching: readonly LogEntry[],
	{anchor, rows}: {readonly anchor: number | null; readonly rows: number},
): LogPage => {
	const end = anchor === null ? matching.length : matching.findLastIndex(({sequence}) => sequence <= anchor) + 1;
	const last = Math.max(end, Math.min(rows, matching.length));
	return {entries: matching.slice(Math.max(0, last - rows), last), newer: matching.length - last};
};

/** Whose news an entry is. What is said of a feed, or by the board itself, is true whatever the feeds do. */
export const logAbout = (event: BoardEvent): About =>
	'site' in event && !event.type.startsWith('feed-') ? event.site : null;

/** Widths of a log row: time, then whose event, then what happened. */
const clockWidth = 8;
const subjectWidth = (width: number): number => Math.max(9, Math.min(18, Math.floor(width / 8)));

export const logRow = (event: BoardEvent, {width, speech}: {readonly width: number; readonly speech: Speech}): Row => {
	const subject = subjectWidth(width);
	const start = clockWidth + 2 + subject + 2;
	const tone = toneOf(event);
	return [
		{column: 0, width: clockWidth, align: 'left', cell: text(formatClock(event.at), 'muted')},
		{
			column: clockWidth + 2,
			width: subject,
			align: 'left',
			cell: text(cutTo(eventSubject(event, speech), subject), 'accent'),
		},
		{
			column: start,
			width: width - start,
			align: 'left',
			cell: text(cutTo(eventSentence(event, speech), width - start), tone),
		},
	];
};

const tones: Partial<Record<BoardEvent['type'], Tone>> = {
	'caller-joined': 'warning',
	'feed-failed': 'alarm',
	'feed-refused': 'alarm',
	'feed-gap': 'warning',
	'event-rejected': 'warning',
	'event-unrecognised': 'muted',
	'queue-counted': 'muted',
	'feed-connecting': 'muted',
	'feed-live': 'muted',
};

const toneOf = (event: BoardEvent): Tone => {
	if (event.type === 'caller-left') return event.outcome === 'served' ? 'plain' : 'busy';
	if (event.type === 'agent-failed') return isMissed(event.cause) ? 'warning' : 'muted';
	if (event.type === 'settings-changed') return event.problem === undefined ? 'muted' : 'warning';
	return tones[event.type] ?? 'plain';
};
