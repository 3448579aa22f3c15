import type {Board} from '../domain/board.js';
import {type EpochMs, epochMs} from '../domain/units.js';
import type {Clock} from './clock.js';

/**
Now on the service's clock, in which all events are timed: ours less its offset, as far as a feed knows it. One that is
live knows it best.
*/
export const serviceTime = (board: Board, clock: Pick<Clock, 'now'>): EpochMs => {
	const telling = [...board.feeds.values()].filter(({clockOffsetMs}) => clockOffsetMs !== null);
	const feed = telling.find(({condition}) => condition.kind === 'live') ?? telling[0];
	return epochMs(clock.now() - (feed?.clockOffsetMs ?? 0));
};
