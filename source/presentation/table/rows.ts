import {type Cell, type Row as CellRow, left, right, text} from '../cells.js';
import type {Style} from '../style.js';
import {cutTo, widthOf} from '../width.js';
import {type Fitted, titleOf} from './columns.js';
import type {Exported, Sorting, Table} from './table.js';

type Place = Pick<Fitted<never>, 'at' | 'width'> & {readonly column: {readonly align: 'left' | 'right'}};

const place = ({at, width, column}: Place, cell: Cell): CellRow[number] =>
	column.align === 'right' ? right(at, width, cell) : left(at, width, cell);

/** The titles of the columns. */
export const headingRow = <Row>(
	columns: readonly Fitted<Row>[],
	style: Pick<Style, 'messages' | 'symbols'> & {readonly sorting: Sorting | null},
): CellRow =>
	columns.map(fitted => {
		const isSorted = style.sorting?.column === fitted.column.key;
		const words = titleOf(fitted.column, {...style, width: fitted.width});
		return place(fitted, text(words, isSorted ? 'accent' : 'muted'));
	});

/** One row: its cells cut to their columns; the selected one stands out by its first cell, as wide as its column. */
export const tableRow = <Row>(
	row: Row,
	{
		columns,
		style,
		isSelected,
	}: {readonly columns: readonly Fitted<Row>[]; readonly style: Style; readonly isSelected: boolean},
): CellRow =>
	columns.map((fitted, index) => {
		const cell = cutCell(fitted.column.cell(row, style, fitted.width), fitted.width, style.symbols.cut);
		return place(fitted, isSelected && index === 0 ? selected(cell, fitted) : cell);
	});

const cutCell = (cell: Cell, width: number, mark: string): Cell =>
	cell.kind === 'text' ? {...cell, text: cutTo(cell.text, width, mark)} : cell;

/** What ages keeps no other tone while it is selected. */
const selected = (cell: Cell, {width, column}: Place): Cell => {
	if (cell.kind === 'since') return {...cell, tone: 'selected', steps: []};
	const blanks = ' '.repeat(Math.max(0, width - widthOf(cell.text)));
	return text(column.align === 'right' ? blanks + cell.text : cell.text + blanks, 'selected');
};

/** The rows as they are written to a file. */
export const exportRows = <Row>(rows: readonly Row[], table: Table<Row>, style: Style): Exported => {
	const fields = [...table.columns, ...(table.exportedToo ?? [])];
	return {
		name: table.name,
		header: fields.map(({key}) => key),
		rows: rows.map(row => fields.map(({value}) => value(row, style))),
	};
};
