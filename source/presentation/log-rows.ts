import {isMissed} from '../domain/agent.js';
import type {BoardEvent} from '../domain/event.js';
import type {EpochMs} from '../domain/units.js';
import {type About, left, type Placed, type Row, right, type Tone, text} from './cells.js';
import {formatClock, formatDay} from './format.js';
import {eventSentence, eventSubject} from './log.js';
import type {Speech} from './names.js';
import {cutTo, widthOf} from './width.js';

/** Which columns a log has beside time, subject and sentence. */
export type LogColumns = {
	/** The whole date before the time: entries of several days are shown. */
	readonly hasDay: boolean;
	/** Cells of the site's name, where there are several sites; 0: no such column. */
	readonly site: number;
	/** From the switch to the service, where there is room. */
	readonly hasLatency: boolean;
};

export const briefColumns: LogColumns = {hasDay: false, site: 0, hasLatency: false};

/** From this width on there is room for latencies. */
const latencyFrom = 96;

/** The columns of a log that shows these entries. */
export const logColumns = (
	shown: readonly {readonly event: Pick<BoardEvent, 'at'>}[],
	{sites, width, now}: {readonly sites: readonly string[]; readonly width: number; readonly now: EpochMs},
): LogColumns => {
	const today = formatDay(now);
	return {
		hasDay: shown.some(({event}) => formatDay(event.at) !== today),
		site: sites.length < 2 ? 0 : Math.min(shareOfWidth(width), Math.max(...sites.map(widthOf))),
		hasLatency: width >= latencyFrom,
	};
};

/** Whose news an entry is. What is said of a feed, or by the board itself, is true whatever the feeds do. */
export const logAbout = (event: BoardEvent): About =>
	'site' in event && !event.type.startsWith('feed-') ? event.site : null;

const gap = 2;
const clockWidth = 8;
const dayWidth = 11;
const latencyWidth = 9;
const shareOfWidth = (width: number): number => Math.max(9, Math.min(18, Math.floor(width / 8)));

type LogStyle = {readonly width: number; readonly speech: Speech; readonly columns?: LogColumns};

/** An entry on one row: time, whose event, what happened; further columns where they are wanted. */
export const logRow = (event: BoardEvent, {width, speech, columns = briefColumns}: LogStyle): Row => {
	const time = clockWidth + (columns.hasDay ? dayWidth : 0);
	const {site} = columns;
	const subject = shareOfWidth(width);
	const siteAt = time + gap;
	const subjectAt = siteAt + (site === 0 ? 0 : site + gap);
	const start = subjectAt + subject + gap;
	const end = width - (columns.hasLatency ? latencyWidth + gap : 0);
	const whom = eventSubject(event, speech);
	const place = 'site' in event ? event.site : '';
	return [
		left(
			0,
			time,
			text(columns.hasDay ? `${formatDay(event.at)} ${formatClock(event.at)}` : formatClock(event.at), 'muted'),
		),
		...(site === 0 ? [] : [left(siteAt, site, text(cutTo(place, site), 'muted'))]),
		// The subject of a feed's event is its site, which need not be said twice.
		left(subjectAt, subject, text(site !== 0 && whom === place ? '' : cutTo(whom, subject), 'accent')),
		left(start, end - start, text(cutTo(eventSentence(event, speech), end - start), toneOf(event))),
		...(columns.hasLatency ? latency(event, {at: end + gap, speech}) : []),
	];
};

const latency = (
	event: BoardEvent,
	{at, speech}: {readonly at: number; readonly speech: Speech},
): readonly Placed[] => {
	if (!('latencyMs' in event) || event.latencyMs === undefined) return [];
	const words = speech.messages['log.latency'](event.latencyMs);
	return widthOf(words) > latencyWidth ? [] : [right(at, latencyWidth, text(words, 'muted'))];
};

const tones: Partial<Record<BoardEvent['type'], Tone>> = {
	'caller-joined': 'warning',
	'feed-failed': 'alarm',
	'feed-refused': 'alarm',
	'feed-gap': 'warning',
	'event-rejected': 'warning',
	'board-unkept': 'warning',
	'history-unkept': 'warning',
	'pop-failed': 'warning',
	'pop-dropped': 'warning',
	'pop-done': 'muted',
	'event-unrecognised': 'muted',
	'queue-counted': 'muted',
	'line-registered': 'muted',
	'feed-connecting': 'muted',
	'feed-live': 'muted',
};

const toneOf = (event: BoardEvent): Tone => {
	if (event.type === 'caller-left') return event.outcome === 'served' ? 'plain' : 'busy';
	if (event.type === 'agent-failed') return isMissed(event.cause) ? 'warning' : 'muted';
	if (event.type === 'settings-changed') return event.problem === undefined ? 'muted' : 'warning';
	return tones[event.type] ?? 'plain';
};
