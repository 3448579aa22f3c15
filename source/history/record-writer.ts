import type {DatabaseSync} from 'node:sqlite';
import type {Task} from './pending.js';
import {callTable, createShelf, stayTable} from './record-tables.js';
import type {Kept} from './records.js';
import {inTransaction} from './transaction.js';

/** Whose board it was: `key` of `accountKey`, and the address of the service. */
export type HistoryAccount = {readonly key: string; readonly endpoint: string};

export type RecordWriter = {
	/**
	Writes records, and deletes those withdrawn, all or none. Throws what SQLite says.

	A record is found again by service, number and identity, whatever account or site it came by, so that of two boards
	that hear the same call none counts it twice; of two accounts of it, the one that tells more stays. One that lies
	apart in time from those of its identity is another: some services know callers by their number only, and count
	their stays anew each day.
	*/
	write(tasks: readonly Task[], options: WriteOptions): void;
};

export type WriteOptions = {
	readonly account: HistoryAccount;
	/** Whether this board wrote the record of this key before, and so knows better now. */
	readonly isOwn: (key: string) => boolean;
};

export const createRecordWriter = (db: DatabaseSync): RecordWriter => {
	const calls = createShelf(db, callTable);
	const stays = createShelf(db, stayTable);
	const name = db.prepare(
		`INSERT INTO names (kind, number, label, told_at) VALUES ($kind, $number, $label, $at)
		ON CONFLICT (kind, number) DO UPDATE SET label = $label, told_at = $at WHERE told_at <= $at`,
	);
	return {
		write(tasks, {account, isOwn}) {
			inTransaction(db, () => {
				const id = accountId(db, account);
				for (const {key, record, isWithdrawn} of tasks) {
					const options = {account: id, isOwn: isOwn(key), isWithdrawn};
					if (record.kind === 'call') calls.put(record, options);
					else stays.put(record, options);
					if (record.label !== null) name.run({...namedBy(record), label: record.label, at: record.lastAt});
				}
			});
		},
	};
};

const namedBy = (record: Kept): {readonly kind: string; readonly number: string} =>
	record.kind === 'call' ? {kind: 'line', number: record.line} : {kind: 'queue', number: record.queue};

const accountId = (db: DatabaseSync, {key, endpoint}: HistoryAccount): number => {
	db.prepare('INSERT OR IGNORE INTO accounts (key, endpoint) VALUES (?, ?)').run(key, endpoint);
	return Number(db.prepare('SELECT id FROM accounts WHERE key = ? AND endpoint = ?').get(key, endpoint)?.id);
};
