import {answerRate, averageSpeedOfAnswer, lost, serviceLevel} from '../../domain/figures.js';
import type {Tally} from '../../domain/tally.js';
import {type Cell, type Tone, text} from '../cells.js';
import {formatMean, formatShare} from '../format.js';
import type {Style} from '../style.js';
import type {Column, Table, Value} from '../table/table.js';
import {barOf} from './bars.js';
import type {HourRow} from './hour-rows.js';
import {hourWords, noteValue, noteWords} from './hour-words.js';

type Figure = (tally: Tally, style: Style) => number | null;

const none = ({messages}: Style): Cell => text(messages['figure.none'], 'muted');

const toneOf = ({hour}: HourRow, tone: Tone): Tone => (hour === null && tone === 'plain' ? 'strong' : tone);

type Shape = Pick<Column<HourRow>, 'key' | 'title' | 'least' | 'rank'>;

/** A column of numbers reckoned from a tally; `write` may choose a tone. */
const figure = (
	shape: Shape,
	reckon: Figure,
	write: (value: number, style: Style) => readonly [words: string, tone: Tone],
): Column<HourRow> => ({
	...shape,
	align: 'right',
	most: shape.least,
	value: ({tally}, style) => tally && reckon(tally, style),
	cell: (row, style) => {
		const value = row.tally && reckon(row.tally, style);
		if (value === null) return none(style);
		const [words, tone] = write(value, style);
		return text(words, toneOf(row, tone));
	},
});

/** Digits that a count gets before its bar. */
const digits = 5;

const offeredWords = ({tally, hour, most, isPeak}: HourRow, {symbols}: Style, width: number): string => {
	const count = String(tally?.offered ?? 0);
	if (hour === null) return count.padStart(digits);
	const room = width - digits - 3;
	const bar = barOf({value: tally?.offered ?? 0, most}, {width: room, symbols});
	return `${count.padStart(digits)} ${bar}${isPeak ? ` ${symbols.above}` : ''}`;
};

/** Below the aim a share is marked, for those who see no colour. */
const levelWords = (share: number, {symbols, rule, messages}: Style): readonly [string, Tone] => {
	const words = formatShare(share, messages['figure.none']);
	if (share >= rule.target) return [`${words}  `, 'plain'];
	return [`${words} ${symbols.below}`, share < rule.target - 0.1 ? 'alarm' : 'warning'];
};

const seconds = (milliseconds: number | null): number | null =>
	milliseconds === null ? null : Math.round(milliseconds) / 1000;

const peakCell = (row: HourRow, value: number | null, style: Style): Cell =>
	value === null ? none(style) : text(String(value), toneOf(row, value === 0 ? 'muted' : 'plain'));

/** `14/48` and how full that is. */
const callsCell = (row: HourRow, style: Style, width: number): Cell => {
	const {calls, capacity} = row;
	if (calls === null || !capacity || capacity.calls === null) return peakCell(row, calls, style);
	const words = `${calls}/${capacity.calls}`.padStart(capacityDigits);
	const room = width - words.length - 1;
	const isFull = calls >= capacity.calls && capacity.known === capacity.lines;
	const bar = barOf({value: calls, most: capacity.calls}, {width: room, symbols: style.symbols});
	return text(`${words} ${bar}`, toneOf(row, isFull ? 'warning' : 'plain'));
};

const capacityDigits = 7;

const hour: Column<HourRow> = {
	key: 'hour',
	title: 'column.hour',
	align: 'left',
	least: 9,
	most: 9,
	rank: 0,
	cell: (row, style) => text(hourWords(row, style), row.isMissed ? 'warning' : toneOf(row, 'plain')),
	value: ({hour: known}): Value => known && new Date(known.start).toISOString(),
};

const offered: Column<HourRow> = {
	key: 'offered',
	title: 'column.offered',
	align: 'left',
	least: 12,
	most: 34,
	rank: 0,
	cell: (row, style, width) =>
		row.tally === null
			? none(style)
			: text(offeredWords(row, style, width), toneOf(row, row.isPeak ? 'accent' : 'plain')),
	value: ({tally}) => tally?.offered ?? null,
};

const counted = (value: number): readonly [string, Tone] => [String(value), value === 0 ? 'muted' : 'plain'];

const columns: readonly Column<HourRow>[] = [
	hour,
	offered,
	figure({key: 'answered', title: 'column.answered', least: 10, rank: 5}, tally => tally.answered, counted),
	figure({key: 'lost', title: 'column.lost', least: 8, rank: 1}, lost, value => [
		String(value),
		value === 0 ? 'muted' : 'busy',
	]),
	figure({key: 'answerRate', title: 'column.answerRate', least: 7, rank: 8}, answerRate, (share, {messages}) => [
		formatShare(share, messages['figure.none']),
		'plain',
	]),
	figure(
		{key: 'serviceLevel', title: 'column.serviceLevel', least: 7, rank: 2},
		(tally, {rule}) => serviceLevel(tally, rule),
		levelWords,
	),
	figure(
		{key: 'averageSpeedOfAnswer', title: 'column.speedOfAnswer', least: 7, rank: 4},
		tally => seconds(averageSpeedOfAnswer(tally)),
		value => [formatMean(value * 1000), 'plain'],
	),
	{
		key: 'peakWaiting',
		title: 'column.peakWaiting',
		align: 'right',
		least: 11,
		most: 11,
		rank: 6,
		cell: (row, style) => peakCell(row, row.waiting, style),
		value: ({waiting}) => waiting,
	},
];

const calls: Column<HourRow> = {
	key: 'peakCalls',
	title: 'column.peakCalls',
	align: 'left',
	least: 12,
	most: 20,
	rank: 7,
	cell: callsCell,
	value: row => row.calls,
};

const note: Column<HourRow> = {
	key: 'note',
	title: 'column.note',
	align: 'left',
	least: 14,
	most: 40,
	rank: 9,
	cell: (row, style) => text(noteWords(row, style), row.isMissed ? 'warning' : 'muted'),
	value: noteValue,
};

const tableOf = (name: string, shown: readonly Column<HourRow>[]): Table<HourRow> => ({
	name,
	columns: shown,
	key: ({key}) => key,
	about: ({about}) => about,
	texts: () => [],
	sorting: null,
	none: 'statistics.none',
});

/** The hours of all queues together, with the calls of all lines. */
export const hoursOfAll = tableOf('hours', [...columns, calls, note]);

/** The hours of one queue. */
export const hoursOfQueue = tableOf('hours-of-queue', [...columns, note]);
