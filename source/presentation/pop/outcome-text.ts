import {eventSentence} from '../log.js';
import type {Speech} from '../names.js';
import type {PopOutcome} from './pops.js';

/** What came of a pop that somebody asked for, in a sentence. */
export const outcomeText = (outcome: PopOutcome, speech: Speech): string => {
	switch (outcome.type) {
		case 'pop-done':
		case 'pop-failed':
		case 'pop-offered':
			return eventSentence(outcome, speech);
		default:
			return speech.messages[`pop.outcome.${outcome.type}`];
	}
};
