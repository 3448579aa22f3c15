import {describe, expect, it} from 'vitest';
import {penFlags, penOf} from '../../source/terminal/pen.js';
import {styleId} from '../../source/terminal/style.js';

describe('styleId', () => {
	it('is 0 for the plain style, however it is said', () => {
		expect(styleId({})).toBe(0);
		expect(styleId({bold: false, inverse: false})).toBe(0);
	});

	it('is the same for equal styles and different for others', () => {
		const one = styleId({color: 'red', bold: true});
		expect(styleId({bold: true, color: 'red', dim: false})).toBe(one);
		expect(new Set([one, styleId({color: 'red'}), styleId({backgroundColor: 'red', bold: true}), 0]).size).toBe(4);
	});

	it('names colours as the terminal numbers them', () => {
		expect(penOf(styleId({color: 'black', backgroundColor: 'white'}))).toEqual({
			foreground: 1,
			background: 8,
			flags: 0,
		});
		expect(penOf(styleId({color: 'gray', backgroundColor: 'whiteBright'}))).toEqual({
			foreground: 9,
			background: 16,
			flags: 0,
		});
	});

	it('knows each attribute', () => {
		const {bold, dim, inverse, underline} = penFlags;
		expect(penOf(styleId({bold: true, dim: true, inverse: true, underline: true})).flags).toBe(
			bold | dim | inverse | underline,
		);
	});
});
