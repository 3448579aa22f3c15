import {chmodSync, closeSync, existsSync, mkdirSync, openSync, renameSync, statSync} from 'node:fs';
import {dirname} from 'node:path';
import type {DatabaseSync} from 'node:sqlite';
import {HistoryNewerError} from './history-trouble.js';
import {migrate, migrations, versionOf} from './migrations.js';
import {loadSqlite} from './sqlite.js';

/** Nobody else on this machine need read telephone numbers; what SQLite puts beside the file gets the same mode. */
const fileMode = 0o600;
const directoryMode = 0o700;

/** How long another writer is waited for: the board stands still meanwhile, and can try again. */
export const busyMs = 30;

/**
Opens the history for a board to write, and makes or migrates it if need be. Throws what SQLite or the system says, and
HistoryNewerError.
*/
export const openHistory = (path: string): DatabaseSync => {
	mkdirSync(dirname(path), {recursive: true, mode: directoryMode});
	return openToWrite(path, busyMs);
};

/** How long a command waits that nobody watches the time of. */
const patientMs = 5000;

/** Opens the history to delete from it; null when there is none. Throws as `openHistory` does. */
export const openHistoryToPurge = (path: string): DatabaseSync | null =>
	existsSync(path) ? openToWrite(path, patientMs) : null;

/**
WAL, so that a report may read while the board writes. A power failure may take the last transactions with it, never the
file: that is what `synchronous = NORMAL` means there. What is purged is overwritten, and a new file can give its space
back bit by bit.
*/
const writing = `
	PRAGMA auto_vacuum = INCREMENTAL;
	PRAGMA journal_mode = WAL;
	PRAGMA synchronous = NORMAL;
	PRAGMA secure_delete = ON;
`;

const openToWrite = (path: string, timeout: number): DatabaseSync => {
	makePrivate(path);
	const {DatabaseSync} = loadSqlite();
	const db = new DatabaseSync(path, {timeout});
	try {
		if (versionOf(db) > migrations.length) throw new HistoryNewerError();
		db.exec(writing);
		migrate(db);
		return db;
	} catch (error) {
		db.close();
		throw error;
	}
};

const makePrivate = (path: string): void => {
	closeSync(openSync(path, 'a', fileMode));
	chmodSync(path, fileMode);
};

/**
Opens the history to read; null when there is none. Throws as `openHistory` does. One that an older version wrote is
migrated first.
*/
export const openHistoryToRead = (path: string): DatabaseSync | null => {
	if (!existsSync(path)) return null;
	const {DatabaseSync} = loadSqlite();
	const open = (): DatabaseSync => new DatabaseSync(path, {readOnly: true, timeout: patientMs});
	const db = open();
	try {
		const version = versionOf(db);
		if (version > migrations.length) throw new HistoryNewerError();
		if (version === migrations.length) return db;
	} catch (error) {
		db.close();
		throw error;
	}
	db.close();
	openHistory(path).close();
	return open();
};

/** How many bytes the history takes on disk, with what is written and not yet in its place. */
export const historyBytes = (path: string): number =>
	['', '-wal'].reduce((sum, ending) => sum + (statSync(`${path}${ending}`, {throwIfNoEntry: false})?.size ?? 0), 0);

/** Puts a damaged file aside, with what SQLite keeps beside it; resolves with its new path. `at`: epoch milliseconds. */
export const setHistoryAside = (path: string, at: number): string => {
	const aside = `${path}.damaged-${Math.trunc(at)}`;
	for (const ending of ['', '-wal', '-shm']) {
		if (existsSync(`${path}${ending}`)) renameSync(`${path}${ending}`, `${aside}${ending}`);
	}
	return aside;
};
