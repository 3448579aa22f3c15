import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {DatabaseSync} from 'node:sqlite';
import {onTestFinished} from 'vitest';
import type {Board} from '../../source/domain/board.js';
import type {Ended, EndedCall, EndedStay} from '../../source/domain/ended.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {agentNumber, callerId, callId, channelId, epochMs} from '../../source/domain/units.js';
import {openHistory} from '../../source/history/database.js';
import {type HistoryKeeper, type HistoryKeeperOptions, keepHistory} from '../../source/history/history-keeper.js';
import {createRecordWriter} from '../../source/history/record-writer.js';
import {keptOf} from '../../source/history/records.js';
import {type BoardStore, createStore} from '../../source/runtime/store.js';
import {accueil, alice, at, customer, site, start, support} from '../helpers/builders.js';

/** Where a history may be written; gone after the test. */
export const newHistoryPath = (): string => {
	const folder = mkdtempSync(join(tmpdir(), 'ovh-cti-board-'));
	onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
	return join(folder, 'data', 'ovh-cti-board', 'history.db');
};

export const account = {key: '0123456789abcdef', endpoint: 'https://events.voip.ovh.net/'};

/** Writes these records as a board would. */
export const writeRecords = (db: DatabaseSync, records: readonly Ended[]): void => {
	const tasks = records.flatMap((ended, index) => {
		const record = keptOf(ended);
		return record ? [{key: String(index), record, isWithdrawn: false}] : [];
	});
	createRecordWriter(db).write(tasks, {account, isOwn: () => false});
};

/** The same, into a file of its own making or one that is there. */
export const fillHistory = (path: string, records: readonly Ended[]): void => {
	const db = openHistory(path);
	writeRecords(db, records);
	db.close();
};

/** A history as a program of years to come may leave it. */
export const makeNewer = (path: string): void => {
	const db = openHistory(path);
	db.exec('PRAGMA user_version = 99');
	db.close();
};

/** A machine on which a board kept these; the day is 5 March 2026, a Thursday, from 10:15 on in Paris. */
export const machineWith = (records: readonly Ended[]): Readonly<Record<string, string>> => {
	const home = mkdtempSync(join(tmpdir(), 'ovh-cti-board-'));
	onTestFinished(() => rmSync(home, {recursive: true, force: true}));
	fillHistory(join(home, 'ovh-cti-board', 'history.db'), records);
	return {HOME: home, XDG_DATA_HOME: home};
};

/** A store without a frame, a history kept of it, and the seconds that pass. */
export type Kept = {
	readonly store: BoardStore;
	readonly keeper: HistoryKeeper;
	/** Applies the events at once. */
	tell(...events: readonly BoardEvent[]): void;
	tick(count?: number): void;
	/** What was said of the history, oldest first. */
	problems(): readonly string[];
};

export const keepSample = (path: string, options: Partial<HistoryKeeperOptions> = {}, initial?: Board): Kept => {
	const store = createStore(() => undefined, initial);
	const listeners = new Set<() => void>();
	const keeper = keepHistory({
		path,
		store,
		account,
		days: 400,
		at: () => at(100),
		now: () => start,
		onTick(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		...options,
	});
	return {
		store,
		keeper,
		tell(...events) {
			store.dispatch(events);
			store.flush();
		},
		tick(count = 1) {
			for (let index = 0; index < count; index++) for (const listener of [...listeners]) listener();
			store.flush();
		},
		problems: () =>
			store.getSnapshot().log.entries.flatMap(({event}) => (event.type === 'history-unkept' ? [event.reason] : [])),
	};
};

/** A stay that was answered: joined at 0, answered at 10, ended at 70 seconds. */
export const stayRecord = (facts: Partial<EndedStay> = {}): EndedStay => ({
	kind: 'stay',
	site,
	queue: support,
	label: 'Support',
	id: callerId('caller-1'),
	stay: 1,
	channel: channelId('channel-1'),
	from: customer,
	offered: true,
	joinedAt: at(0),
	outcome: 'answered',
	waitEndedAt: at(10),
	agent: agentNumber(alice),
	answeredAt: at(10),
	talkEndedAt: at(70),
	endedAt: at(70),
	end: 'left',
	rung: 1,
	trail: [],
	...facts,
});

/** A call that was answered, at the same times. */
export const callRecord = (facts: Partial<EndedCall> = {}): EndedCall => ({
	kind: 'call',
	site,
	line: accueil,
	label: 'Alice',
	id: callId('call-1'),
	direction: 'incoming',
	from: customer,
	to: accueil,
	dialled: accueil,
	startedAt: at(0),
	answeredAt: at(10),
	endedAt: at(70),
	trail: [],
	...facts,
});

export const minutesLater = (minutes: number) => epochMs(start + minutes * 60_000);
