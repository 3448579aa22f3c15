import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createAgenda} from '../../source/simulator/agenda.js';

describe('createAgenda', () => {
	it('lets things happen in order of time, and of planning when they are due together', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(20)), times => {
				const agenda = createAgenda(0);
				const happened: [number, number][] = [];
				for (const [index, time] of times.entries()) agenda.at(time, () => happened.push([agenda.now(), index]));
				for (const _ of times) agenda.step();
				const expected = times.map((time, index): [number, number] => [time, index]).sort(([a], [b]) => a - b);
				expect(happened).toEqual(expected);
			}),
		);
	});

	it('lets what is planned for the past happen at once', () => {
		const agenda = createAgenda(100);
		const happened: number[] = [];
		agenda.at(50, () => happened.push(agenda.now()));
		agenda.step();
		expect(happened).toEqual([100]);
	});

	it('throws when nothing is planned', () => {
		expect(() => createAgenda(0).step()).toThrow(RangeError);
	});
});
