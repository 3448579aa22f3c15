import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {restMs} from '../../source/runtime/rest.js';

describe('restMs', () => {
	it('asks for no more than twenty-five answers a second while events come', () =>
		expect(restMs({hasEvents: true, tookMs: 30_000})).toBe(40));

	it('goes on at once after an empty answer that was held', () =>
		expect(restMs({hasEvents: false, tookMs: 30_000})).toBe(0));

	it('fills up to a second after an empty answer, even when the clock was set back', () => {
		fc.assert(
			fc.property(fc.integer({min: -10_000, max: 999}), tookMs => {
				const rest = restMs({hasEvents: false, tookMs});
				expect(rest).toBeGreaterThan(0);
				expect(rest + Math.max(0, tookMs)).toBe(1000);
			}),
		);
	});
});
