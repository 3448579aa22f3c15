import type {Board} from '../domain/board.js';
import type {EventLog, LogEntry} from '../domain/event-log.js';
import {createFilter} from '../presentation/filter.js';
import {matchingEntries} from '../presentation/log-rows.js';
import type {NameBook} from '../presentation/name-book.js';
import type {Scene} from './scene.js';

export type LogListing = {
	/** The entries that the filter lets through, oldest first; in the overview without the details. */
	matching(board: Board): readonly LogEntry[];
};

type Kept = {
	readonly log: EventLog;
	readonly names: NameBook;
	readonly key: string;
	readonly entries: readonly LogEntry[];
};

/** The log as the screen's state wants it, looked through again only when log, names, filter or view changed. */
export const createLogListing = (scene: Scene): LogListing => {
	let last: Kept | undefined;
	return {
		matching(board) {
			const {filter, view} = scene.ui();
			const key = `${view} ${filter}`;
			const names = scene.names();
			if (last?.log === board.log && last.names === names && last.key === key) return last.entries;
			const query = {filter: createFilter(filter), isBrief: view === 'overview'};
			const entries = matchingEntries(board.log.entries, query, {messages: scene.messages, board});
			last = {log: board.log, names, key, entries};
			return entries;
		},
	};
};
