import type {BoardEvent, BoardEventType} from '../domain/event.js';
import type {SiteName} from '../domain/units.js';
import type {Messages} from '../i18n/en.js';
import {noContacts} from '../presentation/contacts.js';
import {formatClock} from '../presentation/format.js';
import {eventSentence, eventSubject} from '../presentation/log.js';
import type {BoardReader, Sink} from '../runtime/store.js';

export type ConditionOptions = {
	readonly write: (line: string) => void;
	readonly messages: Messages;
	/** Where names are looked up. */
	readonly reader: BoardReader;
};

/** Passes events on, and says in a line when the connection of a site comes, goes, or is refused. */
export const conditionSink = (inner: Sink, {write, messages, reader}: ConditionOptions): Sink => {
	const last = new Map<SiteName, BoardEventType>();
	const isNews = (event: BoardEvent): boolean => {
		if (event.type !== 'feed-live' && event.type !== 'feed-failed' && event.type !== 'feed-refused') return false;
		const isChange = last.get(event.site) !== event.type;
		last.set(event.site, event.type);
		return isChange;
	};
	return {
		dispatch(events) {
			inner.dispatch(events);
			const speech = {messages, board: reader.getSnapshot(), contacts: noContacts};
			for (const event of events.filter(isNews)) {
				write(`${formatClock(event.at)}  ${eventSubject(event, speech)}  ${eventSentence(event, speech)}`);
			}
		},
	};
};
