import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {linkEnd, linkStart, longestLink} from '../../source/terminal/link.js';

describe('linkStart', () => {
	it('begins a link without parameters', () => {
		expect(linkStart('https://crm.example/?n=1;id=2')).toBe('\u001B]8;;https://crm.example/?n=1;id=2\u001B\\');
	});

	it('is nothing for an address that is too long', () => {
		const url = `https://a.example/${'a'.repeat(longestLink)}`;
		expect(linkStart(url.slice(0, longestLink))).toBeDefined();
		expect(linkStart(url.slice(0, longestLink + 1))).toBeUndefined();
	});

	it.each(['', 'file:///etc/passwd', 'javascript:alert(1)', ' https://a.example/', 'https://', 'HTTPS://a.example/'])(
		'is nothing for %j',
		url => {
			expect(linkStart(url)).toBeUndefined();
		},
	);

	it('lets nothing through that ends the sequence or begins another', () => {
		const texts = fc.string({unit: fc.constantFrom('a', ';', '\u0007', '\u001B', '\\', '\u009C', '\n', 'é', ' ', '/')});
		fc.assert(
			fc.property(texts, rest => {
				const start = linkStart(`https://a.example/${rest}`);
				expect(start === undefined || /^\u001B\]8;;[!-~]+\u001B\\$/.test(start)).toBe(true);
				expect(start === undefined).toBe(/[^!-~]/.test(rest));
			}),
		);
	});

	it('is ended by a link to nowhere', () => {
		expect(linkEnd).toBe('\u001B]8;;\u001B\\');
	});
});
