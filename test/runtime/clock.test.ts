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

	it('goes on for those who want to be woken', () => {
		const clock = createClock({now: Date.now});
		const stopTicking = clock.onTick(() => undefined);
		const stopWaking = clock.onWake(() => undefined);
		stopTicking();
		expect(vi.getTimerCount()).toBe(1);
		stopWaking();
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

	it('shows what it showed when it is set while it runs', () => {
		let shown = noon;
		let seconds = 5000;
		const clock = createClock({now: () => shown, uptime: () => seconds});
		const seen: number[] = [];
		clock.onTick(() => seen.push(clock.now() - noon));
		for (const setBy of [0, 3_600_000, -7_200_000]) {
			shown += 1000 + setBy;
			seconds += 1;
			vi.advanceTimersByTime(1000);
		}
		expect(seen).toEqual([1000, 2000, 3000]);
	});

	it('wakes who wants it, before the tick, when a tick comes more than ten seconds late', () => {
		let seconds = 5000;
		const clock = createClock({now: Date.now, uptime: () => seconds});
		const seen: string[] = [];
		clock.onTick(() => seen.push('tick'));
		clock.onWake(() => seen.push('wake'));
		for (const asleep of [1, 11, 12, 3600, 1]) {
			seconds += asleep;
			vi.advanceTimersByTime(1000);
		}
		expect(seen).toEqual(['tick', 'tick', 'wake', 'tick', 'wake', 'tick', 'tick']);
	});

	it('wakes without knowing how long the machine runs, and without anybody who wants ticks', () => {
		const clock = createClock({now: () => 0});
		let woken = 0;
		const stop = clock.onWake(() => {
			woken += 1;
		});
		vi.advanceTimersByTime(5000);
		expect(woken).toBe(0);
		vi.setSystemTime(noon + 3_600_000);
		vi.advanceTimersByTime(1000);
		expect(woken).toBe(1);
		stop();
		expect(vi.getTimerCount()).toBe(0);
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

	it('wakes after a long sleep, with one tick', () => {
		const clock = createManualClock(noon);
		const seen: string[] = [];
		clock.onTick(() => seen.push('tick'));
		const stop = clock.onWake(() => seen.push('wake'));
		clock.sleep(10_000);
		clock.sleep(3_600_000);
		stop();
		clock.sleep(3_600_000);
		expect(seen).toEqual(['tick', 'wake', 'tick', 'tick']);
		expect(clock.now()).toBe(noon + 7_210_000);
	});
});
