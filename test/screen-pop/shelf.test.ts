import {describe, expect, it} from 'vitest';
import {createStore} from '../../source/runtime/store.js';
import {type CallKey, keyOf} from '../../source/screen-pop/facts.js';
import {createShelf, endedForMs, type Shown} from '../../source/screen-pop/shelf.js';
import {joined, onCall, reset} from '../helpers/builders.js';
import {createManualTimers} from './manual-timers.js';

type Item = Shown & {readonly name: string};

const setUp = () => {
	const store = createStore(task => task());
	const tell = (...events: Parameters<typeof store.dispatch>[0]) => {
		store.dispatch(events);
		store.flush();
	};
	const timers = createManualTimers();
	let changes = 0;
	const shelf = createShelf<Item>({reader: store, timers}, () => {
		changes += 1;
	});
	return {shelf, timers, tell, changes: () => changes};
};

const call: CallKey = keyOf(onCall('ringing-started', 0));
const item = {call, name: 'call'};

describe('createShelf', () => {
	it('shows an item until its call has been over for a while', () => {
		const {shelf, timers, tell} = setUp();
		shelf.put(item);
		tell(onCall('ringing-started', 0));
		timers.advance(endedForMs);
		expect(shelf.top()).toBe(item);
		tell(onCall('ringing-ended', 5));
		timers.advance(endedForMs - 1);
		expect(shelf.top()).toBe(item);
		timers.advance(1);
		expect(shelf.top()).toBeNull();
	});

	it('keeps it through an answer that is told after the end of the ringing', () => {
		const {shelf, timers, tell} = setUp();
		tell(onCall('ringing-started', 0));
		shelf.put(item);
		tell(onCall('ringing-ended', 5));
		tell(onCall('talk-started', 5));
		timers.advance(endedForMs);
		expect(shelf.top()).toBe(item);
	});

	it('lets go of a call that was over before its page came, and waits for one that the board does not know yet', () => {
		const {shelf, timers, tell} = setUp();
		tell(onCall('talk-started', 0), onCall('talk-ended', 5));
		shelf.put(item);
		const other = {call: keyOf(joined(0)), name: 'caller'};
		shelf.put(other);
		timers.advance(endedForMs);
		expect(shelf.top()).toBe(other);
		shelf.dismiss();
		expect(shelf.top()).toBeNull();
	});

	it('lets go of a call that the board forgot', () => {
		const {shelf, timers, tell} = setUp();
		tell(onCall('ringing-started', 0));
		shelf.put(item);
		tell(onCall('ringing-ended', 5), reset(9));
		timers.advance(endedForMs);
		expect(shelf.top()).toBeNull();
	});

	it('shows the newest first and those before it again', () => {
		const {shelf, changes} = setUp();
		const items = ['a', 'b', 'c', 'd', 'e', 'f'].map(name => ({call: null, name}));
		for (const one of items) shelf.put(one);
		const shown = items.map(() => {
			const top = shelf.top()?.name;
			shelf.dismiss();
			return top;
		});
		expect(shown).toEqual(['f', 'e', 'd', 'c', 'b', undefined]);
		expect(changes()).toBe(12);
	});

	it('leaves no timer behind', () => {
		const {shelf, timers, tell} = setUp();
		tell(onCall('ringing-started', 0), onCall('ringing-ended', 5));
		shelf.put(item);
		expect(timers.waiting()).toBe(1);
		shelf.close();
		expect(timers.waiting()).toBe(0);
	});
});
