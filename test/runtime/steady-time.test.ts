import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createSteadyTime} from '../../source/runtime/steady-time.js';
import {start} from '../helpers/builders.js';

/** A machine: what its clock shows, and how long it runs. `coarse`: it counts its running time in whole seconds. */
const createMachine = ({coarse = false} = {}) => {
	let shown = start;
	let running = 5_000_300;
	const uptime = (): number => (coarse ? Math.floor(running / 1000) : running / 1000);
	const time = createSteadyTime({now: () => shown, uptime});
	return {
		time,
		/** Real time passes, awake or asleep; `unevenly`: the clock gains or loses by so many milliseconds. */
		pass(milliseconds: number, unevenly = 0) {
			running += milliseconds;
			shown += milliseconds + unevenly;
		},
		set(milliseconds: number) {
			shown += milliseconds;
		},
		/** How far the time is from what it would be had nobody touched the clock. */
		error: () => time.now() - start - (running - 5_000_300),
	};
};

const hour = 3_600_000;

describe('createSteadyTime', () => {
	it('is the clock while nobody sets it', () => {
		const {time, pass} = createMachine();
		pass(1000);
		time.check();
		pass(500);
		expect(time.now()).toBe(start + 1500);
	});

	it.each([
		['an hour forward', hour],
		['an hour back', -hour],
		['three seconds back', -3000],
	])('does not move when the clock is set by %s', (_, by) => {
		const {time, pass, set, error} = createMachine();
		for (let second = 0; second < 5; second++) {
			pass(1000);
			time.check();
		}
		pass(400);
		set(by);
		expect(error()).toBe(0);
		pass(600);
		time.check();
		expect(error()).toBe(0);
	});

	it('follows a machine that slept', () => {
		const {time, pass, error} = createMachine();
		pass(8 * hour);
		expect(time.now()).toBe(start + 8 * hour);
		time.check();
		expect(error()).toBe(0);
	});

	it('does not need to be checked in between', () => {
		const {time, pass, set, error} = createMachine();
		pass(8 * hour);
		set(-hour);
		expect(time.now()).toBe(start + 8 * hour);
		pass(1000);
		expect(error()).toBe(0);
	});

	it('believes the clock of a machine that does not tell how long it runs', () => {
		let shown = start;
		const time = createSteadyTime({now: () => shown});
		shown += hour;
		time.check();
		expect(time.now()).toBe(start + hour);
	});

	it('follows a clock that drifts, however long', () => {
		const {time, pass, error} = createMachine({coarse: true});
		for (let second = 0; second < 10_000; second++) {
			pass(1000, 0.5);
			time.check();
		}
		expect(error()).toBe(5000);
	});

	it('is never off by more than what it cannot tell, whatever is done to the clock', () => {
		const steps = fc.array(
			fc.record({passes: fc.integer({min: 1, max: 20_000}), set: fc.constantFrom(0, 0, 0, hour, -hour)}),
			{
				maxLength: 30,
			},
		);
		fc.assert(
			fc.property(steps, fc.boolean(), (taken, coarse) => {
				const {time, pass, set, error} = createMachine({coarse});
				for (const step of taken) {
					pass(step.passes);
					set(step.set);
					time.check();
				}
				const settings = taken.filter(step => step.set !== 0).length;
				expect(Math.abs(error())).toBeLessThanOrEqual(coarse ? settings * 1000 : 0);
			}),
		);
	});
});
