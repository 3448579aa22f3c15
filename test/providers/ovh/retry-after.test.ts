import {describe, expect, it} from 'vitest';
import {readRetryAfter} from '../../../source/providers/ovh/retry-after.js';
import {at, start} from '../../helpers/builders.js';

const httpDate = (seconds: number): string => new Date(start + seconds * 1000).toUTCString();

describe('readRetryAfter', () => {
	it.each([
		['120', 120],
		[' 7 ', 7],
		['0', 0],
		['1.5', 1.5],
		['-7', undefined],
		['soon', undefined],
		['', undefined],
		['Infinity', undefined],
		['12 March', undefined],
		[httpDate(90), 90],
		[httpDate(-90), 0],
		['Wednesday, never', undefined],
	])('reads %j as %s', (text, seconds) => {
		expect(readRetryAfter({'retry-after': text}, at(0))).toBe(seconds);
	});

	it("counts a date from the answer's own, since the clocks may differ", () => {
		const headers = {'retry-after': httpDate(3690), date: httpDate(3600)};
		expect(readRetryAfter(headers, at(0))).toBe(90);
		expect(readRetryAfter({...headers, date: 'yesterday'}, at(0))).toBe(3690);
	});

	it('takes the first of several', () => {
		expect(readRetryAfter({'retry-after': ['5', '9']}, at(0))).toBe(5);
		expect(readRetryAfter({}, at(0))).toBeUndefined();
	});
});
