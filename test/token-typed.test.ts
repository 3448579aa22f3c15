import {describe, expect, it} from 'vitest';
import {languages} from '../source/i18n/languages.js';
import {loginTexts} from '../source/i18n/login.js';
import {readTypedTokens} from '../source/token-typed.js';
import {token} from './helpers/program.js';

const other = 'ZZZZZZZZ-0000-ABCD-9999-KLMNOPQRSTUV';

describe('readTypedTokens', () => {
	it('gives the tokens', () => {
		expect(readTypedTokens(` ${token.toLowerCase()} , Lyon=${other}`, loginTexts('en'))).toEqual({
			tokens: [
				{site: 'default', token},
				{site: 'Lyon', token: other},
			],
		});
	});

	it.each([
		['', 'No token was given.'],
		[',', 'No token was given.'],
		['nonsense', 'That is no token: expected 8-4-4-4-12 letters and digits.'],
		[`${token},x`, 'Token 2 of 2: That is no token: expected 8-4-4-4-12 letters and digits.'],
		[`${token}=${other}`, 'Expected the name of a site before =, got a token.'],
		[`${token},${token}`, 'Token 2 of 2: The same token is given twice.'],
		[`a=${token},a=${other}`, 'Token 2 of 2: The name of a site is given twice.'],
	])('says what is wrong with %j', (text, sentence) => {
		expect(readTypedTokens(text, loginTexts('en'))).toEqual({sentence});
	});

	it.each(languages)('repeats nothing in %s', language => {
		for (const text of [`${token}x`, `${token}=${other}`, `${token},${token}`, `x${token},y`]) {
			expect(JSON.stringify(readTypedTokens(text, loginTexts(language)))).not.toMatch(/1738D072|ZZZZZZZZ/);
		}
	});
});
