import {describe, expect, it} from 'vitest';
import {readFlags} from './flags.js';

describe('readFlags', () => {
	it('plays a month of two hundred lines unless told otherwise', () => {
		expect(readFlags([])).toEqual({days: 30, lines: 200, queues: 8, pace: 0.25, seed: 1, step: 60, calm: false});
	});

	it('takes numbers', () => {
		const flags = ['--days', '3', '--lines=1000', '--pace', '1.5', '--seed', '7', '--calm'];
		expect(readFlags(flags)).toMatchObject({days: 3, lines: 1000, queues: 40, pace: 1.5, seed: 7, calm: true});
	});

	it.each([
		[['--days', 'x'], '--days: expected a number above 0, as in "--days 30".'],
		[['--lines', '0'], '--lines: expected a number above 0, as in "--lines 200".'],
		[['--days', '1.5'], '--days: expected a number above 0, as in "--days 30".'],
		[['--pace', 'Infinity'], '--pace: expected a number above 0, as in "--pace 0.25".'],
	])('refuses %j', (args, sentence) => {
		expect(() => readFlags(args)).toThrow(sentence);
	});

	it('refuses what is no flag', () => {
		expect(() => readFlags(['--dayz', '3'])).toThrow('--dayz');
	});
});
