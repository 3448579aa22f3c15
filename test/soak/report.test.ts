import {describe, expect, it} from 'vitest';
import type {DayRow} from './month.js';
import {dayLine, headLine, verdictLine} from './report.js';
import {judge} from './trend.js';

const mebibyte = 1024 * 1024;

const row = (day: number): DayRow => ({
	day,
	events: 125_000,
	calls: 17_800,
	offered: 4955,
	answered: 4629,
	lost: 332,
	heap: (20 + day / 8) * mebibyte,
	code: 6 * mebibyte,
	resident: 150 * mebibyte,
	external: 24 * mebibyte,
	handles: 3,
	timers: 0,
	logged: 2000,
	fileBytes: 951_000,
});

describe('dayLine', () => {
	it('stands below its heads', () => {
		expect(dayLine(row(8))).toHaveLength(headLine.length);
		expect(dayLine(row(8)).trim().split(/ +/)).toEqual(
			'8 125000 17800 4955 4629 332 21.00 6.00 150.00 24.00 3 0 2000 929'.split(' '),
		);
	});
});

describe('verdictLine', () => {
	it('says first whether memory is flat, then why', () => {
		expect(verdictLine(judge(Array.from({length: 30}, (_, index) => row(index + 1))))).toBe(
			'NOT FLAT; heap without code +0.13 MiB a day, +3.13 MiB since day 5: NOT FLAT; ' +
				'heap +0.13 MiB a day, +3.13 MiB since day 5: NOT FLAT; RSS +0.00 MiB a day, +0.00 MiB since day 5: flat',
		);
	});

	it('says so when there is none', () => {
		expect(verdictLine(null)).toBe('no verdict: that takes 10 days');
	});
});
