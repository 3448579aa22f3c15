import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {cleanText, idLimit, textLimit} from '../../source/domain/text.js';

/** Controls, formats, halves of characters, and what separates lines: nothing of it may pass. */
const forbidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

const hostile: Readonly<Record<string, string>> = {
	'a colour': '\u001b[31mred\u001b[0m',
	'a cursor movement': 'a\u001b[2J\u001b[1;1Hb',
	'a title': '\u001b]0;owned\u0007',
	'a link': '\u001b]8;;https://evil.example/\u001b\\click\u001b]8;;\u001b\\',
	'the clipboard': '\u001b]52;c;cm0gLXJm\u0007',
	'a device string': '\u001bP+q544e\u001b\\',
	'one-byte controls': '\u009b31m\u009d0;x\u009c\u0090q\u0085',
	'a bidirectional override': 'abc\u202egnp.exe\u202c',
	'bidirectional isolates': '\u2066a\u2067b\u2068c\u2069\u200e\u200f\u061c',
	'a family': '👨‍👩‍👧‍👦',
	'a flag': '🇫🇷',
	'a keycap': '1\ufe0f\u20e3',
	'lone surrogates': '\ud800a\udc00b\udfff',
	'a lone mark': '\u0301abc',
	'a pile of marks': `a${'\u0301\u0489\u20dd'.repeat(200)}`,
	'a pile of letters': 'ᄀ'.repeat(400),
	'marks on a dropped control': 'x\u0007\u0301',
	'line ends': 'a\r\nb\nc\u000bd\u000ce\u0085f\u2028g\u2029h',
	'tabs and backspaces': 'a\tb\b\b\bc',
	'soft hyphens and joiners': 'a\u00adb\u200bc\u2060d\ufeffe',
	'variation selectors and tags': 'a\ufe0fb\u{e0041}\u{e0100}c',
	'private use': '\ue000\u{f0000}',
	'ten thousand letters': 'é'.repeat(10_000),
	'ten thousand controls': '\u001b'.repeat(10_000),
	'ten thousand wide letters': '漢'.repeat(10_000),
};

describe('cleanText', () => {
	it.each(Object.entries(hostile))('makes %s harmless', (_, text) => {
		const clean = cleanText(text);
		expect(clean).not.toMatch(forbidden);
		expect([...new Intl.Segmenter('und').segment(clean)].length).toBeLessThanOrEqual(textLimit);
		expect(clean.length).toBeLessThanOrEqual(textLimit * 3);
	});

	it.each([
		['Accueil', 'Accueil'],
		['  Accueil \n', 'Accueil'],
		['Camille Dupont', 'Camille Dupont'],
		['Zoë Čapková', 'Zoë Čapková'],
		['e\u0301te\u0301', 'été'],
		['東京支店', '東京支店'],
		['하나', '하나'],
		['\u1112\u1161\u1102\u1161', '하나'],
		['ACME® Société™ ©', 'ACME® Société™ ©'],
		['a\r\nb', 'a b'],
		['a\u2028b\u2029c', 'a b c'],
		['é\u001b[31mrouge', 'é[31mrouge'],
		['👨‍👩‍👧 Famille', '? Famille'],
		['🇫🇷', '?'],
		['1\ufe0f\u20e3', '?'],
		['☎\ufe0f', '?'],
		['\u0301a', '?a'],
		['\t\u1dc0', '?'],
		['a \u0301b', 'a?b'],
		['\ud800é', 'é'],
		['a\u0301\u0302\u0303\u0304', '?'],
		['', ''],
		['\u200b\u200b', ''],
	])('makes %j of it %j', (text, clean) => {
		expect(cleanText(text)).toBe(clean);
	});

	it('cuts names at the limit, by characters as people count them', () => {
		expect(cleanText('x'.repeat(500))).toBe('x'.repeat(textLimit));
		expect(cleanText('é'.repeat(500))).toBe('é'.repeat(textLimit));
	});

	it('keeps identities apart that differ beyond the length of a name', () => {
		const one = `${'x'.repeat(200)}1`;
		const other = `${'x'.repeat(200)}2`;
		expect(cleanText(one, idLimit)).not.toBe(cleanText(other, idLimit));
	});

	it('lets nothing harmful pass and stays within bounds, whatever the text', () => {
		const piece = fc.oneof(
			fc.string({unit: 'binary', maxLength: 40}),
			fc.string({unit: 'grapheme', maxLength: 40}),
			fc.constantFrom(...Object.values(hostile)),
			fc.integer({min: 0, max: 0xffff}).map(code => String.fromCharCode(code)),
		);
		const text = fc.array(piece, {maxLength: 30}).map(pieces => pieces.join(''));
		fc.assert(
			fc.property(text, fc.integer({min: 1, max: 200}), (dirty, limit) => {
				const clean = cleanText(dirty, limit);
				expect(clean).not.toMatch(forbidden);
				expect(clean).not.toMatch(/^\p{M}/u);
				expect(clean).not.toMatch(/\p{M}{3}/u);
				expect(clean.length).toBeLessThanOrEqual(limit * 6);
			}),
			{numRuns: 500},
		);
	});
});
