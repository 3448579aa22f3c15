import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Board} from '../../../source/domain/board.js';
import {minuteMs} from '../../../source/domain/times.js';
import {allQueues, type Cover, dayOf} from '../../../source/presentation/statistics/day.js';
import {axisOf, axisText, slotsOf} from '../../../source/presentation/statistics/slots.js';
import {at, boardAfter, gaveUp, reset} from '../../helpers/builders.js';
import {clock, dayBoard, dayEnd} from '../../helpers/statistics-board.js';

const board = dayBoard();

const coverOf = ({since, missed}: Board, seconds: number): Cover => ({since, missed, now: at(seconds)});

const axisIn = (of: Board, seconds: number, most: number) => axisOf(of.total.times, coverOf(of, seconds), most);

const slotsIn = (of: Board, seconds: number, most: number) => {
	const axis = axisIn(of, seconds, most);
	return axis === null ? [] : slotsOf(dayOf(of, allQueues), axis, coverOf(of, seconds));
};

describe('axisOf', () => {
	it.each([
		[44, 15, 44],
		[43, 30, 22],
		[21, 60, 11],
		[10, 120, 6],
		[1, 480, 2],
	])('with room for %i has pieces of %i minutes', (most, minutes, count) => {
		const axis = axisIn(boardAfter(reset(clock(7, 42))), clock(17, 40), most);
		expect(axis).toEqual({start: at(clock(7)), sizeMs: minutes * minuteMs, count});
	});

	it('is none before anything is known', () => {
		expect(axisIn(boardAfter(), 0, 99)).toBeNull();
	});
});

describe('slotsOf', () => {
	it('counts callers where they joined and the lost where they gave up', () => {
		const quiet = boardAfter(reset(clock(10)), ...gaveUp('a', {joins: clock(10, 20), leaves: clock(10, 50)}));
		expect(slotsIn(quiet, clock(10, 55), 4).map(({offered, lost}) => [offered, lost])).toEqual([
			[0, 0],
			[1, 0],
			[0, 0],
			[0, 1],
		]);
	});

	it('covers the time from where counting began to now', () => {
		const slots = slotsIn(boardAfter(reset(clock(10, 20))), clock(10, 40), 4);
		expect(slots.map(({isCovered}) => isCovered)).toEqual([false, true, true, false]);
	});

	it('adds up to the day, whatever the size', () => {
		fc.assert(
			fc.property(fc.integer({min: 2, max: 60}), most => {
				const slots = slotsIn(board, dayEnd, most);
				expect(slots.length).toBeLessThanOrEqual(most);
				expect(slots.reduce((sum, {offered}) => sum + offered, 0)).toBe(board.total.tally.offered);
				expect(slots.reduce((sum, {lost}) => sum + lost, 0)).toBe(board.total.tally.abandoned);
			}),
			{numRuns: 12},
		);
	});
});

describe('axisText', () => {
	const slots = slotsIn(boardAfter(reset(clock(8))), clock(11, 59), 16);

	it('has every hour that does not touch the one before', () => {
		expect(axisText(slots, 1)).toBe('08  09  10  11');
		expect(axisText(slotsIn(boardAfter(reset(clock(8))), clock(11, 59), 4), 1)).toBe('08');
	});

	it('is never wider than what it is under', () => {
		fc.assert(
			fc.property(fc.integer({min: 1, max: 30}), fc.integer({min: 1, max: 6}), (most, cells) => {
				const some = slotsIn(board, dayEnd, most);
				expect(axisText(some, cells).length).toBeLessThanOrEqual(some.length * cells);
			}),
			{numRuns: 20},
		);
	});
});
