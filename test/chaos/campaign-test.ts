import {beforeAll, describe, expect, it} from 'vitest';
import {type Campaign, type Report, timeoutOf, wage} from './campaign.js';

/** So much more may be in use after all runs than after a fifth of them, in MiB. */
const heapGrowth = 12;

/** Wages the campaign once, and looks at what became of it from all sides. */
export const campaignTest = (name: string, campaign: Campaign): void => {
	describe(`${name}, whatever goes wrong`, () => {
		let report: Report;

		beforeAll(async () => {
			report = await wage(campaign);
			if (process.env.CHAOS_RUNS !== undefined) process.stdout.write(`${name}: ${JSON.stringify(report)}\n`);
		}, timeoutOf(campaign));

		it('shows the truth, or says that something is missing, and treats the service well', () => {
			expect(report.failures).toEqual([]);
			// One run alone may have met nothing.
			expect(report.figures.failures > 0 || report.runs === 1).toBe(true);
		});

		it('leaves no error uncaught', () => {
			expect(report.uncaught).toEqual([]);
		});

		it('leaves no socket, server or timer behind', () => {
			expect(report.left).toEqual({});
		});

		it('does not grow', () => {
			const [early, late] = report.heap;
			expect(late - early).toBeLessThan(heapGrowth);
		});
	});
};
