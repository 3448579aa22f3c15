import {mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';
import type {DatabaseSync} from 'node:sqlite';
import {describe, expect, it} from 'vitest';
import {callerId, callId, channelId} from '../../source/domain/units.js';
import {openHistory, openHistoryToRead} from '../../source/history/database.js';
import {usualLimits} from '../../source/history/history-keeper.js';
import {
	alice,
	at,
	bridged,
	gaveUp,
	joined,
	left,
	offered,
	onCall,
	reset,
	served,
	start,
	support,
	unbridged,
} from '../helpers/builders.js';
import {account, keepSample, newHistoryPath} from './sample-history.js';

const limits = {writeTicks: 1, retryTicks: 2, firstPurgeTicks: 1, purgeTicks: 3};

type Row = Readonly<Record<string, unknown>>;

const rowsOf = (path: string, table: 'calls' | 'stays'): readonly Row[] => {
	const db = openHistoryToRead(path);
	const rows = db?.prepare(`SELECT * FROM ${table} ORDER BY first_at, row`).all() ?? [];
	db?.close();
	return rows;
};

const outcomes = (path: string) => rowsOf(path, 'stays').map(({id, outcome}) => `${id} ${outcome}`);

const isSound = (path: string): boolean => {
	const db = openHistoryToRead(path);
	const found = db?.prepare('PRAGMA integrity_check').get();
	db?.close();
	return found?.integrity_check === 'ok';
};

const timeTold = {
	type: 'feed-received',
	at: at(1),
	site: 'default',
	events: 1,
	rejected: 0,
	lastEventAt: at(1),
	clockOffsetMs: 0,
} as const;

describe('keepHistory', () => {
	it('writes calls and stays that ended, readable by their owner only', () => {
		const path = newHistoryPath();
		const kept = keepSample(path, {limits});
		kept.tell(
			...served('a', {joins: 0, answered: 10, ends: 70}),
			onCall('ringing-started', 1),
			onCall('ringing-ended', 9),
		);
		kept.tick();
		expect(rowsOf(path, 'stays')).toMatchObject([
			{id: 'a', offered: 1, outcome: 'answered', joined_at: at(0), answered_at: at(10), talk_ended_at: at(70)},
		]);
		expect(rowsOf(path, 'calls')).toMatchObject([{started_at: at(1), answered_at: null, ended_at: at(9)}]);
		for (const name of readdirSync(dirname(path))) {
			expect(statSync(`${dirname(path)}/${name}`).mode & 0o777, name).toBe(0o600);
		}
		expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
		expect(JSON.stringify(rowsOf(path, 'stays'))).not.toContain('trail');
		kept.keeper.stop();
		expect(readdirSync(dirname(path))).toEqual(['history.db']);
	});

	it('waits for some seconds, writes what came meanwhile at once, and the last at the end', () => {
		const path = newHistoryPath();
		const kept = keepSample(path);
		kept.tell(...gaveUp('a', {joins: 0, leaves: 9}));
		kept.tick(usualLimits.writeTicks - 1);
		expect(rowsOf(path, 'stays')).toEqual([]);
		kept.tell(...gaveUp('b', {joins: 1, leaves: 9}));
		kept.tick();
		expect(outcomes(path)).toEqual(['a abandoned', 'b abandoned']);
		kept.tell(...gaveUp('c', {joins: 2, leaves: 9}));
		kept.keeper.stop();
		expect(outcomes(path)).toHaveLength(3);
	});

	it('loses nothing of many at once, nor over a reset', () => {
		const path = newHistoryPath();
		const kept = keepSample(path, {limits});
		kept.tell(...Array.from({length: 1500}, (_, index) => gaveUp(`a${index}`, {joins: 0, leaves: 9})).flat());
		kept.tell(reset(20));
		kept.tell(...gaveUp('b', {joins: 21, leaves: 29}));
		kept.tick(5);
		expect(rowsOf(path, 'stays')).toHaveLength(1501);
		kept.keeper.stop();
	});

	it('says when more ended at once than the board remembers', () => {
		const kept = keepSample(newHistoryPath(), {limits});
		kept.tell(...Array.from({length: 2100}, (_, index) => gaveUp(`a${index}`, {joins: 0, leaves: 9})).flat());
		kept.tick();
		expect(kept.problems()).toEqual(['100 calls ended at once, more than can be kept']);
		kept.keeper.stop();
	});

	it('says nothing of what ended and was corrected, or went on after all, between two looks', () => {
		const path = newHistoryPath();
		const kept = keepSample(path, {limits});
		const [served, back] = ['a', 'b'].map(id => ({callerId: callerId(id)}));
		kept.tell(joined(0, served), bridged(5, served), unbridged(9, {...served, answeredAt: at(5)}), left(9, served));
		kept.tell(
			...[joined(0, back), bridged(5, back), unbridged(9, {...back, answeredAt: at(5)})],
			unbridged(10, {...back, answeredAt: at(5), bridged: false}),
		);
		kept.tick();
		expect(outcomes(path)).toEqual(['a answered']);
		expect(kept.problems()).toEqual([]);
		kept.keeper.stop();
	});

	it('corrects what it wrote, and takes back what goes on after all', () => {
		const path = newHistoryPath();
		const kept = keepSample(path, {limits});
		const who = {callerId: callerId('a')};
		kept.tell(joined(0, who), bridged(5, who), unbridged(9, {...who, answeredAt: at(5)}));
		kept.tick();
		expect(outcomes(path)).toEqual(['a answered']);
		kept.tell(unbridged(10, {...who, answeredAt: at(5), bridged: false}));
		kept.tick();
		expect(outcomes(path)).toEqual([]);
		kept.tell(left(30, who));
		kept.tick();
		expect(outcomes(path)).toEqual(['a abandoned']);
		kept.keeper.stop();
	});

	it('keeps days apart on which a service counts its callers anew', () => {
		const path = newHistoryPath();
		const kept = keepSample(path, {limits});
		kept.tell(...gaveUp('0033639980001', {joins: 0, leaves: 9}));
		kept.tell(reset(86_400));
		kept.tell(...gaveUp('0033639980001', {joins: 90_000, leaves: 90_009}));
		kept.tick();
		expect(rowsOf(path, 'stays').map(({stay, first_at}) => [stay, first_at])).toEqual([
			[1, at(0)],
			[1, at(90_000)],
		]);
		kept.keeper.stop();
	});

	it('writes texts as they are, whatever is in them', () => {
		const path = newHistoryPath();
		const kept = keepSample(path, {limits});
		const label = `Robert'); DROP TABLE stays;--" \u001b]0;x\u0007 é👩‍👩‍👧 ${'x'.repeat(1000)}`;
		const hostile = {callerId: callerId(`"';--`), channel: channelId('%_[]'), from: '=1+1', label};
		kept.tell(joined(0, hostile), left(9, hostile));
		kept.tell(
			onCall('ringing-started', 0, {callId: callId(label), label}),
			onCall('ringing-ended', 1, {callId: callId(label)}),
		);
		kept.tick();
		expect(rowsOf(path, 'stays')).toMatchObject([{id: `"';--`, channel: '%_[]', caller: '=1+1', label}]);
		expect(rowsOf(path, 'calls')).toMatchObject([{id: label, label}]);
		kept.keeper.stop();
	});

	it('tells which queue a call of a line came through, where that is known', () => {
		const path = newHistoryPath();
		const kept = keepSample(path, {limits});
		const who = {callerId: callerId('a'), agent: alice};
		const ring = {callId: callId('through the queue')};
		kept.tell(joined(0, who), offered(5, who), onCall('ringing-started', 5.2, ring), bridged(9, who));
		kept.tell(onCall('talk-started', 9.1, ring), onCall('talk-ended', 60, ring));
		kept.tell(
			onCall('ringing-started', 300, {callId: callId('direct')}),
			onCall('ringing-ended', 310, {callId: callId('direct')}),
		);
		kept.tick();
		expect(rowsOf(path, 'calls').map(({id, queue}) => [id, queue])).toEqual([
			['through the queue', support],
			['direct', null],
		]);
		kept.keeper.stop();
	});

	it('takes over what another board of the same service wrote, and keeps the fuller of two records', () => {
		const path = newHistoryPath();
		const early = keepSample(path, {limits});
		const late = keepSample(path, {limits, account: {...account, key: 'fedcba9876543210'}});
		const events = served('a', {joins: 0, answered: 10, ends: 70});
		early.tell(...events);
		late.tell(...events.slice(2));
		early.tick();
		late.tick();
		expect(rowsOf(path, 'stays')).toMatchObject([{offered: 1, outcome: 'answered'}]);
		early.keeper.stop();
		late.keeper.stop();
		const again = newHistoryPath();
		const [first, second] = [keepSample(again, {limits}), keepSample(again, {limits})];
		second.tell(...events.slice(2));
		second.tick();
		first.tell(...events);
		first.tick();
		expect(rowsOf(again, 'stays')).toMatchObject([{offered: 1, outcome: 'answered'}]);
		first.keeper.stop();
		second.keeper.stop();
	});

	it('keeps services apart, and names who listened', () => {
		const path = newHistoryPath();
		const kept = keepSample(path, {limits});
		kept.tell(...gaveUp('a', {joins: 0, leaves: 9}));
		kept.keeper.move({key: 'fedcba9876543210', endpoint: 'http://127.0.0.1:8080/'});
		kept.tell(...gaveUp('b', {joins: 0, leaves: 9}));
		kept.tick();
		expect(rowsOf(path, 'stays').map(({id, account: of}) => `${id} ${of}`)).toEqual(['a 1', 'b 2']);
		kept.keeper.stop();
	});
});

describe('a history that cannot be written', () => {
	it('is said once, and all of it is written when it works again', () => {
		const path = newHistoryPath();
		const place = dirname(path);
		mkdirSync(dirname(place), {recursive: true});
		writeFileSync(place, 'in the way');
		const kept = keepSample(path, {limits});
		kept.tell(...gaveUp('a', {joins: 0, leaves: 9}));
		kept.tick(20);
		expect(kept.problems()).toEqual([`${path}: a file stands where a directory should`]);
		kept.keeper.stop();
		expect(readFileSync(place, 'utf8')).toBe('in the way');
	});

	it('is a full disk: what waits is written when there is room again', () => {
		const path = newHistoryPath();
		let pages = 20;
		const open = (file: string): DatabaseSync => {
			const db = openHistory(file);
			db.exec(`PRAGMA max_page_count = ${pages}`);
			return db;
		};
		const kept = keepSample(path, {limits, open});
		const many = Array.from({length: 400}, (_, index) => gaveUp(`caller ${index}`, {joins: 0, leaves: 9}));
		kept.tell(...many.flat());
		kept.tick(9);
		expect(kept.problems()).toEqual([`${path}: the disk is full`]);
		expect(rowsOf(path, 'stays')).toEqual([]);
		pages = 100_000;
		kept.tick(3);
		expect(rowsOf(path, 'stays')).toHaveLength(400);
		pages = 20;
		kept.keeper.stop();
		expect(isSound(path)).toBe(true);
	});

	it('gives the oldest up when too much waits', () => {
		const path = newHistoryPath();
		let isFull = true;
		const open = (file: string): DatabaseSync => {
			if (isFull) throw Object.assign(new Error('no space left on device'), {code: 'ENOSPC'});
			return openHistory(file);
		};
		const kept = keepSample(path, {limits: {...limits, waiting: 3}, open});
		for (const id of ['a', 'b', 'c', 'd', 'e']) kept.tell(...gaveUp(id, {joins: 0, leaves: 9}));
		kept.tick();
		expect(kept.problems()).toEqual([`${path}: the disk is full`]);
		isFull = false;
		kept.tick(2);
		expect(outcomes(path)).toEqual(['c abandoned', 'd abandoned', 'e abandoned']);
		kept.keeper.stop();
	});

	it.each([
		[
			'no database',
			(path: string) => writeFileSync(path, 'not a database, but long enough to be looked at'.repeat(99)),
		],
		['one cut in the middle', (path: string) => truncateSync(path, 5000)],
		['one overwritten', (path: string) => writeFileSync(path, readFileSync(path).fill(0x55, 3000))],
	])('is put aside when it is %s, and a new one has all that the board has', (_name, damage) => {
		const path = newHistoryPath();
		const before = keepSample(path, {limits});
		before.tell(...Array.from({length: 90}, (_, index) => gaveUp(`old ${index}`, {joins: 0, leaves: 9})).flat());
		before.keeper.stop();
		damage(path);
		const damaged = readFileSync(path);
		const kept = keepSample(path, {limits});
		kept.tell(...gaveUp('a', {joins: 0, leaves: 9}));
		kept.tick(9);
		expect(outcomes(path)).toEqual(['a abandoned']);
		const aside = `${path}.damaged-${start}`;
		expect(kept.problems()).toEqual([`${path}: the file was damaged and is kept as ${aside}, a new one is begun`]);
		expect(readFileSync(aside).equals(damaged)).toBe(true);
		kept.keeper.stop();
	});

	it('is left alone when a newer version wrote it', () => {
		const path = newHistoryPath();
		openHistory(path).close();
		const db = openHistory(path);
		db.exec('PRAGMA user_version = 99');
		db.close();
		const before = readFileSync(path);
		const kept = keepSample(path, {limits});
		kept.tell(...gaveUp('a', {joins: 0, leaves: 9}));
		kept.tick(9);
		expect(kept.problems()).toEqual([`${path}: a newer version of ovh-cti-board wrote this file: it is left alone`]);
		kept.keeper.stop();
		expect(readFileSync(path).equals(before)).toBe(true);
		expect(readdirSync(dirname(path))).toEqual(['history.db']);
		expect(() => openHistoryToRead(path)).toThrow('newer version');
	});

	it('is held by somebody else: said only when that lasts', () => {
		const path = newHistoryPath();
		const other = openHistory(path);
		other.exec('BEGIN IMMEDIATE');
		const kept = keepSample(path, {limits: {...limits, retryTicks: 1}});
		kept.tell(...gaveUp('a', {joins: 0, leaves: 9}));
		kept.tick(2);
		expect(kept.problems()).toEqual([]);
		kept.tick(3);
		expect(kept.problems()).toEqual([`${path}: another program holds the file`]);
		other.exec('ROLLBACK');
		kept.tick();
		expect(outcomes(path)).toEqual(['a abandoned']);
		other.close();
		kept.keeper.stop();
	});
});

describe('the purge', () => {
	const dayMs = 86_400_000;
	const daysLater = (days: number) => () => at((days * dayMs) / 1000);

	it('deletes what is too old, a little at a time, and leaves the rest', () => {
		const path = newHistoryPath();
		const before = keepSample(path, {limits});
		before.tell(...Array.from({length: 1200}, (_, index) => gaveUp(`old ${index}`, {joins: 0, leaves: 9})).flat());
		before.tell(...gaveUp('young', {joins: 86_400 * 20, leaves: 86_400 * 20 + 9}));
		before.keeper.stop();
		const kept = keepSample(path, {limits, days: 30, at: daysLater(40)});
		kept.tell(timeTold as never);
		kept.tick();
		expect(rowsOf(path, 'stays')).toHaveLength(701);
		kept.tick(2);
		expect(outcomes(path)).toEqual(['young abandoned']);
		kept.keeper.keepDays(1);
		kept.tick(1);
		expect(outcomes(path)).toEqual([]);
		kept.keeper.stop();
	});

	it('deletes nothing before the service told the time', () => {
		const path = newHistoryPath();
		const kept = keepSample(path, {limits, days: 30, at: daysLater(40_000)});
		kept.tell(...gaveUp('a', {joins: 0, leaves: 9}));
		kept.tick(9);
		expect(outcomes(path)).toEqual(['a abandoned']);
		kept.tell(timeTold as never);
		kept.tick(9);
		expect(outcomes(path)).toEqual([]);
		kept.keeper.stop();
	});
});
