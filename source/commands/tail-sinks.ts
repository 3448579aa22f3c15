import type {BoardEvent} from '../domain/event.js';
import type {SiteName} from '../domain/units.js';
import type {Messages} from '../i18n/en.js';
import type {Contacts} from '../presentation/contacts.js';
import {formatClock} from '../presentation/format.js';
import {eventSentence, eventSubject} from '../presentation/log.js';
import type {BoardStore, Sink} from '../runtime/store.js';
import {eventJson, isInternal} from './event-json.js';

type Write = (line: string) => void;

/** Every event as JSON; of a feed that stays live only the first news of it. */
export const jsonSink = (store: BoardStore, write: Write): Sink => {
	const live = new Set<SiteName>();
	const isNews = (event: BoardEvent): boolean => {
		if (event.type === 'feed-failed' || event.type === 'feed-refused') live.delete(event.site);
		if (event.type !== 'feed-live') return !isInternal(event);
		const wasLive = live.has(event.site);
		live.add(event.site);
		return !wasLive;
	};
	return {
		dispatch: events => {
			store.dispatch(events);
			for (const event of events) if (isNews(event)) write(eventJson(event));
		},
	};
};

/** What the board finds worth an entry in its log, in plain words: the time, whom it is about, what happened. */
export const newsSink = (
	store: BoardStore,
	{write, messages, contacts}: {readonly write: Write; readonly messages: Messages; readonly contacts: Contacts},
): Sink => ({
	dispatch: events => {
		const before = store.getSnapshot().log.last;
		store.dispatch(events);
		store.flush();
		const board = store.getSnapshot();
		const speech = {messages, board, contacts};
		for (const {sequence, event} of board.log.entries) {
			if (sequence <= before) continue;
			write(
				`${formatClock(event.at)}  ${eventSubject(event, speech).padEnd(subjectWidth)}  ${eventSentence(event, speech)}`,
			);
		}
	},
});

/** Most names fit; a longer one moves the rest of its line. */
const subjectWidth = 16;
