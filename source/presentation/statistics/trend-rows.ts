import {lost} from '../../domain/figures.js';
import {left, type Row, right, text} from '../cells.js';
import {nameOf} from '../names.js';
import type {Style} from '../style.js';
import {cutTo} from '../width.js';
import {levelOf} from './bars.js';
import type {Day} from './day.js';
import {axisText, type Slot} from './slots.js';

/** Where what stands in a row of the trend. */
export type TrendPlaces = {readonly name: number; readonly curve: number; readonly width: number};

const numbers = {max: 6, offered: 9, lost: 8} as const;
const numbersWidth = numbers.max + numbers.offered + numbers.lost;

export const trendPlaces = (width: number): TrendPlaces => {
	const name = Math.max(16, Math.min(24, Math.floor(width / 6)));
	return {name, curve: Math.max(0, width - name - 2 - numbersWidth), width};
};

type Words = {readonly max: string; readonly offered: string; readonly lost: string};

const numberCells = ({width}: TrendPlaces, words: Words, tones: Tones): Row => {
	const start = width - numbersWidth;
	return [
		right(start, numbers.max, text(words.max, 'muted')),
		right(start + numbers.max, numbers.offered, text(words.offered, tones.offered)),
		right(start + numbers.max + numbers.offered, numbers.lost, text(words.lost, tones.lost)),
	];
};

type Tones = {readonly offered: 'plain' | 'strong' | 'muted'; readonly lost: 'busy' | 'muted'};

/** Over the curves: the hours, and what the numbers are. */
export const trendHeading = (
	slots: readonly Slot[],
	{messages, places}: Pick<Style, 'messages'> & {readonly places: TrendPlaces},
): Row => [
	left(0, places.name, text(cutTo(messages['column.queue'], places.name), 'muted')),
	left(places.name + 2, places.curve, text(axisText(slots, cellsOf(slots, places)), 'muted')),
	...numberCells(
		places,
		{max: messages['column.max'], offered: messages['column.offered'], lost: messages['column.lost']},
		{offered: 'muted', lost: 'muted'},
	),
];

type Looks = {readonly style: Style; readonly places: TrendPlaces; readonly isSelected: boolean};

/** The course of a day as one line: its name, callers by time, and what it came to. */
export const trendRow = (day: Day, slots: readonly Slot[], {style, places, isSelected}: Looks): Row => {
	const {messages, symbols} = style;
	const {tally, queue} = day;
	const called = queue === null ? messages['statistics.allQueues'] : nameOf(queue.number, style);
	const name = cutTo(called, places.name, symbols.cut);
	const isKnown = slots.some(({isCovered}) => isCovered);
	const write = (count: number): string => (isKnown ? String(count) : messages['figure.none']);
	const missing = lost(tally);
	return [
		left(0, places.name, text(isSelected ? name.padEnd(places.name) : name, isSelected ? 'selected' : nameTone(day))),
		left(places.name + 2, places.curve, text(curveText(slots, cellsOf(slots, places), style), 'accent')),
		...numberCells(
			places,
			{max: write(mostOffered(slots)), offered: write(tally.offered), lost: write(missing)},
			{offered: isKnown ? 'plain' : 'muted', lost: isKnown && missing > 0 ? 'busy' : 'muted'},
		),
	];
};

const nameTone = ({queue}: Day): 'strong' | 'plain' => (queue === null ? 'strong' : 'plain');

export const mostOffered = (slots: readonly Slot[]): number =>
	slots.reduce((most, {offered}) => Math.max(most, offered), 0);

/** The cells a slot gets: more than one where the day is still short. */
const cellsOf = (slots: readonly Slot[], {curve}: TrendPlaces): number =>
	Math.max(1, Math.min(3, Math.floor(curve / Math.max(1, slots.length))));

/**
So many cells a slot, measured by the highest. Blank where nothing can be known, `?` where news were missed and nobody was
counted: that is no zero.
*/
export const curveText = (slots: readonly Slot[], cells: number, {symbols}: Pick<Style, 'symbols'>): string => {
	const most = mostOffered(slots);
	const mark = ({offered, isCovered, isMissed}: Slot): string => {
		if (offered > 0) return levelOf({value: offered, most}, symbols);
		if (!isCovered) return ' ';
		return isMissed ? '?' : levelOf({value: 0, most}, symbols);
	};
	return slots
		.map(slot => mark(slot).repeat(cells))
		.join('')
		.trimEnd();
};
