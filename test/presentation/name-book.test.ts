import {describe, expect, it} from 'vitest';
import type {BoardEvent} from '../../source/domain/event.js';
import {reduceBoard} from '../../source/domain/reduce.js';
import {createNameBook} from '../../source/presentation/name-book.js';
import {accueil, at, boardAfter, colleague, joined, onCall, reset, site, support} from '../helpers/builders.js';

const named = (label: string, seconds = 0): BoardEvent => ({
	type: 'line-registered',
	at: at(seconds),
	site,
	service: 'line',
	number: accueil,
	label,
});

describe('createNameBook', () => {
	it('has the names of lines and queues, and of nobody else', () => {
		const board = boardAfter(
			named('Accueil'),
			joined(0, {label: 'Support'}),
			onCall('talk-started', 0, {number: colleague}),
		);
		expect([...createNameBook()(board)].sort()).toEqual([
			[support, 'Support'],
			[accueil, 'Accueil'],
		]);
	});

	it('is the same book while no name changes, whatever else happens', () => {
		const bookOf = createNameBook();
		const before = boardAfter(named('Accueil'));
		const after = reduceBoard(before, [onCall('talk-started', 1), joined(1)]);
		expect(after.lines).not.toBe(before.lines);
		expect(bookOf(after)).toBe(bookOf(before));
	});

	it.each([
		['is added', [joined(1, {label: 'Support'})]],
		['changes', [named('Réception', 1)]],
		['is lost', [reset(1)]],
	])('is another book when a name %s', (_, events) => {
		const bookOf = createNameBook();
		const before = boardAfter(named('Accueil'));
		const book = bookOf(before);
		const after = reduceBoard(before, events);
		expect(bookOf(after)).not.toBe(book);
		expect(bookOf(after)).toEqual(createNameBook()(after));
	});
});
