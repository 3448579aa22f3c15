import {type Block, everySite, left, text} from '../../presentation/cells.js';
import type {HourRow} from '../../presentation/statistics/hour-rows.js';
import {fitColumns} from '../../presentation/table/columns.js';
import {headingRow, tableRow} from '../../presentation/table/rows.js';
import type {Painter} from '../../terminal/canvas.js';
import {createMemory} from '../remember.js';
import type {Scene} from '../scene.js';
import type {HoursShown} from '../views/statistics-parts.js';
import {createBlockPainter} from './block-painter.js';

/** The titles above and the day below take a row each. */
const otherRows = 2;

/** The hours that fit: the latest, but from the top of an order that somebody chose. */
export const fittingHours = ({rows, sorting}: HoursShown, height: number): readonly HourRow[] => {
	const count = Math.max(0, height - otherRows);
	return rows.length <= count || sorting !== null ? rows.slice(0, count) : rows.slice(rows.length - count);
};

/** The table of the hours, with the whole day at its end. */
export const createHoursPainter = ({
	scene,
	hours,
}: {
	readonly scene: Scene;
	readonly hours: () => HoursShown;
}): Painter => {
	const remember = createMemory<readonly Block[]>();
	return createBlockPainter(canvas => {
		const shown = hours();
		const {columns, rows} = canvas;
		const blocks = remember([shown, columns, rows], () => blocksOf(shown, {columns, rows}));
		return {blocks, now: scene.moment().now, look: scene.look()};
	});
};

const blocksOf = (
	shown: HoursShown,
	{columns: width, rows}: {readonly columns: number; readonly rows: number},
): readonly Block[] => {
	const {table, sorting, style, day} = shown;
	const columns = fitColumns(table.columns, width);
	const place = {column: 0, width};
	const heading: Block = {...place, about: null, row: 0, rows: [headingRow(columns, {...style, sorting})]};
	if (shown.rows.length === 0) {
		const none = [left(0, width, text(style.messages[table.none], 'muted'))];
		return [heading, {...place, about: everySite, row: 1, rows: [none]}];
	}
	const drawn = [...fittingHours(shown, rows), day].map((row, index): Block => {
		const cells = tableRow(row, {columns, style, isSelected: false});
		return {...place, about: row.about, row: 1 + index, rows: [cells]};
	});
	return [heading, ...drawn];
};
