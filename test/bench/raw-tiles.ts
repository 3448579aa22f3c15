import type {Board} from '../../source/domain/board.js';
import {type Call, callState, peer, timedSince} from '../../source/domain/call.js';
import type {Line} from '../../source/domain/line.js';
import {lineNumber} from '../../source/domain/units.js';
import {en} from '../../source/i18n/en.js';
import {type Grid, gap, gridFor} from '../../source/presentation/grid.js';
import type {Rectangle} from '../../source/presentation/layout.js';
import {unicode} from '../../source/presentation/symbols.js';
import {formatNumber} from '../../source/presentation/telephone.js';
import type {RawCells} from './raw-cells.js';
import {tone} from './raw-look.js';

type Slot = {readonly line: Line; readonly since: number};
type Scene = {readonly now: number; readonly area: Rectangle};

const timerWidth = 8;

/** Draws the grid of lines: a whole tile when its line changed, else its timer, digit by digit. */
export const createRawTiles = (cells: RawCells): ((board: Board, scene: Scene) => void) => {
	const slots: Slot[] = [];
	let byName: readonly string[] = [];
	let drawnFrom: Board['lines'] | undefined;
	let shown: readonly Line[] = [];
	let grid: Grid = {columns: 1, tileRows: 1, tileWidth: 1, pitch: 2};
	return (board, {now, area}) => {
		if (board.lines !== drawnFrom) {
			if (board.lines.size !== byName.length) {
				byName = namesInOrder(board);
				grid = gridFor(byName.length, area);
				drawRules(cells, {area, grid, tiles: Math.min(byName.length, grid.columns * grid.tileRows)});
				slots.length = 0;
			}
			shown = busyFirst(board, byName).slice(0, grid.columns * grid.tileRows);
			drawnFrom = board.lines;
		}
		for (let index = 0; index < shown.length; index++) {
			const line = shown[index];
			if (!line) continue;
			const row = area.row + Math.floor(index / grid.columns) * grid.pitch;
			const column = area.column + (index % grid.columns) * (grid.tileWidth + gap);
			const spot = {row, column, width: grid.tileWidth};
			if (slots[index]?.line !== line) slots[index] = {line, since: drawTile(cells, {line, board, spot})};
			const since = slots[index]?.since ?? -1;
			if (since >= 0) drawAge(cells, {row, end: column + grid.tileWidth, age: now - since, style: timerStyle(line)});
		}
	};
};

const namesInOrder = (board: Board): readonly string[] => {
	const collator = new Intl.Collator(undefined, {numeric: true, sensitivity: 'base'});
	const name = (line: Line) => line.label ?? formatNumber(line.number);
	return [...board.lines.values()]
		.sort((one, other) => collator.compare(name(one), name(other)))
		.map(({number}) => number);
};

const busyFirst = (board: Board, byName: readonly string[]): readonly Line[] => {
	const busy: Line[] = [];
	const idle: Line[] = [];
	for (const number of byName) {
		const line = board.lines.get(lineNumber(number));
		if (line) (line.calls.size > 0 ? busy : idle).push(line);
	}
	return busy.concat(idle);
};

const drawRules = (
	cells: RawCells,
	{area, grid, tiles}: {readonly area: Rectangle; readonly grid: Grid; readonly tiles: number},
): void => {
	const height = Math.min(area.rows, Math.ceil(tiles / grid.columns) * grid.pitch - (grid.pitch - 2));
	for (let at = 1; at < Math.min(grid.columns, tiles); at++) {
		const column = area.column + at * (grid.tileWidth + gap) - 2;
		for (let row = 0; row < height; row++) cells.put(area.row + row, column, unicode.separator, tone.muted);
	}
};

const foremost = (line: Line): Call | undefined => {
	let best: Call | undefined;
	for (const call of line.calls.values()) if (!best || order(call) < order(best)) best = call;
	return best;
};

const order = (call: Call): number => ['in-call', 'on-hold', 'ringing'].indexOf(callState(call)) >>> 0;

type State = 'in-call' | 'on-hold' | 'ringing' | 'free';
const tones = {'in-call': tone.busy, 'on-hold': tone.held, ringing: tone.ringing, free: tone.free} as const;
const stateOf = (call: Call | undefined): State => (call ? (callState(call) as State) : 'free');

const timerStyle = (line: Line): number => {
	const state = stateOf(foremost(line));
	return state === 'in-call' ? tone.strong : tones[state];
};

type Tile = {
	readonly line: Line;
	readonly board: Board;
	readonly spot: {readonly row: number; readonly column: number; readonly width: number};
};

/** Returns the start of the running time, -1 when none runs. */
const drawTile = (cells: RawCells, {line, board, spot}: Tile): number => {
	const {row, column, width} = spot;
	const call = foremost(line);
	const state = stateOf(call);
	const name = cut(line.label ?? formatNumber(line.number), width - 2 - (call ? timerWidth : 0));
	const word = en[`status.${state}`];
	const used = `${line.calls.size}/${line.simultaneousLines ?? unicode.dash}`;
	cells.fill(row, column, width - (call ? timerWidth : 0));
	cells.fill(row + 1, column, width - used.length);
	cells.put(row, column, unicode.status[state], tones[state]);
	cells.put(row, column + 2, name, call ? tone.strong : tone.plain);
	const hasWord = name.length + 1 + word.length <= width - 2 - timerWidth;
	if (call && hasWord) cells.put(row, column + 3 + name.length, word, state === 'in-call' ? tone.muted : tones[state]);
	cells.put(row + 1, column + width - used.length, used, tone.muted);
	if (!call) {
		cells.put(row + 1, column + 2, `${word}  ${formatNumber(line.number)}`, tone.muted);
		return -1;
	}
	cells.put(row + 1, column, unicode.direction[call.direction], tone.muted);
	const other = peer(call);
	const otherName = board.lines.get(lineNumber(other))?.label ?? formatNumber(other);
	cells.put(row + 1, column + 2, cut(otherName, width - used.length - 3), tone.plain);
	return timedSince(call);
};

const cut = (name: string, width: number): string =>
	name.length <= width ? name : `${name.slice(0, width - 1)}${unicode.cut}`;

type Age = {readonly row: number; readonly end: number; readonly age: number; readonly style: number};

/** `h:mm:ss` at the right of its place, without making a string. */
const drawAge = (cells: RawCells, {row, end, age, style}: Age): void => {
	const seconds = Math.max(0, Math.floor(age / 1000));
	const minutes = Math.floor(seconds / 60);
	let hours = minutes < 60 ? 0 : Math.floor(minutes / 60);
	drawPair(cells, {row, column: end - 2, value: seconds % 60, style});
	cells.putCode(row, end - 3, 0x3a, style);
	drawPair(cells, {row, column: end - 5, value: minutes % 60, style});
	let column = end - 6;
	if (hours > 0) cells.putCode(row, column--, 0x3a, style);
	for (; hours > 0; hours = Math.floor(hours / 10)) cells.putCode(row, column--, 0x30 + (hours % 10), style);
	cells.fill(row, end - timerWidth, column - (end - timerWidth) + 1);
};

const drawPair = (
	cells: RawCells,
	{
		row,
		column,
		value,
		style,
	}: {readonly row: number; readonly column: number; readonly value: number; readonly style: number},
): void => {
	cells.putCode(row, column, 0x30 + Math.floor(value / 10), style);
	cells.putCode(row, column + 1, 0x30 + (value % 10), style);
};
