import {isoTime} from '../../domain/iso-time.js';
import {text} from '../cells.js';
import {formatClock, formatDay} from '../format.js';
import {nameOf} from '../names.js';
import type {Style} from '../style.js';
import type {Column} from '../table/table.js';
import type {CallRow} from './call-list.js';
import {timeTones} from './call-states.js';
import {lengthOf, secondsOf, spanCell, talkOf, timeOf} from './call-times.js';

export type CallColumn = Column<CallRow>;

/** The time of day; of another day than today, that day. */
const startText = ({startedAt}: CallRow, {now}: Style): string => {
	const day = formatDay(startedAt);
	return day === formatDay(now) ? formatClock(startedAt) : day.slice(5);
};

export const started: CallColumn = {
	key: 'started',
	title: 'calls.started',
	align: 'left',
	least: 8,
	most: 8,
	rank: 2,
	cell: (row, style) => text(startText(row, style), 'muted'),
	value: ({startedAt}) => isoTime(startedAt),
	order: ({startedAt}) => startedAt,
};

export const direction: CallColumn = {
	key: 'direction',
	title: 'calls.direction',
	align: 'left',
	least: 1,
	most: 1,
	rank: 3,
	cell: (row, {symbols}) => text(symbols.direction[row.direction], 'muted'),
	value: row => row.direction,
};

/** A number by its name on screen, and as it is in a file. */
const party = (
	key: 'from' | 'to',
	of: (row: CallRow) => string,
	size: Pick<CallColumn, 'least' | 'most'>,
): CallColumn => ({
	key,
	title: `calls.${key}`,
	align: 'left',
	...size,
	rank: 0,
	cell: (row, style) => text(nameOf(of(row), style), row.endedAt === null ? 'strong' : 'plain'),
	value: of,
	order: (row, style) => nameOf(of(row), style),
});

export const from = party('from', row => row.from, {least: 16, most: 22});
export const to = party('to', row => row.to, {least: 14, most: 20});

export const dialled: CallColumn = {
	key: 'dialled',
	title: 'calls.dialled',
	align: 'left',
	// Mostly empty: not worth its place while names have little room.
	least: 22,
	most: 22,
	rank: 7,
	cell: (row, style) => text(row.dialled === row.to ? '' : nameOf(row.dialled, style), 'muted'),
	value: row => row.dialled,
	order: row => (row.dialled === row.to ? null : row.dialled),
};

export const time: CallColumn = {
	key: 'talk',
	title: 'calls.time',
	align: 'right',
	least: 7,
	most: 8,
	rank: 1,
	cell: (row, {symbols}) => spanCell(timeOf(row), {tone: timeTones[row.state], symbols}),
	value: (row, {now}) => secondsOf(talkOf(row), now),
	order: (row, {now}) => lengthOf(timeOf(row), now),
};

export const line: CallColumn = {
	key: 'line',
	title: 'column.line',
	align: 'left',
	least: 14,
	most: 20,
	rank: 8,
	cell: (row, style) => text(nameOf(row.line, style), 'muted'),
	value: row => row.line,
	order: (row, style) => nameOf(row.line, style),
};

export const site: CallColumn = {
	key: 'site',
	title: 'column.site',
	align: 'left',
	least: 8,
	most: 14,
	rank: 6,
	isWanted: ({board}) => board.feeds.size > 1,
	cell: row => text(row.site, 'muted'),
	value: row => row.site,
};

/** When a call ended is written to files only: on screen its beginning and its length say the same. */
export const ended: CallColumn = {
	...started,
	key: 'ended',
	rank: 9,
	isWanted: () => false,
	cell: () => text(''),
	value: ({endedAt}) => (endedAt === null ? null : isoTime(endedAt)),
	order: ({endedAt}) => endedAt,
};
