import type {LogEntry} from '../../domain/event-log.js';
import {type Block, left, type Row, text} from '../../presentation/cells.js';
import {logPage} from '../../presentation/log-entries.js';
import {briefColumns, type LogColumns, logAbout, logColumns, logRow} from '../../presentation/log-rows.js';
import type {Painter} from '../../terminal/canvas.js';
import type {LogListing} from '../log-listing.js';
import type {Scene} from '../scene.js';
import {createBlockPainter} from './block-painter.js';

/** The log, newest entry at the bottom. */
export const createLogPainter = ({scene, log}: {readonly scene: Scene; readonly log: LogListing}): Painter => {
	const rowOf = createRows(scene);
	return createBlockPainter(canvas => {
		const {board, now} = scene.moment();
		const {logAnchor: anchor, view} = scene.ui();
		const entries =
			anchor === null
				? log.newest(board, canvas.rows)
				: logPage(log.matching(board), {anchor, rows: canvas.rows}).entries;
		const width = canvas.columns;
		const columns = view === 'log' ? logColumns(entries, {sites: [...board.feeds.keys()], width, now}) : briefColumns;
		const rows = entries.map((entry): Shown => ({about: logAbout(entry.event), rows: rowOf(entry, {width, columns})}));
		const shown: readonly Shown[] = rows.length > 0 ? rows : [notice(scene, width)];
		const blocks = shown.map((block, row) => ({...block, row, column: 0, width}));
		return {blocks, now, look: scene.look()};
	});
};

type Shown = Pick<Block, 'about' | 'rows'>;

const notice = ({messages, moment}: Scene, width: number): Shown => {
	const {entries, registrations} = moment().board.log;
	const words = messages[entries.length + registrations.length === 0 ? 'log.none' : 'log.noMatch'];
	return {about: null, rows: [[left(0, width, text(words, 'muted'))]]};
};

type Place = {readonly width: number; readonly columns: LogColumns};

/** Rows are made once per entry, place and names. */
const createRows = ({style, names}: Scene): ((entry: LogEntry, place: Place) => readonly Row[]) => {
	let made = new WeakMap<LogEntry, readonly Row[]>();
	let madeFor: readonly unknown[] = [];
	return (entry, {width, columns}) => {
		const basis = [names(), width, columns.hasDay, columns.site, columns.hasLatency];
		if (basis.some((part, index) => part !== madeFor[index])) made = new WeakMap();
		madeFor = basis;
		const known = made.get(entry);
		if (known) return known;
		const rows = [logRow(entry.event, {width, columns, speech: style()})];
		made.set(entry, rows);
		return rows;
	};
};
