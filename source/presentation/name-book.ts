import type {Board} from '../domain/board.js';

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
		const names = namesOf(board);
		if (!isSame(names, book)) book = names;
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

const isSame = (one: NameBook, other: NameBook): boolean => {
	if (one.size !== other.size) return false;
	for (const [number, name] of one) if (other.get(number) !== name) return false;
	return true;
};
