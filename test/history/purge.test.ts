import {mkdirSync, readFileSync, statSync} from 'node:fs';
import {dirname} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {describe, expect, it} from 'vitest';
import {callerId, callId, epochMs} from '../../source/domain/units.js';
import {openHistory, openHistoryToPurge} from '../../source/history/database.js';
import {migrate} from '../../source/history/migrations.js';
import {purgeAll} from '../../source/history/purge.js';
import {at} from '../helpers/builders.js';
import {callRecord, fillHistory, newHistoryPath, stayRecord, writeRecords} from './sample-history.js';

/** So many calls, a second apart, and a tenth as many stays, each ended after 70 s. */
const many = (count: number) => [
	...Array.from({length: count}, (_, index) => callRecord({id: callId(`call ${index}`), ...shifted(index)})),
	...Array.from({length: count / 10}, (_, index) =>
		stayRecord({id: callerId(`stay ${index}`), ...shifted(index * 10), joinedAt: at(index * 10)}),
	),
];

const shifted = (seconds: number) => ({
	startedAt: at(seconds),
	answeredAt: at(seconds + 10),
	waitEndedAt: at(seconds + 10),
	talkEndedAt: at(seconds + 70),
	endedAt: at(seconds + 70),
});

const opened = (path: string): DatabaseSync => {
	const db = openHistoryToPurge(path);
	if (!db) throw new Error('there is no history');
	return db;
};

const counted = (db: DatabaseSync) =>
	db.prepare('SELECT (SELECT count(*) FROM calls) AS calls, (SELECT count(*) FROM stays) AS stays').get();

const isSound = (db: DatabaseSync): boolean => db.prepare('PRAGMA integrity_check').get()?.integrity_check === 'ok';

describe('purgeAll', () => {
	it('deletes what ended before the instant, in steps, and nothing that ended then or later', () => {
		const path = newHistoryPath();
		fillHistory(path, many(1300));
		const db = opened(path);
		const steps = [...purgeAll(db, at(1200 + 70))];
		expect(steps.filter(({calls}) => calls > 0).map(({calls}) => calls)).toEqual([500, 500, 200]);
		expect(steps.reduce((sum, {stays}) => sum + stays, 0)).toBe(120);
		expect(counted(db)).toEqual({calls: 100, stays: 10});
		expect(db.prepare('SELECT min(last_at) AS first FROM calls').get()).toEqual({first: at(1270)});
		expect(db.prepare('SELECT count(*) AS names FROM names').get()).toEqual({names: 2});
		db.close();
	});

	it('leaves what began before and ended after', () => {
		const path = newHistoryPath();
		fillHistory(path, [callRecord()]);
		const db = opened(path);
		expect([...purgeAll(db, at(69))]).toEqual([{calls: 0, stays: 0}]);
		expect([...purgeAll(db, epochMs(at(70) + 1))][0]).toEqual({calls: 1, stays: 0});
		db.close();
	});

	it('gives the space back in several steps, also while a board holds the file, and overwrites what was there', () => {
		const path = newHistoryPath();
		const board = openHistory(path);
		fillHistory(path, many(12_000));
		const before = statSync(path).size + statSync(`${path}-wal`).size;
		const db = opened(path);
		const steps = [...purgeAll(db, at(11_990 + 70))];
		expect(steps.slice(24).length).toBeGreaterThan(1);
		expect(statSync(path).size).toBeLessThan(before / 10);
		expect(statSync(`${path}-wal`).size).toBe(0);
		expect(isSound(board)).toBe(true);
		expect(counted(board)).toEqual({calls: 10, stays: 1});
		db.close();
		board.close();
		const bytes = readFileSync(path, 'latin1');
		expect(bytes).toContain('call 11995');
		expect(bytes).not.toContain('call 11985');
	});

	it('gives the space of a file of a former version back, at once, under a board that writes on', () => {
		const former = newHistoryPath();
		mkdirSync(dirname(former), {recursive: true});
		const old = new DatabaseSync(former);
		migrate(old);
		old.close();
		const board = openHistory(former);
		fillHistory(former, many(3000));
		const db = opened(former);
		expect([...purgeAll(db, at(2990 + 70))].slice(6)).toHaveLength(1);
		expect(statSync(former).size).toBeLessThan(100_000);
		expect(db.prepare('PRAGMA auto_vacuum').get()).toEqual({auto_vacuum: 2});
		writeRecords(board, many(3000));
		expect(counted(board)).toEqual({calls: 3000, stays: 300});
		expect(isSound(board)).toBe(true);
		db.close();
		board.close();
	});

	it('lets others write between its steps, and takes none of that', () => {
		const path = newHistoryPath();
		fillHistory(path, many(3000));
		const db = opened(path);
		let written = 0;
		for (const _step of purgeAll(db, at(9000))) {
			fillHistory(path, [callRecord({id: callId(`new ${written}`), ...shifted(10_000)})]);
			written += 1;
		}
		expect(counted(db)).toEqual({calls: written, stays: 0});
		expect(isSound(db)).toBe(true);
		db.close();
	});

	it('takes nothing from a report that reads on', () => {
		const path = newHistoryPath();
		fillHistory(path, many(1000));
		const reader = openHistory(path);
		reader.exec('BEGIN');
		expect(counted(reader)).toEqual({calls: 1000, stays: 100});
		const db = opened(path);
		for (const _step of purgeAll(db, at(9000)));
		expect(counted(db)).toEqual({calls: 0, stays: 0});
		expect(counted(reader)).toEqual({calls: 1000, stays: 100});
		reader.exec('COMMIT');
		expect(counted(reader)).toEqual({calls: 0, stays: 0});
		db.close();
		reader.close();
	});
});
