import {type Content, json, plain} from './answers.js';
import {eventForms} from './event-forms.js';
import type {ServiceSettings} from './service-options.js';
import type {Session} from './session.js';

/** The answer to a poll with events, JSON texts of v1, oldest first. */
export const eventAnswer = ({id, form}: Session, texts: readonly string[]): Content => {
	const events = `[${texts.map(eventForms[form]).join(',')}]`;
	if (form === 'v2') return json(events);
	const message = texts.length > 0 ? '' : quietMessage;
	return json(`{"Session":${JSON.stringify(id)},"Message":${JSON.stringify(message)},"Events":${events}}`);
};

/** The answer to a poll that was held and found nothing. */
export const emptyAnswer = (session: Session, emptyPoll: EmptyPoll): Content =>
	session.form === 'v1' ? eventAnswer(session, []) : emptyPolls[emptyPoll];

type EmptyPoll = ServiceSettings['emptyPoll'];

const emptyPolls: Readonly<Record<EmptyPoll, Content>> = {
	'timeout-text': plain('Timeout, please reconnect'),
	'empty-list': json('[]'),
	null: json('null'),
	'empty-body': plain(''),
};

/** v1 says something when it has no event; what, is not known. */
const quietMessage = 'No event, please poll again';
