import type {Symbols} from '../../source/presentation/symbols.js';
import {widthOf} from '../../source/presentation/width.js';
import type {SeenCell} from '../terminal/emulator.js';

/** What stands in each cell; the second half of a wide character is an empty text. */
export type ScreenText = readonly (readonly string[])[];

export const screenOf = (cells: readonly (readonly SeenCell[])[]): ScreenText =>
	cells.map(row => row.flatMap(({text}) => [text, ...Array<string>(Math.max(0, widthOf(text) - 1)).fill('')]));

/** How each cell looks, cell by cell as in `screenOf`. */
export const looksOf = (cells: readonly (readonly SeenCell[])[]): ScreenText =>
	cells.map(row => row.flatMap(({text, look}) => Array<string>(Math.max(1, widthOf(text))).fill(look)));

/** A border by its corners. */
export type Frame = {readonly top: number; readonly left: number; readonly bottom: number; readonly right: number};

type Border = Symbols['border'];

/** The borders on the screen, from the top, found by their corners; one corner may look like another. */
export const panelsOf = (screen: ScreenText, {border}: Pick<Symbols, 'border'>): readonly Frame[] => {
	const found: Frame[] = [];
	const isTaken = (row: number, column: number): boolean =>
		found.some(({top, left, bottom, right}) => row >= top && row <= bottom && column >= left && column <= right);
	for (const [top, row] of screen.entries()) {
		for (const [left, text] of row.entries()) {
			if (text !== border.topLeft || isTaken(top, left) || row[left + 1] !== border.top) continue;
			const right = row.findIndex((other, column) => column > left && other === border.topRight);
			const bottom = screen.findIndex((other, line) => line > top && other[left] === border.bottomLeft);
			found.push({top, left, bottom, right});
		}
	}
	return found;
};

/** Whether a border has no gap: only its title, at the top, may stand in it. */
export const isClosed = (screen: ScreenText, frame: Frame, {border}: Pick<Symbols, 'border'>): boolean => {
	const {top, left, bottom, right} = frame;
	if (bottom <= top || right <= left) return false;
	const sides = screen.slice(top + 1, bottom).every(row => row[left] === border.left && row[right] === border.right);
	const below = screen[bottom]?.slice(left, right + 1) ?? [];
	return sides && isTop(screen[top]?.slice(left, right + 1) ?? [], border) && isBottom(below, border);
};

const isBottom = (row: readonly string[], border: Border): boolean =>
	row[0] === border.bottomLeft &&
	row.at(-1) === border.bottomRight &&
	row.slice(1, -1).every(text => text === border.bottom);

/** Corner, line, title between blanks, line to the other corner. */
const isTop = (row: readonly string[], border: Border): boolean => {
	const [first, second, third] = row;
	const end = row.lastIndexOf(' ');
	return (
		first === border.topLeft &&
		second === border.top &&
		third === ' ' &&
		row.slice(end + 1, -1).every(text => text === border.top) &&
		row.at(-1) === border.topRight
	);
};

/** Two rows that belong to one line, each as wide as its place. */
export type SeenTile = {readonly head: string; readonly detail: string};

/** The tiles in the panel of lines, cut at the thin lines between them. */
export const tilesOf = (
	screen: ScreenText,
	panel: Frame | undefined,
	{separator, status}: Symbols,
): readonly SeenTile[] => {
	if (!panel) return [];
	const inside = screen.slice(panel.top + 1, panel.bottom).map(row => row.slice(panel.left + 2, panel.right - 1));
	const cuts = (inside[0] ?? []).flatMap((text, column) => (text === separator ? [column] : []));
	// All columns of tiles are as wide as the first; what is left over stays blank.
	const width = (cuts[0] ?? (inside[0]?.length ?? 0) + 1) - 1;
	const starts = [0, ...cuts.map(column => column + 2)];
	const marks = new Set<string>(Object.values(status));
	return inside.flatMap((row, at) =>
		starts.flatMap(start => {
			const isTile = marks.has(row[start] ?? '') && row[start + 1] === ' ' && (row[start + 2] ?? ' ') !== ' ';
			const detail = inside[at + 1]?.slice(start, start + width).join('') ?? '';
			const isHead = isTile && /\/(\d+|—|-) *$/.test(detail);
			return isHead
				? [
						{
							head: row.slice(start, start + width).join(''),
							detail,
						},
					]
				: [];
		}),
	);
};
