import {afterEach, describe, expect, it, vi} from 'vitest';
import {emptyBoard} from '../../source/domain/board.js';
import {createStore, frameMs} from '../../source/runtime/store.js';
import {accueil, boardAfter, colleague, onCall, timePassed} from '../helpers/builders.js';

const ring = onCall('ringing-started', 1);
const talk = onCall('talk-started', 8);

/** A store whose frames pass when told. */
const createManualStore = () => {
	const tasks: (() => void)[] = [];
	const store = createStore(task => tasks.push(task));
	let notified = 0;
	const unsubscribe = store.subscribe(() => {
		notified += 1;
	});
	return {
		store,
		tasks,
		unsubscribe,
		notified: () => notified,
		frame: () => {
			for (const task of tasks.splice(0)) task();
		},
	};
};

describe('createStore', () => {
	afterEach(() => {
		vi.useRealTimers();
	});

	it('holds the empty board at first', () => {
		expect(createStore().getSnapshot()).toBe(emptyBoard);
	});

	it('applies what comes within a frame together, and tells once', () => {
		const {store, tasks, frame, notified} = createManualStore();
		store.dispatch([ring]);
		store.dispatch([onCall('ringing-started', 2, {number: colleague})]);
		store.dispatch([talk]);
		expect(tasks).toHaveLength(1);
		expect(store.getSnapshot()).toBe(emptyBoard);
		frame();
		expect(notified()).toBe(1);
		expect([...store.getSnapshot().lines.keys()]).toEqual([accueil, colleague]);
		expect(store.getSnapshot().lines.get(accueil)).toEqual(boardAfter(ring, talk).lines.get(accueil));
	});

	it('keeps the order of events over dispatches', () => {
		const {store, frame} = createManualStore();
		const events = [ring, talk, onCall('talk-ended', 9)];
		for (const event of events) store.dispatch([event]);
		frame();
		expect(store.getSnapshot()).toEqual(boardAfter(...events));
	});

	it('is silent when nothing changed', () => {
		const {store, frame, notified} = createManualStore();
		store.dispatch([ring]);
		frame();
		const board = store.getSnapshot();
		store.dispatch([ring, timePassed(2)]);
		frame();
		expect(store.getSnapshot()).toBe(board);
		expect(notified()).toBe(1);
	});

	it('plans nothing for no events', () => {
		const {store, tasks} = createManualStore();
		store.dispatch([]);
		expect(tasks).toEqual([]);
	});

	it('applies at once when flushed, and nothing again at the frame', () => {
		const {store, frame, notified} = createManualStore();
		store.dispatch([ring]);
		store.flush();
		expect(store.getSnapshot().lines.size).toBe(1);
		frame();
		expect(notified()).toBe(1);
	});

	it('goes on with the next frame', () => {
		const {store, frame, notified} = createManualStore();
		store.dispatch([ring]);
		frame();
		store.dispatch([talk]);
		frame();
		expect(notified()).toBe(2);
	});

	it('takes what a listener dispatches into the next frame', () => {
		const {store, tasks, frame} = createManualStore();
		const stop = store.subscribe(() => {
			stop();
			store.dispatch([talk]);
		});
		store.dispatch([ring]);
		frame();
		expect(store.getSnapshot()).toEqual(boardAfter(ring));
		expect(tasks).toHaveLength(1);
		frame();
		expect(store.getSnapshot().lines).toEqual(boardAfter(ring, talk).lines);
	});

	it('tells nobody who has left', () => {
		const {store, frame, notified, unsubscribe} = createManualStore();
		unsubscribe();
		store.dispatch([ring]);
		frame();
		expect(notified()).toBe(0);
	});

	it('does not depend on what becomes of the list that was dispatched', () => {
		const {store, frame} = createManualStore();
		const events = [ring];
		store.dispatch(events);
		events.length = 0;
		frame();
		expect(store.getSnapshot()).toEqual(boardAfter(ring));
	});

	it('has frames of its own', () => {
		vi.useFakeTimers();
		const store = createStore();
		store.dispatch([ring]);
		vi.advanceTimersByTime(frameMs - 1);
		expect(store.getSnapshot()).toBe(emptyBoard);
		vi.advanceTimersByTime(1);
		expect(store.getSnapshot()).toEqual(boardAfter(ring));
	});
});
