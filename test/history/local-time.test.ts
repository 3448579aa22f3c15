import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {isoLocalTime} from '../../source/domain/iso-time.js';
import {epochMs} from '../../source/domain/units.js';
import {byQuarter, createIsoWriter, dayStart, dayStartOf, hourStart} from '../../source/history/local-time.js';
import {dayKey} from '../../source/runtime/day-watch.js';
import {inZone} from '../helpers/in-zone.js';

const instant = (text: string): number => new Date(text).getTime();
const hourMs = 3_600_000;
const zones = ['Europe/Paris', 'America/St_Johns', 'Asia/Kathmandu', 'Africa/Cairo', 'Pacific/Chatham', 'UTC'];

describe('hours and days', () => {
	it.each([
		['2026-03-29', 23],
		['2026-10-25', 25],
		['2026-11-21', 24],
	])('%s has %i hours in Paris', (date, count) => {
		inZone('Europe/Paris', () => {
			const from = dayStart(new Date(`${date}T12:00`), 0);
			const to = dayStart(new Date(from + 36 * hourMs), 0);
			const quarters = Array.from({length: (to - from) / 900_000}, (_, index) => from + index * 900_000);
			expect(new Set(quarters.map(hourStart)).size).toBe(count);
			expect(new Set(quarters.map(at => dayStartOf(at, 0)))).toEqual(new Set([from]));
			expect(dayStartOf(to, 0)).toBe(to);
			expect(dayStartOf(from - 1, 0)).toBeLessThan(from);
		});
	});

	it('begin at the end of a gap where the clock skips the time they begin at', () => {
		inZone('Europe/Paris', () => {
			expect(dayStart(new Date('2026-03-29T12:00'), 150)).toBe(instant('2026-03-29T01:00:00Z'));
			expect(dayStart(new Date('2026-10-25T12:00'), 150)).toBe(instant('2026-10-25T00:30:00Z'));
		});
	});

	it('are the days of the board, in any zone, whenever they begin', () => {
		const times = fc.integer({min: instant('2024-01-01T00:00Z'), max: instant('2028-01-01T00:00Z')});
		fc.assert(
			fc.property(fc.constantFrom(...zones), times, fc.integer({min: 0, max: 1439}), (zone, at, resetAt) => {
				inZone(zone, () => {
					const start = dayStartOf(at, resetAt);
					expect(start).toBeLessThanOrEqual(at);
					expect(dayKey(epochMs(start), resetAt)).toBe(dayKey(epochMs(at), resetAt));
					expect(dayKey(epochMs(start - 1), resetAt)).not.toBe(dayKey(epochMs(at), resetAt));
				});
			}),
			{numRuns: 300},
		);
	});

	it('are the same for all of a quarter of an hour', () => {
		const at = instant('2026-11-21T10:17:30.5Z');
		expect(byQuarter(hourStart)(at)).toBe(hourStart(at));
	});
});

describe('createIsoWriter', () => {
	it('writes as isoLocalTime does', () => {
		const times = fc.oneof(
			fc.integer({min: 0, max: 4e12}),
			fc.constantFrom(0, 1772702100000.75, 8.64e15, 1e300, instant('2026-10-25T00:59:59.999Z')),
		);
		fc.assert(
			fc.property(fc.constantFrom(...zones), fc.array(times), (zone, all) => {
				inZone(zone, () => {
					const iso = createIsoWriter();
					for (const at of all) if (at < 8.64e15 - 86_400_000) expect(iso(at)).toBe(isoLocalTime(epochMs(at)));
					expect(() => all.map(iso)).not.toThrow();
				});
			}),
		);
	});
});
