import type {Style} from '../style.js';
import {cutTo, widthOf} from '../width.js';
import type {Column, Sorting} from './table.js';

/** A column in its place: from `at`, `width` cells. */
export type Fitted<Row> = {readonly column: Column<Row>; readonly at: number; readonly width: number};

/** Blanks between columns. */
const gap = 2;

/**
The columns that fit side by side; what is left over goes to those that can use it, from left to right. Never wider than
`width`: where not even one column fits, the first is cut to it. Without a style every column is wanted.
*/
export const fitColumns = <Row>(
	columns: readonly Column<Row>[],
	width: number,
	style?: Style,
): readonly Fitted<Row>[] => {
	if (width <= 0) return [];
	const wanted = style ? columns.filter(({isWanted}) => isWanted?.(style) ?? true) : columns;
	const shown = droppedTo(wanted, width);
	let spare = Math.max(0, width - sizeOf(shown));
	let at = 0;
	return shown.map(column => {
		const more = Math.max(0, Math.min(spare, column.most - column.least));
		spare -= more;
		const fitted = {column, at, width: Math.min(width, column.least + more)};
		at += fitted.width + gap;
		return fitted;
	});
};

const sizeOf = (columns: readonly Column<never>[]): number => columns.reduce((sum, {least}) => sum + least + gap, -gap);

/** Those of the highest rank go first, the last of them before the others; one stays. */
const droppedTo = <Row>(columns: readonly Column<Row>[], width: number): readonly Column<Row>[] => {
	let shown = columns;
	while (sizeOf(shown) > width && shown.length > 1) {
		const highest = Math.max(...shown.map(({rank}) => rank));
		const goes = shown.findLast(({rank}) => rank === highest);
		shown = shown.filter(column => column !== goes);
	}
	return shown;
};

type Titled = Pick<Style, 'messages' | 'symbols'> & {readonly sorting: Sorting | null};

/** A column's title with the mark of the sorting, in so many cells: what has no room is cut from the words, not the mark. */
export const titleOf = <Row>(
	{key, title}: Column<Row>,
	{messages, symbols, sorting, width = Number.POSITIVE_INFINITY}: Titled & {readonly width?: number},
): string => {
	const words = messages[title];
	// One or two cells are for a symbol: nothing of a title fits there.
	if (sorting?.column !== key) return width < 3 && widthOf(words) > width ? '' : cutTo(words, width, symbols.cut);
	const mark = sorting.isFalling ? symbols.below : symbols.above;
	return width < 4 && titleWidth(words) > width
		? cutTo(mark, width)
		: `${cutTo(words, width - 2, symbols.cut)} ${mark}`;
};

/** The widest that a title can get, with the mark of the sorting: a column's `least` should not be less. */
export const titleWidth = (title: string): number => widthOf(title) + 2;
