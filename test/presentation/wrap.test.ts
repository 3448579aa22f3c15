import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {widthOf} from '../../source/presentation/width.js';
import {wrapWords} from '../../source/presentation/wrap.js';

describe('wrapWords', () => {
	it.each([
		['one two three', 20, ['one two three']],
		['one two three', 7, ['one two', 'three']],
		['one two three', 3, ['one', 'two', 'th…']],
		['東京 支社 x', 6, ['東京', '支社 x']],
		['', 5, ['']],
	])('breaks %j at %i', (sentence, width, lines) => {
		expect(wrapWords(sentence, width)).toEqual(lines);
	});

	it('loses no word that fits and makes no line too wide', () => {
		const words = fc.array(fc.stringMatching(/^[a-zé]{1,9}$/), {minLength: 1, maxLength: 12});
		fc.assert(
			fc.property(words, fc.integer({min: 9, max: 40}), (said, width) => {
				const lines = wrapWords(said.join(' '), width);
				expect(lines.join(' ')).toBe(said.join(' '));
				expect(lines.filter(line => widthOf(line) > width)).toEqual([]);
			}),
		);
	});
});
