import {type Cell, left, type Placed, type Row, text} from '../cells.js';
import {cutTo, widthOf} from '../width.js';
import {wrapWords} from '../wrap.js';
import type {Fact} from './page.js';

/** What rows are fitted into: cells across, and the mark of a cut. */
export type Room = {readonly width: number; readonly cut: string};

/** From so many cells on, so many facts stand side by side. */
const columnsFrom = [
	{width: 130, columns: 3},
	{width: 66, columns: 2},
] as const;

const widestLabel = 16;
const gap = 2;
/** Cells of a running time, `h:mm:ss` and more. */
const ageWidth = 9;

/** Facts in rows, several side by side where there is room; what is wide has a row of its own. */
export const factRows = (facts: readonly Fact[], room: Room): readonly Row[] => {
	const columns = columnsFrom.find(({width}) => room.width >= width)?.columns ?? 1;
	const labels = Math.min(
		widestLabel,
		Math.floor(room.width / 3),
		Math.max(0, ...facts.map(({label}) => widthOf(label))),
	);
	const column = Math.floor((room.width - (columns - 1) * gap) / columns);
	const unfolded = facts.flatMap(fact => (fact.isWide ? folded(fact, room.width - labels - 1) : [fact]));
	return linesOf(unfolded, columns).map(line =>
		line.flatMap((fact, index) => {
			const width = fact.isWide ? room.width : column;
			return placedFact(fact, {at: index * (column + gap), width, labels, cut: room.cut});
		}),
	);
};

/** A long text goes on in further rows. */
const folded = (fact: Fact, width: number): readonly Fact[] => {
	const [cell, ...others] = fact.value;
	if (cell?.kind !== 'text' || others.length > 0) return [fact];
	return wrapWords(cell.text, width).map((line, index) => ({
		...fact,
		label: index === 0 ? fact.label : '',
		value: [{...cell, text: line}],
	}));
};

const linesOf = (facts: readonly Fact[], columns: number): readonly (readonly Fact[])[] => {
	const lines: Fact[][] = [];
	let isOpen = false;
	for (const fact of facts) {
		const line = lines.at(-1);
		if (fact.isWide || !isOpen || line === undefined) lines.push([fact]);
		else line.push(fact);
		isOpen = !fact.isWide && (lines.at(-1)?.length ?? 0) < columns;
	}
	return lines;
};

type Place = {readonly at: number; readonly width: number; readonly labels: number; readonly cut: string};

const placedFact = ({label, value}: Fact, {at, width, labels, cut}: Place): readonly Placed[] => [
	left(at, labels, text(cutTo(label, labels, cut), 'muted')),
	...placedCells(value, {at: at + labels + 1, width: width - labels - 1, cut}),
];

/** Cells side by side, cut where the room ends. */
export const placedCells = (
	cells: readonly Cell[],
	{at, width, cut}: {readonly at: number; readonly width: number; readonly cut: string},
): readonly Placed[] => {
	const placed: Placed[] = [];
	let column = at;
	for (const cell of cells) {
		const room = at + width - column;
		if (room <= 0 || (cell.kind === 'since' && room < ageWidth)) break;
		const words = cell.kind === 'text' ? cutTo(cell.text, room, cut) : '';
		const used = cell.kind === 'text' ? widthOf(words) : ageWidth;
		placed.push(left(column, used, cell.kind === 'text' ? {...cell, text: words} : cell));
		column += used + gap;
	}
	return placed;
};
