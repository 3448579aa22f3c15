import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Board} from '../../../source/domain/board.js';
import {lost} from '../../../source/domain/figures.js';
import type {Hole} from '../../../source/domain/missed.js';
import {mergeTallies} from '../../../source/domain/tally.js';
import {allQueues, type Cover, dayOf} from '../../../source/presentation/statistics/day.js';
import {type HourRow, hourRows} from '../../../source/presentation/statistics/hour-rows.js';
import {at, boardAfter, gaveUp, onCall, reset, served, support, timePassed} from '../../helpers/builders.js';
import {clock, dayBoard, dayEnd} from '../../helpers/statistics-board.js';

const coverOf = ({since, missed}: Board, seconds: number): Cover => ({since, missed, now: at(seconds)});

const rowsOf = (board: Board, seconds: number, key: string = allQueues) =>
	hourRows(dayOf(board, key), coverOf(board, seconds));

const named = (rows: readonly HourRow[], hour: number): HourRow => {
	const found = rows.find(row => row.hour?.hour === hour);
	if (!found) throw new Error(`no hour ${hour}`);
	return found;
};

const hole = (from: number, to: number): Hole => ({from: at(from), to: at(to)});

describe('hourRows', () => {
	it('are none before anything is known', () => {
		const {hours, day} = rowsOf(boardAfter(), 0);
		expect(hours).toEqual([]);
		expect(day).toMatchObject({tally: null, waiting: null, calls: null});
	});

	it('go from the hour in which counting began to the present one', () => {
		const {hours} = rowsOf(boardAfter(reset(clock(9, 12))), clock(12, 40));
		expect(hours.map(({hour}) => hour?.hour)).toEqual([9, 10, 11, 12]);
		expect(hours.map(({from}) => from)).toEqual([at(clock(9, 12)), null, null, null]);
		expect(hours.map(({isRunning}) => isRunning)).toEqual([false, false, false, true]);
	});

	it('count who joined in the hour of joining, and how the wait ended in the hour it ended', () => {
		const board = boardAfter(...gaveUp('a', {joins: clock(10, 59), leaves: clock(11, 2)}));
		const {hours} = rowsOf(board, clock(11, 30));
		expect(named(hours, 10).tally).toMatchObject({offered: 1, abandoned: 0});
		expect(named(hours, 11).tally).toMatchObject({offered: 0, abandoned: 1});
	});

	it('have the busiest hour, the first of several', () => {
		const {hours} = rowsOf(dayBoard(), dayEnd);
		expect(hours.filter(({isPeak}) => isPeak).map(({hour}) => hour?.hour)).toEqual([10]);
		const twice = boardAfter(
			...served('a', {joins: clock(9), answered: clock(9, 1), ends: clock(9, 2)}),
			...served('b', {joins: clock(11), answered: clock(11, 1), ends: clock(11, 2)}),
		);
		expect(rowsOf(twice, clock(12)).hours.map(({isPeak}) => isPeak)).toEqual([true, false, false, false]);
	});

	it('have no busiest hour in a day without callers', () => {
		const {hours} = rowsOf(boardAfter(reset(clock(9))), clock(11));
		expect(hours.some(({isPeak}) => isPeak)).toBe(false);
	});

	it('mark the hours of which news were missed, and know nothing of one of which all were', () => {
		const board = {...boardAfter(reset(clock(8))), missed: [hole(clock(9, 40), clock(11))]};
		const {hours, day} = rowsOf(board, clock(11, 30));
		expect(hours.map(({isMissed}) => isMissed)).toEqual([false, true, true, false]);
		expect(hours.map(({tally}) => tally === null)).toEqual([false, false, true, false]);
		expect(named(hours, 10)).toMatchObject({waiting: null, calls: null});
		expect(named(hours, 9)).toMatchObject({waiting: 0, calls: 0});
		expect(day.isMissed).toBe(true);
	});

	it('say when an hour was over before counting began', () => {
		const joins = clock(9, 50);
		const board = {...boardAfter(...gaveUp('a', {joins, leaves: clock(10, 5)})), since: at(clock(10, 5))};
		const {hours} = rowsOf(board, clock(10, 30));
		expect(hours.map(({isBefore, from}) => [isBefore, from])).toEqual([
			[true, null],
			[false, at(clock(10, 5))],
		]);
	});

	it('have the most who waited and the most calls at once, calls of all lines only', () => {
		const board = boardAfter(
			...[
				...gaveUp('a', {joins: clock(10, 20), leaves: clock(10, 22)}),
				...gaveUp('b', {joins: clock(10, 21), leaves: clock(10, 23)}),
			].toSorted((one, other) => one.at - other.at),
			onCall('talk-started', clock(10, 50)),
			timePassed(clock(11, 5)),
		);
		const {hours, day} = rowsOf(board, clock(11, 5));
		expect(hours.map(({waiting, calls}) => [waiting, calls])).toEqual([
			[2, 1],
			[0, 1],
		]);
		expect(day).toMatchObject({waiting: 2, calls: 1});
		expect(rowsOf(board, clock(11, 5), support).hours.map(({calls}) => calls)).toEqual([null, null]);
	});

	it('tell two hours of one name apart when clocks go back', () => {
		const night = (Date.parse('2026-10-25T00:30:00+02:00') - at(0)) / 1000;
		const {hours} = rowsOf(boardAfter(reset(night)), night + 4 * 3600);
		expect(hours.map(({hour, isTwice}) => [hour?.hour, isTwice])).toEqual([
			[0, false],
			[1, false],
			[2, true],
			[2, true],
			[3, false],
		]);
	});

	it('add up to the day', () => {
		const stay = fc.record({
			joins: fc.integer({min: clock(8), max: clock(17)}),
			waits: fc.integer({min: 0, max: 5000}),
			isServed: fc.boolean(),
		});
		fc.assert(
			fc.property(fc.array(stay, {maxLength: 12}), stays => {
				const events = stays.flatMap(({joins, waits, isServed}, index) =>
					isServed
						? served(`s${index}`, {joins, answered: joins + waits, ends: joins + waits + 60})
						: gaveUp(`g${index}`, {joins, leaves: joins + waits}),
				);
				const board = boardAfter(...events.toSorted((one, other) => one.at - other.at));
				const {hours, day} = rowsOf(board, clock(20));
				const sum = mergeTallies(hours.flatMap(({tally}) => tally ?? []));
				if (stays.length > 0) expect(sum).toEqual(day.tally);
				expect(sum).toEqual(board.total.tally);
				expect(lost(sum)).toBe(stays.filter(({isServed}) => !isServed).length);
			}),
			{numRuns: 50},
		);
	});

	it('of a queue that does not exist are those of all', () => {
		expect(dayOf(dayBoard(), 'nobody').key).toBe(allQueues);
	});
});
