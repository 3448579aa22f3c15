import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {WireFormatError} from '../../../source/errors.js';
import {parseEnvelope, parseEvent, parseJson, parseList, tokenOf} from '../../../source/providers/ovh/parse.js';
import {at, site} from '../../helpers/builders.js';
import {asV2, readFlow} from './wire-events.js';

const [good = {}] = readFlow('l1');
const token = 'ABCDEFAB-CDEF-ABCD-EFAB-CDEFABCDEFAB';
const context = {site, path: 'Events[3]', receivedAt: at(0)};
const read = (item: unknown) => parseEvent(JSON.parse(JSON.stringify(item)), context);

/** Whatever it does, it throws nothing but its own error. */
const isTame = (work: () => unknown): boolean => {
	try {
		work();
		return true;
	} catch (error) {
		return error instanceof WireFormatError;
	}
};

describe('parseJson', () => {
	it.each([
		['', 'answer: expected JSON, got an empty body'],
		[' \n', 'answer: expected JSON, got an empty body'],
		[`<!DOCTYPE html>${token}`, 'answer: expected JSON, got a web page'],
		[`{"Session":"${token}","Ev`, 'answer: expected JSON, got something else'],
		[`Timeout, please reconnect ${token}`, 'answer: expected JSON, got something else'],
	])('says of %j what it is, and quotes nothing', (text, message) => {
		expect(() => parseJson(text)).toThrow(new WireFormatError('answer', message.slice('answer: '.length)));
	});
});

describe('parseEnvelope', () => {
	it.each([
		[{Session: 's', Message: 'nothing new', Events: []}, 's', 0],
		[{Session: 's', Events: null}, 's', 0],
		[{Session: 's'}, 's', 0],
		[{Session: '', Events: []}, undefined, 0],
		[{Session: null}, undefined, 0],
		[{Session: 7, Events: []}, undefined, 0],
		[{Events: []}, undefined, 0],
		[{session: 's', events: [good]}, 's', 1],
		[{Session: 's?&=/ é', Events: [good, good]}, 's?&=/ é', 2],
	])('reads %j', (body, session, count) => {
		const envelope = parseEnvelope(body);
		expect(envelope.session).toBe(session);
		expect(envelope.items).toHaveLength(count);
	});

	it.each([
		[null, 'answer: expected an object, got null'],
		[[], 'answer: expected an object, got a list'],
		['Timeout, please reconnect', 'answer: expected an object, got string'],
		[{Session: 's', Events: 'many'}, 'Events: expected a list, got string'],
		[{Events: {0: good}}, 'Events: expected a list, got object'],
		[{}, 'answer: expected Session or Events'],
		[{Message: 'unknown token'}, 'answer: expected Session or Events'],
	])('rejects %j', (body, message) => {
		expect(() => parseEnvelope(body)).toThrow(WireFormatError);
		expect(() => parseEnvelope(body)).toThrow(message);
	});
});

describe('parseList', () => {
	it('reads a list, or null for none', () => {
		expect(parseList([good])).toEqual([good]);
		expect(parseList(null)).toEqual([]);
		expect(() => parseList({events: []})).toThrow('answer: expected a list, got object');
		expect(() => parseList(7)).toThrow('answer: expected a list, got number');
	});
});

describe('parseEvent', () => {
	it.each([
		['x', 'Events[3]: expected an object, got string'],
		[null, 'Events[3]: expected an object, got null'],
		[[], 'Events[3]: expected an object, got a list'],
		[{...good, Data: []}, 'Events[3].Data: expected an object, got a list'],
		[{Data: {}}, 'Events[3].Event: expected the name of an event'],
	])('rejects %j with its place', (item, message) => {
		expect(() => read(item)).toThrow(WireFormatError);
		expect(() => read(item)).toThrow(message);
	});

	it('names the place as version 2 spells it', () => {
		const inV2 = {...context, path: '[3]', isLowerCase: true};
		expect(() => parseEvent({data: []}, inV2)).toThrow('[3].data: expected an object, got a list');
		expect(() => parseEvent({data: {}}, inV2)).toThrow('[3].event: expected the name of an event');
		expect(() => parseEvent(null, inV2)).toThrow('[3]: expected an object, got null');
	});

	it.each([
		['the proper spelling', {...good, Ressource: undefined, Resource: '0033199000101'}],
		['lower case', {event: 'start_ringing', service: 'sip', ressource: '0033199000101', data: {}}],
		['lower case and the proper spelling', {event: 'start_ringing', resource: '0033199000101'}],
		['a number as number', {...good, Ressource: 33199000101}],
	])('finds the number under %s', (_, item) => {
		expect(read(item).Ressource).toMatch(/33199000101$/);
	});

	it.each([
		[{Event: '', Data: {Event: 'registered'}}, 'registered'],
		[{Data: {Action: 'members-count'}}, 'members-count'],
		[{Event: null, Data: {Event: 'registered'}}, 'registered'],
		[{Event: {}, Data: {Event: 'registered'}}, 'registered'],
	])('finds the name of %j', (item, name) => {
		expect(read(item).Event).toBe(name);
	});

	it.each(['Data', 'Details', 'Timestamp', 'Date', 'Service', 'Token'])('tolerates %s null or absent', key => {
		expect(read({...good, [key]: null}).Event).toBe('start_ringing');
		expect(read({...good, [key]: undefined}).Event).toBe('start_ringing');
	});

	it('reads both versions alike', () => {
		expect(read(asV2(good))).toEqual(read(good));
	});

	it('reads a time of sending that is text', () => {
		expect((read({...good, Timestamp: '1772702101410000412'}).Timestamp ?? 0) / 1e6).toBeCloseTo(1_772_702_101_410, 2);
	});

	it('leaves the token behind', () => {
		expect(JSON.stringify(good)).toContain(token);
		expect(JSON.stringify([read(good), read(asV2(good))])).not.toContain(token);
	});

	it('throws nothing but its own error, whatever the JSON', () => {
		fc.assert(
			fc.property(fc.jsonValue(), body => {
				expect([
					isTame(() => parseEnvelope(body)),
					isTame(() => parseList(body)),
					isTame(() => parseEvent(body, context)),
					isTame(() => tokenOf(body)),
				]).not.toContain(false);
			}),
		);
	});
});

describe('tokenOf', () => {
	it.each([
		[good, token],
		[asV2(good), token],
		[{Token: ' a '}, 'a'],
		[{Token: ''}, undefined],
		[{Token: null}, undefined],
		[{Token: {}}, undefined],
		[{}, undefined],
		[null, undefined],
		['x', undefined],
	])('of %j is %s', (item, found) => {
		expect(tokenOf(item)).toBe(found);
	});
});
