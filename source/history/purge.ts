import type {DatabaseSync} from 'node:sqlite';
import {busyMs} from './database.js';

/** How many were deleted. */
export type Purged = {readonly calls: number; readonly stays: number};

/** How many rows of a table are deleted at a time, so that the board never stands still for long. */
const purgedAtOnce = 500;

/** Deletes some of what ended before an instant. Throws what SQLite says. */
export const purgeSome = (db: DatabaseSync, before: number): Purged => {
	const purge = (table: keyof Purged): number =>
		Number(
			db
				.prepare(
					`DELETE FROM ${table} WHERE row IN (SELECT row FROM ${table} WHERE first_at < $before AND last_at < $before LIMIT ${purgedAtOnce})`,
				)
				.run({before}).changes,
		);
	return {calls: purge('calls'), stays: purge('stays')};
};

/** Whether there may be more after some. */
export const isMoreAfter = ({calls, stays}: Purged): boolean => Math.max(calls, stays) === purgedAtOnce;

/**
Deletes all that ended before an instant, and gives the space back to the disk: in steps of some milliseconds, so that
boards that write the same file get their turn between two. Yields what each step deleted. Throws what SQLite says.
*/
export function* purgeAll(db: DatabaseSync, before: number): Generator<Purged> {
	let purged: Purged;
	do {
		purged = purgeSome(db, before);
		yield purged;
	} while (isMoreAfter(purged));
	for (const _step of freeing(db)) yield {calls: 0, stays: 0};
}

/** How many pages are given back at a time. */
const pagesAtOnce = 500;

function* freeing(db: DatabaseSync): Generator<void> {
	const asked = (pragma: string): number => Number(db.prepare(`PRAGMA ${pragma}`).get()?.[pragma]);
	const isBitByBit = asked('auto_vacuum') === bitByBit;
	while (asked('freelist_count') > 0) {
		// Files of former versions are written anew, once, and can give space back bit by bit from then on.
		db.exec(isBitByBit ? `PRAGMA incremental_vacuum(${pagesAtOnce})` : 'VACUUM');
		yield;
	}
	// Only this makes the file shorter. A report that still reads what was there is not waited for: boards would wait too.
	db.exec(`PRAGMA busy_timeout = ${busyMs}; PRAGMA wal_checkpoint(TRUNCATE)`);
}

/** Source: sqlite.org/pragma.html, auto_vacuum. */
const bitByBit = 2;
