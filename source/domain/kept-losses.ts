import {keptKey, keptQueueNumber, keptSite} from './kept-events.js';
import {duration, instant, oneOf, orNull, record, text} from './kept-values.js';
import {type Loss, lossOutcomes, type Settlement} from './loss.js';
import {idLimit} from './text.js';

/** A lost caller out of JSON; as JSON it is as it is. */
export const keptLoss = record<Loss>({
	key: keptKey,
	site: keptSite,
	queue: keptQueueNumber,
	from: text(),
	at: instant,
	waited: orNull(duration),
	outcome: oneOf(...lossOutcomes),
	settled: orNull(
		record<Settlement>({by: oneOf('answered', 'called-back', 'hand'), at: instant, who: orNull(text(idLimit))}),
	),
});
