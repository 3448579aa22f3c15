import {describe, expect, it} from 'vitest';
import {epochMs} from '../../source/domain/units.js';
import {createPlayClock} from '../../source/recording/play-clock.js';

const start = Date.parse('2026-11-21T09:14:58.271Z');
const later = (milliseconds: number) => epochMs(start + milliseconds);

/** A play clock in a world where waiting takes no time, and everything else none at all. */
const newClock = (speed: number) => {
	const waits: number[] = [];
	const ticks: number[] = [];
	const controller = new AbortController();
	let real = 500;
	let breaths = 0;
	let atWait: () => void = () => {};
	const clock = createPlayClock({
		startAt: epochMs(start),
		speed,
		signal: controller.signal,
		realNow: () => real,
		wait: async milliseconds => {
			waits.push(milliseconds);
			real += milliseconds / 2;
			atWait();
			real += milliseconds / 2;
		},
		breathe: async () => {
			breaths += 1;
		},
	});
	clock.onTick(() => ticks.push(clock.now() - start));
	return {
		clock,
		waits,
		ticks,
		controller,
		breaths: () => breaths,
		busy: (milliseconds: number) => {
			real += milliseconds;
		},
		inTheMiddle: (look: () => void) => {
			atWait = look;
		},
	};
};

const total = (waits: readonly number[]) => waits.reduce((sum, wait) => sum + wait, 0);

describe('a play clock', () => {
	it('ticks at each full second of the recorded time that is passed, the last one included', async () => {
		const {clock, ticks} = newClock(0);
		await clock.runTo(later(500));
		expect(ticks).toEqual([]);
		await clock.runTo(later(2729));
		expect(ticks).toEqual([729, 1729, 2729]);
		expect(clock.now()).toBe(later(2729));
	});

	it('takes as long as the recording took, or less by its speed', async () => {
		const [life, faster, fastest] = [newClock(1), newClock(60), newClock(0)];
		for (const {clock} of [life, faster, fastest]) await clock.runTo(later(600_000));
		expect(total(life.waits)).toBeCloseTo(600_000);
		expect(total(faster.waits)).toBeCloseTo(10_000);
		expect(fastest.waits).toEqual([]);
		expect([life, faster, fastest].map(({ticks}) => ticks.length)).toEqual([600, 600, 600]);
	});

	it('catches up when others took time', async () => {
		const {clock, waits, busy} = newClock(1);
		await clock.runTo(later(10_000));
		busy(4000);
		await clock.runTo(later(20_000));
		expect(total(waits)).toBeCloseTo(16_000);
	});

	it('shows time going on evenly between two steps, and never beyond the next', async () => {
		const {clock, inTheMiddle, busy} = newClock(2);
		const seen: number[] = [];
		inTheMiddle(() => seen.push(clock.now() - start));
		await clock.runTo(later(500));
		expect(seen).toEqual([250]);
		busy(60_000);
		expect(clock.now()).toBe(later(500));
	});

	it('skips without a tick, and ticks where it arrives', async () => {
		const {clock, ticks, waits} = newClock(10);
		await clock.skipTo(later(100_000));
		expect(ticks).toEqual([100_000]);
		expect(total(waits)).toBeCloseTo(10_000);
	});

	it('waits for weeks in pieces that timers can count', async () => {
		const {clock, waits} = newClock(1);
		await clock.skipTo(later(60 * 86_400_000));
		expect(Math.max(...waits)).toBeLessThan(2 ** 31);
		expect(total(waits)).toBeCloseTo(60 * 86_400_000);
	});

	it('goes back at once, and on from there', async () => {
		const {clock, waits, ticks} = newClock(1);
		await clock.runTo(later(10_000));
		await clock.runTo(later(-3_600_000));
		expect(clock.now()).toBe(later(-3_600_000));
		await clock.runTo(later(-3_599_000));
		expect(total(waits)).toBeCloseTo(11_000);
		expect(ticks.length).toBe(11);
	});

	it('changes its speed from where it is', async () => {
		const {clock, waits} = newClock(0);
		await clock.runTo(later(3_600_000));
		clock.setSpeed(2);
		await clock.runTo(later(3_610_000));
		expect(total(waits)).toBeCloseTo(5000);
	});

	it('lets others have their turn while it does not wait', async () => {
		const {clock, breaths, busy} = newClock(0);
		clock.onTick(() => busy(5));
		await clock.runTo(later(100_000));
		expect(breaths()).toBeGreaterThan(30);
	});

	it('stands still once it is stopped', async () => {
		const {clock, ticks, controller, inTheMiddle} = newClock(1);
		inTheMiddle(() => {
			if (clock.now() > later(5000)) controller.abort();
		});
		await clock.runTo(later(100_000));
		await clock.skipTo(later(200_000));
		expect(ticks.length).toBe(5);
		expect(clock.now()).toBeLessThan(later(6000));
	});
});
