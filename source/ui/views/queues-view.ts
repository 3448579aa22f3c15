import type {Queue} from '../../domain/queue.js';
import {queueNumber} from '../../domain/units.js';
import {formatAtLeast} from '../../presentation/format.js';
import type {PanelName} from '../../presentation/layout.js';
import {nameOf} from '../../presentation/names.js';
import type {CallerKind} from '../../presentation/queues/caller-list.js';
import {
	lastingDifferences,
	type QueueFigures,
	queueFigures,
	totalFigures,
	totalKey,
} from '../../presentation/queues/queue-figures.js';
import {queueTable} from '../../presentation/queues/queue-table.js';
import {windowNote} from '../../presentation/queues/window-note.js';
import {tableNotes} from '../../presentation/table/note.js';
import {cutTo, widthOf} from '../../presentation/width.js';
import {createCallersPainter} from '../painters/callers-painter.js';
import {createCallers} from './callers.js';
import type {ShownRows} from './table-rows.js';
import {createTableView} from './table-view.js';
import type {Heading, Panel, View, ViewOptions} from './view.js';

/** What a panel's border takes of the row beside title and note. */
const ofBorder = 5;

/** The queues with their figures, and below them who waits and who talks, in all of them or in the one selected. */
export const createQueuesView = (options: ViewOptions): View => {
	const {scene} = options;
	const table = createTableView<QueueFigures>(options, {
		view: 'queues',
		panel: 'queueTable',
		table: queueTable,
		rowsOf: queueFigures,
		lastOf: totalFigures,
		basis: board => {
			const {queues, total, since, missed} = board;
			return [queues, total, since, missed, lastingDifferences(board, scene.moment().now)];
		},
		subjectOf: key => (key === totalKey ? null : {kind: 'queue', number: queueNumber(key)}),
		heading: shown => tableHeading(shown, options),
	});
	const selected = (): Queue | null => {
		const key = scene.ui().cursors.queues;
		return key === undefined ? null : (table.shown().rows.find(row => row.key === key)?.queue ?? null);
	};
	const waiting = callersPanel(options, {kind: 'waiting', selected});
	const talking = callersPanel(options, {kind: 'talking', selected});
	return {listing: table.listing, panels: {...table.panels, waiting, talking}};
};

const tableHeading = (shown: ShownRows<QueueFigures>, {inside}: ViewOptions): Heading => {
	const {style, rows, total} = shown;
	const {messages, symbols} = style;
	const title = `${messages['queues.title']} ${rows.length === total ? total : messages['table.found'](rows.length, total)}`;
	const sorted = tableNotes({...shown, total: rows.length}, queueTable)
		.map(words => ` ${symbols.dot} ${words}`)
		.join('');
	const room = inside('queueTable').columns - ofBorder - widthOf(title) - widthOf(sorted);
	return {title, note: `${windowNote(style, Math.max(0, room))}${sorted}`};
};

type CallersOf = {readonly kind: CallerKind; readonly selected: () => Queue | null};

const callersPanel = ({scene, inside}: ViewOptions, {kind, selected}: CallersOf): Panel => {
	const shown = createCallers({scene, kind, selected});
	return {
		painter: createCallersPainter({scene, kind, shown}),
		heading: () => {
			const {list, queue} = shown();
			const {messages, symbols} = scene;
			const room = inside(kind satisfies PanelName).columns - ofBorder;
			const name = queue === null ? '' : ` ${symbols.dot} ${nameOf(queue.number, list.style)}`;
			const count = formatAtLeast(list.sure, {inDoubt: list.inDoubt, none: symbols.dash});
			const words = `${messages[`queues.${kind}`]} ${list.style.board.since === null ? symbols.dash : count}${name}`;
			const title = cutTo(words, room, symbols.cut);
			const note = list.inDoubt === 0 ? '' : messages['queues.inDoubt'](list.inDoubt);
			return {title, note: widthOf(title) + widthOf(note) > room ? '' : note};
		},
	};
};
