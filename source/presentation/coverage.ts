import type {Board} from '../domain/board.js';
import {missedMs} from '../domain/missed.js';
import type {EpochMs} from '../domain/units.js';
import type {Messages} from '../i18n/en.js';
import type {Piece} from './fitting.js';
import {formatSince, formatSpan} from './format.js';

type Covered = Pick<Board, 'since' | 'missed'>;
type Style = {readonly now: EpochMs; readonly messages: Messages};

/** Less than this is not worth a word. */
const worthSaying = 60_000;

/** In a narrower row of figures there is no room for what they miss; the row above says it instead. */
export const roomForCoverage = 100;

/** What the figures cover and how much of that they miss, from the longest way to say it to the shortest. */
export const coverage = (board: Covered, style: Style): readonly (readonly Piece[])[] => {
	if (board.since === null) return [];
	const since = style.messages['figure.since'](formatSince(board.since, style.now));
	const missed = missedPieces(board, style);
	if (missed.length === 0) return [[{words: since, tone: 'muted'}]];
	return [missed.map(({words, tone}) => ({words: `${since}, ${words}`, tone})), missed];
};

/** How long news were missed, if it was long enough. */
export const missedPieces = (board: Covered, {messages}: Style): readonly Piece[] => {
	const missed = missedMs(board);
	if (missed < worthSaying) return [];
	return [{words: messages['figure.missed'](formatSpan(missed, messages)), tone: 'warning'}];
};
