import type {ServerResponse} from 'node:http';
import {answerBody, damagedAnswers, sendJson} from './answers.js';
import type {Dice} from './faults.js';
import type {Session} from './sessions.js';
import {spoilEvents} from './spoilt-events.js';

/** How a session's events reach its client. */
export type Delivery = {
	/** Sends what the session has to get, perhaps nothing. What does not arrive goes back to the session. */
	send(session: Session, response: ServerResponse): void;
	sendEmpty(session: Session, response: ServerResponse): void;
};

/** `maxBatch`: the most events of one answer. */
export const createDelivery = (maxBatch: number, dice: Dice): Delivery => ({
	send: (session, response) => {
		const batch = session.take(maxBatch);
		response.once('close', () => {
			if (!response.writableFinished) session.putBack(batch);
		});
		const isReadable = sendBody({response, session, dice, texts: spoilEvents(batch.texts, dice)});
		if (!isReadable) session.putBack(batch);
	},
	sendEmpty: (session, response) => {
		sendBody({response, session, dice, texts: []});
	},
});

/** False when a fault keeps the client from reading the body. */
const sendBody = ({response, session, dice, texts}: Sending) => {
	const body = answerBody({session: session.id, message: texts.length > 0 ? '' : quietMessage, texts});
	const fault = dice.strike('answer');
	if (!fault) {
		sendJson(response, body);
		return true;
	}
	session.noteTrouble();
	damagedAnswers[fault](response, body);
	return fault === 'drip';
};

type Sending = {
	readonly response: ServerResponse;
	readonly session: Session;
	readonly dice: Dice;
	readonly texts: readonly string[];
};

/** The service says something when it has no event; what, is not known. */
export const quietMessage = 'No event, please poll again';
