import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {quarterMs, quarterOf} from '../../../source/domain/times.js';
import {epochMs} from '../../../source/domain/units.js';
import {hourStart, hoursBetween, quartersIn} from '../../../source/presentation/statistics/hours.js';
import {inZone} from '../../helpers/in-zone.js';

const instant = (iso: string) => epochMs(Date.parse(iso));

const namesBetween = (from: string, to: string): readonly string[] =>
	hoursBetween(instant(from), instant(to)).map(({hour, offset}) => `${hour} ${offset}`);

describe('hoursBetween', () => {
	it('are 24 on a usual day', () => {
		inZone('Europe/Paris', () => {
			const names = namesBetween('2026-03-05T00:00:00+01:00', '2026-03-05T23:59:59+01:00');
			expect(names).toEqual(Array.from({length: 24}, (_, hour) => `${hour} 60`));
		});
	});

	it('are 23 when clocks go forward: there is no hour from 2 to 3', () => {
		inZone('Europe/Paris', () => {
			const names = namesBetween('2026-03-29T00:00:00+01:00', '2026-03-29T23:59:59+02:00');
			expect(names).toHaveLength(23);
			expect(names.slice(0, 4)).toEqual(['0 60', '1 60', '3 120', '4 120']);
		});
	});

	it('are 25 when clocks go back: two are called from 2 to 3', () => {
		inZone('Europe/Paris', () => {
			const names = namesBetween('2026-10-25T00:00:00+02:00', '2026-10-25T23:59:59+01:00');
			expect(names).toHaveLength(25);
			expect(names.slice(1, 5)).toEqual(['1 120', '2 120', '2 60', '3 60']);
		});
	});

	it('are the present one and 27 before it at most', () => {
		inZone('Europe/Paris', () => {
			expect(namesBetween('2026-03-01T00:00:00Z', '2026-03-05T09:15:00Z')).toHaveLength(28);
			expect(namesBetween('2026-03-01T00:00:00Z', '2026-03-05T09:15:00Z').at(-1)).toBe('10 60');
		});
	});

	it('begin with the whole hour, also in a zone off by a part of one', () => {
		for (const [zone, start] of [
			['Europe/Paris', '2026-03-05T09:00:00Z'],
			['Asia/Kathmandu', '2026-03-05T08:15:00Z'],
			['Asia/Kolkata', '2026-03-05T08:30:00Z'],
		] as const) {
			inZone(zone, () => expect(hourStart(instant('2026-03-05T09:14:59Z'))).toBe(instant(start)));
		}
	});

	it('follow one another without a gap, in any zone, whatever its clocks do', () => {
		const zones = fc.constantFrom('Europe/Paris', 'Australia/Lord_Howe', 'America/St_Johns', 'Asia/Kathmandu');
		const instants = fc.integer({min: Date.parse('2026-01-01'), max: Date.parse('2026-12-31')});
		fc.assert(
			fc.property(zones, instants, fc.integer({min: 0, max: 26 * 3_600_000}), (zone, from, length) => {
				inZone(zone, () => {
					const hours = hoursBetween(epochMs(from), epochMs(from + length));
					expect(hours[0]?.start).toBeLessThanOrEqual(from);
					expect(hours[0]?.end).toBeGreaterThan(from);
					expect(hours.at(-1)?.start).toBeLessThanOrEqual(from + length);
					expect(hours.at(-1)?.end).toBeGreaterThan(from + length);
					for (const [index, {start}] of hours.entries()) {
						if (index > 0) expect(start).toBe(hours[index - 1]?.end);
					}
				});
			}),
			{numRuns: 60},
		);
	});
});

describe('quartersIn', () => {
	it('are the quarters of an hour, each in no other hour', () => {
		const hours = hoursBetween(instant('2026-03-05T08:20:00Z'), instant('2026-03-05T10:20:00Z'));
		const quarters = hours.flatMap(quartersIn);
		expect(quarters).toHaveLength(12);
		expect(quarters).toEqual(quarters.map(quarterOf));
		expect(new Set(quarters).size).toBe(12);
		expect((quarters[1] ?? 0) - (quarters[0] ?? 0)).toBe(quarterMs);
	});
});
