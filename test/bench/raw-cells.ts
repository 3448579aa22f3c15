import type {Colour, Style} from '../../source/terminal/style.js';

/** Cells, their difference to what the terminal shows, and the bytes for it: as little as a careful hand would write. */
export type RawCells = {
	/** Writes text of one-cell characters; what is equal already costs a comparison. */
	put(row: number, column: number, text: string, style: number): void;
	/** One ASCII character. */
	putCode(row: number, column: number, code: number, style: number): void;
	fill(row: number, column: number, width: number): void;
	/** The bytes that bring the terminal up to date; valid until the next call. */
	flush(): Uint8Array;
};

const blank = 0x20;
const longestBridge = 4;

export const createRawCells = ({
	columns,
	rows,
	styles,
}: {
	readonly columns: number;
	readonly rows: number;
	readonly styles: readonly Style[];
}): RawCells => {
	const wanted = new Int32Array(columns * rows).fill(blank);
	const shown = new Int32Array(columns * rows).fill(blank);
	const left = new Int32Array(rows).fill(columns);
	const right = new Int32Array(rows);
	const changes = transitions(styles);
	const bytes = new Uint8Array(columns * rows * 8 + 64);
	let length = 0;
	let isFirst = true;
	const putCell = (row: number, column: number, cell: number): void => {
		const index = row * columns + column;
		if (wanted[index] === cell) return;
		wanted[index] = cell;
		if (column < (left[row] ?? 0)) left[row] = column;
		if (column >= (right[row] ?? 0)) right[row] = column + 1;
	};
	const ascii = (text: string): void => {
		for (let at = 0; at < text.length; at++) bytes[length++] = text.charCodeAt(at);
	};
	const decimal = (value: number): void => {
		if (value >= 10) decimal((value / 10) | 0);
		bytes[length++] = 0x30 + (value % 10);
	};
	let cursorRow = -1;
	let cursorColumn = -1;
	let pen = 0;
	const putGlyph = (cell: number): void => {
		const style = cell >> 16;
		const unit = cell & 0xffff;
		if (style !== pen) {
			ascii(changes[pen * styles.length + style] ?? '');
			pen = style;
		}
		if (unit < 0x80) bytes[length++] = unit;
		else if (unit < 0x800) {
			bytes[length++] = 0xc0 | (unit >> 6);
			bytes[length++] = 0x80 | (unit & 0x3f);
		} else {
			bytes[length++] = 0xe0 | (unit >> 12);
			bytes[length++] = 0x80 | ((unit >> 6) & 0x3f);
			bytes[length++] = 0x80 | (unit & 0x3f);
		}
		cursorColumn += 1;
	};
	const reach = (row: number, column: number): void => {
		if (row === cursorRow && column === cursorColumn) return;
		const gap = column - cursorColumn;
		if (row === cursorRow && gap > 0 && gap <= longestBridge && isCheap(row * columns, column)) {
			for (let at = cursorColumn; at < column; at++) putGlyph(wanted[row * columns + at] ?? blank);
			return;
		}
		bytes[length++] = 0x1b;
		bytes[length++] = 0x5b;
		if (row === cursorRow && gap > 0) {
			if (gap > 1) decimal(gap);
			bytes[length++] = 0x43;
		} else {
			decimal(row + 1);
			bytes[length++] = 0x3b;
			decimal(column + 1);
			bytes[length++] = 0x48;
		}
		cursorRow = row;
		cursorColumn = column;
	};
	const isCheap = (base: number, column: number): boolean => {
		for (let at = cursorColumn; at < column; at++) {
			const cell = wanted[base + at] ?? blank;
			if (cell >> 16 !== pen || (cell & 0xffff) > 0x7f) return false;
		}
		return true;
	};
	const flushRow = (row: number): void => {
		const base = row * columns;
		const end = right[row] ?? 0;
		for (let column = left[row] ?? 0; column < end; column++) {
			const cell = wanted[base + column] ?? blank;
			if (cell === shown[base + column]) continue;
			reach(row, column);
			putGlyph(cell);
			shown[base + column] = cell;
		}
		left[row] = columns;
		right[row] = 0;
	};
	return {
		put(row, column, text, style) {
			const base = style << 16;
			const end = Math.min(text.length, columns - column);
			for (let at = 0; at < end; at++) putCell(row, column + at, base | text.charCodeAt(at));
		},
		putCode: (row, column, code, style) => putCell(row, column, (style << 16) | code),
		fill(row, column, width) {
			for (let at = column; at < column + width; at++) putCell(row, at, blank);
		},
		flush() {
			length = 0;
			cursorRow = -1;
			ascii(isFirst ? '\u001B[?2026h\u001B[?1049h\u001B[?25l\u001B[H\u001B[2J' : '\u001B[?2026h');
			isFirst = false;
			for (let row = 0; row < rows; row++) if ((left[row] ?? 0) < (right[row] ?? 0)) flushRow(row);
			ascii('\u001B[?2026l');
			return bytes.subarray(0, length);
		},
	};
};

const colours: Partial<Record<Colour, number>> = {
	yellow: 33,
	cyan: 36,
	green: 32,
	gray: 90,
	redBright: 91,
	magentaBright: 95,
};

const codesOf = ({color, bold, inverse}: Style): readonly string[] => [
	...(bold ? ['1'] : []),
	...(inverse ? ['7'] : []),
	...(color ? [String(colours[color] ?? 39)] : []),
];

/** The shorter of setting the new look on top and starting from none. */
const transitions = (styles: readonly Style[]): readonly string[] =>
	styles.flatMap(from =>
		styles.map(to => {
			const fresh = `\u001B[${['0', ...codesOf(to)].join(';')}m`;
			const isEnding = (from.bold && !to.bold) || (from.inverse && !to.inverse);
			const added = codesOf(to).filter(code => !codesOf(from).includes(code));
			const colour = from.color && !to.color ? ['39'] : [];
			const onTop = `\u001B[${[...added, ...colour].join(';')}m`;
			return isEnding ? (codesOf(to).length === 0 ? '\u001B[m' : fresh) : onTop.length < fresh.length ? onTop : fresh;
		}),
	);
