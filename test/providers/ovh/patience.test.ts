import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createPatience, mostPatienceMs, patienceMarginMs} from '../../../source/providers/ovh/patience.js';

const first = 75_000;

/** What it comes to after so much: `null` is a time-out, a number an answer after so many milliseconds. */
const patienceAfter = (...news: readonly (number | null)[]): number => {
	const patience = createPatience(first);
	for (const answer of news) {
		if (answer === null) patience.timedOut();
		else patience.answered(answer);
	}
	return patience.milliseconds();
};

describe('createPatience', () => {
	it.each([
		[[], 75_000],
		[[null], 150_000],
		[[null, null], 300_000],
		[[null, null, null, null], 300_000],
		[[10], 75_000],
		[[60_000], 75_000],
		[[65_000], 80_000],
		[[null, 120_000], 135_000],
		[[null, 120_000, 5], 135_000],
		[[null, 5], 75_000],
		[[null, 120_000, null], 270_000],
		[[null, null, 290_000, null], 305_000],
	])('after %j waits %i ms', (news, milliseconds) => {
		expect(patienceAfter(...news)).toBe(milliseconds);
	});

	it('waits for whatever once came, however the rest went, and never shorter than at first', () => {
		const news = fc.array(fc.option(fc.integer({min: 0, max: mostPatienceMs})));
		fc.assert(
			fc.property(news, answers => {
				const longest = Math.max(0, ...answers.filter(answer => answer !== null));
				const patience = patienceAfter(...answers);
				expect(patience).toBeGreaterThanOrEqual(Math.max(first, answers.length > 0 ? longest : 0));
				expect(patience).toBeLessThanOrEqual(mostPatienceMs + patienceMarginMs);
			}),
		);
	});
});
