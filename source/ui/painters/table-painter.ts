import {type Block, everySite, left, text} from '../../presentation/cells.js';
import {type Fitted, fitColumns} from '../../presentation/table/columns.js';
import {headingRow, tableRow} from '../../presentation/table/rows.js';
import type {Table} from '../../presentation/table/table.js';
import {viewportAround} from '../../presentation/viewport.js';
import {cutTo} from '../../presentation/width.js';
import type {Canvas, Painter} from '../../terminal/canvas.js';
import type {Scene} from '../scene.js';
import type {ShownRows} from '../views/table-rows.js';
import {createBlockPainter} from './block-painter.js';

export type TablePainterOptions<Row> = {
	readonly scene: Scene;
	readonly table: Table<Row>;
	readonly shown: () => ShownRows<Row>;
	/** The key of the row that is selected. */
	readonly selected: () => string | undefined;
};

type Made<Row> = {
	readonly shown: ShownRows<Row>;
	readonly selected: string | undefined;
	readonly size: string;
	readonly blocks: readonly Block[];
};

/** A table: titles, then as many rows as fit around the selected one. */
export const createTablePainter = <Row>(options: TablePainterOptions<Row>): Painter => {
	const {scene} = options;
	let made: Made<Row> | undefined;
	return createBlockPainter(canvas => {
		const shown = options.shown();
		const selected = options.selected();
		const size = `${canvas.columns}x${canvas.rows}`;
		if (made?.shown !== shown || made.selected !== selected || made.size !== size) {
			made = {shown, selected, size, blocks: blocksOf({...options, canvas, rows: shown, key: selected})};
		}
		return {blocks: made.blocks, now: scene.moment().now, look: scene.look()};
	});
};

type Making<Row> = TablePainterOptions<Row> & {
	readonly canvas: Canvas;
	readonly rows: ShownRows<Row>;
	readonly key: string | undefined;
};

/** What does not fit below the titles is not drawn; on a canvas of no size, nothing is. */
const blocksOf = <Row>(making: Making<Row>): readonly Block[] => {
	const {table, canvas, rows: shown} = making;
	const {sorting, style} = shown;
	if (canvas.rows <= 0 || canvas.columns <= 0) return [];
	const columns = fitColumns(table.columns, canvas.columns, style);
	const place = {column: 0, width: canvas.columns};
	const heading = {...place, about: null, row: 0, rows: [headingRow(columns, {...style, sorting})]};
	const page = canvas.rows - 1;
	if (page === 0) return [heading];
	const body = page - (shown.last === undefined ? 0 : 1);
	const rows = shown.rows.length === 0 && body > 0 ? [noticeOf(making)] : rowsOf(making, {columns, page: body});
	return [heading, ...rows, ...lastOf(making, {columns, row: 1 + rows.length})];
};

/** Nothing matches, or there is nothing; before the first event nobody knows. */
const noticeOf = <Row>({table, canvas, rows: {style, total}}: Making<Row>): Block => {
	const none = style.board.since === null ? 'feed.waiting' : table.none;
	const words = style.messages[total > 0 ? 'table.noMatch' : none];
	const row = [left(0, canvas.columns, text(cutTo(words, canvas.columns, style.symbols.cut), 'muted'))];
	return {about: everySite, row: 1, column: 0, width: canvas.columns, rows: [row]};
};

const rowsOf = <Row>(
	{table, canvas, rows: {rows, last, style}, key}: Making<Row>,
	{columns, page}: {readonly columns: readonly Fitted<Row>[]; readonly page: number},
): readonly Block[] => {
	const index = key === undefined ? -1 : rows.findIndex(row => table.key(row) === key);
	const isLast = last !== undefined && table.key(last) === key;
	const {first, count} = viewportAround(isLast ? rows.length - 1 : Math.max(0, index), {total: rows.length, page});
	return rows.slice(first, first + count).map((row, offset): Block => {
		const cells = tableRow(row, {columns, style, isSelected: first + offset === index});
		return {about: table.about(row), row: 1 + offset, column: 0, width: canvas.columns, rows: [cells]};
	});
};

/** The row of what all come to, always in sight. */
const lastOf = <Row>(
	{table, canvas, rows: {last, style}, key}: Making<Row>,
	{columns, row}: {readonly columns: readonly Fitted<Row>[]; readonly row: number},
): readonly Block[] => {
	if (last === undefined) return [];
	const cells = tableRow(last, {columns, style, isSelected: table.key(last) === key});
	return [{about: table.about(last), row, column: 0, width: canvas.columns, rows: [cells]}];
};
