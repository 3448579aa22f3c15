import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {hideSecrets, quoted} from '../source/quoting.js';

const character = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789');
const group = (length: number) => fc.string({unit: character, minLength: length, maxLength: length});
const tokens = fc.tuple(group(8), group(4), group(4), group(4), group(12)).map(groups => groups.join('-'));

describe('hideSecrets', () => {
	it('leaves no group of a token, whatever stands around it', () => {
		fc.assert(
			fc.property(tokens, fc.constantFrom('', 'Lyon=', '?token=', '"', ' '), (token, before) => {
				const shown = hideSecrets(`${before}${token} and ${before}${token.toLowerCase()}`);
				expect(shown).toBe(`${before}… and ${before}…`);
			}),
		);
	});

	it.each([
		['ovh-cti-board'],
		['/home/anne/.config/ovh-cti-board/config.json'],
		['http://127.0.0.1:8080/'],
		['0033639980001'],
	])('leaves %s as it is', text => {
		expect(hideSecrets(text)).toBe(text);
	});
});

describe('quoted', () => {
	it('makes text harmless and short', () => {
		expect(quoted('\u001B]0;x\u0007a\nb')).toBe('"]0;xa b"');
		expect(quoted('ab '.repeat(100)).length).toBeLessThan(70);
	});

	it('hides a token cut off by its length', () => {
		expect(quoted(`${'x '.repeat(25)}1738D072-64A1-4E2B-9C3D-0123456789AB`)).not.toContain('1738');
	});
});
