import {compareNames} from '../name-order.js';
import type {Style} from '../style.js';
import type {Sorting, Table, Value} from './table.js';

/** The rows in order. Rows that are equal keep the order they were given in, whichever the direction. */
export const sortRows = <Row>(
	rows: readonly Row[],
	{table, sorting, style}: {readonly table: Table<Row>; readonly sorting: Sorting | null; readonly style: Style},
): readonly Row[] => {
	const column = table.columns.find(({key}) => key === sorting?.column);
	if (!column || !sorting) return rows;
	const {order = column.value} = column;
	const keyed = rows.map(row => ({row, by: order(row, style)}));
	const direction = sorting.isFalling ? -1 : 1;
	keyed.sort((one, other) => compare(one.by, other.by, direction));
	return keyed.map(({row}) => row);
};

const compare = (one: Value, other: Value, direction: 1 | -1): number => {
	if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
	if (typeof one !== 'number' || typeof other !== 'number') return direction * compareNames(String(one), String(other));
	return one === other ? 0 : one < other ? -direction : direction;
};

/** The sorting by the next column in that direction; the same direction of order as the one before, rising at first. */
export const nextSorting = (
	columns: readonly string[],
	{from, by}: {readonly from: Sorting | null; readonly by: 1 | -1},
): Sorting | null => {
	if (columns.length === 0) return null;
	const known = from === null ? -1 : columns.indexOf(from.column);
	const index = known < 0 && by < 0 ? 0 : known;
	const column = columns[(index + by + columns.length) % columns.length];
	return column === undefined ? null : {column, isFalling: from?.isFalling ?? false};
};
