import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {createPlayer} from '../../source/simulator/player.js';
import {createScenario} from '../../source/simulator/scenario.js';
import {hourMs, play, tenOClock} from './play.js';

beforeEach(() => {
	vi.useFakeTimers({now: 1_000_000});
});

afterEach(() => {
	vi.useRealTimers();
});

const start = ({speed = 1, startAt = tenOClock} = {}) => {
	const published: unknown[] = [];
	const scenario = createScenario({seed: 1, startAt: tenOClock});
	const player = createPlayer({scenario, now: Date.now, startAt, speed});
	player.start(events => published.push(...events));
	return {player, published};
};

const expected = (hours: number) => play({hours}).map(({event}) => event);

describe('createPlayer', () => {
	it('publishes what is due at the beginning at once', () => {
		const {published} = start({startAt: tenOClock + hourMs / 6});
		expect(published).toEqual(expected(1 / 6));
	});

	it('publishes everything in time', () => {
		const {published} = start();
		vi.advanceTimersByTime(360_000);
		expect(published).toEqual(expected(0.1));
	});

	it('runs its clock faster, with everything in it', () => {
		const {player, published} = start({speed: 60});
		vi.advanceTimersByTime(60_000);
		expect(player.now()).toBe(tenOClock + hourMs);
		expect(published).toEqual(expected(1));
	});

	it('makes up for time in which no timer ran', () => {
		const {published} = start();
		vi.setSystemTime(1_000_000 + hourMs);
		vi.advanceTimersByTime(1000);
		expect(published.length).toBeGreaterThanOrEqual(expected(1).length);
	});

	it('stops', () => {
		const {player, published} = start();
		player.stop();
		const before = published.length;
		vi.advanceTimersByTime(60_000);
		expect(published).toHaveLength(before);
		expect(vi.getTimerCount()).toBe(0);
	});

	it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses a speed of %d', speed => {
		expect(() => start({speed})).toThrow(RangeError);
	});
});
