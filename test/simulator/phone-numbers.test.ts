import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
	lineNumber,
	maxLines,
	maxQueues,
	outsideCaller,
	outsideNumber,
	queueNumber,
} from '../../source/simulator/phone-numbers.js';
import {createRandom} from '../../source/simulator/random.js';

/** Source: numbering plan of the French regulator and of the British one, numbers for fiction. */
const fiction = /^(0033(19900|26191|35301|46571|53649|63998)\d{4}|(\+|00)442079460\d{3}|anonymous)$/;

const callers = (seed: number) => {
	const random = createRandom(seed);
	return Array.from({length: 300}, () => outsideCaller(random));
};

describe('outsideCaller', () => {
	it('has a number nobody can have', () => {
		fc.assert(
			fc.property(fc.integer(), seed => {
				for (const {calling} of callers(seed)) expect(calling).toMatch(fiction);
			}),
		);
	});

	it('is one number in three formats', () => {
		const bare = (number: string) => number.replace(/^(\+33|0033|0)(?=[1-9])/, '').replace(/^(\+|00)44/, '');
		for (const {calling, cidName, cidNumber} of callers(1).filter(caller => caller.calling !== 'anonymous')) {
			expect(new Set([bare(calling), bare(cidName), bare(cidNumber)]).size).toBe(1);
		}
	});

	it('is now and then foreign or anonymous', () => {
		const calling = callers(1).map(caller => caller.calling);
		for (const form of ['anonymous', '+44', '0044', '003363998']) {
			expect(calling.some(number => number.startsWith(form))).toBe(true);
		}
	});
});

describe('outsideNumber', () => {
	it('can be dialled', () => {
		expect(outsideNumber(createRandom(1))).toMatch(/^0033\d{9}$/);
	});
});

describe('lineNumber and queueNumber', () => {
	it('never give the same number twice', () => {
		const lines = Array.from({length: maxLines}, (_, index) => lineNumber(index));
		const queues = Array.from({length: maxQueues}, (_, index) => queueNumber(index));
		expect(new Set([...lines, ...queues]).size).toBe(maxLines + maxQueues);
		for (const number of [...lines, ...queues]) expect(number).toMatch(/^003319900\d{4}$/);
	});
});
