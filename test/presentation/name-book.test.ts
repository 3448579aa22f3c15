import {describe, expect, it} from 'vitest';
import {createNameBook} from '../../source/presentation/name-book.js';
import {accueil, boardAfter, joined, onCall} from '../helpers/builders.js';

describe('createNameBook', () => {
	it('knows the labels of lines and queues by number', () => {
		const book = createNameBook()(
			boardAfter(onCall('talk-started', 0, {label: 'Alice'}), {...joined(0), label: 'Support'}),
		);
		expect([...book.values()].sort()).toEqual(['Alice', 'Support']);
	});

	it('stays the same book while calls come and go', () => {
		const bookOf = createNameBook();
		const before = bookOf(boardAfter(onCall('talk-started', 0, {label: 'Alice'})));
		const after = bookOf(
			boardAfter(onCall('talk-started', 0, {label: 'Alice'}), onCall('talk-ended', 9, {label: 'Alice'})),
		);
		expect(after).toBe(before);
	});

	it.each([
		['is added', [onCall('talk-started', 0, {label: 'Alice'})]],
		['changes', [onCall('talk-started', 0, {label: 'Alice'}), onCall('talk-ended', 1, {label: 'Bob'})]],
	])('is another book when a name %s', (_what, events) => {
		const bookOf = createNameBook();
		const before = bookOf(boardAfter(...events.slice(0, -1)));
		const after = bookOf(boardAfter(...events));
		expect(after).not.toBe(before);
		expect(after.get(accueil)).toBe(events.length === 1 ? 'Alice' : 'Bob');
	});
});
