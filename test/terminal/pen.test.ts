import {afterAll, describe, expect, it, vi} from 'vitest';
import {blankLook, internPen, penFlags, penLimit, penOf, plain, trueColour} from '../../source/terminal/pen.js';

afterAll(() => {
	vi.resetModules();
});

describe('internPen', () => {
	it('gives back what was put in', () => {
		const pen = {foreground: trueColour(1, 2, 3), background: 5, flags: penFlags.italic | penFlags.hidden};
		expect(penOf(internPen(pen))).toEqual(pen);
		expect(internPen({...pen})).toBe(internPen(pen));
	});

	it('gives out no more identities than fit into a cell; what comes later is plain', async () => {
		vi.resetModules();
		const fresh = await import('../../source/terminal/pen.js');
		const ids = Array.from({length: 5000}, (_, blue) =>
			fresh.internPen({foreground: fresh.trueColour(0, blue >> 8, blue), background: 0, flags: 0}),
		);
		expect(Math.max(...ids)).toBe(penLimit - 1);
		expect(ids.at(-1)).toBe(plain);
		expect(fresh.internPen({foreground: fresh.trueColour(0, 0, 7), background: 0, flags: 0})).toBe(ids[7]);
	});
});

describe('blankLook', () => {
	it('sees no difference between blanks in different colours of text', () => {
		const red = internPen({foreground: 2, background: 0, flags: penFlags.bold});
		expect(blankLook(red)).toBe(plain);
		expect(blankLook(internPen({foreground: 2, background: 3, flags: 0}))).toBe(
			blankLook(internPen({foreground: 4, background: 3, flags: penFlags.dim})),
		);
	});

	it('sees backgrounds, lines, and the colour of what is inverse', () => {
		const looks = [
			{foreground: 0, background: 0, flags: 0},
			{foreground: 0, background: 3, flags: 0},
			{foreground: 0, background: 0, flags: penFlags.underline},
			{foreground: 0, background: 0, flags: penFlags.inverse},
			{foreground: 2, background: 0, flags: penFlags.inverse},
			{foreground: 0, background: 0, flags: penFlags.strikethrough},
		].map(pen => blankLook(internPen(pen)));
		expect(new Set(looks).size).toBe(looks.length);
	});
});
