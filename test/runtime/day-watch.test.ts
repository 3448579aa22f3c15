import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {type EpochMs, epochMs} from '../../source/domain/units.js';
import {createDayWatch, dayKey, isSameDay, type ResetAt} from '../../source/runtime/day-watch.js';
import {inZone} from '../helpers/in-zone.js';

const instant = (text: string): EpochMs => epochMs(Date.parse(text));

const minuteMs = 60_000;

/** The instants, minute by minute, at which a new day is noticed. */
const turnsBetween = (
	{from, to, stepMs = minuteMs}: {readonly from: string; readonly to: string; readonly stepMs?: number},
	resetAt: ResetAt,
): readonly string[] => {
	const watch = createDayWatch({resetAt});
	const turns: string[] = [];
	for (let now = Date.parse(from); now <= Date.parse(to); now += stepMs) {
		if (watch.hasTurned(epochMs(now))) turns.push(new Date(now).toISOString());
	}
	return turns;
};

describe('createDayWatch', () => {
	it('notices midnight once', () => {
		const watch = createDayWatch({resetAt: 0});
		const asked = ['2026-11-21T23:59:59+01:00', '2026-11-22T00:00:00+01:00', '2026-11-22T00:00:01+01:00'];
		expect(asked.map(text => watch.hasTurned(instant(text)))).toEqual([false, true, false]);
	});

	it('notices another time of day, and not midnight', () => {
		const watch = createDayWatch({resetAt: 330});
		const asked = ['2026-11-21T23:59:59', '2026-11-22T00:00:01', '2026-11-22T05:29:59', '2026-11-22T05:30:00'];
		expect(asked.map(text => watch.hasTurned(instant(`${text}+01:00`)))).toEqual([false, false, false, true]);
	});

	it('never turns when told so', () => {
		expect(turnsBetween({from: '2026-01-01T00:00Z', to: '2027-01-01T00:00Z', stepMs: 60 * minuteMs}, 'never')).toEqual(
			[],
		);
	});

	it('notices once, on waking, that midnights were slept through', () => {
		const watch = createDayWatch({resetAt: 0});
		watch.hasTurned(instant('2026-11-21T18:00:00+01:00'));
		expect(watch.hasTurned(instant('2026-11-24T08:00:00+01:00'))).toBe(true);
		expect(watch.hasTurned(instant('2026-11-24T08:00:01+01:00'))).toBe(false);
	});

	it('notices that the day ended between the keeping and the first question', () => {
		const watch = createDayWatch({resetAt: 0, begun: instant('2026-11-21T23:59:59+01:00')});
		expect(watch.hasTurned(instant('2026-11-22T00:00:01+01:00'))).toBe(true);
	});

	it('is at rest on the day it was told of', () => {
		const watch = createDayWatch({resetAt: 0, begun: instant('2026-11-21T09:00:00+01:00')});
		expect(watch.hasTurned(instant('2026-11-21T10:00:00+01:00'))).toBe(false);
	});

	it.each([
		['the day of 23 hours', '2026-03-28T23:30:00+01:00', '2026-03-29T23:30:00+02:00', '2026-03-30T00:00:00+02:00'],
		['the day of 25 hours', '2026-10-24T23:30:00+02:00', '2026-10-25T23:30:00+01:00', '2026-10-26T00:00:00+01:00'],
	])('begins the day after %s at its midnight', (_name, before, evening, midnight) => {
		const watch = createDayWatch({resetAt: 0});
		watch.hasTurned(instant(before));
		expect([evening, evening, midnight].map(text => watch.hasTurned(instant(text)))).toEqual([true, false, true]);
	});

	it('does not begin a day again when the clock is set back over midnight', () => {
		const watch = createDayWatch({resetAt: 0});
		const asked = [
			'2026-11-21T23:59:00+01:00',
			'2026-11-22T00:01:00+01:00',
			'2026-11-21T23:58:00+01:00',
			'2026-11-22T00:02:00+01:00',
		];
		expect(asked.map(text => watch.hasTurned(instant(text)))).toEqual([false, true, false, false]);
	});

	it('follows a clock back that was years ahead, and notices midnight again', () => {
		const watch = createDayWatch({resetAt: 0});
		const asked = ['2026-11-21T10:00Z', '2037-01-01T10:00Z', '2026-11-21T10:05Z', '2026-11-22T10:00Z'];
		expect(asked.map(text => watch.hasTurned(instant(text)))).toEqual([false, true, false, true]);
	});

	it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e18, -1e18])('is not led astray by the instant %d', odd => {
		const watch = createDayWatch({resetAt: 0});
		watch.hasTurned(instant('2026-11-21T10:00Z'));
		expect(watch.hasTurned(epochMs(odd))).toBe(false);
		expect(watch.hasTurned(instant('2026-11-22T10:00Z'))).toBe(true);
	});
});

