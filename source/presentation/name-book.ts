import type {Board} from '../domain/board.js';
import {lineNumber} from '../domain/units.js';

/** The names of all numbers, by number. */
export type NameBook = ReadonlyMap<string, string>;

/**
Gives the names a board knows; the same book as before while no name was added, changed or lost. Rows that were made with
one book are right as long as it is the book.
*/
export const createNameBook = (): ((board: Pick<Board, 'lines' | 'queues'>) => NameBook) => {
	let book: NameBook = new Map();
	let madeOf: Pick<Board, 'lines' | 'queues'> | undefined;
	return board => {
		if (madeOf?.lines === board.lines && madeOf.queues === board.queues) return book;
		madeOf = {lines: board.lines, queues: board.queues};
		if (!holds(book, board)) book = namesOf(board);
		return book;
	};
};

const namesOf = ({lines, queues}: Pick<Board, 'lines' | 'queues'>): NameBook => {
	const names = new Map<string, string>();
	for (const table of [queues, lines]) {
		for (const {number, label} of table.values()) if (label !== null) names.set(number, label);
	}
	return names;
};

/** True when the book says of every number what the board says, and of no other number anything. */
const holds = (book: NameBook, {lines, queues}: Pick<Board, 'lines' | 'queues'>): boolean => {
	let named = 0;
	for (const {number, label} of lines.values()) {
		if (label === null) continue;
		if (book.get(number) !== label) return false;
		named += 1;
	}
	for (const {number, label} of queues.values()) {
		if (label === null || lines.get(lineNumber(number))?.label) continue;
		if (book.get(number) !== label) return false;
		named += 1;
	}
	return named === book.size;
};
