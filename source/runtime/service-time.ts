import type {Board} from '../domain/board.js';
import {type EpochMs, epochMs} from '../domain/units.js';
import type {Clock} from './clock.js';

/** Now on the service's clock, in which all events are timed: ours less its offset, as far as a feed knows it. */
export const serviceTime = (board: Board, clock: Pick<Clock, 'now'>): EpochMs => {
	const offsets = [...board.feeds.values()].map(({clockOffsetMs}) => clockOffsetMs).filter(offset => offset !== null);
	return epochMs(clock.now() - (offsets[0] ?? 0));
};
