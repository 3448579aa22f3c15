import {siteName} from '../../../source/domain/units.js';
import {text} from '../../../source/presentation/cells.js';
import type {Column, Table} from '../../../source/presentation/table/table.js';

/** Somebody with a name and a count, to have a table of. */
export type Somebody = {readonly name: string; readonly count: number | null};

export const nameColumn: Column<Somebody> = {
	key: 'name',
	title: 'column.queue',
	align: 'left',
	least: 7,
	most: 20,
	rank: 0,
	cell: ({name}) => text(name),
	value: ({name}) => name,
};

export const countColumn: Column<Somebody> = {
	...nameColumn,
	key: 'count',
	title: 'column.lost',
	align: 'right',
	least: 6,
	most: 8,
	rank: 1,
	cell: ({count}) => text(count === null ? '—' : String(count)),
	value: ({count}) => count,
};

export const someTable: Table<Somebody> = {
	name: 'somebody',
	columns: [nameColumn, countColumn],
	key: ({name}) => name,
	about: () => siteName('default'),
	texts: ({name}) => [name],
	sorting: null,
	none: 'queues.none',
};
