import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createCursor} from '../../source/simulator/cursor.js';
import {createEventLog} from '../../source/simulator/event-log.js';
import {parcelOf} from '../../source/simulator/event-text.js';

const setUp = (accepted: readonly string[] = ['A', 'B', 'C']) => {
	const log = createEventLog({maxEvents: 1000, maxAgeMs: 1e9});
	const cursor = createCursor(log, token => accepted.includes(token));
	const publish = (names: string, only?: string) =>
		log.append([...names].map(name => parcelOf(`{"Event":"${name}","Token":""}`, only)));
	/** Name and token of each copy, `aA bA`. */
	const take = (limit = 100) =>
		cursor
			.take(limit)
			.texts.map(text => JSON.parse(text))
			.map(({Event, Token}) => `${Event}${Token}`)
			.join(' ');
	return {log, cursor, publish, take};
};

describe('createCursor', () => {
	it('gets nothing without a token', () => {
		const {cursor, publish, take} = setUp();
		publish('a');
		expect(cursor.hasEvents()).toBe(false);
		expect(take()).toBe('');
	});

	it('gets a copy for each token, from its subscription on', () => {
		const {cursor, publish, take} = setUp();
		cursor.subscribe('A', 0);
		publish('a');
		cursor.subscribe('B', 1);
		publish('b');
		expect(cursor.tokens()).toEqual(['A', 'B']);
		expect(take()).toBe('aA bA bB');
	});

	it('gets what came before a late subscription, without repeating the rest', () => {
		const {cursor, publish, take} = setUp();
		cursor.subscribe('A', 0);
		publish('ab');
		expect(take()).toBe('aA bA');
		cursor.subscribe('B', 0);
		publish('c');
		expect(cursor.hasEvents()).toBe(true);
		expect(take()).toBe('aB bB cA cB');
	});

	it('is subscribed to a token once', () => {
		const {cursor, publish, take} = setUp();
		publish('a');
		cursor.subscribe('A', 1);
		cursor.subscribe('A', 0);
		publish('b');
		expect(take()).toBe('bA');
	});

	it('passes over what is for other tokens, or for one that is not accepted', () => {
		const {cursor, publish, take} = setUp(['A']);
		cursor.subscribe('A', 0);
		cursor.subscribe('B', 0);
		publish('a', 'B');
		publish('b', 'C');
		expect(cursor.hasEvents()).toBe(false);
		publish('c');
		publish('d', 'A');
		expect(cursor.hasEvents()).toBe(true);
		expect(take()).toBe('cA dA');
	});

	it('gives again what was put back, each token what it had got', () => {
		const {cursor, publish, take} = setUp();
		cursor.subscribe('A', 0);
		publish('ab');
		expect(take(1)).toBe('aA');
		cursor.subscribe('B', 1);
		const batch = cursor.take(10);
		publish('c');
		cursor.putBack(batch);
		cursor.putBack(batch);
		expect(take()).toBe('bA bB cA cB');
	});

	it('gets every event once a token, however it takes them', () => {
		const step = fc.oneof(
			fc.record({publish: fc.constantFrom(undefined, 'A', 'B', 'C')}),
			fc.record({take: fc.integer({min: 1, max: 4}), isLost: fc.boolean()}),
		);
		fc.assert(
			fc.property(fc.array(step, {maxLength: 40}), steps => {
				const {log, cursor} = setUp();
				for (const token of ['A', 'B']) cursor.subscribe(token, 0);
				const sent: string[] = [];
				const got: string[] = [];
				const take = (limit: number, isLost: boolean) => {
					const batch = cursor.take(limit);
					if (isLost) cursor.putBack(batch);
					else got.push(...batch.texts);
				};
				for (const step of steps) {
					if ('take' in step) take(step.take, step.isLost);
					else {
						const text = `{"Event":"e${log.end()}","Token":""}`;
						const tokens = ['A', 'B'].filter(token => (step.publish ?? token) === token);
						sent.push(...tokens.map(token => text.replace('""', `"${token}"`)));
						log.append([parcelOf(text, step.publish)]);
					}
				}
				while (cursor.hasEvents()) take(3, false);
				expect(got).toEqual(sent);
			}),
		);
	});
});
