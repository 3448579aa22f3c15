import type {DatabaseSync} from 'node:sqlite';

/** How many rows of a table are deleted at a time, so that the board never stands still for long. */
export const purgedAtOnce = 500;

/** Deletes some of what ended before an instant; true when there may be more. Throws what SQLite says. */
export const purgeSome = (db: DatabaseSync, before: number): boolean => {
	let isMore = false;
	for (const table of ['calls', 'stays']) {
		const {changes} = db
			.prepare(
				`DELETE FROM ${table} WHERE row IN (SELECT row FROM ${table} WHERE first_at < $before AND last_at < $before LIMIT ${purgedAtOnce})`,
			)
			.run({before});
		if (Number(changes) === purgedAtOnce) isMore = true;
	}
	return isMore;
};
