import {describe, expect, it} from 'vitest';
import type {BoardEvent} from '../../source/domain/event.js';
import {appendToLog, emptyLog, logCapacity, registrationCapacity} from '../../source/domain/event-log.js';
import {accueil, at, site, timePassed} from '../helpers/builders.js';

const many = (count: number, from = 0) => Array.from({length: count}, (_, index) => timePassed(from + index));
const registered = (second: number): BoardEvent => ({
	type: 'line-registered',
	at: at(second),
	site,
	service: 'line',
	number: accueil,
});
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

	it('lists registrations apart, with numbers of the same row', () => {
		const log = appendToLog(emptyLog, [timePassed(1), registered(2), timePassed(3)]);
		expect(log.entries.map(({sequence}) => sequence)).toEqual([1, 3]);
		expect(log.registrations).toEqual([{sequence: 2, event: registered(2)}]);
		expect(log).toMatchObject({total: 2, last: 3});
		expect(appendToLog(log, [registered(4)]).entries).toBe(log.entries);
	});

	it('keeps the newest registrations, and none of them takes the place of other news', () => {
		const many = Array.from({length: registrationCapacity + 3}, (_, second) => registered(second));
		const log = appendToLog(appendToLog(emptyLog, [timePassed(0)]), many);
		expect(log.entries).toHaveLength(1);
		expect(log.registrations).toHaveLength(registrationCapacity);
		expect(log.registrations.at(-1)?.event).toEqual(many.at(-1));
	});
});
