import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {strokesIn} from '../../source/ui/strokes.js';
import {aKey, noKey} from './keys.js';

const enter = {typed: '', key: aKey({return: true})};
const plain = (typed: string) => ({typed, key: noKey});

describe('strokesIn', () => {
	it.each([
		['abc\r', [plain('a'), plain('b'), plain('c'), enter]],
		['a\r\nb', [plain('a'), enter, plain('b')]],
		['\n', [enter]],
		['q\tx', [plain('q'), {typed: '', key: aKey({tab: true})}, plain('x')]],
		['a\u0015', [plain('a'), {typed: 'u', key: aKey({ctrl: true})}]],
		['é😀', [plain('é'), plain('😀')]],
		['[ab]', [plain('['), plain('a'), plain('b'), plain(']')]],
		['[', [plain('[')]],
		['[200~', []],
		['[A', []],
	])('finds in %j its keys', (chunk, strokes) => {
		expect(strokesIn(chunk, noKey)).toEqual(strokes);
	});

	it('leaves a key that Ink has named as it is', () => {
		for (const key of [aKey({upArrow: true}), aKey({return: true}), aKey({ctrl: true})]) {
			expect(strokesIn(key.ctrl ? 'c' : '', key)).toEqual([{typed: key.ctrl ? 'c' : '', key}]);
		}
	});

	it('loses no character that can be seen', () => {
		fc.assert(
			fc.property(
				fc.string({minLength: 2}).filter(text => /^[^\p{C}[]+$/u.test(text)),
				text => {
					expect(
						strokesIn(text, noKey)
							.map(({typed}) => typed)
							.join(''),
					).toBe(text);
				},
			),
		);
	});
});
