import type {Board} from '../../source/domain/board.js';
import {lost} from '../../source/domain/figures.js';
import {mergeTallies} from '../../source/domain/tally.js';

/** The callers of all queues of the day so far. */
export type Totals = {readonly offered: number; readonly answered: number; readonly lost: number};

export const totalsOf = ({queues}: Pick<Board, 'queues'>): Totals => {
	const day = mergeTallies(Array.from(queues.values(), ({tally}) => tally));
	return {offered: day.offered, answered: day.answered, lost: lost(day)};
};
