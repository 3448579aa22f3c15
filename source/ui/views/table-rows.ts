import type {Board} from '../../domain/board.js';
import {minuteMs} from '../../domain/times.js';
import {createFilter, everything} from '../../presentation/filter.js';
import type {NameBook} from '../../presentation/name-book.js';
import type {Style} from '../../presentation/style.js';
import {sortRows} from '../../presentation/table/sort.js';
import type {Sorting, Table} from '../../presentation/table/table.js';
import type {ViewName} from '../../presentation/views.js';
import type {Scene} from '../scene.js';
import type {Ui} from '../ui-state.js';

/** Where the rows of a table come from. */
export type TableSource<Row> = {
	readonly view: ViewName;
	readonly table: Table<Row>;
	/** All rows, in the order in which they stand without a sorting. */
	readonly rowsOf: (style: Style, ui: Ui) => readonly Row[];
	/** The row that stands below all others, whatever filter and sorting: what they come to. */
	readonly lastOf?: (style: Style) => Row;
	/** The parts of the board that rows are made of: while none of them changes, nothing is made anew. */
	readonly basis: (board: Board) => readonly unknown[];
};

/** The rows as they are shown: filtered and sorted. */
export type ShownRows<Row> = {
	readonly rows: readonly Row[];
	/** The row below all others; it is not one of them. */
	readonly last?: Row | undefined;
	readonly sorting: Sorting | null;
	readonly style: Style;
	/** How many there are without the filter. */
	readonly total: number;
};

/**
Gives the rows of a table; the same object as before while nothing changed that they depend on: the board's parts, names,
filter, sorting, window, and for what a window reaches back, the minute.
*/
export const createTableRows = <Row>(scene: Scene, source: TableSource<Row>): (() => ShownRows<Row>) => {
	let known: {readonly basis: readonly unknown[]; readonly shown: ShownRows<Row>} | undefined;
	return () => {
		const style = scene.style();
		const basis = basisOf(scene, source, style);
		if (known && isSame(known.basis, basis)) return known.shown;
		known = {basis, shown: show(source, {style, ui: scene.ui()})};
		return known.shown;
	};
};

const basisOf = <Row>(scene: Scene, {view, basis}: TableSource<Row>, style: Style): readonly unknown[] => {
	const {filter, onlyActive, sortings, window} = scene.ui();
	const names: NameBook = scene.names();
	const minute = Math.floor(style.now / minuteMs);
	const isBegun = style.board.since !== null;
	return [...basis(style.board), isBegun, names, filter, onlyActive, sortings[view], window, minute];
};

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
	one.length === other.length && one.every((part, index) => part === other[index]);

const show = <Row>(
	{view, table, rowsOf, lastOf}: TableSource<Row>,
	{style, ui}: {readonly style: Style; readonly ui: Ui},
): ShownRows<Row> => {
	const all = rowsOf(style, ui);
	const passes = createFilter(ui.filter);
	const found = passes === everything ? all : all.filter(row => passes(table.texts(row, style)));
	const sorting = ui.sortings[view] ?? table.sorting;
	const rows = sortRows(found, {table, sorting, style});
	return {rows, last: lastOf?.(style), sorting, style, total: all.length};
};
