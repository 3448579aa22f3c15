import {describe, expect, it} from 'vitest';
import {
	dataText,
	eventInstant,
	firstText,
	instantOf,
	latencyOf,
	sentInstant,
} from '../../../source/providers/ovh/fields.js';
import type {WireData, WireEvent} from '../../../source/providers/ovh/wire.js';
import {at, site} from '../../helpers/builders.js';
import {dataOf, registered2015} from './wire-events.js';

const wire = (facts: Partial<WireEvent>): WireEvent => ({
	Event: 'registered',
	Service: 'sip',
	Ressource: '1',
	Data: {},
	...facts,
});
const inPlace = (path: string) => ({site, path, receivedAt: at(0)});
const inParis = new Intl.DateTimeFormat('fr-FR', {timeZone: 'Europe/Paris', timeStyle: 'medium'});

describe('dataText', () => {
	it.each([
		[{CallId: 'a'}, 'CallId', 'a'],
		[{callid: 'a'}, 'CallId', 'a'],
		[{CallId: ' a '}, 'CallId', 'a'],
		[{Count: 3}, 'Count', '3'],
		[{Count: 0}, 'Count', '0'],
		[{}, 'Count', ''],
		[{COUNT: '4', Counter: '5'}, 'Count', '4'],
		[{Agent: true}, 'Agent', 'true'],
		[{Agent: null}, 'Agent', ''],
		[{Agent: {toString: 'x'}}, 'Agent', ''],
		[{Agent: ['a']}, 'Agent', ''],
	])('reads in %j %s as %j', (data, key, text) => {
		expect(dataText(data as WireData, key)).toBe(text);
	});
});

describe('firstText', () => {
	it('takes the first key that has a value', () => {
		expect(firstText({a: '', b: 'x', c: 'y'}, ['a', 'b', 'c'])).toBe('x');
		expect(firstText({}, ['a'])).toBe('');
	});
});

describe('instantOf', () => {
	it.each([
		['1564687684.230', 1_564_687_684_230],
		[1425554670.102, 1_425_554_670_102],
		['1559904796', 1_559_904_796_000],
		['', undefined],
		['soon', undefined],
		['0', undefined],
		['-5', undefined],
		['NaN', undefined],
		['Infinity', undefined],
		['1e300', undefined],
		['1564687684230', undefined],
	])('reads %j as %j', (value, instant) => {
		expect(instantOf({Ts: value}, 'Ts')).toBe(instant);
	});

	it('reads the recorded time as 12:24:30 in Paris (V9)', () => {
		const instant = instantOf({Ts: dataOf(registered2015).Ts as number}, 'Ts');
		expect(inParis.format(instant)).toBe('12:24:30');
	});
});

describe('eventInstant', () => {
	it("prefers the switch's time to the service's", () => {
		expect(eventInstant(wire({Data: {Ts: '1000.5'}, Timestamp: 2e18}), inPlace('Events[0]'))).toBe(1_000_500);
		expect(eventInstant(wire({Timestamp: 1_772_702_100_050 * 1e6}), inPlace('Events[0]'))).toBeCloseTo(
			1_772_702_100_050,
			3,
		);
	});

	it('rejects an event without any time', () => {
		expect(() => eventInstant(wire({}), inPlace('Events[4]'))).toThrow('Events[4].Data.Ts: expected epoch seconds');
		expect(() => eventInstant(wire({Timestamp: 1e300, Data: {Ts: 'x'}}), inPlace('Events[4]'))).toThrow(
			'Events[4].Data.Ts',
		);
	});
});

describe('sentInstant', () => {
	it('is the time of sending, if it is one', () => {
		expect(sentInstant(wire({Timestamp: 2e18}))).toBe(2e12);
		expect(sentInstant(wire({Timestamp: 0}))).toBeUndefined();
		expect(sentInstant(wire({}))).toBeUndefined();
	});
});

describe('latencyOf', () => {
	it('is what passed between collector and service, in the recorded event 17 ms', () => {
		const {Timestamp} = registered2015;
		expect(latencyOf(wire({Timestamp: Number(Timestamp), Data: {TsGet: dataOf(registered2015).TsGet as number}}))).toBe(
			17,
		);
	});

	it('is unknown without both times, and never negative', () => {
		expect(latencyOf(wire({Timestamp: 2e18}))).toBeUndefined();
		expect(latencyOf(wire({Data: {TsGet: 2e18}}))).toBeUndefined();
		expect(latencyOf(wire({Timestamp: 2e18, Data: {TsGet: 2e18 + 1e9}}))).toBe(0);
	});
});
