import {left} from '../../../source/presentation/cells.js';
import type {Style} from '../../../source/presentation/style.js';
import type {Column} from '../../../source/presentation/table/table.js';
import {wordsOf} from '../row-text.js';

/** What the columns say of a row, by the column's key, without the blanks that hold the place of a mark. */
export const cellWords = <Row>(
	columns: readonly Column<Row>[],
	row: Row,
	style: Style,
): Readonly<Record<string, string>> =>
	Object.fromEntries(
		columns.map(({key, cell, least}) => [key, wordsOf(left(0, least, cell(row, style, least)), style.now).trim()]),
	);
