import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {type SiteName, siteName} from '../../../source/domain/units.js';
import {WireFormatError} from '../../../source/errors.js';
import {
	type Answer,
	type AnswerForm,
	messageSeparator,
	readAnswer,
	saysSessionLost,
} from '../../../source/providers/ovh/answer.js';
import {at, site} from '../../helpers/builders.js';
import {asV2, eventsOf, type Raw, readFlow, withData} from './wire-events.js';

const token = 'ABCDEFAB-CDEF-ABCD-EFAB-CDEFABCDEFAB';
const [ring = {}, talk = {}] = readFlow('l1');
const forms: readonly AnswerForm[] = ['v1', 'v2', 'websocket'];

const read = (text: string, form: AnswerForm, siteOf: (token?: string) => SiteName = () => site): Answer =>
	readAnswer(text, {form, siteOf, receivedAt: at(3600)});

/** The events as each form brings them. */
const textOf: Readonly<Record<AnswerForm, (raws: readonly unknown[]) => string>> = {
	v1: raws => JSON.stringify({Session: 's', Events: raws}),
	v2: raws => JSON.stringify(raws),
	websocket: raws => raws.map(raw => JSON.stringify(raw)).join(messageSeparator),
};

const typesOf = ({events}: Answer) => events.map(({type}) => type);
const nothing = {session: undefined, events: [], origins: [], lastSentAt: null, isSessionLost: false};

