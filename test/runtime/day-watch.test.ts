import {describe, expect, it} from 'vitest';
import {epochMs} from '../../source/domain/units.js';
import {createDayWatch} from '../../source/runtime/day-watch.js';

const instant = (text: string) => epochMs(Date.parse(text));

describe('createDayWatch', () => {
	it('notices midnight once', () => {
		const watch = createDayWatch();
		const asked = ['2026-11-21T23:59:59+01:00', '2026-11-22T00:00:00+01:00', '2026-11-22T00:00:01+01:00'];
		expect(asked.map(text => watch.hasTurned(instant(text)))).toEqual([false, true, false]);
	});

	it('notices once, on waking, that midnights were slept through', () => {
		const watch = createDayWatch();
		watch.hasTurned(instant('2026-11-21T18:00:00+01:00'));
		expect(watch.hasTurned(instant('2026-11-24T08:00:00+01:00'))).toBe(true);
		expect(watch.hasTurned(instant('2026-11-24T08:00:01+01:00'))).toBe(false);
	});

	it.each([
		['the day of 23 hours', '2026-03-28T23:30:00+01:00', '2026-03-29T23:30:00+02:00', '2026-03-30T00:00:00+02:00'],
		['the day of 25 hours', '2026-10-24T23:30:00+02:00', '2026-10-25T23:30:00+01:00', '2026-10-26T00:00:00+01:00'],
	])('begins the day after %s at its midnight', (_name, before, evening, midnight) => {
		const watch = createDayWatch();
		watch.hasTurned(instant(before));
		expect([evening, evening, midnight].map(text => watch.hasTurned(instant(text)))).toEqual([true, false, true]);
	});

	it('does not begin a day again when the clock is set back over midnight', () => {
		const watch = createDayWatch();
		const asked = [
			'2026-11-21T23:59:00+01:00',
			'2026-11-22T00:01:00+01:00',
			'2026-11-21T23:58:00+01:00',
			'2026-11-22T00:02:00+01:00',
		];
		expect(asked.map(text => watch.hasTurned(instant(text)))).toEqual([false, true, false, false]);
	});
});
