import {describe, expect, it} from 'vitest';
import {settledBeforeReset} from '../../source/commands/history-keeping.js';
import {createStore} from '../../source/runtime/store.js';
import {gaveUp, reset} from '../helpers/builders.js';

describe('settledBeforeReset', () => {
	it('lets what ended be seen before the board forgets it', () => {
		const store = createStore(() => undefined);
		const settled = settledBeforeReset(store);
		const seen: number[] = [];
		store.subscribe(() => seen.push(store.getSnapshot().ended.entries.length));
		settled.dispatch(gaveUp('a', {joins: 0, leaves: 9}));
		settled.dispatch([reset(10)]);
		settled.dispatch(gaveUp('b', {joins: 11, leaves: 19}));
		settled.flush();
		expect(seen).toEqual([1, 1]);
		expect(settled.getSnapshot().ended.total).toBe(2);
	});
});
