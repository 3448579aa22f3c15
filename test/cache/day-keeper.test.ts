import {describe, expect, it} from 'vitest';
import {loadDay, startKeeping, timeOnlyMs} from '../../source/cache/day-keeper.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {keepBoard, restoreBoard} from '../../source/domain/kept-board.js';
import {stateDocument} from '../../source/domain/state-document.js';
import {type EpochMs, epochMs} from '../../source/domain/units.js';
import {createStore} from '../../source/runtime/store.js';
import {at, joined, left, onCall, queueIn, reset, served, site} from '../helpers/builders.js';
import {createManualClock} from '../helpers/manual-clock.js';

/** A file in memory: counts how often it was asked to save, and holds what was flushed. */
const createMemoryFile = () => {
	let make: (() => string) | null = null;
	const memory = {asked: 0, text: ''};
	const flushSync = (): void => {
		memory.text = make?.() ?? memory.text;
		make = null;
	};
	return {
		memory,
		json: () => JSON.parse(memory.text),
		file: {
			save: (next: () => string): void => {
				memory.asked += 1;
				make = next;
			},
			flush: async (): Promise<void> => flushSync(),
			flushSync,
			load: async (): Promise<unknown> => (memory.text === '' ? null : JSON.parse(memory.text)),
		},
	};
};

const keep = () => {
	const clock = createManualClock(at(100));
	const store = createStore(() => {});
	const kept = createMemoryFile();
	const keeping = startKeeping({store, file: kept.file, serviceNow: clock.now});
	const hear = (...events: readonly BoardEvent[]): void => {
		store.dispatch(events);
		store.flush();
	};
	return {clock, store, ...kept, keeping, hear};
};

const received = (seconds: number): BoardEvent => ({
	type: 'feed-received',
	at: at(seconds),
	site,
	events: 0,
	rejected: 0,
	lastEventAt: null,
	clockOffsetMs: 0,
});

describe('startKeeping', () => {
	it('asks to save when the board changes, and not when it does not', () => {
		const {hear, memory} = keep();
		const ring = onCall('ringing-started', 1);
		hear(ring);
		expect(memory.asked).toBe(1);
		hear(ring);
		expect(memory.asked).toBe(1);
		hear(onCall('talk-started', 8));
		expect(memory.asked).toBe(2);
	});

	it('does not ask for the feeds alone, but once a minute', () => {
		const {hear, memory, clock} = keep();
		hear(joined(1));
		for (let seconds = 0; seconds < 59; seconds += 1) {
			clock.advance(1000);
			hear(received(100 + seconds));
		}
		expect(memory.asked).toBe(1);
		clock.advance(timeOnlyMs - 59_000);
		hear(received(200));
		expect(memory.asked).toBe(2);
	});

	it('does not ask before anything was heard', async () => {
		const {hear, memory, keeping} = keep();
		hear({type: 'feed-connecting', at: at(1), site, transport: 'v1'});
		await keeping.stop();
		expect(memory).toEqual({asked: 0, text: ''});
	});

	it('writes the state document, and what it takes to go on', async () => {
		const {hear, store, keeping, json, clock} = keep();
		hear(onCall('ringing-started', 1), ...served('a', {joins: 1, answered: 5, ends: 20}));
		await keeping.stop();
		const {kept, savedAt, ...document} = json();
		expect(document).toEqual(JSON.parse(JSON.stringify(stateDocument(store.getSnapshot(), clock.now()))));
		expect(savedAt).toBe('2026-03-05T09:16:40.000Z');
		expect(restoreBoard(kept, {at: at(101)})).toEqual(
			restoreBoard(JSON.parse(JSON.stringify(keepBoard(store.getSnapshot()))), {at: at(101)}),
		);
	});

	it.each(['stop', 'stopSync'] as const)('%s writes the last state and its time, and nothing after it', async way => {
		const {hear, keeping, json, clock, memory} = keep();
		hear(joined(1));
		clock.advance(5000);
		await keeping[way]();
		expect(json()).toMatchObject({savedAt: '2026-03-05T09:16:45.000Z', totals: {waiting: 1}});
		const {asked} = memory;
		hear(left(9));
		expect(memory.asked).toBe(asked);
	});
});

describe('loadDay', () => {
	/** What is found of a day with a lost caller, kept at 10:16:40, when looked for at another time. */
	const found = async (now: EpochMs, resetAt: number | 'never' = 0) => {
		const {hear, keeping, file} = keep();
		hear(joined(1), left(9));
		await keeping.stop();
		return loadDay({file, now, resetAt});
	};

	it('gives back the day, and when it was kept', async () => {
		const day = await found(at(400));
		expect(day?.savedAt).toBe(at(100));
		expect(day && queueIn(day.board).tally).toMatchObject({offered: 1, abandoned: 1});
	});

	it.each([
		['at the next midnight', '2026-03-06T00:00:00+01:00', 0],
		['after a reset in the middle of the day', '2026-03-05T12:30:00+01:00', 750],
		['after days', '2026-03-09T10:16:40+01:00', 0],
		['when the clock says it is the day before', '2026-03-04T10:16:40+01:00', 0],
	])('is nothing %s', async (_name, now, resetAt) => {
		expect(await found(epochMs(Date.parse(now)), resetAt)).toBeNull();
	});

	it.each([
		['just before midnight', '2026-03-05T23:59:59+01:00', 0],
		['in the night, when the day ends in the morning', '2026-03-06T04:59:59+01:00', 300],
		['after days, when it never ends', '2026-03-09T10:16:40+01:00', 'never'],
	] as const)('is the day %s', async (_name, now, resetAt) => {
		expect(await found(epochMs(Date.parse(now)), resetAt)).not.toBeNull();
	});

	it('begins without names and figures after a reset', async () => {
		const {hear, keeping, file} = keep();
		hear(joined(1), left(9), onCall('ringing-started', 1), onCall('ringing-ended', 9), reset(90));
		await keeping.stop();
		const day = await loadDay({file, now: at(200), resetAt: 0});
		expect(day?.board).toMatchObject({lines: new Map(), queues: new Map(), agents: new Map(), since: at(90)});
	});

	it.each([
		['nothing', null],
		['a text', 'day'],
		['a list', [1]],
		['no time', {kept: {}}],
		['a number for a time', {savedAt: 1_772_702_100_000, kept: {}}],
		['no such time', {savedAt: 'yesterday', kept: {}}],
		['another version', {savedAt: '2026-03-05T09:16:40.000Z', kept: {version: 2}}],
		['no board', {savedAt: '2026-03-05T09:16:40.000Z'}],
	])('is nothing when the file holds %s', async (_name, json) => {
		expect(await loadDay({file: {load: async () => json}, now: at(0), resetAt: 0})).toBeNull();
	});
});
