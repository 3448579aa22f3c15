import type {TextKey} from '../../i18n/en.js';
import type {About, Cell} from '../cells.js';
import type {Style} from '../style.js';

/** A value as it is exported: numbers in seconds or counts, ratios 0–1, instants as ISO 8601, telephone numbers as they are. */
export type Value = string | number | null;

export type Column<Row> = {
	/** Stable: the heading in exports, and what a choice of sorting remembers. */
	readonly key: string;
	readonly title: TextKey;
	readonly align: 'left' | 'right';
	/** The cells it needs, and the most it can use. */
	readonly least: number;
	readonly most: number;
	/** Columns of the highest rank go first where not all fit; 0: never goes. */
	readonly rank: number;
	/** Shown only while this holds, whatever room there is; in exports always. */
	readonly isWanted?: (style: Style) => boolean;
	readonly cell: (row: Row, style: Style, width: number) => Cell;
	readonly value: (row: Row, style: Style) => Value;
	/** What it is sorted by, where that is not the value. Null comes last in either direction. */
	readonly order?: (row: Row, style: Style) => Value;
};

/** By which column, and whether from the highest to the lowest. */
export type Sorting = {readonly column: string; readonly isFalling: boolean};

/** Rows of one kind, and how they are shown, found, sorted and exported. */
export type Table<Row> = {
	/** In file names of exports. */
	readonly name: string;
	readonly columns: readonly Column<Row>[];
	readonly key: (row: Row) => string;
	readonly about: (row: Row) => About;
	/** What a row can be found by. */
	readonly texts: (row: Row, style: Style) => readonly string[];
	/** How it is sorted until somebody chooses otherwise; null: in the order the rows are given. */
	readonly sorting: Sorting | null;
	/** What stands where there is no row. */
	readonly none: TextKey;
	/** What only exports have, after the columns: facts that the screen puts into the words of another column. */
	readonly exportedToo?: readonly Pick<Column<Row>, 'key' | 'value'>[];
};

/** What an export writes: the same rows, in the same order, as shown; all columns. */
export type Exported = {
	readonly name: string;
	readonly header: readonly string[];
	readonly rows: readonly (readonly Value[])[];
};
