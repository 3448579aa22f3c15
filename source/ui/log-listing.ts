import type {Board} from '../domain/board.js';
import type {EventLog, LogEntry} from '../domain/event-log.js';
import {createFilter, everything} from '../presentation/filter.js';
import {logLists, newestMatching, searchTexts} from '../presentation/log-entries.js';
import type {LogKind} from '../presentation/log-kinds.js';
import type {NameBook} from '../presentation/name-book.js';
import type {Scene} from './scene.js';

export type LogListing = {
	/** The entries that kind and filter let through, oldest first; in the overview without the details, whatever the kind. */
	matching(board: Board): readonly LogEntry[];
	/** The last of them. */
	newest(board: Board, count: number): readonly LogEntry[];
	/** How many of them are newer than that one. */
	newer(board: Board, sequence: number): number;
};

/** The log as the screen's state wants it, looked through again only when log, names, filter, kind or view changed. */
export const createLogListing = (scene: Scene): LogListing => {
	const isFound = createSearch(scene);
	const look = (board: Board, count: number): readonly LogEntry[] => {
		const {isBrief, kind, hasRegistered} = wishOf(scene);
		const lists = logLists(board.log, {kind, hasRegistered});
		return newestMatching(lists, {isFound: isFound(board), isBrief, kind, count}, board);
	};
	const all = remember(scene, look);
	const newest = remember(scene, look);
	const matching = (board: Board) => all(board, Number.POSITIVE_INFINITY);
	return {
		matching,
		newest,
		newer: (board, sequence) => newerThan(matching(board), sequence),
	};
};

/** Entries are in order: looked for from the end. */
const newerThan = (entries: readonly LogEntry[], sequence: number): number =>
	entries.length - 1 - entries.findLastIndex(entry => entry.sequence <= sequence);

type Wish = {readonly isBrief: boolean; readonly kind: LogKind; readonly hasRegistered: boolean};

const wishOf = (scene: Scene): Wish => {
	const {view, logKind, hasRegistered} = scene.ui();
	return view === 'log'
		? {isBrief: false, kind: logKind, hasRegistered}
		: {isBrief: true, kind: 'all', hasRegistered: false};
};

/** Tells whether the filter lets an entry through: found out once per entry, as long as filter and names stay. */
const createSearch = (scene: Scene) => {
	let passes = everything;
	let known = new WeakMap<LogEntry, boolean>();
	let madeFor: {readonly filter: string; readonly names: NameBook} | undefined;
	return (board: Board): ((entry: LogEntry) => boolean) => {
		const {filter} = scene.ui();
		const names = scene.names();
		if (madeFor?.filter !== filter || madeFor.names !== names) {
			madeFor = {filter, names};
			passes = createFilter(filter);
			known = new WeakMap();
		}
		if (passes === everything) return () => true;
		const speech = {...scene.style(), board};
		return entry => {
			const before = known.get(entry);
			if (before !== undefined) return before;
			const isFound = passes(searchTexts(entry.event, speech));
			known.set(entry, isFound);
			return isFound;
		};
	};
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
		const {isBrief, kind, hasRegistered} = wishOf(scene);
		const key = `${isBrief} ${kind} ${hasRegistered} ${count} ${scene.ui().filter}`;
		const names = scene.names();
		if (last?.log === board.log && last.names === names && last.key === key) return last.entries;
		last = {log: board.log, names, key, entries: look(board, count)};
		return last.entries;
	};
};
