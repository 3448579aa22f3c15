import {describe, expect, it} from 'vitest';
import {type Board, emptyBoard} from '../../source/domain/board.js';
import {restoreBoard} from '../../source/domain/kept-board.js';
import {type EpochMs, epochMs} from '../../source/domain/units.js';
import {createScenario} from '../../source/simulator/scenario.js';
import {afterMidnight, daysFrom} from './calendar.js';
import {playDays, reduceDirectly, resetBoard, small} from './playing.js';
import type {Trouble} from './troubles.js';

/** The day before the clocks are put, and the day itself. */
const count = 2;

const tallies = ({queues}: Board) => [...queues.values()].map(({number, tally}) => ({number, ...tally}));

/** The same evenings, straight from the scenario, the figures begun anew at the same instants. */
const directEvenings = (startAt: number, resets: readonly EpochMs[]): readonly Board[] => {
	const scenario = createScenario({...small, startAt});
	let board = emptyBoard;
	return daysFrom(startAt, count).map((day, index) => {
		board = reduceDirectly(board, scenario.takeUntil(day.to - 1000));
		const evening = board;
		const reset = resets[index];
		board = reduceDirectly(board, scenario.takeUntil(afterMidnight(day)));
		if (reset !== undefined) board = resetBoard(board, reset);
		return evening;
	});
};

describe('playMonth', () => {
	it.each([
		['forward', '2026-03-28T00:00:00+01:00'],
		['back', '2026-10-24T00:00:00+02:00'],
	])('resets once at each midnight and counts every call where the clocks are put %s', async (_way, text) => {
		const startAt = Date.parse(text);
		const {consumer, rows, evenings} = await playDays(count, {startAt, troubles: []});
		const days = daysFrom(startAt, count);
		expect(consumer.resets).toHaveLength(count);
		for (const [index, {to}] of days.entries()) {
			expect(consumer.resets[index]).toBeGreaterThanOrEqual(to);
			expect(consumer.resets[index]).toBeLessThanOrEqual(afterMidnight({number: 1, from: 0, to}));
		}
		expect(rows.every(({offered, answered, lost}) => offered > 50 && answered > lost && lost > 0)).toBe(true);
		expect(evenings.map(tallies)).toEqual(directEvenings(startAt, consumer.resets).map(tallies));
	});

	it('goes on after the service refused, was closed and forgot, and has the day on disk', async () => {
		const at = (hour: number, makes: Trouble['makes']): Trouble => ({
			from: hour * 60,
			minutes: 50,
			everyDays: 1,
			makes,
		});
		const troubles = [
			at(3, {hasForgotten: true}),
			at(6, {isClosed: true}),
			at(9, {isRefusing: true}),
			at(12, {faults: [{kind: 'http-500', rate: 0.5}]}),
			at(15, {faults: [{kind: 'one-bad-event', rate: 1}]}),
		];
		const habits = new Map([
			[60, {renews: true}],
			[1200, {renews: true}],
		] as const);
		const startAt = Date.parse('2026-11-23T00:00:00+01:00');
		const {consumer, evenings, files} = await playDays(1, {startAt, troubles, habits});
		const [evening = emptyBoard] = evenings;
		expect([...evening.feeds.values()].map(({condition}) => condition.kind)).toEqual(['live']);
		for (const type of ['feed-failed', 'feed-refused', 'event-rejected'] as const) {
			expect(consumer.heard.get(type)).toBeGreaterThan(0);
		}
		// One at the start, and one for each renewal.
		expect(consumer.heard.get('feed-connecting')).toBe(3);
		const {kept} = files[0] as {readonly kept: unknown};
		const restored = restoreBoard(kept, {at: epochMs(startAt)});
		expect(restored && tallies(restored)).toEqual(tallies(evening));
	});
});
