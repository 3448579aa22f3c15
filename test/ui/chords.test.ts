import {describe, expect, it} from 'vitest';
import {ascii, unicode} from '../../source/presentation/symbols.js';
import {chordText, isPressed, isPrintable, typing} from '../../source/ui/chords.js';
import {aKey} from './keys.js';

describe('isPressed', () => {
	it('tells a character from the same with Ctrl or Alt', () => {
		expect(isPressed({input: 'l'}, 'l', aKey())).toBe(true);
		expect(isPressed({input: 'l'}, 'l', aKey({ctrl: true}))).toBe(false);
		expect(isPressed({input: 'l'}, 'l', aKey({meta: true}))).toBe(false);
		expect(isPressed({input: 'l', ctrl: true}, 'l', aKey({ctrl: true}))).toBe(true);
		expect(isPressed({input: 'l', ctrl: true}, 'l', aKey())).toBe(false);
	});

	it('tells Tab from Shift-Tab', () => {
		expect(isPressed({named: 'tab'}, '', aKey({tab: true}))).toBe(true);
		expect(isPressed({named: 'tab'}, '', aKey({tab: true, shift: true}))).toBe(false);
		expect(isPressed({named: 'tab', shift: true}, '', aKey({tab: true, shift: true}))).toBe(true);
	});

	it('takes a capital letter with the shift that comes along', () => {
		expect(isPressed({input: 'G'}, 'G', aKey({shift: true}))).toBe(true);
	});
});

describe('isPrintable', () => {
	it.each(['a', 'É', '東', ' ', 'several words'])('lets %j into a prompt', typed => {
		expect(isPrintable(typed, aKey())).toBe(true);
	});

	it.each(['', '\u001B', '\n', '\t', '\u202E', 'a\u0000'])('keeps %j out', typed => {
		expect(isPrintable(typed, aKey())).toBe(false);
	});

	it('keeps keys out', () => {
		expect(isPrintable('c', aKey({ctrl: true}))).toBe(false);
		expect(isPrintable('c', aKey({meta: true}))).toBe(false);
		expect(isPrintable('x', aKey({return: true}))).toBe(false);
	});
});

describe('chordText', () => {
	it.each([
		[{input: 'j'}, 'j', 'j'],
		[{input: 'c', ctrl: true}, 'Ctrl-C', 'Ctrl-C'],
		[{named: 'upArrow'}, '↑', 'Up'],
		[{named: 'tab', shift: true}, 'Shift-Tab', 'Shift-Tab'],
		[{named: 'escape'}, 'Esc', 'Esc'],
		[{named: 'pageDown'}, 'PgDn', 'PgDn'],
	] as const)('writes %j as %s', (chord, text, plain) => {
		expect(chordText(chord, unicode)).toBe(text);
		expect(chordText(chord, ascii)).toBe(plain);
	});
});

describe('typing', () => {
	it('is a chord for each character', () => {
		expect(typing('y', 'Y')).toEqual([{input: 'y'}, {input: 'Y'}]);
	});
});
