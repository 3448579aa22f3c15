import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {WireFormatError} from '../../../source/errors.js';
import {parseAnswer} from '../../../source/providers/ovh/parse.js';
import {eventsOf, readFlow} from './wire-events.js';

const good = readFlow('l1')[0];
const names = (body: unknown) => parseAnswer(body).events.map(({Event}) => Event);
const pathsOf = (events: readonly unknown[]) => parseAnswer({Events: events}).rejected.map(({path}) => path);

describe('parseAnswer', () => {
	it.each([
		[{}, undefined, 0],
		[{Session: 's', Message: 'nothing new', Events: []}, 's', 0],
		[{Session: 's', Events: null}, 's', 0],
		[{Session: '', Events: []}, undefined, 0],
		[{Session: null}, undefined, 0],
		[{Session: 7, Events: []}, undefined, 0],
		[{session: 's', events: [good]}, 's', 1],
		[{Session: 's?&=/ é', Events: [good, good]}, 's?&=/ é', 2],
	])('reads %j', (body, session, count) => {
		expect(parseAnswer(body)).toMatchObject({session, rejected: []});
		expect(parseAnswer(body).events).toHaveLength(count);
	});

	it.each([
		[null, 'answer: expected an object, got null'],
		[[], 'answer: expected an object, got a list'],
		['Timeout, please reconnect', 'answer: expected an object, got string'],
		[{Events: 'many'}, 'Events: expected a list, got string'],
		[{Events: {0: good}}, 'Events: expected a list, got object'],
	])('rejects %j', (body, message) => {
		expect(() => parseAnswer(body)).toThrow(WireFormatError);
		expect(() => parseAnswer(body)).toThrow(message);
	});

	it('gives the good events, and the path of what was wrong with the others', () => {
		const answer = parseAnswer({Events: [good, 'x', null, {...good, Data: []}, {Data: {}}, good]});
		expect(answer.events).toHaveLength(2);
		expect(answer.paths).toEqual(['Events[0]', 'Events[5]']);
		expect(answer.rejected.map(({path}) => path)).toEqual([
			'Events[1]',
			'Events[2]',
			'Events[3].Data',
			'Events[4].Event',
		]);
	});

	it.each([
		['the proper spelling', {...good, Ressource: undefined, Resource: '0033199000101'}],
		['lower case', {event: 'start_ringing', service: 'sip', ressource: '0033199000101', data: {}}],
		['a number as number', {...good, Ressource: 33199000101}],
	])('finds the number under %s', (_, raw) => {
		expect(parseAnswer({Events: [JSON.parse(JSON.stringify(raw))]}).events[0]?.Ressource).toMatch(/33199000101$/);
	});

	it.each([
		[{Event: '', Data: {Event: 'registered'}}, 'registered'],
		[{Data: {Action: 'members-count'}}, 'members-count'],
		[{Event: null, Data: {Event: 'registered'}}, 'registered'],
	])('finds the name of %j', (raw, name) => {
		expect(names({Events: [raw]})).toEqual([name]);
	});

	it.each(['Data', 'Details', 'Timestamp', 'Date', 'Service', 'Token'])('tolerates %s null or absent', key => {
		expect(
			pathsOf([
				{...good, [key]: null},
				{...good, [key]: undefined},
			]),
		).toEqual([]);
	});

	it('reads a time of sending that is text', () => {
		const {events} = parseAnswer({Events: [{...good, Timestamp: '1772702101410000412'}]});
		expect((events[0]?.Timestamp ?? 0) / 1e6).toBeCloseTo(1_772_702_101_410, 2);
	});

	it('keeps the token to itself', () => {
		expect(JSON.stringify(good)).toContain('ABCDEFAB');
		expect(JSON.stringify(parseAnswer({Events: [good]}))).not.toContain('ABCDEFAB');
	});

	it('treats keys like __proto__ and constructor as data', () => {
		const text = `{"__proto__":{"Events":[]},"constructor":1,"Events":[{"Event":"constructor","Ressource":"__proto__",
			"__proto__":{"Event":"x"},"Data":{"__proto__":"polluted","constructor":"c","toString":"t","CallId":"1","Ts":"1772702101"},
			"Details":{"__proto__":"p","hasOwnProperty":"h","Description":"d"}}]}`;
		const {events, rejected} = parseAnswer(JSON.parse(text));
		expect(rejected).toEqual([]);
		expect(events).toHaveLength(1);
		expect(Object.entries(events[0]?.Data ?? {})).toContainEqual(['__proto__', 'polluted']);
		expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('polluted');
		expect(eventsOf(JSON.parse(text).Events)).toMatchObject([
			{type: 'event-unrecognised', name: 'constructor', number: '__proto__'},
		]);
	});

	it('throws nothing but its own error, whatever the JSON', () => {
		fc.assert(
			fc.property(fc.jsonValue(), body => {
				try {
					parseAnswer(body);
				} catch (error) {
					expect(error).toBeInstanceOf(WireFormatError);
				}
			}),
		);
	});

	it('reads or rejects every event, whatever it is made of', () => {
		const key = fc.constantFrom(
			'Event',
			'event',
			'Data',
			'data',
			'Details',
			'Ressource',
			'Service',
			'Timestamp',
			'__proto__',
		);
		const name = fc.constantFrom(
			'start_ringing',
			'members-count',
			'bridge-agent-end',
			'member-queue-end',
			'registered',
		);
		const dataKey = fc.constantFrom('CallId', 'Ts', 'Agent', 'QueueMemberUUID', 'Count', 'Called', '__proto__');
		const data = fc.dictionary(dataKey, fc.jsonValue({maxDepth: 1}));
		const event = fc.oneof(fc.jsonValue(), fc.dictionary(key, fc.oneof(name, data, fc.jsonValue())));
		fc.assert(
			fc.property(fc.array(event, {maxLength: 8}), raws => {
				const {events, rejected} = parseAnswer({Events: raws});
				expect(events.length + rejected.length).toBe(raws.length);
				expect(eventsOf(raws)).toHaveLength(raws.length);
			}),
			{numRuns: 500},
		);
	});
});
