import {describe, expect, it} from 'vitest';
import {tallyIn, windowStart, windows} from '../../source/domain/window.js';
import {at, boardAfter, gaveUp, queueIn, served} from '../helpers/builders.js';

const minutes = (count: number) => count * 60;

describe('windowStart', () => {
	it('is so long ago, back to the full minute', () => {
		expect(windowStart(15, at(minutes(20)))).toBe(at(minutes(5)));
		expect(windowStart(15, at(minutes(20) + 59.9))).toBe(at(minutes(5)));
		expect(windowStart(60, at(minutes(61)))).toBe(at(minutes(1)));
	});

	it('is the last reset for the day', () => {
		expect(windowStart('today', at(0))).toBeNull();
	});
});

describe('tallyIn', () => {
	const board = boardAfter(
		...gaveUp('a', {joins: minutes(1), leaves: minutes(2)}),
		...served('b', {joins: minutes(28), answered: minutes(31), ends: minutes(50)}),
		...gaveUp('c', {joins: minutes(58), leaves: minutes(59)}),
	);

	it.each([
		[15, {offered: 1, answered: 0, abandoned: 1, talks: 1}],
		[30, {offered: 1, answered: 1, abandoned: 1, talks: 1}],
		[60, {offered: 3, answered: 1, abandoned: 2, talks: 1}],
		['today', {offered: 3, answered: 1, abandoned: 2, talks: 1}],
	] as const)('counts of %s what ended its wait in it', (window, expected) => {
		for (const counted of [queueIn(board), board.total]) {
			expect(tallyIn(counted, window, at(minutes(60)))).toMatchObject(expected);
		}
	});

	it('forgets as time goes by', () => {
		const offered = [60, 70, 90, 119, 130].map(now => tallyIn(queueIn(board), 60, at(minutes(now))).offered);
		expect(offered).toEqual([3, 2, 1, 0, 0]);
		expect(tallyIn(queueIn(board), 'today', at(minutes(500))).offered).toBe(3);
	});

	it('knows every window', () => {
		expect(windows).toEqual([15, 30, 60, 'today']);
	});
});
