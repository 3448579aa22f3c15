import type {DatabaseSync} from 'node:sqlite';
import type {Question} from './reading.js';
import type {KeptCall, KeptStay} from './records.js';

/** A call of a line, with the queue it came through where that is known; or a stay in a queue. */
export type Listed = KeptCall | KeptStay;

/** What a query gives for a row, in the order of its columns; arrays are read much faster than objects. */
type CallRow = readonly [
	...Common,
	KeptCall['line'],
	KeptCall['direction'],
	KeptCall['to'],
	KeptCall['dialled'],
	KeptCall['queue'],
	KeptCall['startedAt'],
];

type StayRow = readonly [
	...Common,
	KeptStay['queue'],
	KeptStay['stay'],
	KeptStay['channel'],
	number,
	KeptStay['joinedAt'],
	KeptStay['outcome'],
	KeptStay['waitEndedAt'],
	KeptStay['agent'],
	KeptStay['talkEndedAt'],
	KeptStay['end'],
	number,
];

type Common = readonly [
	firstAt: number,
	lastAt: number,
	site: KeptCall['site'],
	label: string | null,
	id: never,
	from: string,
	answeredAt: KeptCall['answeredAt'],
	endedAt: KeptCall['endedAt'],
];

const common = 'first_at, last_at, site, label, id, caller, answered_at, ended_at';

const tables = {
	calls: `${common}, line, direction, called, dialled, queue, started_at`,
	stays: `${common}, queue, stay, channel, offered, joined_at, outcome, wait_ended_at, agent, talk_ended_at, ending, rung`,
} as const;

const callOf = (row: CallRow): Listed => {
	const [firstAt, lastAt, site, label, id, from, answeredAt, endedAt, line, direction, to, dialled, queue, startedAt] =
		row;
	const times = {startedAt, answeredAt, endedAt, firstAt, lastAt};
	return {kind: 'call', site, line, label, id, direction, from, to, dialled, queue, ...times};
};

const stayOf = (row: StayRow): Listed => {
	const [firstAt, lastAt, site, label, id, from, answeredAt, endedAt, queue, stay, channel, offered, ...rest] = row;
	const [joinedAt, outcome, waitEndedAt, agent, talkEndedAt, end, rung] = rest;
	const times = {joinedAt, waitEndedAt, answeredAt, talkEndedAt, endedAt, firstAt, lastAt};
	const place = {site, queue, label, id, stay, channel, from};
	return {kind: 'stay', ...place, offered: offered === 1, outcome, agent, end, rung, ...times};
};

/** Everything that began in the period, in order of time. */
export function* listedCalls(db: DatabaseSync, question: Question): Generator<Listed> {
	const calls = select<CallRow>(db, 'calls', question);
	const stays = select<StayRow>(db, 'stays', question);
	let [call, stay] = [calls.next(), stays.next()];
	while (!call.done || !stay.done) {
		if (!call.done && (stay.done || call.value[0] <= stay.value[0])) {
			yield callOf(call.value);
			call = calls.next();
		} else if (!stay.done) {
			yield stayOf(stay.value);
			stay = stays.next();
		}
	}
}

const select = <Row>(db: DatabaseSync, table: keyof typeof tables, question: Question): Iterator<Row, undefined> => {
	const {period, endpoint, queues} = question;
	const ofQueues = queues === null ? '' : 'AND queue IN (SELECT value FROM json_each(?))';
	const values = [endpoint, period.from, period.to, ...(queues === null ? [] : [JSON.stringify(queues)])];
	const rows = db.prepare(
		`SELECT ${tables[table]} FROM ${table} WHERE account IN (SELECT id FROM accounts WHERE endpoint = ?)
		AND first_at >= ? AND first_at < ? ${ofQueues} ORDER BY first_at, row`,
	);
	rows.setReturnArrays(true);
	return rows.iterate(...values) as unknown as Iterator<Row, undefined>;
};
