import type {ServerResponse} from 'node:http';
import {type Content, send} from './answers.js';
import {createDamagedAnswers} from './damaged-answers.js';
import {emptyAnswer, eventAnswer} from './event-answers.js';
import type {Dice} from './faults.js';
import type {ServiceSettings} from './service-options.js';
import type {Session} from './session.js';
import {spoilEvents} from './spoilt-events.js';

/** How a session's events reach a client that polls. */
export type Delivery = {
	/** Sends what the session has to get, perhaps nothing. What does not arrive goes back to the session. */
	send(session: Session, response: ServerResponse): void;
	sendEmpty(session: Session, response: ServerResponse): void;
};

export const createDelivery = (settings: DeliverySettings, dice: Dice): Delivery => {
	const answer = createAnswering(settings.dripMs, dice);
	return {
		send: (session, response) => {
			const batch = session.take(settings.maxBatch);
			const isReadable = answer(session, response, eventAnswer(session, spoilEvents(batch.texts, dice)));
			// Once only: by the time a response that hangs is given up, the events may have come on another way.
			if (!isReadable) return session.putBack(batch);
			response.once('close', () => {
				if (!response.writableFinished) session.putBack(batch);
			});
		},
		sendEmpty: (session, response) => {
			answer(session, response, emptyAnswer(session, settings.emptyPoll));
		},
	};
};

/** Answers, damaged or not: false when a fault keeps the client from reading it. */
const createAnswering = (dripMs: number, dice: Dice) => {
	const damaged = createDamagedAnswers(dripMs);
	return (session: Session, response: ServerResponse, content: Content): boolean => {
		const fault = dice.strike('answer');
		if (fault === undefined) {
			send(response, 200, content);
			return true;
		}
		session.noteTrouble();
		damaged[fault].send(response, content);
		return damaged[fault].isReadable;
	};
};

type DeliverySettings = Pick<ServiceSettings, 'maxBatch' | 'emptyPoll' | 'dripMs'>;
