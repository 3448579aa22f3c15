import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {intensityAt} from '../../source/simulator/rhythm.js';

const at = (time: string) => intensityAt(Date.parse(`2026-11-23T${time}+01:00`));

describe('intensityAt', () => {
	it('is never still and never more than full', () => {
		fc.assert(
			fc.property(fc.integer({min: 0, max: 4e12}), instant => {
				expect(intensityAt(instant)).toBeGreaterThan(0);
				expect(intensityAt(instant)).toBeLessThanOrEqual(1);
			}),
		);
	});

	it('peaks in the late morning and the afternoon, dips at noon, and rests at night', () => {
		expect(at('11:00:00')).toBe(1);
		expect(at('16:00:00')).toBe(1);
		expect(at('13:00:00')).toBeLessThan(at('11:00:00'));
		expect(at('13:00:00')).toBeLessThan(at('16:00:00'));
		expect(at('03:00:00')).toBeLessThan(at('13:00:00'));
	});

	it('has no jump at midnight', () => {
		expect(at('23:59:59')).toBeCloseTo(at('00:00:00'), 3);
	});
});
