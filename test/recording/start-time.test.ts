import {describe, expect, it} from 'vitest';
import {epochMs} from '../../source/domain/units.js';
import {startInstant, timeOfDay, wallTime} from '../../source/recording/start-time.js';

/** In Paris, as the tests run. */
const instant = (text: string) => epochMs(Date.parse(text));

describe('startInstant', () => {
	it.each([
		['2026-11-21T09:12:30+01:00', 10 * 60, '2026-11-21T10:00:00+01:00'],
		['2026-11-21T09:12:30+01:00', 9 * 60 + 12, '2026-11-21T09:12:30+01:00'],
		['2026-11-21T09:12:30+01:00', 9 * 60 + 11, '2026-11-22T09:11:00+01:00'],
		['2026-11-21T22:00:00+01:00', 0, '2026-11-22T00:00:00+01:00'],
		['2026-12-31T23:59:59+01:00', 60, '2027-01-01T01:00:00+01:00'],
		['2026-03-29T00:30:00+01:00', 4 * 60, '2026-03-29T04:00:00+02:00'],
		['2026-10-25T00:30:00+02:00', 2 * 60 + 30, '2026-10-25T02:30:00+02:00'],
	])('begun at %s: minute %d is at %s', (begin, minutes, expected) => {
		expect(startInstant(instant(begin), minutes)).toBe(instant(expected));
	});
});

it('tells times as clocks do', () => {
	expect(wallTime(instant('2026-03-05T09:04:59Z'))).toBe('2026-03-05 10:04');
	expect(timeOfDay(9 * 60 + 5)).toBe('09:05');
});
