import {describe, expect, it} from 'vitest';
import {numberFacts} from '../../../source/providers/ovh/number-facts.js';
import type {WireDetails} from '../../../source/providers/ovh/wire.js';

const number = '0033199000101';
const factsOf = (Details: WireDetails) =>
	numberFacts({Event: 'registered', Service: 'sip', Ressource: number, Data: {}, Details}, number);

describe('numberFacts', () => {
	it.each([
		[
			{Description: 'Alice', Type: 'sipCirpack', SimultaneousLine: '2'},
			{label: 'Alice', numberType: 'sipCirpack', simultaneousLines: 2},
		],
		[{Description: number}, {}],
		[{Description: ''}, {}],
		[{Description: 'a\u001b]0;x\u0007b'}, {label: 'a]0;xb'}],
		[{SimultaneousLine: 'many'}, {}],
		[{SimultaneousLine: '-1'}, {}],
		[{SimultaneousLine: '0'}, {simultaneousLines: 0}],
		[{}, {}],
	])('makes of %j %j', (details, facts) => {
		expect(factsOf(details)).toEqual(facts);
	});
});
