import {describe, expect, it} from 'vitest';
import {toneAt} from '../../source/presentation/cells.js';
import {at} from '../helpers/builders.js';

describe('toneAt', () => {
	const cell = {
		kind: 'since',
		since: at(0),
		tone: 'plain',
		steps: [
			{afterMs: 20_000, tone: 'warning'},
			{afterMs: 60_000, tone: 'alarm'},
		],
		write: String,
	} as const;

	it.each([
		[0, 'plain'],
		[19_999, 'plain'],
		[20_000, 'warning'],
		[59_999, 'warning'],
		[60_000, 'alarm'],
		[3_600_000, 'alarm'],
	])('at an age of %i ms is %s', (age, tone) => {
		expect(toneAt(cell, age)).toBe(tone);
	});

	it('is its own without steps', () => {
		expect(toneAt({...cell, steps: []}, 99_999)).toBe('plain');
	});
});
