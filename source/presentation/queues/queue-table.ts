import {answerRate, averageSpeedOfAnswer, averageTalk, lost, serviceLevel} from '../../domain/figures.js';
import {meanSeconds, roundedShare, secondsSince} from '../../domain/rounding.js';
import {longestWaitSeconds, type Tally} from '../../domain/tally.js';
import type {TextKey} from '../../i18n/en.js';
import {text} from '../cells.js';
import {findable} from '../filter.js';
import {nameOf} from '../names.js';
import type {Column, Table} from '../table/table.js';
import {formatNumber} from '../telephone.js';
import {
	answerCell,
	countCell,
	levelCell,
	longestCell,
	lostCell,
	mostCell,
	nameCell,
	rateCell,
	talkCell,
	waitingCell,
} from './queue-cells.js';
import type {QueueFigures} from './queue-figures.js';

type QueueColumn = Column<QueueFigures>;
type Plain = Pick<QueueColumn, 'key' | 'title' | 'least' | 'rank' | 'cell' | 'value'>;

/** A column of figures: as wide as its title with the mark of the sorting. */
const figure = (column: Plain): QueueColumn => ({...column, align: 'right', most: column.least});

type Count = {readonly [Key in keyof Tally]: Tally[Key] extends number ? Key : never}[keyof Tally];

const count = (key: Count, title: TextKey, {least, rank}: {readonly least: number; readonly rank: number}) =>
	figure({
		key,
		title,
		least,
		rank,
		cell: (row, style) => countCell(row.tally[key], row, style),
		value: ({isKnown, tally}) => (isKnown ? tally[key] : null),
	});

const name: QueueColumn = {
	key: 'queue',
	title: 'column.queue',
	align: 'left',
	least: 14,
	most: 30,
	rank: 0,
	cell: nameCell,
	value: ({queue}, style) => (queue === null ? style.messages['table.total'] : nameOf(queue.number, style)),
};

const now: readonly QueueColumn[] = [
	{
		...figure({
			key: 'waiting',
			title: 'figure.waiting',
			least: 9,
			rank: 0,
			cell: waitingCell,
			// "At least so many" is no number.
			value: ({waiting, inDoubt, isKnown}) => (isKnown && inDoubt === 0 ? waiting : null),
		}),
		order: ({waiting, inDoubt}) => (waiting === 0 && inDoubt > 0 ? null : waiting),
	},
	{
		...figure({
			key: 'longestWaitSeconds',
			title: 'figure.longest',
			least: 9,
			rank: 1,
			cell: longestCell,
			value: ({longest}, style) => (longest === null ? null : secondsSince(longest.at, style.now)),
		}),
		order: ({longest}) => (longest === null ? null : -longest.at),
	},
];

const counts: readonly QueueColumn[] = [
	count('offered', 'column.offered', {least: 9, rank: 7}),
	count('answered', 'column.answered', {least: 10, rank: 4}),
	figure({
		key: 'lost',
		title: 'column.lost',
		least: 8,
		rank: 3,
		cell: lostCell,
		value: ({isKnown, tally}) => (isKnown ? lost(tally) : null),
	}),
	count('abandoned', 'column.gaveUp', {least: 9, rank: 10}),
	count('timedOut', 'column.timedOut', {least: 11, rank: 11}),
	count('noAgent', 'column.noAgent', {least: 12, rank: 12}),
	count('optedOut', 'column.optedOut', {least: 8, rank: 13}),
];

const rates: readonly QueueColumn[] = [
	figure({
		key: 'answerRate',
		title: 'column.answerRate',
		least: 6,
		rank: 6,
		cell: rateCell,
		value: ({tally}) => roundedShare(answerRate(tally)),
	}),
	figure({
		key: 'serviceLevel',
		title: 'column.serviceLevel',
		least: 7,
		rank: 2,
		cell: levelCell,
		value: ({tally}, {rule}) => roundedShare(serviceLevel(tally, rule)),
	}),
	figure({
		key: 'averageSpeedOfAnswerSeconds',
		title: 'column.averageAnswer',
		least: 7,
		rank: 5,
		cell: answerCell,
		value: ({tally}) => meanSeconds(averageSpeedOfAnswer(tally)),
	}),
	figure({
		key: 'averageTalkSeconds',
		title: 'column.meanTalk',
		least: 7,
		rank: 9,
		cell: talkCell,
		value: ({tally}) => meanSeconds(averageTalk(tally)),
	}),
	figure({
		key: 'longestSeconds',
		title: 'column.longestWait',
		least: 10,
		rank: 8,
		cell: mostCell,
		value: ({tally}) => longestWaitSeconds(tally),
	}),
];

/** Which queue it is, for whoever reads the export. */
const number: QueueColumn = {
	key: 'number',
	title: 'column.number',
	align: 'left',
	least: 14,
	most: 16,
	rank: 14,
	cell: ({queue}) => text(queue === null ? '' : formatNumber(queue.number), 'muted'),
	value: ({queue}) => queue?.number ?? null,
};

/** One row for each queue: what is now, then what was counted in the window. */
export const queueTable: Table<QueueFigures> = {
	name: 'queues',
	columns: [name, ...now, ...counts, ...rates, number],
	key: ({key}) => key,
	about: ({about}) => about,
	texts: ({queue}, style) =>
		queue === null ? [] : [nameOf(queue.number, style), ...findable(queue.number, style.contacts)],
	sorting: null,
	none: 'queues.none',
};
