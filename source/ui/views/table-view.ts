import type {Subject} from '../../presentation/details/subject.js';
import type {PanelName} from '../../presentation/layout.js';
import {exportRows} from '../../presentation/table/rows.js';
import {createTablePainter} from '../painters/table-painter.js';
import {createTableRows, type ShownRows, type TableSource} from './table-rows.js';
import type {Heading, View, ViewListing, ViewOptions} from './view.js';

export type TableViewOptions<Row> = TableSource<Row> & {
	readonly panel: PanelName;
	readonly subjectOf: (key: string) => Subject | null;
	readonly heading: (shown: ShownRows<Row>) => Heading;
};

/** A view that is one table: drawn, moved in, sorted, filtered and exported. */
export const createTableView = <Row>(
	{scene, inside}: ViewOptions,
	options: TableViewOptions<Row>,
): View & {readonly shown: () => ShownRows<Row>} => {
	const {view, table, panel, subjectOf, heading} = options;
	const shown = createTableRows(scene, options);
	const listing: ViewListing = {
		keys: () => rowsIn(shown()).map(table.key),
		perRow: () => 1,
		// The first row is taken by the titles, the last by what all rows come to.
		pageRows: () => Math.max(1, inside(panel).rows - (shown().last === undefined ? 1 : 2)),
		subjectOf,
		columns: () => table.columns.map(({key}) => key),
		sorting: table.sorting,
		exported: () => exportRows(rowsIn(shown()), table, scene.style()),
	};
	const painter = createTablePainter({scene, table, shown, selected: () => scene.ui().cursors[view]});
	return {listing, panels: {[panel]: {painter, heading: () => heading(shown())}}, shown};
};

/** All that can be selected and is exported. */
const rowsIn = <Row>({rows, last}: ShownRows<Row>): readonly Row[] => (last === undefined ? rows : [...rows, last]);
