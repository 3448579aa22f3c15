import type {DatabaseSync} from 'node:sqlite';
import {HistoryNewerError} from './history-trouble.js';
import {inTransaction} from './transaction.js';

/**
What makes each version of the file out of the one before; the first makes it out of nothing. Never changed once
published: another is added. Instants are milliseconds since 1970, whole where the service gives them whole.
*/
export const migrations: readonly string[] = [
	`
	-- Who listened, and to which service: what the simulator told never counts for another service's.
	CREATE TABLE accounts (id INTEGER PRIMARY KEY, key TEXT NOT NULL, endpoint TEXT NOT NULL, UNIQUE (key, endpoint));
	-- What lines and queues were called last.
	CREATE TABLE names (
		kind TEXT NOT NULL, number TEXT NOT NULL, label TEXT NOT NULL, told_at INTEGER NOT NULL,
		PRIMARY KEY (kind, number)
	) WITHOUT ROWID;
	CREATE TABLE calls (
		row INTEGER PRIMARY KEY, account INTEGER NOT NULL,
		site TEXT, line TEXT NOT NULL, label TEXT, id TEXT NOT NULL, direction TEXT, caller TEXT, called TEXT, dialled TEXT,
		started_at INTEGER, answered_at INTEGER, ended_at INTEGER,
		-- The queue that the call came through, where that is known.
		queue TEXT,
		-- The earliest and the latest of its instants.
		first_at INTEGER NOT NULL, last_at INTEGER NOT NULL
	);
	CREATE INDEX calls_by_id ON calls (id);
	CREATE INDEX calls_by_time ON calls (first_at, last_at);
	CREATE TABLE stays (
		row INTEGER PRIMARY KEY, account INTEGER NOT NULL,
		site TEXT, queue TEXT NOT NULL, label TEXT, id TEXT NOT NULL, stay INTEGER NOT NULL, channel TEXT, caller TEXT,
		offered INTEGER NOT NULL, joined_at INTEGER, outcome TEXT, wait_ended_at INTEGER,
		agent TEXT, answered_at INTEGER, talk_ended_at INTEGER, ended_at INTEGER, ending TEXT, rung INTEGER,
		first_at INTEGER NOT NULL, last_at INTEGER NOT NULL
	);
	CREATE INDEX stays_by_id ON stays (id);
	CREATE INDEX stays_by_time ON stays (first_at, last_at);
	`,
];

export const versionOf = (db: DatabaseSync): number => Number(db.prepare('PRAGMA user_version').get()?.user_version);

/**
Brings the file to the newest version, all or nothing. Throws HistoryNewerError for one that a newer program made, which
is left as it is.
*/
export const migrate = (db: DatabaseSync, steps: readonly string[] = migrations): void => {
	if (checkVersion(db, steps) === steps.length) return;
	inTransaction(db, () => {
		// Another board may have done it in the meantime.
		for (const step of steps.slice(checkVersion(db, steps))) db.exec(step);
		db.exec(`PRAGMA user_version = ${steps.length}`);
	});
};

const checkVersion = (db: DatabaseSync, steps: readonly string[]): number => {
	const version = versionOf(db);
	if (version > steps.length) throw new HistoryNewerError();
	return version;
};
