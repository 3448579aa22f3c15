import {describe, expect, it} from 'vitest';
import {afterMidnight, daysFrom, stepsOf} from './calendar.js';

const hourMs = 3_600_000;
const minuteMs = 60_000;

const lengths = (startAt: string): readonly number[] =>
	daysFrom(Date.parse(startAt), 3).map(({from, to}) => (to - from) / hourMs);

describe('daysFrom', () => {
	it.each([
		['2026-03-28T00:00:00+01:00', [24, 23, 24]],
		['2026-10-24T00:00:00+02:00', [24, 25, 24]],
		['2026-02-27T00:00:00+01:00', [24, 24, 24]],
	])('gives each day from %s the hours it has', (startAt, hours) => {
		expect(lengths(startAt)).toEqual(hours);
	});

	it('begins with the midnight before, and leaves nothing out between two days', () => {
		const days = daysFrom(Date.parse('2026-12-30T15:20:00+01:00'), 4);
		expect(new Date(days[0]?.from ?? 0).toISOString()).toBe('2026-12-29T23:00:00.000Z');
		expect(days.slice(1).map(({from}) => from)).toEqual(days.slice(0, -1).map(({to}) => to));
		expect(days.map(({number}) => number)).toEqual([1, 2, 3, 4]);
	});
});

describe('stepsOf', () => {
	it('looks at even distances, and a second before the end', () => {
		const [day] = daysFrom(Date.parse('2026-11-23T00:00:00+01:00'), 1);
		if (!day) throw new Error('no day');
		const steps = stepsOf(day, minuteMs);
		expect(steps).toHaveLength(24 * 60);
		expect(steps.slice(0, 2)).toEqual([day.from + minuteMs, day.from + 2 * minuteMs]);
		expect(steps.slice(-2)).toEqual([day.to - minuteMs, day.to - 1000]);
		expect(afterMidnight(day)).toBe(day.to + 1000);
	});

	it('looks at least once', () => {
		expect(stepsOf({number: 1, from: 0, to: 5000}, minuteMs)).toEqual([4000]);
	});
});
