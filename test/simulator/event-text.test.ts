import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {eventText, isFor, parcelOf, parcelText} from '../../source/simulator/event-text.js';

const recorded = readFileSync(new URL('../fixtures/ovh/flows/q1.jsonl', import.meta.url), 'utf8')
	.trim()
	.split('\n');

const event = (timestamp: number) => ({
	Event: 'registered',
	Service: 'sip',
	Ressource: '0033199000101',
	Timestamp: timestamp,
	Data: {Ts: '1772702100.102', TsGet: timestamp - 25_000_000},
});

const nanosecondTimes = fc
	.integer({min: 1_400_000_000_000_000, max: 2_000_000_000_000_000})
	.map(micros => micros * 1000);

describe('eventText', () => {
	it('writes whole numbers of 19 digits that parse to the numbers of the event', () => {
		fc.assert(
			fc.property(nanosecondTimes, timestamp => {
				const text = eventText(event(timestamp));
				expect(text).toMatch(/"Timestamp":\d{19},.*"TsGet":\d{19}[,}]/);
				expect(JSON.parse(text)).toEqual({...event(timestamp), Token: ''});
			}),
		);
	});

	it('fills digits in that a double cannot hold', () => {
		const digits = /"Timestamp":(\d+)/.exec(eventText(event(1_772_702_100_282_000 * 1000)))?.[1] ?? '';
		expect(BigInt(digits) % 256n).not.toBe(0n);
	});

	it('leaves text alone that only looks like such a number', () => {
		const Description = '"Timestamp":1772702100282000412';
		expect(JSON.parse(eventText({...event(1), Details: {Description}})).Details.Description).toBe(Description);
	});
});

describe('parcelText', () => {
	it('changes nothing but the token', () => {
		for (const line of recorded) {
			const sent = parcelText(parcelOf(line), 'TOKEN');
			expect(sent).toBe(line.replace(/"Token":"[^"]*"/, '"Token":"TOKEN"'));
		}
	});

	it('adds the token where there is none', () => {
		expect(JSON.parse(parcelText(parcelOf('{"Event":"x"}'), 'a"b'))).toEqual({Event: 'x', Token: 'a"b'});
	});
});

describe('parcelOf', () => {
	it('notes when the event was sent', () => {
		expect(recorded.slice(0, 1).map(line => parcelOf(line).sentAt)).toEqual([1_772_702_100_050]);
		expect(parcelOf('{"Event":"x"}').sentAt).toBe(0);
	});
});

describe('isFor', () => {
	it('is true for every token, or for the only one', () => {
		expect(isFor(parcelOf('{"Event":"x"}'), 'A')).toBe(true);
		expect(isFor(parcelOf('{"Event":"x"}', 'A'), 'A')).toBe(true);
		expect(isFor(parcelOf('{"Event":"x"}', 'A'), 'B')).toBe(false);
	});
});
