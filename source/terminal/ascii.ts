import {firstCluster, type Glyphs} from './glyphs.js';

/** What stands for punctuation and signs that are no letter with an accent. */
const spellings: Readonly<Record<string, string>> = {
	'—': '-',
	'–': '-',
	'−': '-',
	'…': '~',
	'·': '-',
	'÷': '/',
	'×': 'x',
	'’': "'",
	'‘': "'",
	'“': '"',
	'”': '"',
	'«': '"',
	'»': '"',
	'\u00A0': ' ',
	œ: 'o',
	Œ: 'O',
	æ: 'a',
	ß: 's',
	ø: 'o',
	Ø: 'O',
};

const asciiOnly = /^[\x20-\x7e]$/;

const spell = (text: string): string => {
	const base = text.normalize('NFD').charAt(0);
	if (asciiOnly.test(base)) return base;
	return spellings[base] ?? '?';
};

/**
For terminals that know ASCII only: the bytes that stand for a glyph, as many as it has cells. Letters lose their accents,
what has no likeness becomes `?`.
*/
export const createAsciiSpelling = (glyphs: Glyphs): ((glyph: number) => Uint8Array) => {
	const spelled = new Map<number, Uint8Array>();
	const decoder = new TextDecoder();
	const encoder = new TextEncoder();
	return glyph => {
		const isCluster = glyph >= firstCluster;
		const known = isCluster ? undefined : spelled.get(glyph);
		if (known) return known;
		const text = isCluster ? decoder.decode(glyphs.bytes(glyph)) : String.fromCharCode(glyph);
		const bytes = encoder.encode(spell(text).padEnd(glyphs.width(glyph), '?'));
		if (!isCluster) spelled.set(glyph, bytes);
		return bytes;
	};
};
