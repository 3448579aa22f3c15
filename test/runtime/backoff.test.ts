import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {backoffMs, refusedDelayMs} from '../../source/runtime/backoff.js';

describe('backoffMs', () => {
	it('grows from a second to half a minute and stays there', () => {
		const delays = [1, 2, 3, 4, 5, 6, 1000].map(failures => backoffMs({failures, random: 0}));
		expect(delays).toEqual([1000, 2000, 5000, 10_000, 30_000, 30_000, 30_000]);
	});

	it('waits as long as the service asks, but not for ever', () => {
		expect(backoffMs({failures: 1, random: 0, retryAfterSeconds: 42})).toBe(42_000);
		expect(backoffMs({failures: 5, random: 0, retryAfterSeconds: 3})).toBe(30_000);
		expect(backoffMs({failures: 1, random: 0, retryAfterSeconds: 1e12})).toBe(600_000);
	});

	it('is at least a second and at most half as much again as it must be', () => {
		const attempt = fc.record({
			failures: fc.integer({min: 1, max: 10_000}),
			random: fc.double({min: 0, max: 1, noNaN: true}),
			retryAfterSeconds: fc.option(fc.double({min: 0, noNaN: true}), {nil: undefined}),
		});
		fc.assert(
			fc.property(attempt, ({failures, random, retryAfterSeconds}) => {
				const least = backoffMs({failures, random: 0, retryAfterSeconds});
				const delay = backoffMs({failures, random, retryAfterSeconds});
				expect(delay).toBeGreaterThanOrEqual(Math.max(1000, least));
				expect(delay).toBeLessThanOrEqual(Math.min(900_000, least * 1.5 + 1));
				expect(Number.isInteger(delay)).toBe(true);
			}),
		);
	});
});

describe('refusedDelayMs', () => {
	it('is longer than any ordinary delay', () => {
		expect(refusedDelayMs).toBeGreaterThan(backoffMs({failures: 1000, random: 1}));
	});
});
