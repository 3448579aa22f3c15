import type {DatabaseSync} from 'node:sqlite';
import type {Task} from './pending.js';
import {callTable, createShelf, stayTable} from './record-tables.js';
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
		`INSERT INTO names (kind, number, label, told_at) VALUES (?1, ?2, ?3, ?4)
		ON CONFLICT (kind, number) DO UPDATE SET label = ?3, told_at = ?4 WHERE told_at <= ?4`,
	);
	return {
		write(tasks, {account, isOwn}) {
			inTransaction(db, () => {
				const id = accountId(db, account);
				for (const {key, record, isWithdrawn} of tasks) {
					const options = {account: id, isOwn: isOwn(key), isWithdrawn};
					if (record.kind === 'call') calls.put(record, options);
					else stays.put(record, options);
				}
				for (const {kind, number, label, at} of namesIn(tasks)) name.run(kind, number, label, at);
			});
		},
	};
};

type Name = {readonly kind: string; readonly number: string; readonly label: string; readonly at: number};

/** What each line and queue was called last. */
const namesIn = (tasks: readonly Task[]): Iterable<Name> => {
	const names = new Map<string, Name>();
	for (const {record} of tasks) {
		const {label, lastAt: at} = record;
		if (label === null) continue;
		const [kind, number] = record.kind === 'call' ? ['line', record.line] : ['queue', record.queue];
		const key = `${kind} ${number}`;
		if (at >= (names.get(key)?.at ?? at)) names.set(key, {kind, number, label, at});
	}
	return names.values();
};

const accountId = (db: DatabaseSync, {key, endpoint}: HistoryAccount): number => {
	db.prepare('INSERT OR IGNORE INTO accounts (key, endpoint) VALUES (?, ?)').run(key, endpoint);
	return Number(db.prepare('SELECT id FROM accounts WHERE key = ? AND endpoint = ?').get(key, endpoint)?.id);
};
