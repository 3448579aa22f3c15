import Papa from 'papaparse';

export type CsvCell = string | number | boolean | null;

/**
How cells are written: RFC 4180, lines ending in CR LF. A text that a spreadsheet would take for a formula gets an
apostrophe before it, whatever follows its first character; numbers stay numbers.
*/
const style = {newline: '\r\n', escapeFormulae: /^[=+\-@\t\r]/} as const;

/** Rows without a header, each with its line end; null is an empty cell. */
export const csvRows = (rows: readonly (readonly CsvCell[])[]): string =>
	rows.length === 0 ? '' : `${Papa.unparse(rows.map(cells), style)}${style.newline}`;

/** A whole file: the header, then the rows. */
export const csvText = (header: readonly string[], rows: readonly (readonly CsvCell[])[]): string =>
	csvRows([header, ...rows]);

/** The package takes arrays that it could change. */
const cells = (row: readonly CsvCell[]): CsvCell[] => [...row];
