import {mkdirSync} from 'node:fs';
import {dirname} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {describe, expect, it} from 'vitest';
import {openHistory, openHistoryToRead} from '../../source/history/database.js';
import {migrate, migrations, versionOf} from '../../source/history/migrations.js';
import {newHistoryPath} from './sample-history.js';

const steps = [
	'CREATE TABLE calls (id TEXT); INSERT INTO calls VALUES (1)',
	"ALTER TABLE calls ADD COLUMN queue TEXT; UPDATE calls SET queue = 'q'",
	'CREATE INDEX calls_queue ON calls (queue)',
];

describe('migrate', () => {
	it.each([0, 1, 2])('brings version %i to the newest with all that is in it', version => {
		const db = new DatabaseSync(':memory:');
		migrate(db, steps.slice(0, version));
		migrate(db, steps);
		migrate(db, steps);
		expect(versionOf(db)).toBe(3);
		expect(db.prepare('SELECT * FROM calls').all()).toEqual([{id: '1', queue: 'q'}]);
	});

	it('does all or nothing', () => {
		const db = new DatabaseSync(':memory:');
		migrate(db, steps.slice(0, 1));
		expect(() => migrate(db, [...steps.slice(0, 2), 'CREATE TABLE calls (id)'])).toThrow('already exists');
		expect(versionOf(db)).toBe(1);
		expect(db.prepare('SELECT * FROM calls').all()).toEqual([{id: '1'}]);
	});

	it('refuses a newer version', () => {
		const db = new DatabaseSync(':memory:');
		migrate(db, steps);
		expect(() => migrate(db, steps.slice(0, 2))).toThrow('newer version');
		expect(versionOf(db)).toBe(3);
	});
});

describe('the file', () => {
	it('is made at the newest version, and stays readable while it is written', () => {
		const path = newHistoryPath();
		const writer = openHistory(path);
		expect(versionOf(writer)).toBe(migrations.length);
		expect(writer.prepare('PRAGMA journal_mode').get()).toEqual({journal_mode: 'wal'});
		writer.exec('BEGIN IMMEDIATE');
		const reader = openHistoryToRead(path);
		expect(reader?.prepare('SELECT count(*) AS n FROM stays').get()).toEqual({n: 0});
		reader?.close();
		writer.exec('ROLLBACK');
		writer.close();
	});

	it('is null to read where there is none, and nothing is made there', () => {
		const path = newHistoryPath();
		expect(openHistoryToRead(path)).toBeNull();
		expect(openHistoryToRead(path)).toBeNull();
	});

	it('is migrated by a report too: an empty file becomes a history', () => {
		const path = newHistoryPath();
		mkdirSync(dirname(path), {recursive: true});
		new DatabaseSync(path).close();
		const db = openHistoryToRead(path);
		expect(db && versionOf(db)).toBe(migrations.length);
		db?.close();
	});
});
