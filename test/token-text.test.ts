import {array, assert, property, string, stringMatching, uniqueArray} from 'fast-check';
import {describe, expect, it} from 'vitest';
import {OptionsError, TokenMissingError} from '../source/errors.js';
import {parseTokens, readTokens, writeTokens} from '../source/token-text.js';

const one = '1738D072-64A1-4E2B-9C3D-0123456789AB';
const other = 'ZZZZZZZZ-0000-ABCD-9999-KLMNOPQRSTUV';

const refusal = (text: string): string => {
	try {
		parseTokens(text, 'OVH_CTI_TOKEN');
	} catch (error) {
		expect(error).toBeInstanceOf(OptionsError);
		return (error as OptionsError).message;
	}
	throw new Error('was accepted');
};

describe('parseTokens', () => {
	it.each([
		['a bare token', one, [['default', one]]],
		['blanks, a line end and small letters', `  ${one.toLowerCase()}\r\n`, [['default', one]]],
		['a byte order mark', `\uFEFF${one}`, [['default', one]]],
		['a site', `Lyon=${one}`, [['Lyon', one]]],
		['blanks around the site', ` Lyon = ${one}`, [['Lyon', one]]],
		['a site with = in its name', `a=b=${one}`, [['a=b', one]]],
		[
			'lines',
			`Lyon=${one}\n\nParis=${other}\n`,
			[
				['Lyon', one],
				['Paris', other],
			],
		],
		[
			'commas',
			`${one}, Paris=${other},`,
			[
				['default', one],
				['Paris', other],
			],
		],
		[
			'two without a site',
			`${one},${other}`,
			[
				['default', one],
				['default-2', other],
			],
		],
		['a hostile site', `\u001B]0;x\u0007Lyon=${one}`, [[']0;xLyon', one]]],
	])('reads %s', (_name, text, expected) => {
		expect(parseTokens(text, 'a file').map(({site, token}) => [site, token])).toEqual(expected);
	});

	it.each([
		['too short', '1738D072-64A1-4E2B-9C3D-0123456789A'],
		['without dashes', '1738D07264A14E2B9C3D0123456789AB'],
		['with other letters', '1738D072-64A1-4E2B-9C3D-0123456789ÄB'],
		['with more after it', `${one}x`],
		['with a control character', `1738D072-64A1\u0007-4E2B-9C3D-0123456789AB`],
		['and a site exchanged', `${one}=Lyon`],
		['two on a line', `${one} ${other}`],
		['a token for a site', `${one}=${other}`],
		['as a message of the shell', 'cat: token: No such file or directory'],
	])('refuses one %s without repeating it', (_name, text) => {
		const message = refusal(text);
		expect(message).toContain('OVH_CTI_TOKEN');
		for (const part of [text, '1738D072', '0123456789']) expect(message).not.toContain(part);
	});

	it('says which of several is wrong', () => {
		expect(refusal(`${one}\nnonsense`)).toContain('token 2 of 2 in OVH_CTI_TOKEN');
	});

	it('refuses a token or a site given twice', () => {
		expect(refusal(`a=${one},b=${one}`)).toContain('the same token is given twice');
		expect(refusal(`a=${one},a=${other}`)).toContain("the site's name is given twice");
	});

	it('finds none in an empty text', () => {
		for (const text of ['', ' \n', ',,']) expect(() => parseTokens(text, 'a file')).toThrow(TokenMissingError);
	});
});

describe('readTokens', () => {
	it.each([
		['', {tokens: []}],
		['nonsense', {fault: {problem: 'form', index: 0, count: 1}}],
		[`${one},${other}=${other}`, {fault: {problem: 'token-for-site', index: 1, count: 2}}],
		[`${one},${one}`, {fault: {problem: 'token-twice', index: 1, count: 2}}],
		[`a=${one},a=${other}`, {fault: {problem: 'site-twice', index: 1, count: 2}}],
	])('says of %j what it holds or what is wrong', (text, read) => {
		expect(readTokens(text)).toEqual(read);
	});
});

describe('writeTokens', () => {
	it('leaves out the name that nobody gave', () => {
		expect(writeTokens(parseTokens(one, 'x'))).toBe(one);
		expect(writeTokens(parseTokens(`${one}, Lyon=${other}`, 'x'))).toBe(`${one}, Lyon=${other}`);
	});

	it('is read as it was, whatever the names', () => {
		const token = stringMatching(/^[A-Z0-9]{8}(-[A-Z0-9]{4}){3}-[A-Z0-9]{12}$/);
		const names = array(string(), {minLength: 4, maxLength: 4});
		assert(
			property(uniqueArray(token, {minLength: 1, maxLength: 4}), names, (tokens, sites) => {
				const read = readTokens(tokens.map((text, index) => `${sites[index]}=${text}`).join('\n'));
				if ('tokens' in read) expect(readTokens(writeTokens(read.tokens))).toEqual(read);
			}),
			{numRuns: 200},
		);
	});
});
