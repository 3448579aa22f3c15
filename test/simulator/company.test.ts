import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createCompany} from '../../source/simulator/company.js';

const sizes = fc.record({
	seed: fc.integer(),
	lines: fc.integer({min: 2, max: 1000}),
	queues: fc.integer({min: 0, max: 60}),
});

describe('createCompany', () => {
	it('has as many lines and queues as asked, each with a number, a label and an id of its own', () => {
		fc.assert(
			fc.property(sizes, size => {
				const {lines, queues} = createCompany(size);
				expect([lines.length, queues.length]).toEqual([size.lines, size.queues]);
				const all = [...lines, ...queues];
				for (const key of ['number', 'label', 'id'] as const) {
					expect(new Set(all.map(one => one[key])).size).toBe(all.length);
				}
			}),
			{numRuns: 50},
		);
	});

	it('staffs every queue, with agents who have lines', () => {
		fc.assert(
			fc.property(sizes, size => {
				const {lines, queues, agents} = createCompany(size);
				for (const queue of queues) expect(queue.agents.length).toBeGreaterThan(0);
				for (const agent of agents) expect(lines).toContain(agent.line);
			}),
			{numRuns: 50},
		);
	});

	it('gives lines one to four channels', () => {
		const {lines} = createCompany({seed: 1, lines: 200, queues: 3});
		expect(new Set(lines.map(line => line.capacity))).toEqual(new Set([1, 2, 3, 4]));
	});

	it.each([
		{lines: 1, queues: 1},
		{lines: 2.5, queues: 1},
		{lines: Number.NaN, queues: 1},
		{lines: 100_000, queues: 1},
		{lines: 24, queues: -1},
		{lines: 24, queues: 5000},
	])('refuses $lines lines and $queues queues', size => {
		expect(() => createCompany({seed: 1, ...size})).toThrow(RangeError);
	});
});
