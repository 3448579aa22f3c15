import {describe, expect, it} from 'vitest';
import {epochMs} from '../../source/domain/units.js';
import {messagesFor} from '../../source/i18n/languages.js';
import {
	formatAge,
	formatClock,
	formatDay,
	formatMinute,
	formatShare,
	formatSince,
	formatSize,
	formatSpan,
} from '../../source/presentation/format.js';
import {start} from '../helpers/builders.js';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

describe('formatAge', () => {
	it.each([
		[0, '00:00'],
		[999, '00:00'],
		[7 * second, '00:07'],
		[minute - 1, '00:59'],
		[minute, '01:00'],
		[12 * minute + 40 * second, '12:40'],
		[hour - 1, '59:59'],
		[hour, '1:00:00'],
		[hour + 2 * minute + 5 * second, '1:02:05'],
		[27 * hour, '27:00:00'],
		[-5 * second, '00:00'],
	])('writes %i ms as %s', (age, text) => {
		expect(formatAge(age)).toBe(text);
	});
});

describe('formatClock', () => {
	it('is the local time of day to the second', () => {
		expect(formatClock(epochMs(start))).toBe('10:15:00');
		expect(formatClock(epochMs(start + 999))).toBe('10:15:00');
	});

	it('follows summer time', () => {
		expect(formatClock(epochMs(Date.UTC(2026, 2, 29, 0, 59, 59)))).toBe('01:59:59');
		expect(formatClock(epochMs(Date.UTC(2026, 2, 29, 1, 0, 0)))).toBe('03:00:00');
	});

	it('begins the day at 00', () => {
		expect(formatClock(epochMs(Date.UTC(2026, 2, 4, 23, 0, 0)))).toBe('00:00:00');
	});
});

describe('formatMinute', () => {
	it('leaves the seconds out', () => {
		expect(formatMinute(epochMs(start + 59_000))).toBe('10:15');
	});
});

describe('formatSince', () => {
	it('is the time of day, on another day with its date', () => {
		expect(formatSince(epochMs(start - 5 * hour), epochMs(start))).toBe('05:15');
		expect(formatSince(epochMs(start - 11 * hour), epochMs(start))).toBe('2026-03-04 23:15');
		expect(formatDay(epochMs(start))).toBe('2026-03-05');
	});
});

describe('formatSpan', () => {
	it.each([
		[-1, '0 s', '0 s'],
		[1400, '1 s', '1 s'],
		[1500, '2 s', '2 s'],
		[119 * second, '119 s', '119 s'],
		[2 * minute, '2 min', '2 min'],
		[hour + 59 * minute, '119 min', '119 min'],
		[2 * hour, '2 h', '2 h'],
		[2 * day - 1000, '47 h', '47 h'],
		[2 * day, '2 days', '2 jours'],
	])('writes %i ms as %s, in French as %s', (span, english, french) => {
		expect(formatSpan(span, messagesFor('en'))).toBe(english);
		expect(formatSpan(span, messagesFor('fr'))).toBe(french);
	});
});

describe('formatSize', () => {
	it.each([
		[0, '0 kB', '0 ko'],
		[36_864, '36.9 kB', '36,9 ko'],
		[12_400_000, '12.4 MB', '12,4 Mo'],
		[1_234_560_000, '1,234.6 MB', '1 234,6 Mo'],
	])('writes %i bytes as %s, in French as %s', (bytes, english, french) => {
		expect(formatSize(bytes, 'en')).toBe(english);
		expect(formatSize(bytes, 'fr')).toBe(french);
	});
});

describe('formatShare', () => {
	it.each([
		[0, '0 %'],
		[0.764, '76 %'],
		[0.765, '77 %'],
		[1, '100 %'],
		[null, '—'],
	])('writes %s as %s', (share, text) => {
		expect(formatShare(share, '—')).toBe(text);
	});
});
