import type {Tally} from '../../source/domain/tally.js';
import {type Buckets, bucketList} from '../../source/domain/times.js';
import type {EpochMs} from '../../source/domain/units.js';

/** The tallies by the start of their time. */
export const byStart = (buckets: Buckets): ReadonlyMap<EpochMs, Tally> =>
	new Map(bucketList(buckets).map(({start, tally}) => [start, tally]));
