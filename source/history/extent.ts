import type {DatabaseSync} from 'node:sqlite';

/** How much there is, of all services, and from when to when, in epoch milliseconds; null when there is nothing. */
export type Extent = {
	readonly calls: number;
	readonly stays: number;
	readonly period: {readonly from: number; readonly to: number} | null;
};

/** Throws what SQLite says. */
export const extentOf = (db: DatabaseSync): Extent => {
	const count = (table: 'calls' | 'stays'): number =>
		Number(db.prepare(`SELECT count(*) AS count FROM ${table}`).get()?.count);
	const span = db
		.prepare(
			`SELECT min(first_at) AS first, max(last_at) AS last FROM
			(SELECT first_at, last_at FROM calls UNION ALL SELECT first_at, last_at FROM stays)`,
		)
		.get();
	const isEmpty = span === undefined || span.first === null;
	return {
		calls: count('calls'),
		stays: count('stays'),
		period: isEmpty ? null : {from: Number(span.first), to: Number(span.last)},
	};
};
