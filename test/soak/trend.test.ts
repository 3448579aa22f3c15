import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {daysNeeded, judge, slopeOf, type Weight} from './trend.js';

const mebibyte = 1024 * 1024;

type Growth = Partial<Record<keyof Weight, (day: number) => number>>;

/** A month of days that weigh so many MiB. */
const month = ({heap = () => 20, code = () => 5, resident = () => 150}: Growth): readonly Weight[] =>
	Array.from({length: 30}, (_, index) => ({
		heap: heap(index + 1) * mebibyte,
		code: code(index + 1) * mebibyte,
		resident: resident(index + 1) * mebibyte,
	}));

describe('slopeOf', () => {
	it('is the rise of a straight line, whatever its height and length', () => {
		const whole = fc.integer({min: -1000, max: 1000});
		fc.assert(
			fc.property(whole, whole, fc.integer({min: 2, max: 60}), (start, rise, count) => {
				const values = Array.from({length: count}, (_, index) => start + rise * index);
				expect(slopeOf(values)).toBeCloseTo(rise, 6);
			}),
		);
	});

	it('does not see what goes up and down alike', () => {
		expect(slopeOf([5, 7, 7, 5])).toBeCloseTo(0, 9);
	});

	it('is nothing of one value', () => {
		expect(slopeOf([5])).toBe(0);
	});
});

describe('judge', () => {
	it.each([
		['what goes up and down, after a steep beginning', month({heap: day => 20 + 8 / day ** 3 + (day % 2) / 2})],
		['code that grows as long as it is little', month({heap: day => 20 + day / 10, code: day => 5 + day / 10})],
		['what shrinks', month({heap: day => 20 - day / 10, resident: day => 150 - day})],
	])('finds flat %s', (_what, days) => {
		expect(judge(days)?.isFlat).toBe(true);
	});

	it.each([
		['a heap that creeps', month({heap: day => 20 + day * 0.06})],
		['a heap that jumps', month({heap: day => (day < 30 ? 20 : 21.1)})],
		['code that grows for ever', month({heap: day => 20 + day / 5, code: day => 5 + day / 5})],
		['a resident set that grows', month({resident: day => 150 + day * 0.45})],
	])('does not find flat %s', (_what, days) => {
		expect(judge(days)?.isFlat).toBe(false);
	});

	it('says nothing after too few days', () => {
		expect(judge(month({}).slice(0, daysNeeded - 1))).toBeNull();
	});
});
