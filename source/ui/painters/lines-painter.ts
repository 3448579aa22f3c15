import type {Line} from '../../domain/line.js';
import {type Block, everySite, left, type Row, text} from '../../presentation/cells.js';
import {type Grid, gap, gridFor} from '../../presentation/grid.js';
import type {LineList} from '../../presentation/line-list.js';
import {lineTile} from '../../presentation/lines.js';
import type {NameBook} from '../../presentation/name-book.js';
import type {Symbols} from '../../presentation/symbols.js';
import {viewportAround} from '../../presentation/viewport.js';
import type {Canvas, Painter} from '../../terminal/canvas.js';
import type {Scene} from '../scene.js';
import type {Ui} from '../ui-state.js';
import {createBlockPainter} from './block-painter.js';

export type LinesPainterOptions = {readonly scene: Scene; readonly list: LineList};

/**
The grid of lines: as many tiles as fit around the selected one. A tile is made anew only when its line, a name, the size
or the screen's state changed.
*/
export const createLinesPainter = ({scene, list}: LinesPainterOptions): Painter => {
	const rulesOf = createRules(scene.symbols);
	let last: Made | undefined;
	return createBlockPainter(canvas => {
		const {board, now} = scene.moment();
		const ui = scene.ui();
		const lines = list(board, ui);
		const {filter} = ui;
		const selected = ui.cursors.overview;
		const basis = {selected, filter, names: scene.names(), columns: canvas.columns, rows: canvas.rows};
		const base = last && isSameBasis(last, basis) ? last : undefined;
		if (base?.lines !== lines) last = {...basis, lines, ...makeBlocks(lines, {scene, canvas, rulesOf, base})};
		return {blocks: last?.blocks ?? [], now, look: scene.look()};
	});
};

/** What tiles depend on beside their lines. */
type Basis = Pick<Ui, 'filter'> & {
	readonly selected: string | undefined;
	readonly names: NameBook;
	readonly columns: number;
	readonly rows: number;
};

type Blocks = {readonly first: number; readonly blocks: readonly Block[]};

type Made = Basis & Blocks & {readonly lines: readonly Line[]};

const isSameBasis = (one: Basis, other: Basis): boolean =>
	one.selected === other.selected &&
	one.filter === other.filter &&
	one.names === other.names &&
	one.columns === other.columns &&
	one.rows === other.rows;

type Making = {
	readonly scene: Scene;
	readonly canvas: Canvas;
	readonly rulesOf: ReturnType<typeof createRules>;
	/** What was made before on the same basis. */
	readonly base: Made | undefined;
};

const makeBlocks = (lines: readonly Line[], {scene, canvas, rulesOf, base}: Making): Blocks => {
	const style = scene.style();
	const selected = scene.ui().cursors.overview;
	const grid = gridFor(lines.length, canvas);
	const {first, count} = placeIn(grid, {
		total: lines.length,
		selected: lines.findIndex(({number}) => number === selected),
	});
	const width = grid.tileWidth;
	const isSamePlace = base?.lines.length === lines.length && base.first === first;
	const tiles = lines.slice(first, first + count).map((line, index): Block => {
		const known = isSamePlace && base.lines[first + index] === line ? base.blocks[index] : undefined;
		if (known) return known;
		const row = Math.floor(index / grid.columns) * grid.pitch;
		const column = (index % grid.columns) * (width + gap);
		const isSelected = line.number === selected;
		const rows = lineTile(line, {...style, width, isSelected});
		return {about: line.site, row, column, width, rows};
	});
	if (tiles.length === 0) return {first, blocks: notice(scene, canvas)};
	return {first, blocks: [...tiles, ...rulesOf(grid, {rows: canvas.rows, tiles: tiles.length})]};
};

/** Whole rows of tiles, moved no further than the selected one needs. */
const placeIn = (
	grid: Grid,
	{total, selected}: {readonly total: number; readonly selected: number},
): {readonly first: number; readonly count: number} => {
	const row = Math.floor(Math.max(0, selected) / grid.columns);
	const {first} = viewportAround(row, {total: Math.ceil(total / grid.columns), page: grid.tileRows});
	return {first: first * grid.columns, count: grid.tileRows * grid.columns};
};

/** The thin lines between the columns of tiles. */
const createRules = (
	symbols: Symbols,
): ((grid: Grid, area: {readonly rows: number; readonly tiles: number}) => readonly Block[]) => {
	const made = new Map<number, readonly Row[]>();
	const ruleOf = (height: number): readonly Row[] => {
		const rows = made.get(height) ?? Array.from({length: height}, () => [left(0, 1, text(symbols.separator, 'muted'))]);
		made.set(height, rows);
		return rows;
	};
	return (grid, {rows, tiles}) => {
		const height = Math.min(rows, Math.ceil(tiles / grid.columns) * grid.pitch - (grid.pitch - 2));
		return Array.from({length: Math.max(0, Math.min(grid.columns, tiles) - 1)}, (_, index) => ({
			about: everySite,
			row: 0,
			column: (index + 1) * (grid.tileWidth + gap) - 2,
			width: 1,
			rows: ruleOf(height),
		}));
	};
};

const notice = (scene: Scene, canvas: Canvas): readonly Block[] => {
	const {filter} = scene.ui();
	const known = scene.moment().board.lines.size;
	const words = scene.messages[known === 0 ? 'feed.waiting' : filter === '' ? 'lines.allFree' : 'lines.none'];
	const rows = [[left(0, canvas.columns, text(words, 'muted'))]];
	return [{about: everySite, row: 0, column: 0, width: canvas.columns, rows}];
};
