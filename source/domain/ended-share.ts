/** What a recorded stay counts for, so that figures can be made from records as they are from the board. */

import {noShare, type Share} from './caller.js';
import type {EndedStay} from './ended.js';
import {type DurationMs, durationMs, type EpochMs} from './units.js';

/** What of a record tells what it counts for. */
export type CountedFacts = Pick<
	EndedStay,
	'offered' | 'outcome' | 'agent' | 'joinedAt' | 'waitEndedAt' | 'answeredAt' | 'talkEndedAt'
>;

/**
The share of a stay that ended, out of its record: the same as its caller had on the board, unless counting began anew
while the stay lasted. Then the record counts as if it had not, and the board as of the new day.
*/
export const shareOfEnded = (stay: CountedFacts): Share => {
	const {offered, outcome, agent, joinedAt, waitEndedAt, answeredAt, talkEndedAt} = stay;
	return {
		...noShare,
		offered,
		joinedAt,
		outcome,
		waitEndedAt,
		waited: outcome === null ? null : between(joinedAt, outcome === 'answered' ? answeredAt : waitEndedAt),
		agent,
		talked: between(answeredAt, talkEndedAt),
		talkEndedAt,
	};
};

const between = (start: EpochMs | null, end: EpochMs | null): DurationMs | null =>
	start === null || end === null ? null : durationMs(end - start);
