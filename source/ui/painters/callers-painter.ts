import type {Caller} from '../../domain/caller.js';
import {type Block, everySite, left, type Row, text} from '../../presentation/cells.js';
import type {NameBook} from '../../presentation/name-book.js';
import {callerColumns, nobody} from '../../presentation/queues/caller-columns.js';
import type {CallerKind, CallerList} from '../../presentation/queues/caller-list.js';
import type {Present} from '../../presentation/queues/people.js';
import type {Style} from '../../presentation/style.js';
import {type Fitted, fitColumns} from '../../presentation/table/columns.js';
import {headingRow, tableRow} from '../../presentation/table/rows.js';
import {cutTo} from '../../presentation/width.js';
import type {Canvas, Painter} from '../../terminal/canvas.js';
import type {Scene} from '../scene.js';
import type {ShownCallers} from '../views/callers.js';
import {createBlockPainter} from './block-painter.js';

export type CallersPainterOptions = {
	readonly scene: Scene;
	readonly kind: CallerKind;
	readonly shown: () => ShownCallers;
};

/** Fewer rows than this have no titles: the callers matter more. */
const leastWithTitles = 4;

/** Callers, as many as there is room for, then how many more there are. Only what is in sight is made. */
export const createCallersPainter = ({scene, kind, shown}: CallersPainterOptions): Painter => {
	const rowsFor = createRows(scene);
	let made: {readonly of: ShownCallers; readonly size: string; readonly blocks: readonly Block[]} | undefined;
	return createBlockPainter(canvas => {
		const of = shown();
		const size = `${canvas.columns}x${canvas.rows}`;
		if (made?.of !== of || made.size !== size) {
			const columns = fitColumns(callerColumns(kind, of.queue !== null), canvas.columns, of.list.style);
			made = {of, size, blocks: blocksOf({...of, kind, canvas, columns, rowsOf: rowsFor(columns, of.list.style)})};
		}
		return {blocks: made.blocks, now: scene.moment().now, look: scene.look()};
	});
};

type Columns = readonly Fitted<Present>[];
type RowsOf = (present: Present) => readonly Row[];
type Making = {
	readonly list: CallerList;
	readonly kind: CallerKind;
	readonly canvas: Canvas;
	readonly columns: Columns;
	readonly rowsOf: RowsOf;
};

type Line = Pick<Block, 'about' | 'rows'>;

const blocksOf = (making: Making): readonly Block[] => {
	const {list, canvas, columns} = making;
	const {callers, style} = list;
	const isTitled = canvas.rows >= leastWithTitles && callers.length > 0;
	const titles: Line = {about: null, rows: [headingRow(columns, {...style, sorting: null})]};
	const page = Math.max(0, canvas.rows - (isTitled ? 1 : 0));
	const lines: readonly Line[] = [...(isTitled ? [titles] : []), ...linesOf(making, page)];
	return lines.map((line, row) => ({...line, row, column: 0, width: canvas.columns}));
};

const linesOf = (making: Making, page: number): readonly Line[] => {
	const {list, kind, rowsOf} = making;
	const {callers, style} = list;
	const {messages, symbols} = style;
	if (callers.length === 0 && page > 0) {
		return [notice(messages[style.board.since === null ? 'feed.waiting' : nobody[kind]], making)];
	}
	// In a single row who is there longest says more than how many there are, which the heading tells.
	const count = callers.length > page && page > 1 ? page - 1 : Math.min(page, callers.length);
	const shown = callers.slice(0, count).map((present): Line => ({about: present.queue.site, rows: rowsOf(present)}));
	if (count === callers.length || page <= 1) return shown;
	return [...shown, notice(`${symbols.cut} ${messages['queues.andMore'](callers.length - count)}`, making)];
};

const notice = (words: string, {canvas: {columns}, list: {style}}: Making): Line => ({
	about: everySite,
	rows: [[left(0, columns, text(cutTo(words, columns, style.symbols.cut), 'muted'))]],
});

/** Rows are made once for a caller as they are, while columns and names stay. */
const createRows = ({names}: Scene): ((columns: Columns, style: Style) => RowsOf) => {
	let made = new WeakMap<Caller, readonly Row[]>();
	let madeFor: {readonly shape: string; readonly names: NameBook} | undefined;
	return (columns, style) => {
		const shape = columns.map(({column, width}) => `${column.key} ${width}`).join();
		if (madeFor?.shape !== shape || madeFor.names !== names()) made = new WeakMap();
		madeFor = {shape, names: names()};
		return present => {
			const known = made.get(present.caller);
			if (known) return known;
			const rows = [tableRow(present, {columns, style, isSelected: false})];
			made.set(present.caller, rows);
			return rows;
		};
	};
};
