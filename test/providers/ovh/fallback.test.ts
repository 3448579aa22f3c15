import {describe, expect, it} from 'vitest';
import {createFallback} from '../../../source/providers/ovh/fallback.js';
import {createManualTimers} from './manual-timers.js';

const hour = 3_600_000;

const setUp = () => {
	const timers = createManualTimers();
	return {timers, fallback: createFallback(timers, hour)};
};

describe('createFallback', () => {
	it('polls after three refusals in a row', () => {
		const {fallback} = setUp();
		expect([fallback.refused(), fallback.refused(), fallback.isOn()]).toEqual([false, false, false]);
		expect([fallback.refused(), fallback.isOn()]).toEqual([true, true]);
	});

	it('begins to count anew when one has opened', () => {
		const {fallback} = setUp();
		fallback.refused();
		fallback.refused();
		fallback.opened();
		expect([fallback.refused(), fallback.refused(), fallback.refused()]).toEqual([false, false, true]);
	});

	it('tries the WebSocket again an hour later, and polls at once when it is still refused', () => {
		const {fallback, timers} = setUp();
		for (let count = 0; count < 3; count += 1) fallback.refused();
		fallback.confirmed();
		timers.advance(hour - 1);
		fallback.failed();
		expect(fallback.isOn()).toBe(true);
		timers.advance(1);
		expect(fallback.isOn()).toBe(false);
		expect([fallback.refused(), fallback.isOn()]).toEqual([true, true]);
	});

	it('does not last when polling did not work either', () => {
		const {fallback} = setUp();
		for (let count = 0; count < 3; count += 1) fallback.refused();
		fallback.failed();
		expect(fallback.isOn()).toBe(false);
		expect(fallback.refused()).toBe(true);
	});
});
