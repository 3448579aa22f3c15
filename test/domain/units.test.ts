import {describe, expect, it} from 'vitest';
import {durationMs, elapsed, epochMs, later} from '../../source/domain/units.js';

describe('elapsed', () => {
	it('is never negative', () => {
		expect(elapsed(epochMs(1000), epochMs(3500))).toBe(2500);
		expect(elapsed(epochMs(3500), epochMs(1000))).toBe(0);
	});
});

describe('durationMs', () => {
	it('is never negative', () => {
		expect(durationMs(-1)).toBe(0);
	});
});

describe('later', () => {
	it('takes the later one, and the known one', () => {
		expect(later(epochMs(1), epochMs(2))).toBe(2);
		expect(later(epochMs(2), epochMs(1))).toBe(2);
		expect(later(null, epochMs(1))).toBe(1);
	});
});
