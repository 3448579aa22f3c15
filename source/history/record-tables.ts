import type {DatabaseSync, SQLInputValue} from 'node:sqlite';
import type {KeptCall, KeptStay} from './records.js';

/** Where records of a kind are stored, and what of them. */
type Table<Record> = {
	readonly name: string;
	/** What is in each column. */
	readonly columns: Readonly<{[column: string]: (record: Record) => SQLInputValue}>;
	/** The columns that, with the service and the time, tell a record from all others. */
	readonly identity: readonly string[];
	/** True of a stored record that tells more than the one at hand, as columns and `$columns`. */
	readonly isFuller: string;
	/** Columns that are not forgotten when a correction does not know them. */
	readonly lasting: readonly string[];
};

export const callTable: Table<KeptCall> = {
	name: 'calls',
	columns: {
		site: call => call.site,
		line: call => call.line,
		label: call => call.label,
		id: call => call.id,
		direction: call => call.direction,
		caller: call => call.from,
		called: call => call.to,
		dialled: call => call.dialled,
		started_at: call => call.startedAt,
		answered_at: call => call.answeredAt,
		ended_at: call => call.endedAt,
		queue: call => call.queue,
		first_at: call => call.firstAt,
		last_at: call => call.lastAt,
	},
	identity: ['id', 'line'],
	lasting: ['queue'],
	isFuller: '(answered_at IS NOT NULL AND $answered_at IS NULL) OR started_at < $started_at',
};

export const stayTable: Table<KeptStay> = {
	name: 'stays',
	columns: {
		site: stay => stay.site,
		queue: stay => stay.queue,
		label: stay => stay.label,
		id: stay => stay.id,
		stay: stay => stay.stay,
		channel: stay => stay.channel,
		caller: stay => stay.from,
		offered: stay => (stay.offered ? 1 : 0),
		joined_at: stay => stay.joinedAt,
		outcome: stay => stay.outcome,
		wait_ended_at: stay => stay.waitEndedAt,
		agent: stay => stay.agent,
		answered_at: stay => stay.answeredAt,
		talk_ended_at: stay => stay.talkEndedAt,
		ended_at: stay => stay.endedAt,
		ending: stay => stay.end,
		rung: stay => stay.rung,
		first_at: stay => stay.firstAt,
		last_at: stay => stay.lastAt,
	},
	identity: ['id', 'queue', 'stay'],
	lasting: [],
	isFuller: 'offered > $offered OR (outcome IS NOT NULL AND $outcome IS NULL)',
};

/** Puts records into a table, each where it stands already or as a new row; or takes them out. */
export type Shelf<Record> = {
	put(record: Record, options: PutOptions): void;
};

type PutOptions = {
	/** The row of the account. */
	readonly account: number;
	/** The record stands there as this board wrote it: its word counts more than what it told before. */
	readonly isOwn: boolean;
	readonly isWithdrawn: boolean;
};

export const createShelf = <Record>(db: DatabaseSync, table: Table<Record>): Shelf<Record> => {
	const {name, columns, identity, isFuller, lasting} = table;
	const names = Object.keys(columns);
	const readers = Object.values(columns);
	const numbered = numbering(['account', ...names, 'row']);
	const assigned = (column: string): string =>
		`${column} = ${lasting.includes(column) ? `coalesce($${column}, ${column})` : `$${column}`}`;
	const find = db.prepare(
		numbered(`SELECT row, (${isFuller}) AS isFuller FROM ${name}
		WHERE ${identity.map(column => `${column} = $${column}`).join(' AND ')}
		AND first_at <= $last_at AND last_at >= $first_at AND account IN (
			SELECT id FROM accounts WHERE endpoint = (SELECT endpoint FROM accounts WHERE id = $account)
		) LIMIT 1`),
	);
	const insert = db.prepare(
		numbered(
			`INSERT INTO ${name} (account, ${names.join(', ')}) VALUES ($account, ${names.map(column => `$${column}`).join(', ')})`,
		),
	);
	const update = db.prepare(
		numbered(`UPDATE ${name} SET account = $account, ${names.map(assigned).join(', ')} WHERE row = $row`),
	);
	const remove = db.prepare(`DELETE FROM ${name} WHERE row = ?`);
	return {
		put(record, {account, isOwn, isWithdrawn}) {
			const values = [account, ...readers.map(read => read(record))];
			const found = find.get(...values);
			if (isWithdrawn) {
				if (found && isOwn) remove.run(found.row ?? null);
			} else if (!found) insert.run(...values);
			else if (isOwn || !found.isFuller) update.run(...values, found.row ?? null);
		},
	};
};

/**
Gives statements that name their values as `$column` the places of these instead: a value by place takes half the time
of one by name. Whoever runs one gives all values up to the last that it names.
*/
const numbering =
	(names: readonly string[]) =>
	(statement: string): string =>
		statement.replace(/\$(\w+)/g, (_, name: string) => `?${names.indexOf(name) + 1}`);
