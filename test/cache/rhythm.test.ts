import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {createRhythm} from '../../source/cache/rhythm.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Work that lasts until told to end, and what is left of it. */
const createWork = () => {
	const beats: number[] = [];
	const ends: (() => void)[] = [];
	const work = {left: 0, beats};
	const rhythm = createRhythm({
		intervalMs: 100,
		isWanted: () => work.left > 0,
		beat: () => {
			beats.push(Math.round(performance.now() - begun));
			work.left -= 1;
			return new Promise(resolve => ends.push(resolve));
		},
	});
	const begun = performance.now();
	const want = (count: number): void => {
		work.left += count;
		rhythm.rouse();
	};
	const end = async (): Promise<void> => {
		ends.shift()?.();
		await vi.advanceTimersByTimeAsync(0);
	};
	return {work, rhythm, want, end};
};

describe('createRhythm', () => {
	it('begins at once, and again an interval after the beginning', async () => {
		const {work, want, end} = createWork();
		want(3);
		await vi.advanceTimersByTimeAsync(30);
		await end();
		await vi.advanceTimersByTimeAsync(69);
		expect(work.beats).toEqual([0]);
		await vi.advanceTimersByTimeAsync(1);
		await end();
		await vi.advanceTimersByTimeAsync(100);
		expect(work.beats).toEqual([0, 100, 200]);
	});

	it('rests while nothing is wanted, and begins at once after a long rest', async () => {
		const {work, want, end} = createWork();
		want(1);
		await vi.advanceTimersByTimeAsync(0);
		await end();
		await vi.advanceTimersByTimeAsync(1000);
		want(1);
		await vi.advanceTimersByTimeAsync(0);
		expect(work.beats).toEqual([0, 1000]);
	});

	it('never does it twice at once, and goes on when it is done', async () => {
		const {work, want, end} = createWork();
		want(2);
		await vi.advanceTimersByTimeAsync(250);
		expect(work.beats).toEqual([0]);
		await end();
		expect(work.beats).toEqual([0, 250]);
	});

	it('does not wait for the interval when it is to finish', async () => {
		const {work, want, end, rhythm} = createWork();
		want(2);
		await vi.advanceTimersByTimeAsync(10);
		const finished = rhythm.finish(60_000);
		await end();
		expect(work.beats).toEqual([0, 10]);
		await end();
		await finished;
		expect(work.left).toBe(0);
	});

	it('has nothing to finish when nothing is wanted', async () => {
		const {work, rhythm} = createWork();
		await rhythm.finish(60_000);
		expect(work.beats).toEqual([]);
	});

	it('does not wait for ever for what does not end', async () => {
		const {work, want, rhythm} = createWork();
		want(1);
		await vi.advanceTimersByTimeAsync(0);
		vi.useRealTimers();
		await rhythm.finish(1);
		await rhythm.stop(1);
		expect(work.beats).toEqual([0]);
	});

	it('begins nothing more once stopped', async () => {
		const {work, want, end, rhythm} = createWork();
		want(2);
		await vi.advanceTimersByTimeAsync(0);
		const stopped = rhythm.stop(60_000);
		await end();
		await stopped;
		want(1);
		await rhythm.finish(60_000);
		await vi.advanceTimersByTimeAsync(1000);
		expect(work.beats).toEqual([0]);
	});
});
