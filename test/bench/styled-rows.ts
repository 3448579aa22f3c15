import type {Board} from '../../source/domain/board.js';
import {defaultServiceLevel} from '../../source/domain/figures.js';
import type {Line} from '../../source/domain/line.js';
import type {EpochMs} from '../../source/domain/units.js';
import {en} from '../../source/i18n/en.js';
import {type Placed, type Row, type Tone, toneAt} from '../../source/presentation/cells.js';
import {noContacts} from '../../source/presentation/contacts.js';
import {gap, gridFor} from '../../source/presentation/grid.js';
import {figuresRow} from '../../source/presentation/header.js';
import {insideOf, type Layout, layoutOf, type Rectangle, type Size} from '../../source/presentation/layout.js';
import {createLineList} from '../../source/presentation/line-list.js';
import {lineTile} from '../../source/presentation/lines.js';
import {newestMatching} from '../../source/presentation/log-entries.js';
import {logRow} from '../../source/presentation/log-rows.js';
import {queueRows} from '../../source/presentation/queues.js';
import {summarise} from '../../source/presentation/summary.js';
import {unicode} from '../../source/presentation/symbols.js';
import {titleRow} from '../../source/presentation/title-row.js';

/** A part of a row as a component tree takes it. */
export type Part = {readonly column: number; readonly words: string; readonly tone: Tone};

/** Rows of parts in their place on the screen. */
export type Block = {readonly key: string; readonly place: Rectangle; readonly rows: readonly (readonly Part[])[]};

export type Scene = {readonly layout: Layout; readonly blocks: readonly Block[]};

const look = {messages: en, symbols: unicode, contacts: noContacts, rule: defaultServiceLevel} as const;

/** The board's rows for renderers that have none of their own: what they cost is small beside the drawing. */
export const createStyledRows = (size: Size): ((board: Board, now: EpochMs) => Scene) => {
	const list = createLineList();
	return (board, now) => {
		const layout = layoutOf(size, {view: 'overview', lines: board.lines.size, queues: board.queues.size});
		const {lines, queues, log} = layout.panels;
		const style = {...look, width: size.columns, now};
		const header = (row: number) => ({...layout.header, row, rows: 1});
		return {
			layout,
			blocks: [
				blockOf({key: 'title', place: header(0), rows: [titleRow(board, style)]}, now),
				blockOf(
					{key: 'figures', place: header(1), rows: [figuresRow(board, summarise(board, defaultServiceLevel), style)]},
					now,
				),
				...(lines ? tiles(list(board, {filter: '', onlyActive: false}), {area: insideOf(lines), board, now}) : []),
				...(queues ? [queueBlock(insideOf(queues), {board, now})] : []),
				...(log ? [logBlock(insideOf(log), {board, now})] : []),
			],
		};
	};
};

type Moment = {readonly board: Board; readonly now: EpochMs};
type Rows = {readonly key: string; readonly place: Rectangle; readonly rows: readonly Row[]};

const blockOf = ({key, place, rows}: Rows, now: EpochMs): Block => ({
	key,
	place,
	rows: rows.map(row => row.map(placed => partOf(placed, now))),
});

const partOf = ({column, width, align, cell}: Placed, now: EpochMs): Part => {
	const age = cell.kind === 'since' ? Math.max(0, now - cell.since) : 0;
	const words = cell.kind === 'since' ? cell.write(age) : cell.text;
	const tone = cell.kind === 'since' ? toneAt(cell, age) : cell.tone;
	return {column: align === 'left' ? column : column + width - words.length, words, tone};
};

const tiles = (lines: readonly Line[], {area, board, now}: Moment & {readonly area: Rectangle}): readonly Block[] => {
	const grid = gridFor(lines.length, area);
	const width = grid.tileWidth;
	const shown = lines.slice(0, grid.columns * grid.tileRows);
	const lastRow = Math.ceil(shown.length / grid.columns) - 1;
	return shown.map((line, index) => {
		const across = index % grid.columns;
		const down = Math.floor(index / grid.columns);
		const rule = across < grid.columns - 1 ? 2 : 0;
		const height = down === lastRow ? 2 : grid.pitch;
		const place = {
			row: area.row + down * grid.pitch,
			column: area.column + across * (width + gap),
			rows: height,
			columns: width + rule,
		};
		const rows = [...lineTile(line, {...look, width, board, isSelected: false}), ...(height > 2 ? [[]] : [])];
		const block = blockOf({key: `line ${index}`, place, rows}, now);
		return rule > 0 ? withRule(block, width + 1) : block;
	});
};

const withRule = (block: Block, column: number): Block => ({
	...block,
	rows: block.rows.map(row => [...row, {column, words: unicode.separator, tone: 'muted'}]),
});

const queueBlock = (place: Rectangle, {board, now}: Moment): Block => {
	const queues = [...board.queues.values()].sort((one, other) => (one.number < other.number ? -1 : 1));
	const rows = queueRows(queues, {...look, width: place.columns, rows: place.rows, board});
	return blockOf({key: 'queues', place, rows: rows.map(({row}) => row)}, now);
};

const logBlock = (place: Rectangle, {board, now}: Moment): Block => {
	const speech = {...look, board};
	const query = {isFound: () => true, isBrief: true, kind: 'all', count: place.rows} as const;
	const entries = newestMatching([board.log.entries], query, board);
	return blockOf(
		{key: 'log', place, rows: entries.map(({event}) => logRow(event, {width: place.columns, speech}))},
		now,
	);
};

/** Titles of the panels, as the board writes them. */
export const panelTitles = (
	board: Board,
): Readonly<Record<'lines' | 'queues' | 'log', readonly [title: string, note: string]>> => ({
	lines: [`${en['lines.title']} ${board.lines.size}`, en['lines.order']],
	queues: [`${en['queues.title']} ${board.queues.size}`, ''],
	log: [en['log.title'], en['log.following']],
});
