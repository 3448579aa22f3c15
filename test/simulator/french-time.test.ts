import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {frenchDate, frenchInstant, frenchTime} from '../../source/simulator/french-time.js';

const paris = new Intl.DateTimeFormat('sv-SE', {timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'medium'});

const instants = fc.integer({min: Date.UTC(2000, 0, 1), max: Date.UTC(2050, 0, 1)});

describe('frenchTime', () => {
	it('agrees with the time zone database', () => {
		fc.assert(
			fc.property(instants, at => {
				expect(frenchTime(at).seconds).toBe(paris.format(at));
			}),
			{numRuns: 2000},
		);
	});

	it('changes at one in the morning, universal time, on the last Sundays of March and October', () => {
		expect(frenchTime(Date.UTC(2026, 2, 29, 0, 59, 59)).zone).toBe('CET');
		expect(frenchTime(Date.UTC(2026, 2, 29, 1)).zone).toBe('CEST');
		expect(frenchTime(Date.UTC(2026, 9, 25, 0, 59, 59)).zone).toBe('CEST');
		expect(frenchTime(Date.UTC(2026, 9, 25, 1)).zone).toBe('CET');
	});

	it('gives the hour of the local day', () => {
		expect(frenchTime(Date.UTC(2026, 10, 21, 9, 15)).hour).toBe(10.25);
		expect(frenchTime(Date.UTC(2026, 6, 21, 22, 30)).hour).toBe(0.5);
	});
});

describe('frenchDate', () => {
	it('writes the public sample', () => {
		expect(frenchDate(Number('1425554670255954700'))).toBe('2015-03-05T12:24:30.255954 (CET)');
	});

	it('keeps leading zeros of the fraction', () => {
		expect(frenchDate(Date.UTC(2026, 6, 1) * 1e6 + 42_500)).toBe('2026-07-01T02:00:00.000042 (CEST)');
	});
});

describe('frenchInstant', () => {
	it.each([
		['2019-06-07T11:40:16.036197406+02:00', 36_197_406],
		['2019-06-07T11:40:16.03650895+02:00', 36_508_950],
		['2019-06-07T11:40:16.000000001+02:00', 1],
		['2019-06-07T11:40:16+02:00', 0],
	])('writes %s', (text, nanoseconds) => {
		expect(frenchInstant(BigInt(Date.UTC(2019, 5, 7, 9, 40, 16)) * 1_000_000n + BigInt(nanoseconds))).toBe(text);
	});

	it('names the instant, in winter and in summer', () => {
		fc.assert(
			fc.property(instants, at => {
				expect(Date.parse(frenchInstant(BigInt(at) * 1_000_000n))).toBe(at);
			}),
		);
	});
});