describe('where the clocks change', () => {
	it.each([
		// 02:00 becomes 03:00.
		['Europe/Paris', 150, '2026-03-28T12:00Z', '2026-03-29T12:00Z', '2026-03-29T01:00:00.000Z'],
		// 03:00 becomes 02:00: the first 02:30 counts.
		['Europe/Paris', 150, '2026-10-24T12:00Z', '2026-10-25T12:00Z', '2026-10-25T00:30:00.000Z'],
		['America/New_York', 150, '2026-03-07T12:00Z', '2026-03-08T12:00Z', '2026-03-08T07:00:00.000Z'],
		['America/New_York', 90, '2026-10-31T12:00Z', '2026-11-01T12:00Z', '2026-11-01T05:30:00.000Z'],
		['Asia/Kolkata', 150, '2026-03-28T12:00Z', '2026-03-29T11:00Z', '2026-03-28T21:00:00.000Z'],
		// Half an hour: 02:00 becomes 02:30, and 02:00 becomes 01:30.
		['Australia/Lord_Howe', 135, '2026-10-03T05:00Z', '2026-10-04T05:00Z', '2026-10-03T15:30:00.000Z'],
		['Australia/Lord_Howe', 105, '2026-04-04T05:00Z', '2026-04-05T05:00Z', '2026-04-04T14:45:00.000Z'],
		// Midnight itself does not exist: 00:00 becomes 01:00.
		['Africa/Cairo', 0, '2026-04-23T12:00Z', '2026-04-24T12:00Z', '2026-04-23T22:00:00.000Z'],
		// 23:00 becomes 00:00: the day that should begin at 23:30 begins with the next date.
		['America/Nuuk', 1410, '2026-03-28T12:00Z', '2026-03-29T12:00Z', '2026-03-29T01:00:00.000Z'],
		// One minute past midnight becomes 23:01 of the day before.
		['America/St_Johns', 0, '2005-10-29T12:00Z', '2005-10-30T12:00Z', '2005-10-30T02:30:00.000Z'],
	])('turns once in %s with the reset at minute %d', (zone, resetAt, from, to, turn) => {
		expect(inZone(zone, () => turnsBetween({from, to}, resetAt))).toEqual([turn]);
	});
});

describe('dayKey', () => {
	it.each([
		['2026-11-21T05:29:59+01:00', 330, '2026-11-20'],
		['2026-11-21T05:30:00+01:00', 330, '2026-11-21'],
		['2026-01-01T00:00:00+01:00', 1, '2025-12-31'],
		['2026-03-01T00:00:00+01:00', 0, '2026-03-01'],
		['2026-11-21T23:59:59+01:00', 1439, '2026-11-21'],
	])('of %s, with the reset at minute %d, is %s', (text, resetAt, key) => {
		expect(dayKey(instant(text), resetAt)).toBe(key);
	});

	it('is one for ever without a reset', () => {
		expect(dayKey(instant('1999-01-01T00:00Z'), 'never')).toBe(dayKey(instant('2026-01-01T00:00Z'), 'never'));
	});

	it.each(['Europe/Paris', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/St_Johns'])(
		'never goes back as time goes on in %s',
		zone => {
			const decade = {min: Date.UTC(2004, 0), max: Date.UTC(2030, 0)};
			const minute = fc.integer({min: 0, max: 1439});
			inZone(zone, () => {
				fc.assert(
					fc.property(fc.integer(decade), fc.integer({min: 0, max: 7_200_000}), minute, (at, later, resetAt) => {
						expect(dayKey(epochMs(at), resetAt) <= dayKey(epochMs(at + later), resetAt)).toBe(true);
					}),
				);
			});
		},
	);

	it.each([
		['Europe/Paris', '2026-03-28', '2026-10-24'],
		['America/New_York', '2026-03-07', '2026-10-31'],
		['Australia/Lord_Howe', '2026-04-04', '2026-10-03'],
		['America/St_Johns', '2005-04-02', '2005-10-29'],
	])('never goes back over the clock changes in %s', (zone, ...changes) => {
		inZone(zone, () => {
			for (const resetAt of [0, 1, 30, 90, 105, 120, 150, 180, 1381, 1439]) {
				const keys = changes.map(date => keysOfTwoDays(Date.parse(date), resetAt));
				expect(keys).toEqual(keys.map(list => list.toSorted()));
			}
		});
	});
});

/** A key every ten minutes. */
const keysOfTwoDays = (from: number, resetAt: ResetAt): readonly string[] =>
	Array.from({length: 288}, (_, index) => dayKey(epochMs(from + 10 * index * minuteMs), resetAt));

describe('isSameDay', () => {
	it('holds between the two 02:30 of the day of 25 hours', () => {
		const [first, between] = [instant('2026-10-25T02:45:00+02:00'), instant('2026-10-25T02:10:00+01:00')];
		expect(isSameDay(first, between, 150)).toBe(true);
	});

	it.each([
		['2026-11-21T04:00:00+01:00', '2026-11-21T06:00:00+01:00', 300, false],
		['2026-11-20T06:00:00+01:00', '2026-11-21T04:59:59+01:00', 300, true],
		['2020-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'never', true],
	] as const)('%s and %s with the reset at %s: %s', (one, other, resetAt, isSame) => {
		expect(isSameDay(instant(one), instant(other), resetAt)).toBe(isSame);
	});

	it('does not hold for what no calendar holds', () => {
		expect(isSameDay(epochMs(Number.NaN), epochMs(Number.NaN), 0)).toBe(false);
	});
});
