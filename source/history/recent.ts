import type {DatabaseSync, SQLOutputValue} from 'node:sqlite';
import type {Ended, EndedCall, EndedStay} from '../domain/ended.js';

/** Of which service, from which instant on, and how many at most. */
export type RecentQuestion = {readonly endpoint: string; readonly since: number; readonly most: number};

/** What ended last, in the order in which it ended. News that it was made of is not stored: trails are empty. */
export const recentlyEnded = (db: DatabaseSync, question: RecentQuestion): readonly Ended[] => {
	const rowsOf = (table: 'calls' | 'stays') => newest(db, table, question);
	const ended = [...rowsOf('calls').map(callOf), ...rowsOf('stays').map(stayOf)];
	return ended.sort((one, other) => one.endedAt - other.endedAt).slice(-question.most);
};

type Row = Readonly<Record<string, SQLOutputValue>>;

const newest = (db: DatabaseSync, table: string, {endpoint, since, most}: RecentQuestion): readonly Row[] =>
	db
		.prepare(
			`SELECT * FROM ${table} WHERE account IN (SELECT id FROM accounts WHERE endpoint = ?)
			AND last_at >= ? AND ended_at >= ? ORDER BY last_at DESC LIMIT ?`,
		)
		.all(endpoint, since, since, most);

// Each column holds what the board wrote there.
const callOf = (row: Row): EndedCall =>
	({
		kind: 'call',
		site: row.site,
		line: row.line,
		label: row.label,
		id: row.id,
		direction: row.direction,
		from: row.caller,
		to: row.called,
		dialled: row.dialled,
		startedAt: row.started_at,
		answeredAt: row.answered_at,
		endedAt: row.ended_at,
		trail: [],
	}) as unknown as EndedCall;

const stayOf = (row: Row): EndedStay =>
	({
		kind: 'stay',
		site: row.site,
		queue: row.queue,
		label: row.label,
		id: row.id,
		stay: row.stay,
		channel: row.channel,
		from: row.caller,
		offered: row.offered === 1,
		joinedAt: row.joined_at,
		outcome: row.outcome,
		waitEndedAt: row.wait_ended_at,
		agent: row.agent,
		answeredAt: row.answered_at,
		talkEndedAt: row.talk_ended_at,
		endedAt: row.ended_at,
		end: row.ending,
		rung: row.rung,
		trail: [],
	}) as unknown as EndedStay;
