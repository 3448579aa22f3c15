import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {type AnswerForm, messageSeparator, readAnswer} from '../../../source/providers/ovh/answer.js';
import {rawEvent} from '../../../source/providers/ovh/raw-event.js';
import {at, site} from '../../helpers/builders.js';
import {flow} from '../../helpers/flows.js';
import {flowNames} from './wire-events.js';

const forms: readonly AnswerForm[] = ['v1', 'v2', 'websocket'];

/** The answer as it is written in each form. */
const written: Readonly<Record<AnswerForm, (events: readonly string[]) => string>> = {
	v1: events => `{"Session" : "a,b\\"]}","Message":{"Events":[1]}, "Events" :[ ${events.join(' ,\n')} ] , "x":[]}`,
	v2: events => ` [${events.join(',')}]`,
	websocket: events => events.join(messageSeparator),
};

const read = (raw: string, form: AnswerForm) => readAnswer(raw, {form, siteOf: () => site, receivedAt: at(3600)});

describe.each(forms)('an event of %s', form => {
	it.each(flowNames)('of flow %s is found as it was written, to the last digit', name => {
		const texts = flow(name);
		const raw = written[form](texts);
		const {events, origins} = read(raw, form);
		expect(events).toHaveLength(texts.length);
		expect(origins.map(index => rawEvent(raw, {form, index}))).toEqual(texts);
	});

	it('keeps its digits where no number of ours could', () => {
		const text = '{"Event":"registered","Timestamp":1772702100282000412345,"Data":{"a":[1.50,{"b":"]},{"}]}}';
		const raw = written[form](['{}', text]);
		expect(rawEvent(raw, {form, index: 1})).toBe(text);
	});

	it('is found beside malformed ones, of which not all are told', () => {
		const [good = ''] = flow('l4');
		const raw = written[form]([...Array<string>(1500).fill('{}'), good]);
		const {events, origins} = read(raw, form);
		expect(events).toHaveLength(1001);
		expect(rawEvent(raw, {form, index: origins.at(-1) ?? -1})).toBe(good);
	});

	it('is found whatever it holds', () => {
		const values = fc.array(fc.json({maxDepth: 3}).filter(text => form !== 'websocket' || text.startsWith('{')));
		fc.assert(
			fc.property(values, texts => {
				const raw = written[form](texts);
				texts.forEach((text, index) => {
					expect(rawEvent(raw, {form, index})).toBe(text);
				});
			}),
		);
	});

	it('is none where nothing stands', () => {
		expect(rawEvent(written[form](['{}']), {form, index: 7})).toBeUndefined();
	});
});

describe('other answers', () => {
	it('of version 1 may have keys in small letters; of several lists the last counts', () => {
		expect(rawEvent('{"events":[{"a":1}]}', {form: 'v1', index: 0})).toBe('{"a":1}');
		expect(rawEvent('{"Events":[1],"events":[3],"\\u0045vents":[2]}', {form: 'v1', index: 0})).toBe('2');
		expect(rawEvent('{"Session":"x"}', {form: 'v1', index: 0})).toBeUndefined();
	});

	it('of a WebSocket may be lists, words and rubbish', () => {
		const raw = ['[{"a":1},{"b":2}]', 'Timeout, please reconnect', 'rubb[ish', '{"c":3}'].join(messageSeparator);
		expect([0, 1, 2, 3].map(index => rawEvent(raw, {form: 'websocket', index}))).toEqual([
			'{"a":1}',
			'{"b":2}',
			'rubb[ish',
			'{"c":3}',
		]);
		expect(read(raw, 'websocket').origins).toEqual([0, 1, 2, 3]);
	});
});
