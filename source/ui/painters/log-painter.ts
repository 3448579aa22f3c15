import type {LogEntry} from '../../domain/event-log.js';
import {type Block, left, type Row, text} from '../../presentation/cells.js';
import {logAbout, logPage, logRow} from '../../presentation/log-rows.js';
import type {NameBook} from '../../presentation/name-book.js';
import type {Painter} from '../../terminal/canvas.js';
import type {LogListing} from '../log-listing.js';
import type {Scene} from '../scene.js';
import {createBlockPainter} from './block-painter.js';

/** The log, newest entry at the bottom. */
export const createLogPainter = ({scene, log}: {readonly scene: Scene; readonly log: LogListing}): Painter => {
	const rowOf = createRows(scene);
	return createBlockPainter(canvas => {
		const {board, now} = scene.moment();
		const {logAnchor: anchor} = scene.ui();
		const entries =
			anchor === null
				? log.newest(board, canvas.rows)
				: logPage(log.matching(board), {anchor, rows: canvas.rows}).entries;
		const rows = entries.map((entry): Shown => ({about: logAbout(entry.event), rows: rowOf(entry, canvas.columns)}));
		const shown: readonly Shown[] = rows.length > 0 ? rows : [notice(scene, canvas.columns)];
		const blocks = shown.map((block, row) => ({...block, row, column: 0, width: canvas.columns}));
		return {blocks, now, look: scene.look()};
	});
};

type Shown = Pick<Block, 'about' | 'rows'>;

const notice = ({messages, moment}: Scene, width: number): Shown => {
	const words = messages[moment().board.log.entries.length === 0 ? 'log.none' : 'log.noMatch'];
	return {about: null, rows: [[left(0, width, text(words, 'muted'))]]};
};

/** Rows are made once per entry, width and names. */
const createRows = ({messages, moment, names}: Scene): ((entry: LogEntry, width: number) => readonly Row[]) => {
	let made = new WeakMap<LogEntry, readonly Row[]>();
	let madeFor: {readonly width: number; readonly names: NameBook} | undefined;
	return (entry, width) => {
		if (width !== madeFor?.width || names() !== madeFor.names) made = new WeakMap();
		madeFor = {width, names: names()};
		const known = made.get(entry);
		if (known) return known;
		const rows = [logRow(entry.event, {width, speech: {messages, board: moment().board}})];
		made.set(entry, rows);
		return rows;
	};
};
