import {widthOf} from '../presentation/width.js';

type Row = readonly string[];

/** Rows of texts as lines, each column as wide as the widest text in it. */
export const columnLines = (rows: readonly Row[]): readonly string[] => {
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => widthOf(row[column] ?? ''))));
	const padded = (cell: string, column: number): string =>
		cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell)));
	return rows.map(row => row.map(padded).join('  ').trimEnd());
};
