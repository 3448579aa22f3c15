import {describe, expect, it} from 'vitest';
import {emptyBoard} from '../../source/domain/board.js';
import type {Ended} from '../../source/domain/ended.js';
import {formerlyEnded} from '../../source/domain/ended.js';
import {openHistoryToRead} from '../../source/history/database.js';
import {recentlyEnded} from '../../source/history/recent.js';
import {at, gaveUp, onCall, served} from '../helpers/builders.js';
import {account, keepSample, newHistoryPath} from './sample-history.js';

const read = (path: string, since = at(-100), most = 10): readonly Ended[] => {
	const db = openHistoryToRead(path);
	if (!db) throw new Error('no history');
	try {
		return recentlyEnded(db, {endpoint: account.endpoint, since, most});
	} finally {
		db.close();
	}
};

const withoutTrail = (records: readonly Ended[]): readonly Ended[] => records.map(record => ({...record, trail: []}));

const sample = [
	...served('a', {joins: 0, answered: 10, ends: 70}),
	...gaveUp('b', {joins: 5, leaves: 30}),
	onCall('ringing-started', 40),
	onCall('talk-started', 45),
	onCall('talk-ended', 60),
];

/** A history with three records, and the records as the board had them. */
const written = (path: string) => {
	const {keeper, store, tell} = keepSample(path);
	tell(...sample);
	keeper.stop();
	return store.getSnapshot().ended.entries.map(({record}) => record);
};

describe('recentlyEnded', () => {
	it('gives back what was written, in the order in which it ended, but for the news it was made of', () => {
		const path = newHistoryPath();
		const records = [...written(path)].sort((one, other) => one.endedAt - other.endedAt);
		expect(records).toHaveLength(3);
		expect(read(path)).toEqual(withoutTrail(records));
	});

	it('leaves out what ended before, and all but the last', () => {
		const path = newHistoryPath();
		written(path);
		expect(read(path, at(61)).map(({endedAt}) => endedAt)).toEqual([at(70)]);
		expect(read(path, at(-100), 2).map(({endedAt}) => endedAt)).toEqual([at(60), at(70)]);
	});

	it('is nothing new to a board that goes on with it: it is not written again', () => {
		const path = newHistoryPath();
		written(path);
		const before = read(path);
		const {keeper, store, tell} = keepSample(path, {}, {...emptyBoard, ended: formerlyEnded(before)});
		expect(store.getSnapshot().ended.entries.map(({sequence}) => sequence)).toEqual([-2, -1, 0]);
		tell(...gaveUp('c', {joins: 80, leaves: 90}));
		expect(store.getSnapshot().ended.entries.map(({sequence}) => sequence)).toEqual([-2, -1, 0, 1]);
		keeper.stop();
		expect(read(path).map(({endedAt}) => endedAt)).toEqual([...before.map(({endedAt}) => endedAt), at(90)]);
	});
});
