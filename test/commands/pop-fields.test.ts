import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {normalText, problemOf, ruleOfTexts, textsOf} from '../../source/commands/pop-fields.js';
import {messagesFor} from '../../source/i18n/languages.js';
import {type PopRule, popDirections, popMethods, popModes, serviceNames} from '../../source/screen-pop/rule.js';
import {popFieldNames} from '../../source/ui/pop-form.js';
import {usualRule} from '../screen-pop/rules.js';

const types = Object.keys(serviceNames) as readonly PopRule['events'][number][];

const rules: fc.Arbitrary<PopRule> = fc.record({
	template: fc.constantFrom(undefined, 'https://crm.example/', 'http://127.0.0.1:8080/{caller}?e=*EVENT*&k={label}'),
	mode: fc.constantFrom(...popModes),
	events: fc.subarray([...types], {minLength: 1}),
	direction: fc.constantFrom(...popDirections),
	only: fc.subarray(['0033199000101', 'Support', 'Lyon']),
	method: fc.constantFrom(...popMethods),
	timeoutMs: fc.constantFrom(500, 2500, 10_000, 60_000),
	command: fc.constant(undefined),
});

const messages = messagesFor('en');
const judge = {programs: {isAllowed: true, command: ['true']}, messages};

describe('the texts of a rule', () => {
	it('stand for that rule, are in order, and in the form they are known in', () => {
		fc.assert(
			fc.property(rules, rule => {
				const texts = textsOf(rule);
				expect(ruleOfTexts(texts, usualRule)).toEqual(rule);
				for (const name of popFieldNames) {
					expect(problemOf({name, text: texts[name]}, judge)).toBeUndefined();
					expect(normalText(name, texts[name])).toBe(texts[name]);
				}
			}),
		);
	});
});

describe('normalText', () => {
	it.each([
		[
			'popUrl',
			' http://a.example/*CALLING*/*CALLED*?d=*DIALED*&e=*EVENT* ',
			'http://a.example/{caller}/{called}?d={dialled}&e=*EVENT*',
		],
		['popUrl', '  ', ''],
		['popMode', 'Silencieux', 'silent'],
		['popEvents', 'start_ringing, member-queue-start', 'ringing-started,caller-joined'],
		['popOnly', ' Support ,,3105', 'Support, 3105'],
		['popTimeout', ' 2.5 ', '2.5'],
		['popTimeout', '', ''],
	] as const)('of %s %j is %j', (name, text, normal) => {
		expect(normalText(name, text)).toBe(normal);
	});

	it.each([
		['popUrl', 'file:///etc/{caller}', 'pop.wrong.popUrl'],
		['popUrl', 'https://{caller}.example/', 'pop.wrong.popUrl'],
		['popUrl', 'https://a.example/{nobody}', 'pop.wrong.popUrl'],
		['popEvents', '', 'pop.wrong.popEvents'],
		['popTimeout', '61', 'pop.wrong.popTimeout'],
		['popTimeout', '0', 'pop.wrong.popTimeout'],
	] as const)('there is none of %s %j, and why is said', (name, text, key) => {
		expect(normalText(name, text)).toBeUndefined();
		expect(problemOf({name, text}, judge)).toBe(messages[key]);
	});
});
