import {describe, expect, it} from 'vitest';
import {conditionAt, healthy, type Trouble, usualTroubles} from './troubles.js';

const at = (clock: string): number => Date.parse(`2026-11-23T${clock}:00+01:00`);

const faults: Trouble = {from: 60, minutes: 5, everyDays: 1, makes: {faults: [{kind: 'empty', rate: 1}]}};
const closed: Trouble = {from: 62, minutes: 10, everyDays: 7, makes: {isClosed: true}};

describe('conditionAt', () => {
	it.each([
		['00:59', 1, healthy],
		['01:00', 1, {...healthy, ...faults.makes}],
		['01:04', 6, {...healthy, ...faults.makes}],
		['01:05', 1, healthy],
		['01:04', 7, {...healthy, ...faults.makes, isClosed: true}],
		['01:05', 14, {...healthy, isClosed: true}],
		['01:12', 14, healthy],
	])('at %s of day %i', (clock, day, condition) => {
		expect(conditionAt([faults, closed], {at: at(clock), day})).toEqual(condition);
	});
});

describe('usualTroubles', () => {
	it('are all over by midnight', () => {
		expect(Math.max(...usualTroubles.map(({from, minutes}) => from + minutes))).toBeLessThan(24 * 60);
	});
});
