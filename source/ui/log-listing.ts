import type {Board} from '../domain/board.js';
import type {EventLog, LogEntry} from '../domain/event-log.js';
import {createFilter} from '../presentation/filter.js';
import {matchingEntries, newestMatching} from '../presentation/log-rows.js';
import type {NameBook} from '../presentation/name-book.js';
import type {Scene} from './scene.js';

export type LogListing = {
	/** The entries that the filter lets through, oldest first; in the overview without the details. */
	matching(board: Board): readonly LogEntry[];
	/** The last of them. */
	newest(board: Board, count: number): readonly LogEntry[];
};

/** The log as the screen's state wants it, looked through again only when log, names, filter or view changed. */
export const createLogListing = (scene: Scene): LogListing => {
	const query = () => {
		const {filter, view} = scene.ui();
		return {filter: createFilter(filter), isBrief: view === 'overview'};
	};
	const speech = (board: Board) => ({messages: scene.messages, board});
	const all = remember(scene, board => matchingEntries(board.log.entries, query(), speech(board)));
	const newest = remember(scene, (board, count) =>
		newestMatching(board.log.entries, {...query(), count}, speech(board)),
	);
	return {matching: board => all(board, 0), newest};
};

type Look = (board: Board, count: number) => readonly LogEntry[];

type Kept = {
	readonly log: EventLog;
	readonly names: NameBook;
	readonly key: string;
	readonly entries: readonly LogEntry[];
};

const remember = (scene: Scene, look: Look): Look => {
	let last: Kept | undefined;
	return (board, count) => {
		const {filter, view} = scene.ui();
		const key = `${view} ${count} ${filter}`;
		const names = scene.names();
		if (last?.log === board.log && last.names === names && last.key === key) return last.entries;
		last = {log: board.log, names, key, entries: look(board, count)};
		return last.entries;
	};
};
