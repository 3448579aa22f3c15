import {describe, expect, it} from 'vitest';
import {appendToLog, emptyLog, logCapacity} from '../../source/domain/event-log.js';
import {timePassed} from '../helpers/builders.js';

const many = (count: number, from = 0) => Array.from({length: count}, (_, index) => timePassed(from + index));
const sequences = (log: typeof emptyLog) => [log.entries[0]?.sequence, log.entries.at(-1)?.sequence];

describe('appendToLog', () => {
	it('gives back the same log for nothing', () => {
		expect(appendToLog(emptyLog, [])).toBe(emptyLog);
	});

	it('numbers entries from 1, oldest first', () => {
		const log = appendToLog(appendToLog(emptyLog, many(2)), many(1, 2));
		expect(log.entries.map(({sequence}) => sequence)).toEqual([1, 2, 3]);
		expect(log.entries.map(({event}) => event)).toEqual(many(3));
	});

	it.each([1, 7, logCapacity - 1, logCapacity, logCapacity + 1, 3 * logCapacity])(
		'keeps the newest when %i more come',
		count => {
			const log = appendToLog(appendToLog(emptyLog, many(logCapacity)), many(count, logCapacity));
			const all = logCapacity + count;
			expect(log.total).toBe(all);
			expect(log.entries).toHaveLength(logCapacity);
			expect(sequences(log)).toEqual([all - logCapacity + 1, all]);
			expect(log.entries.at(-1)?.event).toEqual(timePassed(all - 1));
		},
	);
});
