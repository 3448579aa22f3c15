import {describe, expect, it} from 'vitest';
import {epochMs} from '../../source/domain/units.js';
import {createClockOffset} from '../../source/runtime/clock-offset.js';

const offsetAfter = (...gaps: readonly number[]): number => {
	const offset = createClockOffset();
	for (const gap of gaps) offset.observe({arrivedAt: epochMs(1_000_000 + gap), sentAt: epochMs(1_000_000)});
	return offset.value();
};

describe('createClockOffset', () => {
	it('is nothing until an answer told', () => {
		expect(offsetAfter()).toBe(0);
	});

	it('is the shortest gap, the one with the least delay in it', () => {
		expect(offsetAfter(300, 40, 250)).toBe(40);
	});

	it('tells a clock that is slow', () => {
		expect(offsetAfter(-5000, -4000)).toBe(-5000);
	});

	it('follows a clock that was set back at once', () => {
		expect(offsetAfter(40, 50, -60_000)).toBe(-60_000);
	});

	it('follows a clock that was set forward after the third answer that says so', () => {
		expect(offsetAfter(40, 50, 60_050, 60_040)).toBe(40);
		expect(offsetAfter(40, 50, 60_050, 60_040, 60_060)).toBe(60_040);
		expect(offsetAfter(40, 50, 60_050, 60_040, 60_060, 60_030)).toBe(60_030);
	});

	it('sees through slow answers among good ones', () => {
		expect(offsetAfter(40, 9000, 9000, 50, 9000, 9000)).toBe(40);
	});

	it('does not take answers for a setting that are slow by two seconds at most', () => {
		expect(offsetAfter(40, 2040, 2040, 2040)).toBe(40);
	});

	it('follows a drift once old answers are forgotten', () => {
		const after = Array.from({length: 32}, () => 1500);
		expect(offsetAfter(40, ...after.slice(1))).toBe(40);
		expect(offsetAfter(40, ...after)).toBe(1500);
	});

	it('can be told by the first answers alone, however slow', () => {
		expect(offsetAfter(60_050, 60_040, 60_060)).toBe(60_040);
	});

	it('is whole milliseconds', () => {
		expect(offsetAfter(40.6)).toBe(41);
	});
});
