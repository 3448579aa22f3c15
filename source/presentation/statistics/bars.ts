import type {Symbols} from '../symbols.js';

type Scaled = {readonly value: number; readonly most: number};

/** The share of the most, 0–1; 0 where there is no most. */
const shareOf = ({value, most}: Scaled): number => (most <= 0 ? 0 : Math.min(1, Math.max(0, value / most)));

/** A bar from left to right, of halves of a cell; what is more than nothing is seen. Never wider than `width`. */
export const barOf = (
	scaled: Scaled,
	{width, symbols}: {readonly width: number; readonly symbols: Symbols},
): string => {
	const share = shareOf(scaled);
	const halves = share === 0 ? 0 : Math.max(1, Math.round(share * width * 2));
	if (width <= 0) return '';
	return symbols.bar.full.repeat(Math.floor(halves / 2)) + (halves % 2 === 1 ? symbols.bar.half : '');
};

/** How high a value stands, as one character: nothing is the lowest, and only nothing is. */
export const levelOf = (scaled: Scaled, {levels}: Pick<Symbols, 'levels'>): string =>
	levels[Math.ceil(shareOf(scaled) * (levels.length - 1))] ?? '';

/** A bar from below, cell by cell from the top, of eighths of a cell; what is more than nothing is seen. */
export const columnOf = (
	scaled: Scaled,
	{rows, symbols}: {readonly rows: number; readonly symbols: Symbols},
): readonly string[] => {
	const {levels} = symbols;
	const share = shareOf(scaled);
	const eighths = share === 0 ? 0 : Math.max(1, Math.round(share * rows * levels.length));
	return Array.from({length: rows}, (_, row) => {
		const left = eighths - (rows - 1 - row) * levels.length;
		return left <= 0 ? ' ' : (levels[Math.min(left, levels.length) - 1] ?? ' ');
	});
};

type Lost = {readonly lost: number; readonly offered: number; readonly most: number};

/**
How many cells from below stand for the lost: whole ones, one at least where somebody was lost, unless the bar is but one
cell and less than half of it. Above them something stays as long as not all were lost.
*/
export const lostCells = ({lost, offered, most}: Lost, rows: number): number => {
	if (lost <= 0) return 0;
	const cells = Math.max(1, Math.round(shareOf({value: lost, most}) * rows));
	if (lost >= offered) return cells;
	const height = Math.ceil(shareOf({value: offered, most}) * rows);
	return height > 1 ? Math.min(cells, height - 1) : Number(lost * 2 >= offered);
};
