import type {Share} from './caller.js';
import {keptAgent, keptChannel, keptKey, keptQueueNumber, keptSite} from './kept-events.js';
import {duration, flag, instant, list, oneOf, orNull, record, table} from './kept-values.js';
import type {Stay} from './whole-call.js';

const share = record<Share>({
	offered: flag,
	outcome: orNull(oneOf('answered', 'abandoned', 'timed-out', 'no-agent', 'opted-out')),
	waited: orNull(duration),
	talked: orNull(duration),
	agent: orNull(keptAgent),
	joinedAt: orNull(instant),
	waitEndedAt: orNull(instant),
	talkEndedAt: orNull(instant),
});

const stay = record<Stay>({key: keptKey, site: keptSite, queue: keptQueueNumber, share});

/** The calls that went through several queues, out of JSON. */
export const keptCalls = table(keptChannel, list(stay));
