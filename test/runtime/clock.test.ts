import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {createClock} from '../../source/runtime/clock.js';
import {createManualClock} from '../helpers/manual-clock.js';

const noon = Date.UTC(2026, 2, 5, 12);

describe('createClock', () => {
	beforeEach(() => {
		vi.useFakeTimers({now: noon + 300});
	});
	afterEach(() => {
		vi.useRealTimers();
	});

	it('reads the clock it is given', () => {
		expect(createClock({now: () => 42}).now()).toBe(42);
	});

	it('ticks at each full second', () => {
		const ticks: number[] = [];
		createClock({now: Date.now}).onTick(() => ticks.push(Date.now() - noon));
		vi.advanceTimersByTime(3000);
		expect(ticks).toEqual([1000, 2000, 3000]);
	});

	it('finds back to the full second after a stall', () => {
		const ticks: number[] = [];
		createClock({now: Date.now}).onTick(() => ticks.push(Date.now() - noon));
		vi.advanceTimersByTime(700);
		vi.setSystemTime(noon + 5400);
		vi.advanceTimersByTime(3000);
		expect(ticks[0]).toBe(1000);
		expect(ticks.slice(2).map(tick => tick % 1000)).toEqual(ticks.slice(2).map(() => 0));
		expect(ticks.length).toBeGreaterThan(2);
	});

	it('serves all listeners by one timer, and has none without listeners', () => {
		const clock = createClock({now: Date.now});
		expect(vi.getTimerCount()).toBe(0);
		const stops = [clock.onTick(() => undefined), clock.onTick(() => undefined)];
		expect(vi.getTimerCount()).toBe(1);
		vi.advanceTimersByTime(5000);
		expect(vi.getTimerCount()).toBe(1);
		for (const stop of stops) stop();
		expect(vi.getTimerCount()).toBe(0);
	});

	it('starts again for a listener that comes after the last one left', () => {
		const clock = createClock({now: Date.now});
		clock.onTick(() => undefined)();
		let ticks = 0;
		clock.onTick(() => {
			ticks += 1;
		});
		vi.advanceTimersByTime(2000);
		expect(ticks).toBe(2);
	});

	it('lets a listener leave while it is called', () => {
		const clock = createClock({now: Date.now});
		const seen: string[] = [];
		const stop = clock.onTick(() => {
			seen.push('once');
			stop();
		});
		clock.onTick(() => seen.push('always'));
		vi.advanceTimersByTime(2000);
		expect(seen).toEqual(['once', 'always', 'always']);
	});
});

describe('createManualClock', () => {
	it('ticks at each full second it is pushed over', () => {
		const clock = createManualClock(noon + 300);
		const ticks: number[] = [];
		const stop = clock.onTick(() => ticks.push(clock.now() - noon));
		clock.advance(699);
		expect(ticks).toEqual([]);
		clock.advance(2001);
		expect(ticks).toEqual([1000, 2000, 3000]);
		stop();
		clock.advance(5000);
		expect(ticks).toHaveLength(3);
		expect(clock.now()).toBe(noon + 8000);
	});
});