describe('readAnswer', () => {
	it('gives the session of version 1', () => {
		expect(read('{"Session":"a b","Events":[]}', 'v1')).toEqual({...nothing, session: 'a b'});
	});

	it.each([
		'',
		' \n',
		'null',
		'[]',
		'Timeout, please reconnect',
		'Timeout, please reconnect\n',
		'"Timeout, please reconnect"',
	])('takes %j for nothing new in version 2', text => {
		expect(read(text, 'v2')).toEqual(nothing);
		expect(read(text, 'websocket')).toEqual(nothing);
	});

	it.each(['Session not found', 'Session not found\n', ' session not found.', '"Session not found\\n"'])(
		'takes %j for the loss of the session in version 2',
		text => {
			expect(read(text, 'v2')).toEqual({...nothing, isSessionLost: true});
			expect(read(text, 'websocket')).toEqual({...nothing, isSessionLost: true});
			expect(saysSessionLost(text)).toBe(true);
		},
	);

	it.each([
		['v1', ''],
		['v1', 'Timeout, please reconnect'],
		['v1', 'Session not found'],
		['v1', '{"Message":"unknown"}'],
		['v2', '{"Session":"s","Events":[]}'],
		['v2', '[{]'],
		['v2', '<html>'],
		['v2', 'Sessions are nice'],
	] as const)('cannot read as %s %j', (form, text) => {
		expect(() => read(text, form)).toThrow(WireFormatError);
	});

	it.each(forms)('gives good and rejected events of %s in their order', form => {
		const withoutCall = withData(talk, {CallId: undefined});
		const raws = [null, ring, withoutCall, {...ring, Event: 'news'}].map(raw =>
			form === 'v1' || !raw ? raw : asV2(raw),
		);
		const {events} = read(textOf[form](raws), form);
		const [list, data] = form === 'v1' ? ['Events', 'Data'] : ['', 'data'];
		expect(events).toMatchObject([
			...(form === 'websocket' ? [] : [{type: 'event-rejected', path: `${list}[0]`, at: at(3600)}]),
			{type: 'ringing-started', at: at(1.23)},
			{type: 'event-rejected', path: expect.stringMatching(`\\.${data}\\.CallId$`), at: at(3600), site},
			{type: 'event-unrecognised', name: 'news'},
		]);
	});

	it('loses one message of a WebSocket that is no JSON, and no other', () => {
		const text = [JSON.stringify(asV2(ring)), `{"token":"${token}"`, '7', JSON.stringify(asV2(talk))].join(
			messageSeparator,
		);
		expect(read(text, 'websocket').events).toMatchObject([
			{type: 'ringing-started'},
			{type: 'event-rejected', path: '[1]', reason: '[1]: expected JSON', site},
			{type: 'event-rejected', path: '[2]', reason: '[2]: expected an object, got number'},
			{type: 'talk-started'},
		]);
	});

	it('reads a message of a WebSocket that is a list', () => {
		expect(typesOf(read(JSON.stringify([ring, talk].map(asV2)), 'websocket'))).toEqual([
			'ringing-started',
			'talk-started',
		]);
	});

	it('gives what came before the loss of a session', () => {
		const text = [JSON.stringify(asV2(ring)), 'Session not found\n'].join(messageSeparator);
		expect(read(text, 'websocket')).toMatchObject({events: [{type: 'ringing-started'}], isSessionLost: true});
	});

	it.each(forms)('tells when the youngest event of %s was sent', form => {
		expect(read(textOf[form]([talk, ring, {...ring, Timestamp: null}]), form).lastSentAt).toBeCloseTo(at(8.051), 0);
		expect(read(textOf[form]([{...ring, Timestamp: null}]), form).lastSentAt).toBeNull();
	});

	it.each(forms)('tells the sites of %s apart by token, also of what is rejected', form => {
		const named = (name: string, raw: Raw) => ({...raw, Token: name});
		const siteOf = (found?: string) => siteName(found ?? 'first');
		const raws = [named('Lyon', ring), named('Nice', {...ring, Data: {}}), {...ring, Token: undefined}];
		expect(read(textOf[form](raws), form, siteOf).events.map(event => 'site' in event && event.site)).toEqual([
			'Lyon',
			'Nice',
			'first',
		]);
	});

	it.each(forms)('lets no token of %s pass', form => {
		const bad = [{...ring, Data: {}}, {...ring, Event: null, Data: null}, {Token: token}];
		const text = textOf[form]([...readFlow('q1'), ...bad]);
		expect(text).toContain(token);
		expect(JSON.stringify(read(text, form))).not.toContain(token);
	});

	it('does not tell a flood of what it cannot read one by one, and keeps what is good', () => {
		const {events} = read(JSON.stringify([...Array(5000).fill(1), asV2(ring)]), 'v2');
		expect(events).toHaveLength(1001);
		expect(events.at(-1)?.type).toBe('ringing-started');
	});

	it('treats keys like __proto__ and constructor as data', () => {
		const text = `{"__proto__":{"Events":[]},"constructor":1,"Events":[{"Event":"constructor","Ressource":"__proto__",
			"__proto__":{"Event":"x"},"Data":{"__proto__":"polluted","constructor":"c","toString":"t","CallId":"1","Ts":"1772702101"},
			"Details":{"__proto__":"p","hasOwnProperty":"h","Description":"d"}}]}`;
		expect(read(text, 'v1').events).toMatchObject([
			{type: 'event-unrecognised', name: 'constructor', number: '__proto__'},
		]);
		expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('polluted');
	});

	it('reads or rejects every event, whatever it is made of', () => {
		const keys = [
			'Event',
			'event',
			'Data',
			'data',
			'Details',
			'Ressource',
			'Service',
			'Timestamp',
			'Token',
			'__proto__',
		];
		const names = ['start_ringing', 'members-count', 'bridge-agent-end', 'member-queue-end', 'registered'];
		const dataKeys = ['CallId', 'Ts', 'Agent', 'QueueMemberUUID', 'Count', 'Called', '__proto__'];
		const data = fc.dictionary(fc.constantFrom(...dataKeys), fc.jsonValue({maxDepth: 1}));
		const details = fc.dictionary(
			fc.constantFrom('Description', 'Type', 'SimultaneousLine'),
			fc.jsonValue({maxDepth: 1}),
		);
		const value = fc.oneof(fc.constantFrom(...names), data, details, fc.jsonValue());
		const event = fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom(...keys), value));
		fc.assert(
			fc.property(fc.array(event, {maxLength: 8}), raws => {
				expect(eventsOf(raws)).toHaveLength(raws.length);
				expect(read(JSON.stringify(raws), 'v2').events).toHaveLength(raws.length);
			}),
			{numRuns: 500},
		);
	});

	it('throws nothing but its own error, whatever the text', () => {
		const text = fc.oneof(fc.string(), fc.json(), fc.string({unit: 'binary'}));
		fc.assert(
			fc.property(text, fc.constantFrom(...forms), (body, form) => {
				try {
					read(body, form);
				} catch (error) {
					expect(error).toBeInstanceOf(WireFormatError);
					expect(form).not.toBe('websocket');
				}
			}),
		);
	});
});
