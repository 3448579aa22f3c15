// The history on disk, for the board: what ends is written into it while it runs.
import {accountKey} from '../cache/account-key.js';
import type {Board} from '../domain/board.js';
import {endedKept, formerlyEnded} from '../domain/ended.js';
import {historyPath} from '../history/data-directory.js';
import {openHistoryToRead} from '../history/database.js';
import {type HistoryKeeper, keepHistory} from '../history/history-keeper.js';
import {recentlyEnded} from '../history/recent.js';
import type {HistoryAccount} from '../history/record-writer.js';
import type {Options} from '../options.js';
import {defaultEndpoint} from '../providers/ovh/endpoint.js';
import type {BoardStore} from '../runtime/store.js';
import type {Source} from './command.js';
import type {Listening} from './listen.js';

export type History = {
	/** Goes on for this source, and keeps calls for as long as these options say. */
	follow(source: Source, options: Pick<Options, 'historyDays'>): void;
	/** Writes the last. */
	close(): void;
};

/** `--no-history`: nothing is written. */
const noHistory: History = {follow: () => undefined, close: () => undefined};

/**
The store, which before figures begin anew applies what came until then: so the history hears of all that ended before the
board forgets it.
*/
export const settledBeforeReset = (store: BoardStore): BoardStore => ({
	...store,
	dispatch(events) {
		if (events.some(({type}) => type === 'board-reset')) store.flush();
		store.dispatch(events);
	},
});

/**
The board of a former run with the calls that ended since its figures began, as the history has them. Never throws: without
a history, or with one that cannot be read, the list begins anew.
*/
export const withEnded = (board: Board, source: Source, options: Pick<Options, 'history'>): Board => {
	if (!options.history || board.since === null) return board;
	try {
		const db = openHistoryToRead(historyPath(process.env, process.platform));
		if (!db) return board;
		try {
			const question = {endpoint: accountOf(source).endpoint, since: board.since, most: endedKept};
			return {...board, ended: formerlyEnded(recentlyEnded(db, question))};
		} finally {
			db.close();
		}
	} catch {
		// Whoever writes the history says what is wrong with it.
		return board;
	}
};

/** Never throws: a history that cannot be written is said in the log, and the board goes on without it. */
export const startHistory = (
	source: Source,
	{listening, options}: {readonly listening: Listening; readonly options: Pick<Options, 'history' | 'historyDays'>},
): History => {
	if (!options.history) return noHistory;
	const {store, clock, at} = listening;
	const keeper: HistoryKeeper = keepHistory({
		path: historyPath(process.env, process.platform),
		store,
		account: accountOf(source),
		days: options.historyDays,
		at,
		now: Date.now,
		onTick: clock.onTick,
	});
	// A signal leaves no time for anything else.
	process.once('exit', keeper.stop);
	return {
		follow(next, {historyDays}) {
			keeper.move(accountOf(next));
			keeper.keepDays(historyDays);
		},
		close() {
			process.off('exit', keeper.stop);
			keeper.stop();
		},
	};
};

const accountOf = ({endpoint, tokens}: Source): HistoryAccount => {
	const {href} = endpoint ?? new URL(defaultEndpoint);
	return {key: accountKey({endpoint: href, tokens}), endpoint: href};
};
