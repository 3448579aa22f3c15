import {describe, expect, it} from 'vitest';
import {holdsInterrupt, typeInto} from '../source/token-keys.js';

describe('typeInto', () => {
	it.each([
		['', 'ab', {text: 'ab'}],
		['ab', '\u007F', {text: 'a'}],
		['a😀', '\b', {text: 'a'}],
		['ab cd', '\u0015', {text: ''}],
		['ab', '\u001B[Dc\u001B[1;5Cd\u001BOP', {text: 'abcd'}],
		['ab', '\tc', {text: 'abc'}],
		['ab', 'c\r', {text: 'abc', ended: 'done'}],
		['ab', '\u0004c', {text: 'abc'}],
		['', '\u0004', {text: '', ended: 'done'}],
		['ab', 'c\u0003d', {text: 'abc', ended: 'interrupted'}],
		['', 'one\r\ntwo\rthree\r\n', {text: 'one,two,three', ended: 'done'}],
		['', 'one\n\n', {text: 'one', ended: 'done'}],
		['one', '\r\u0003', {text: 'one', ended: 'done'}],
	])('%j and the keys %j', (line, typed, result) => {
		expect(typeInto(line, typed)).toEqual(result);
	});
});

describe('holdsInterrupt', () => {
	it('finds Ctrl-C among other keys', () => {
		expect(holdsInterrupt('abc\u0003')).toBe(true);
		expect(holdsInterrupt('abc\u0004')).toBe(false);
	});
});
