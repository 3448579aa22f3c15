import {describe, expect, it} from 'vitest';
import {reportPeriod} from '../../source/commands/report-period.js';
import {reportTexts} from '../../source/i18n/report.js';
import {readMoment} from '../../source/moments.js';
import {inZone} from '../helpers/in-zone.js';

type Asked = {readonly from?: string; readonly to?: string; readonly resetAt?: number | 'never'; readonly now?: string};

/** The period asked for, in Paris on 21 November 2026 at 10:15 unless told otherwise. */
const periodOf = ({from, to, resetAt = 0, now = '2026-11-21T10:15'}: Asked): string =>
	inZone('Europe/Paris', () => {
		const moment = (text: string | undefined) => (text === undefined ? undefined : readMoment(text));
		const period = {from: moment(from), to: moment(to)};
		const found = reportPeriod({period, resetAt}, {now: new Date(now).getTime(), texts: reportTexts('en')});
		return [found.from, found.to].map(at => new Date(at).toISOString().slice(0, 16)).join(' ');
	});

describe('reportPeriod', () => {
	it.each([
		['from the last midnight until now', {}, '2026-11-20T23:00 2026-11-21T09:15'],
		['from the last reset', {resetAt: 390}, '2026-11-21T05:30 2026-11-21T09:15'],
		['from the reset of yesterday', {resetAt: 720}, '2026-11-20T11:00 2026-11-21T09:15'],
		['from midnight when there is no reset', {resetAt: 'never'}, '2026-11-20T23:00 2026-11-21T09:15'],
		['of a day', {from: '2026-11-02', to: '2026-11-02'}, '2026-11-01T23:00 2026-11-02T23:00'],
		['of some days', {from: '2026-11-02', to: '2026-11-03'}, '2026-11-01T23:00 2026-11-03T23:00'],
		['of yesterday', {from: 'yesterday', to: 'Yesterday'}, '2026-11-19T23:00 2026-11-20T23:00'],
		[
			'of yesterday as the board counts it',
			{from: 'yesterday', to: 'yesterday', resetAt: 360},
			'2026-11-20T05:00 2026-11-21T05:00',
		],
		[
			'before the reset, of the day before',
			{from: 'today', resetAt: 360, now: '2026-11-21T02:00'},
			'2026-11-20T05:00 2026-11-21T01:00',
		],
		['up to a moment', {to: '09:30'}, '2026-11-20T23:00 2026-11-21T08:30'],
		['between moments', {from: '2026-11-02T09:30', to: '2026-11-03T8:15'}, '2026-11-02T08:30 2026-11-03T07:15'],
		['of a day of 25 hours', {from: '2026-10-25', to: '2026-10-25'}, '2026-10-24T22:00 2026-10-25T23:00'],
		['of a day of 23 hours', {from: '2026-03-29', to: '2026-03-29'}, '2026-03-28T23:00 2026-03-29T22:00'],
		['to the end of today, which is yet to come', {to: 'today'}, '2026-11-20T23:00 2026-11-21T23:00'],
	] as const)('is %s', (_name, asked, period) => {
		expect(periodOf(asked)).toBe(period);
	});

	it.each([
		[{from: '2026-11-22'}, '--from 2026-11-22 00:00 is not before --to 2026-11-21 10:15'],
		[{from: '09:00', to: '09:00'}, 'expected an earlier moment'],
		[{from: 'today', to: 'yesterday'}, '--from 2026-11-21 00:00 is not before --to 2026-11-21 00:00'],
	])('refuses %j, which ends before it begins', (asked, words) => {
		expect(() => periodOf(asked)).toThrow(words);
	});
});
