import type {DatabaseSync} from 'node:sqlite';
import type {EndedStay} from '../domain/ended.js';
import type {QueueNumber} from '../domain/units.js';

/** Of a report: from the first instant on, up to but without the second. Epoch milliseconds. */
export type Period = {readonly from: number; readonly to: number};

/** What is asked for. `queues`: only these; null: everything. */
export type Question = {readonly period: Period; readonly endpoint: string; readonly queues: readonly string[] | null};

/** What of a stay counts. */
export type CountedStay = Pick<
	EndedStay,
	| 'site'
	| 'queue'
	| 'id'
	| 'stay'
	| 'channel'
	| 'offered'
	| 'outcome'
	| 'agent'
	| 'joinedAt'
	| 'waitEndedAt'
	| 'answeredAt'
	| 'talkEndedAt'
>;

/** The condition that a question comes to, and its values, for the tables of calls and of stays. */
const conditionOf = ({period, endpoint, queues}: Question) => ({
	where: `account IN (SELECT id FROM accounts WHERE endpoint = ?) AND first_at < ? AND last_at >= ?${
		queues === null ? '' : ' AND queue IN (SELECT value FROM json_each(?))'
	}`,
	values: [endpoint, period.to, period.from, ...(queues === null ? [] : [JSON.stringify(queues)])],
});

/** All stays that any part of may count in the period, in the order in which they began. */
export function* countedStays(db: DatabaseSync, question: Question): Generator<CountedStay> {
	const {where, values} = conditionOf(question);
	const rows = db.prepare(
		`SELECT site, queue, id, stay, channel, offered, outcome, agent, joined_at, wait_ended_at, answered_at, talk_ended_at
		FROM stays WHERE ${where} ORDER BY first_at, row`,
	);
	rows.setReturnArrays(true);
	for (const row of rows.iterate(...values)) yield countedStay(row as unknown as CountedRow);
}

type CountedRow = readonly [
	CountedStay['site'],
	CountedStay['queue'],
	CountedStay['id'],
	CountedStay['stay'],
	CountedStay['channel'],
	number,
	CountedStay['outcome'],
	CountedStay['agent'],
	CountedStay['joinedAt'],
	CountedStay['waitEndedAt'],
	CountedStay['answeredAt'],
	CountedStay['talkEndedAt'],
];

const countedStay = (row: CountedRow): CountedStay => {
	const [site, queue, id, stay, channel, offered, outcome, agent, joinedAt, waitEndedAt, answeredAt, talkEndedAt] = row;
	const place = {site, queue, id, stay, channel};
	return {...place, offered: offered === 1, outcome, agent, joinedAt, waitEndedAt, answeredAt, talkEndedAt};
};

/** The channels of the calls that went through more than one queue, or came to one twice. */
export const sharedChannels = (db: DatabaseSync, question: Question): ReadonlySet<string> => {
	const {where, values} = conditionOf(question);
	const rows = db.prepare(
		`SELECT channel FROM stays WHERE ${where} AND channel IS NOT NULL GROUP BY channel HAVING count(*) > 1`,
	);
	rows.setReturnArrays(true);
	return new Set(Array.from(rows.iterate(...values), row => String((row as unknown as readonly unknown[])[0])));
};

/** What a line or a queue was called last, by number. */
export const namesOf = (db: DatabaseSync, kind: 'line' | 'queue'): ReadonlyMap<string, string> => {
	const rows = db.prepare('SELECT number, label FROM names WHERE kind = ?').all(kind);
	return new Map(rows.map(({number, label}) => [String(number), String(label)]));
};

/** All queues there are calls of, in order. */
export const queueNumbers = (db: DatabaseSync, endpoint: string): readonly QueueNumber[] => {
	const rows = db
		.prepare(
			'SELECT DISTINCT queue FROM stays WHERE account IN (SELECT id FROM accounts WHERE endpoint = ?) ORDER BY 1',
		)
		.all(endpoint);
	return rows.map(({queue}) => queue as QueueNumber);
};

/** The services there are calls of. */
export const endpointsOf = (db: DatabaseSync): readonly string[] =>
	db
		.prepare('SELECT DISTINCT endpoint FROM accounts ORDER BY 1')
		.all()
		.map(({endpoint}) => String(endpoint));
