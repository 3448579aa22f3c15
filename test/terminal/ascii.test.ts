import {describe, expect, it} from 'vitest';
import {createAsciiSpelling} from '../../source/terminal/ascii.js';
import {createGlyphs} from '../../source/terminal/glyphs.js';

const spelled = (text: string): string => {
	const glyphs = createGlyphs();
	const glyph = text.length === 1 ? text.charCodeAt(0) : glyphs.cluster(text).glyph;
	return new TextDecoder().decode(createAsciiSpelling(glyphs)(glyph));
};

describe('createAsciiSpelling', () => {
	it.each([
		['é', 'e'],
		['Ç', 'C'],
		['—', '-'],
		['…', '~'],
		['●', '?'],
	])('writes %s as %s', (text, expected) => expect(spelled(text)).toBe(expected));

	it('keeps the base letter of a character with a combining mark', () => expect(spelled('x\u0301')).toBe('x'));

	it('fills both cells of a wide character', () => expect(spelled('漢')).toBe('??'));
});
