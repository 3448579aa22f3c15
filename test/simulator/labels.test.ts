import {describe, expect, it} from 'vitest';
import {lineLabel, queueLabel} from '../../source/simulator/labels.js';
import {maxLines, maxQueues} from '../../source/simulator/phone-numbers.js';

const labels = (label: (index: number) => string, count: number) =>
	Array.from({length: count}, (_, index) => label(index));

describe('lineLabel', () => {
	it('never repeats itself', () => {
		expect(new Set(labels(lineLabel, maxLines)).size).toBe(maxLines);
	});

	it('begins with the reception', () => {
		expect(labels(lineLabel, 2)).toEqual(['Accueil', 'Standard']);
	});
});

describe('queueLabel', () => {
	it('never repeats itself', () => {
		expect(new Set(labels(queueLabel, maxQueues)).size).toBe(maxQueues);
	});
});
