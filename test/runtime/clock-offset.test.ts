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

	it('follows a clock that was set forward once old answers are forgotten', () => {
		const after = Array.from({length: 32}, () => 60_040);
		expect(offsetAfter(40, ...after.slice(1))).toBe(40);
		expect(offsetAfter(40, ...after)).toBe(60_040);
	});

	it('is whole milliseconds', () => {
		expect(offsetAfter(40.6)).toBe(41);
	});
});
