import {describe, expect, it} from 'vitest';
import {createDice, type FaultKind, faultKinds, parseFault} from '../../source/simulator/faults.js';

describe('parseFault', () => {
	it('takes a kind alone as always', () => {
		for (const kind of Object.keys(faultKinds)) expect(parseFault(kind)).toEqual({kind, rate: 1});
	});

	it.each([
		['lose:0.25', 0.25],
		['lose:.5', 0.5],
		['lose:0', 0],
		['lose:1', 1],
		['lose:1.0', 1],
	])('reads the rate of %s', (text, rate) => {
		expect(parseFault(text)).toEqual({kind: 'lose', rate});
	});

	it.each(['', 'fire', 'constructor', 'LOSE'])('names the kinds when it does not know "%s"', text => {
		expect(() => parseFault(text)).toThrow(/Valid kinds: http-400, .*, lose\./);
	});

	it.each(['lose:', 'lose:2', 'lose:1.5', 'lose:-1', 'lose:x', 'lose:0.1:2', 'lose:1e-1', 'lose:0x1'])(
		'refuses the rate of %s',
		text => {
			expect(() => parseFault(text)).toThrow(/rate from 0 to 1/);
		},
	);
});

describe('createDice', () => {
	it('strikes always at rate 1, never at rate 0, and only at its stage', () => {
		const dice = createDice(
			[
				{kind: 'html', rate: 0},
				{kind: 'empty', rate: 1},
			],
			1,
		);
		expect(dice.strike('request')).toBe('empty');
		expect(dice.strike('answer')).toBeUndefined();
		expect(dice.hits('html')).toBe(false);
		expect(dice.hits('lose')).toBe(false);
	});

	it('strikes the same way for the same seed', () => {
		const strikes = () => {
			const dice = createDice([{kind: 'reset', rate: 0.5}], 9);
			return Array.from({length: 50}, () => dice.strike('request'));
		};
		expect(strikes()).toEqual(strikes());
		expect(new Set(strikes())).toEqual(new Set(['reset', undefined]));
	});

	it('knows what may strike at some time', () => {
		const dice = createDice(
			[
				{kind: 'reorder', rate: 0.1},
				{kind: 'lose', rate: 0},
			],
			1,
		);
		expect(['reorder', 'lose', 'html'].filter(kind => dice.expects(kind as FaultKind))).toEqual(['reorder']);
	});

	it('takes other faults', () => {
		const dice = createDice([{kind: 'html', rate: 1}], 1);
		dice.setFaults([{kind: 'hang', rate: 1}]);
		expect(dice.strike('request')).toBe('hang');
		dice.setFaults([]);
		expect(dice.strike('request')).toBeUndefined();
	});
});
