import type {Line} from '../../domain/line.js';
import {type Block, left, type Row, text} from '../../presentation/cells.js';
import {createFilter} from '../../presentation/filter.js';
import {type Grid, gap, gridFor} from '../../presentation/grid.js';
import type {LineList} from '../../presentation/line-list.js';
import {lineTile} from '../../presentation/lines.js';
import type {NameBook} from '../../presentation/name-book.js';
import type {Symbols} from '../../presentation/symbols.js';
import {viewportAround} from '../../presentation/viewport.js';
import type {Canvas, Painter} from '../../terminal/canvas.js';
import type {Scene} from '../scene.js';
import {createBlockPainter} from './block-painter.js';

export type LinesPainterOptions = {readonly scene: Scene; readonly list: LineList};

/** The grid of lines: as many tiles as fit around the selected one. */
export const createLinesPainter = ({scene, list}: LinesPainterOptions): Painter => {
	const tileOf = createTiles(scene);
	const rules = createRules(scene.symbols);
	return createBlockPainter(canvas => {
		const {board, now} = scene.moment();
		const {filter, onlyActive, selected} = scene.ui();
		const lines = list(board, {filter: createFilter(filter), onlyActive});
		const grid = gridFor(lines.length, canvas);
		const place = placeIn(grid, {total: lines.length, selected: lines.findIndex(({number}) => number === selected)});
		const tiles = lines.slice(place.first, place.first + place.count).map((line, index): Block => {
			const row = Math.floor(index / grid.columns) * grid.pitch;
			const column = (index % grid.columns) * (grid.tileWidth + gap);
			return {
				row,
				column,
				width: grid.tileWidth,
				rows: tileOf(line, {width: grid.tileWidth, isSelected: line.number === selected}),
			};
		});
		const between = rules(grid, {rows: canvas.rows, tiles: tiles.length});
		const blocks = tiles.length === 0 ? notice(scene, canvas) : [...tiles, ...between];
		return {blocks, now, styles: scene.styles()};
	});
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

type Shape = {readonly width: number; readonly isSelected: boolean};

/** Tiles are made once per state of a line, width and names. */
const createTiles = ({messages, symbols, moment, names}: Scene): ((line: Line, shape: Shape) => readonly Row[]) => {
	let tiles = new WeakMap<Line, readonly Row[]>();
	let madeFor: {readonly width: number; readonly names: NameBook} | undefined;
	return (line, {width, isSelected}) => {
		if (width !== madeFor?.width || names() !== madeFor.names) tiles = new WeakMap();
		madeFor = {width, names: names()};
		const known = isSelected ? undefined : tiles.get(line);
		const rows = known ?? lineTile(line, {width, board: moment().board, messages, symbols, isSelected});
		if (!isSelected) tiles.set(line, rows);
		return rows;
	};
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
	return [{row: 0, column: 0, width: canvas.columns, rows: [[left(0, canvas.columns, text(words, 'muted'))]]}];
};
