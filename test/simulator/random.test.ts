import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createRandom, mixed} from '../../source/simulator/random.js';

const draw = (seed: number) => {
	const random = createRandom(seed);
	return Array.from({length: 20}, random.unit);
};

describe('createRandom', () => {
	it('repeats itself for the same seed', () => {
		fc.assert(
			fc.property(fc.integer(), seed => {
				expect(draw(seed)).toEqual(draw(seed));
			}),
		);
	});

	it('differs between neighbouring seeds', () => {
		fc.assert(
			fc.property(fc.nat(), seed => {
				expect(draw(seed)).not.toEqual(draw(seed + 1));
			}),
		);
	});

	it('keeps within its bounds', () => {
		fc.assert(
			fc.property(fc.integer(), fc.integer({min: -50, max: 50}), fc.nat(100), (seed, from, span) => {
				const random = createRandom(seed);
				const drawn = random.integer(from, from + span);
				expect(drawn).toBeGreaterThanOrEqual(from);
				expect(drawn).toBeLessThanOrEqual(from + span);
				expect(random.exponential(5)).toBeGreaterThanOrEqual(0);
			}),
		);
	});

	it('is as probable as asked', () => {
		const random = createRandom(7);
		const hits = Array.from({length: 10_000}, () => random.chance(0.25)).filter(Boolean).length;
		// Four standard deviations of a binomial with n = 10 000 and p = 0.25 are 173.
		expect(Math.abs(hits - 2500)).toBeLessThan(174);
	});

	it('makes uuids of the usual shape', () => {
		const random = createRandom(1);
		const uuids = Array.from({length: 500}, random.uuid);
		expect(new Set(uuids).size).toBe(500);
		for (const uuid of uuids) expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
	});

	it('has nothing to pick from an empty list', () => {
		expect(() => createRandom(1).pick([])).toThrow(RangeError);
	});
});

describe('mixed', () => {
	it('depends on every number and on their order', () => {
		expect(mixed(1, 2)).toBe(mixed(1, 2));
		expect(new Set([mixed(1, 2), mixed(2, 1), mixed(1, 3), mixed(1)]).size).toBe(4);
	});
});
