import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {internPen, paletteColour, penFlags, plain, type StyleId, trueColour} from '../../source/terminal/pen.js';
import {applySgr} from '../../source/terminal/sgr-read.js';
import {createSgrWriter} from '../../source/terminal/sgr-write.js';

const colour = fc.oneof(
	fc.integer({min: 0, max: 16}),
	fc.integer({min: 0, max: 255}).map(paletteColour),
	fc.constantFrom(trueColour(0, 0, 0), trueColour(255, 128, 7)),
);
const pens = fc
	.record({foreground: colour, background: colour, flags: fc.integer({min: 0, max: 127})})
	.map(pen => internPen(pen));

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const parameters = (sequence: string): string => sequence.slice(2, -1);

const red = internPen({foreground: 2, background: 0, flags: 0});
const boldRed = internPen({foreground: 2, background: 0, flags: penFlags.bold});
const boldDim = internPen({foreground: 0, background: 0, flags: penFlags.bold | penFlags.dim});
const bold = internPen({foreground: 0, background: 0, flags: penFlags.bold});

describe('createSgrWriter', () => {
	it('turns any look into any other', () => {
		const writer = createSgrWriter({colour: true});
		fc.assert(
			fc.property(pens, pens, (from: StyleId, to: StyleId) => {
				const sequence = text(writer.transition(from, to));
				expect(sequence === '' ? from : applySgr(from, parameters(sequence))).toBe(to);
			}),
		);
	});

	it('sets any look from an unknown one', () => {
		const writer = createSgrWriter({colour: true});
		fc.assert(
			fc.property(pens, pens, (before: StyleId, to: StyleId) => {
				expect(applySgr(before, parameters(text(writer.transition(-1, to))))).toBe(to);
			}),
		);
	});

	it.each([
		['nothing when nothing changes', red, red, ''],
		['what is new', red, boldRed, '\u001B[1m'],
		['what is gone', boldRed, red, '\u001B[22m'],
		['everything off when that is shorter', boldRed, plain, '\u001B[m'],
		['again what goes off with something else', boldDim, bold, '\u001B[0;1m'],
		['the whole look from an unknown one', -1, boldRed, '\u001B[0;1;31m'],
		['the plain look from an unknown one', -1, plain, '\u001B[m'],
	])('sends %s', (_, from, to, sequence) => {
		expect(text(createSgrWriter({colour: true}).transition(from, to))).toBe(sequence);
	});

	it('leaves colours out where they are not wanted', () => {
		const writer = createSgrWriter({colour: false});
		expect(text(writer.transition(-1, boldRed))).toBe('\u001B[0;1m');
		expect(text(writer.transition(plain, red))).toBe('');
	});
});
