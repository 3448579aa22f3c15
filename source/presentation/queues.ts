import type {Queue} from '../domain/queue.js';
import {type About, everySite, left, type Row, text} from './cells.js';
import {expiredRow, hasSummaryRow, headRow, type QueueStyle, summaryRow, talkingRow, waitingRow} from './queue-rows.js';
import {byTime, type Present, peopleIn} from './queues/people.js';

/** How much of a queue is told. Callers beyond `callers` are counted. */
type Detail = {
	readonly callers: number;
	readonly talks: number;
	readonly hasSummary: boolean;
	readonly hasGap: boolean;
};

/** From everything to the bare name; the first level that fits is taken. */
const details: readonly Detail[] = [
	{callers: 20, talks: 20, hasSummary: true, hasGap: true},
	{callers: 20, talks: 20, hasSummary: true, hasGap: false},
	{callers: 20, talks: 8, hasSummary: true, hasGap: true},
	{callers: 20, talks: 4, hasSummary: true, hasGap: true},
	{callers: 20, talks: 4, hasSummary: true, hasGap: false},
	{callers: 20, talks: 2, hasSummary: true, hasGap: false},
	{callers: 20, talks: 0, hasSummary: true, hasGap: false},
	{callers: 5, talks: 0, hasSummary: true, hasGap: false},
	{callers: 2, talks: 0, hasSummary: true, hasGap: false},
	{callers: 1, talks: 0, hasSummary: true, hasGap: false},
	{callers: 0, talks: 0, hasSummary: true, hasGap: false},
	{callers: 1, talks: 0, hasSummary: false, hasGap: false},
	{callers: 0, talks: 0, hasSummary: false, hasGap: false},
];

export type QueuesStyle = QueueStyle & {readonly rows: number};

/** A row and whose news it is made of. */
export type QueueRow = {readonly about: About; readonly row: Row};

/** All queues in the rows there are, as much of each as fits. When not all fit, those with callers waiting come first. */
export const queueRows = (queues: readonly Queue[], style: QueuesStyle): readonly QueueRow[] => {
	const sizes = queues.map(sizeOf);
	const detail = details.find(candidate => rowsNeeded(sizes, candidate, style) <= style.rows);
	if (!detail) return mostUrgent(queues, style);
	const rows = queues.flatMap(queue => rowsOf(queue, detail, style).map(row => ({about: queue.site, row})));
	return detail.hasGap ? rows.slice(0, -1) : rows;
};

type Size = {readonly waiting: number; readonly talking: number; readonly expired: number};

const sizeOf = (queue: Queue): Size => {
	const {waiting, talking} = peopleIn(queue);
	return {waiting: waiting.length, talking: talking.length, expired: expiredIn(queue).length};
};

const expiredIn = (queue: Queue): readonly Present[] => {
	const {waiting, talking} = peopleIn(queue).expired;
	return [...waiting, ...talking].sort(byTime);
};

/** As many rows as `rowsOf` makes of all queues, without making them. */
const rowsNeeded = (sizes: readonly Size[], detail: Detail, style: QueueStyle): number => {
	const {callers, talks, hasSummary, hasGap} = detail;
	const each = 1 + (hasSummary && hasSummaryRow(style) ? 1 : 0) + (hasGap ? 1 : 0);
	const rowsFor = ({waiting, talking, expired}: Size): number =>
		each +
		Math.min(waiting, callers) +
		(waiting > callers && callers > 0 ? 1 : 0) +
		Math.min(talking, talks) +
		Math.min(expired, talks);
	return sizes.reduce((sum, size) => sum + rowsFor(size), hasGap ? -1 : 0);
};

const mostUrgent = (queues: readonly Queue[], style: QueuesStyle): readonly QueueRow[] => {
	const isUrgent = (queue: Queue): boolean => peopleIn(queue).waiting.length > 0;
	const ordered = [...queues.filter(isUrgent), ...queues.filter(queue => !isUrgent(queue))];
	const shown = ordered.slice(0, Math.max(0, style.rows - 1));
	const more: QueueRow = {about: everySite, row: moreRow(ordered.length - shown.length, style)};
	return [...shown.map(queue => ({about: queue.site, row: headRow(queue, style)})), more];
};

const rowsOf = (queue: Queue, detail: Detail, style: QueueStyle): readonly Row[] => {
	const {waiting, talking} = peopleIn(queue);
	const hidden = waiting.length - detail.callers;
	return [
		headRow(queue, style),
		...waiting.slice(0, detail.callers).map(caller => waitingRow(caller, style)),
		...(hidden > 0 && detail.callers > 0 ? [moreRow(hidden, style)] : []),
		...talking.slice(0, detail.talks).map(caller => talkingRow(caller, style)),
		...expiredIn(queue)
			.slice(0, detail.talks)
			.map(caller => expiredRow(caller, style)),
		...(detail.hasSummary && hasSummaryRow(style) ? [summaryRow(queue, style)] : []),
		...(detail.hasGap ? [[]] : []),
	];
};

const moreRow = (count: number, {width, messages}: QueueStyle): Row => [
	left(2, width - 2, text(messages['queue.more'](count), 'muted')),
];
