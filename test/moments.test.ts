import {describe, expect, it} from 'vitest';
import {readMoment} from '../source/moments.js';

describe('readMoment', () => {
	it.each([
		['09:30', {day: null, minutes: 570}],
		['9:05', {day: null, minutes: 545}],
		['23:59', {day: null, minutes: 1439}],
		['today', {day: 'today', minutes: null}],
		['Yesterday', {day: 'yesterday', minutes: null}],
		['2026-11-21', {day: {year: 2026, month: 11, date: 21}, minutes: null}],
		['2024-02-29', {day: {year: 2024, month: 2, date: 29}, minutes: null}],
		['2026-11-21T09:30', {day: {year: 2026, month: 11, date: 21}, minutes: 570}],
		['2026-11-21 09:30', {day: {year: 2026, month: 11, date: 21}, minutes: 570}],
	])('reads %s', (text, moment) => {
		expect(readMoment(text)).toEqual(moment);
	});

	it.each([
		'',
		' ',
		'24:00',
		'12:60',
		'tomorrow',
		'2026-11-31',
		'2026-02-29',
		'2026-13-01',
		'0000-01-01',
		'2026-11-21T',
		'2026-11-2109:30',
		'2026-11-21T9',
		'21/11/2026',
		'2026-11-21T09:30:00',
		'-1',
	])('refuses %j', text => {
		expect(readMoment(text)).toBeUndefined();
	});
});
