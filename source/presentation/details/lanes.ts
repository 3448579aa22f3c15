/** A course as a drawing: a lane for everybody who takes part, an arrow for every step. */

import {left, type Placed, type Row, text} from '../cells.js';
import type {Style} from '../style.js';
import {cutTo, widthOf} from '../width.js';
import type {Lane, Step} from './page.js';

/** Lanes in their places. `others`: the lane that stands for all that found no room; null when all did. */
export type DrawnLanes = {
	readonly start: number;
	readonly end: number;
	readonly pitch: number;
	readonly lanes: readonly Lane[];
	readonly others: number | null;
};

const narrowest = 12;
const widest = 22;
/** What the words of a step have beside the lanes: what they need, but no more than such a share of the width. */
const leastWords = 34;
const wordsShare = 0.4;

/** The lanes that fit between `start` and the words, which are so many cells wide; null where there is too little room for a drawing. */
export const drawLanes = (
	lanes: readonly Lane[],
	{start, width, words}: {readonly start: number; readonly width: number; readonly words: number},
): DrawnLanes | null => {
	const room = width - start - Math.max(leastWords, Math.min(words + 2, Math.floor(width * wordsShare)));
	const most = Math.floor(room / narrowest);
	if (lanes.length < 2 || most < Math.min(lanes.length, 3)) return null;
	const count = Math.min(lanes.length, most);
	const pitch = Math.min(widest, Math.floor(room / count));
	const others = count < lanes.length ? count - 1 : null;
	return {start, end: start + count * pitch, pitch, lanes: lanes.slice(0, others ?? count), others};
};

const middle = ({start, pitch}: DrawnLanes, index: number): number => start + index * pitch + Math.floor(pitch / 2);

const countOf = ({lanes, others}: DrawnLanes): number => lanes.length + (others === null ? 0 : 1);

/** The names over the lanes. */
export const laneNames = (
	drawn: DrawnLanes,
	{hidden, style}: {readonly hidden: number; readonly style: Style},
): Row => {
	const {lanes, others, pitch} = drawn;
	const names = lanes.map(({name}) => name);
	const all = others === null ? names : [...names, `+${hidden}`];
	return all.map((name, index) => {
		const words = cutTo(name, pitch - 1, style.symbols.cut);
		const column = Math.max(drawn.start, middle(drawn, index) - Math.floor(widthOf(words) / 2));
		return left(column, widthOf(words), text(words, 'strong'));
	});
};

/** One step: the lanes, and an arrow between two of them or a mark on one. */
export const laneCells = (step: Step, drawn: DrawnLanes, style: Style): readonly Placed[] => {
	const {symbols} = style;
	const from = indexOf(step.from, drawn);
	const to = indexOf(step.to, drawn);
	const low = Math.min(from ?? -1, to ?? -1);
	const high = Math.max(from ?? -1, to ?? -1);
	const isCovered = (index: number): boolean => (low === high ? index === low : index > low && index < high);
	const lines = Array.from({length: countOf(drawn)}, (_, index) => index)
		.filter(index => !isCovered(index))
		.map(index => left(middle(drawn, index), 1, text(symbols.separator, 'muted')));
	if (from === null || to === null) return lines;
	return [
		...lines,
		from === to ? markCell(step, {drawn, index: from, style}) : arrowCell(step, {from, to, drawn, style}),
	];
};

const indexOf = (key: string, {lanes, others}: DrawnLanes): number | null => {
	const index = lanes.findIndex(lane => lane.key === key);
	return index < 0 ? others : index;
};

type Arrow = {readonly from: number; readonly to: number; readonly drawn: DrawnLanes; readonly style: Style};

const arrowCell = (step: Step, {from, to, drawn, style}: Arrow): Placed => {
	const {symbols} = style;
	const start = middle(drawn, Math.min(from, to)) + 1;
	const length = middle(drawn, Math.max(from, to)) - start;
	const shaft = symbols.border.top.repeat(Math.max(0, length - 1));
	const words = from < to ? `${shaft}${symbols.direction.outgoing}` : `${symbols.direction.incoming}${shaft}`;
	return left(start, length, text(words, step.tone === 'alarm' ? 'busy' : step.tone));
};

const marks = {
	'ringing-started': 'ringing',
	'talk-started': 'in-call',
	'hold-started': 'on-hold',
	'hold-ended': 'in-call',
	'ringing-ended': 'free',
	'talk-ended': 'free',
} as const;

type Mark = {readonly drawn: DrawnLanes; readonly index: number; readonly style: Style};

const markCell = ({event, tone}: Step, {drawn, index, style}: Mark): Placed => {
	const status = event.type in marks ? marks[event.type as keyof typeof marks] : 'unknown';
	return left(middle(drawn, index), 1, text(style.symbols.status[status], tone));
};
