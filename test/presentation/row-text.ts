import type {EpochMs} from '../../source/domain/units.js';
import {type Placed, type Row, toneAt} from '../../source/presentation/cells.js';
import {widthOf} from '../../source/presentation/width.js';
import {at} from '../helpers/builders.js';

const now = at(0);

/** What a cell says at an instant. */
export const wordsOf = ({cell}: Placed, instant: EpochMs = now): string =>
	cell.kind === 'text' ? cell.text : cell.write(Math.max(0, instant - cell.since));

/** The tone of the cell that says this; undefined when none does. */
export const toneOf = (row: Row, words: string, instant: EpochMs = now): string | undefined => {
	const placed = row.find(candidate => wordsOf(candidate, instant).trim() === words);
	if (placed === undefined) return undefined;
	return placed.cell.kind === 'text' ? placed.cell.tone : toneAt(placed.cell, Math.max(0, instant - placed.cell.since));
};

/** The row as it stands on a screen, without blanks at its end. A wide character is followed by nothing. */
export const rowText = (row: Row, instant: EpochMs = now): string => {
	const cells: string[] = [];
	for (const placed of row) {
		const words = wordsOf(placed, instant);
		const indent = placed.align === 'left' ? 0 : placed.width - widthOf(words);
		let column = placed.column + indent;
		for (const character of words) {
			cells[column] = character;
			for (let extra = 1; extra < widthOf(character); extra++) cells[column + extra] = '';
			column += widthOf(character);
		}
	}
	return Array.from(cells, cell => cell ?? ' ')
		.join('')
		.trimEnd();
};

/** Cells that stick out of their own width, out of the row, or lie on one another. */
export const misplaced = (row: Row, width: number, instant: EpochMs = now): readonly string[] => {
	const ordered = [...row].sort((one, other) => one.column - other.column);
	return ordered.flatMap((placed, index) => {
		const words = wordsOf(placed, instant);
		const next = ordered[index + 1]?.column ?? width;
		const isTooWide = widthOf(words) > placed.width;
		return isTooWide || placed.column < 0 || placed.column + placed.width > next
			? [`${words} at ${placed.column}`]
			: [];
	});
};
