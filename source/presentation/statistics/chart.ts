import {left, type Placed, type Row, type Tone, text} from '../cells.js';
import type {Style} from '../style.js';
import {cutTo} from '../width.js';
import {columnOf, lostCells} from './bars.js';
import {axisText, type Slot} from './slots.js';

/** A place on the screen in cells. */
export type ChartPlace = {readonly column: number; readonly width: number; readonly rows: number};

export type ChartOptions = {
	readonly title: string;
	readonly slots: readonly Slot[];
	readonly value: (slot: Slot) => number;
	/** The part of a bar that stands for the lost; absent: there is none. */
	readonly lost?: (slot: Slot) => number;
	/** What the highest bar stands for. */
	readonly most: number;
	readonly tone: Tone;
};

/** The cells that a slot gets, with a blank after its bar where there is room. */
const cellsFor = (count: number, width: number): number =>
	count === 0 ? 1 : Math.max(1, Math.min(6, Math.floor(width / count)));

type Mark = {readonly words: string; readonly tone: Tone};

/** Bars over the time of day: a title, the bars, the hours. As many rows as asked for, none wider than its place. */
export const chartRows = (
	options: ChartOptions,
	place: ChartPlace,
	{symbols}: Pick<Style, 'symbols'>,
): readonly Row[] => {
	const {column, width, rows} = place;
	const cells = cellsFor(options.slots.length, width);
	const slots = options.slots.slice(0, Math.floor(width / cells));
	const height = rows - 2;
	const bars = slots.map(slot => barMarks(slot, options, {height, symbols}));
	const drawn = Array.from({length: height}, (_, row): Row => {
		const marks = bars.map(bar => bar[row] ?? {words: ' ', tone: options.tone});
		return runsOf(marks, {column, cells});
	});
	const title = left(column, width, text(cutTo(options.title, width, symbols.cut), 'muted'));
	return [[title], ...drawn, [left(column, width, text(axisText(slots, cells), 'muted'))]];
};

/** A bar cell by cell from the top: the lost below, told apart by shape and colour. */
const barMarks = (
	slot: Slot,
	{value, lost, most, tone}: ChartOptions,
	{height, symbols}: Pick<Style, 'symbols'> & {readonly height: number},
): readonly Mark[] => {
	const below = lost === undefined ? 0 : lostCells({lost: lost(slot), offered: value(slot), most}, height);
	const column = columnOf({value: value(slot), most}, {rows: height, symbols});
	return column.map((words, row): Mark => {
		if (row >= height - below) return {words: symbols.bar.lost, tone: 'busy'};
		const isUnknown = row === height - 1 && words === ' ' && slot.isCovered && slot.isMissed;
		return isUnknown ? {words: '?', tone: 'warning'} : {words, tone};
	});
};

/** Neighbours of one tone are one text. */
const runsOf = (marks: readonly Mark[], {column, cells}: {readonly column: number; readonly cells: number}): Row => {
	const gap = cells > 2 ? 1 : 0;
	const row: Placed[] = [];
	let words = '';
	let start = 0;
	for (const [index, mark] of marks.entries()) {
		words += mark.words.repeat(cells - gap) + ' '.repeat(gap);
		const next = marks[index + 1];
		if (next?.tone === mark.tone) continue;
		const kept = words.trimEnd();
		if (kept !== '') row.push(left(column + start, kept.length, text(kept, mark.tone)));
		start += words.length;
		words = '';
	}
	return row;
};
