import {describe, expect, it} from 'vitest';
import {internPen, paletteColour, penFlags, penOf, plain, trueColour} from '../../source/terminal/pen.js';
import {applySgr} from '../../source/terminal/sgr-read.js';

const {bold, dim, inverse, italic, strikethrough, underline} = penFlags;

describe('applySgr', () => {
	it.each([
		['1', {foreground: 0, background: 0, flags: bold}],
		['31', {foreground: 2, background: 0, flags: 0}],
		['97', {foreground: 16, background: 0, flags: 0}],
		['44', {foreground: 0, background: 5, flags: 0}],
		['107', {foreground: 0, background: 16, flags: 0}],
		['38;5;208', {foreground: paletteColour(208), background: 0, flags: 0}],
		['48;2;1;2;3', {foreground: 0, background: trueColour(1, 2, 3), flags: 0}],
		['38;5;9;48;5;10;4', {foreground: paletteColour(9), background: paletteColour(10), flags: underline}],
		['1;2;3;7;9', {foreground: 0, background: 0, flags: bold | dim | italic | inverse | strikethrough}],
		['53;1', {foreground: 0, background: 0, flags: bold}],
	])('reads %s', (parameters, pen) => {
		expect(penOf(applySgr(plain, parameters))).toEqual(pen);
	});

	it.each([
		['', 0, 0, 0],
		['0', 0, 0, 0],
		['39', 0, 3, bold | dim],
		['49', 2, 0, bold | dim],
		['22', 2, 3, 0],
		['0;1', 0, 0, bold],
		['77', 2, 3, bold | dim],
	])('takes back by "%s"', (parameters, foreground, background, flags) => {
		const from = internPen({foreground: 2, background: 3, flags: bold | dim});
		expect(penOf(applySgr(from, parameters))).toEqual({foreground, background, flags});
	});

	it('stays right when more sequences were read than it remembers', () => {
		for (let red = 0; red < 20; red++) {
			for (let green = 0; green < 256; green++) {
				applySgr(plain, `4;38;2;${red};${green};0;39;24`);
			}
		}

		expect(penOf(applySgr(plain, '31'))).toEqual({foreground: 2, background: 0, flags: 0});
	});
});
