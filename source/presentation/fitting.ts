import {left, type Placed, type Tone, text} from './cells.js';
import {cutTo, widthOf} from './width.js';

/** Some words in a tone. */
export type Piece = {readonly words: string; readonly tone: Tone};

/** Blanks between two pieces. */
const gap = 2;

export const sizeOf = (pieces: readonly Piece[]): number =>
	pieces.reduce((sum, {words}) => sum + widthOf(words) + gap, pieces.length > 0 ? -gap : 0);

/** The first that fits of several ways to say something, from the most to the least; the last is cut if it must be. */
export const firstFitting = (
	ways: readonly (() => readonly Piece[])[],
	{width, cut}: {readonly width: number; readonly cut: string},
): readonly Piece[] => {
	let last: readonly Piece[] = [];
	for (const way of ways) {
		last = way();
		if (sizeOf(last) <= width) return last;
	}
	return cutPieces(last, {width, cut});
};

const cutPieces = (
	pieces: readonly Piece[],
	{width, cut}: {readonly width: number; readonly cut: string},
): readonly Piece[] => {
	const kept: Piece[] = [];
	let room = width;
	for (const {words, tone} of pieces) {
		if (room <= 0) break;
		kept.push({words: cutTo(words, room, cut), tone});
		room -= widthOf(words) + gap;
	}
	return kept;
};

/** The pieces beside one another, from a column on. */
export const placePieces = (pieces: readonly Piece[], column: number): readonly Placed[] => {
	let at = column;
	return pieces.map(({words, tone}) => {
		const width = widthOf(words);
		const placed = left(at, width, text(words, tone));
		at += width + gap;
		return placed;
	});
};
