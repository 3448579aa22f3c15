import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {agentOfName, normaliseNumber} from '../../../source/providers/ovh/numbers.js';

describe('normaliseNumber', () => {
	it.each([
		['0033639980001', '0033639980001'],
		['+33639980001', '0033639980001'],
		['0639980001', '0033639980001'],
		['06 39 98 00 01', '0033639980001'],
		['06.39.98.00.01', '0033639980001'],
		['+44 20 7946 0958', '00442079460958'],
		['+1 (212) 555-0100', '0012125550100'],
		['3615', '3615'],
		['112', '112'],
		['anonymous', ''],
		['Anonyme', ''],
		['unavailable', ''],
		['', ''],
		['sip:alice', 'sip:alice'],
		['\u001b[31m06', '[31m06'],
		['__proto__', '__proto__'],
		['9'.repeat(1000), '9'.repeat(32)],
	])('makes %j into %j', (text, number) => {
		expect(normaliseNumber(text)).toBe(number);
	});

	it('leaves alone what is normal already', () => {
		fc.assert(
			fc.property(fc.string({unit: 'binary', maxLength: 60}), text => {
				const once = normaliseNumber(text);
				if (/^\d*$/.test(once)) expect(normaliseNumber(once).replace(/^0033/, '0')).toBe(once.replace(/^0033/, '0'));
				expect(once).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
			}),
		);
	});
});

describe('agentOfName', () => {
	it.each([
		['agent_0033199000101_5101', '0033199000101'],
		['agent_alice_1', 'alice'],
		['0033199000101', '0033199000101'],
		['agent_0033199000101', 'agent_0033199000101'],
		['', ''],
	])('finds in %j %j', (name, agent) => {
		expect(agentOfName(name)).toBe(agent);
	});
});
