import type {Style} from '../style.js';
import type {Sorting, Table} from './table.js';

type Noted = {
	readonly sorting: Sorting | null;
	readonly style: Style;
	readonly rows: readonly unknown[];
	readonly total: number;
};

/**
What a heading says of a table beside its own words: how it is sorted, where somebody chose that, since the column may
have no room; and of how many rows a filter shows some.
*/
export const tableNotes = <Row>({sorting, style, rows, total}: Noted, table: Table<Row>): readonly string[] => {
	const {messages, symbols} = style;
	const column = sorting === table.sorting ? undefined : table.columns.find(({key}) => key === sorting?.column);
	const mark = sorting?.isFalling ? symbols.below : symbols.above;
	return [
		...(rows.length === total ? [] : [messages['table.found'](rows.length, total)]),
		...(column ? [`${messages['table.sortedBy'](messages[column.title])} ${mark}`] : []),
	];
};
