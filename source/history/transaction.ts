import type {DatabaseSync} from 'node:sqlite';

/** Does all of it or nothing. Throws what `work` throws, and what SQLite says. */
export const inTransaction = (db: DatabaseSync, work: () => void): void => {
	db.exec('BEGIN IMMEDIATE');
	try {
		work();
		db.exec('COMMIT');
	} catch (error) {
		// SQLite ends some transactions by itself, as when the disk is full.
		if (db.isTransaction) db.exec('ROLLBACK');
		throw error;
	}
};
