import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {widthOf} from '../../source/presentation/width.js';
import {aroundCaret} from '../../source/ui/caret.js';

const shown = (text: string, caret: number, width: number): string => {
	const {before, at, after} = aroundCaret(text, {caret, width, cut: '…'});
	return `${before}|${at}|${after}`;
};

describe('aroundCaret', () => {
	it.each([
		['abc', 3, 10, 'abc| |'],
		['abc', 0, 10, '|a|bc'],
		['abcdefghij', 10, 6, '…ghij| |'],
		['abcdefghij', 0, 6, '|a|bcde…'],
		['abcdefghij', 5, 6, '…cde|f|…'],
		['', 0, 4, '| |'],
		['東京都', 3, 6, '…京都| |'],
	])('of %j at %i in %i columns', (text, caret, width, expected) => {
		expect(shown(text, caret, width)).toBe(expected);
	});

	it('is never wider than the room, and holds the character under the caret', () => {
		fc.assert(
			fc.property(
				fc.string({unit: 'binary-ascii'}),
				fc.nat(40),
				fc.integer({min: 4, max: 40}),
				(text, place, width) => {
					const printable = text.replace(/\p{C}/gu, '');
					const caret = Math.min(place, printable.length);
					const {before, at, after} = aroundCaret(printable, {caret, width, cut: '…'});
					expect(widthOf(before + at + after)).toBeLessThanOrEqual(width);
					expect(at).toBe([...printable][caret] ?? ' ');
				},
			),
		);
	});
});
