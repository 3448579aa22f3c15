import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {copySequence, longestCopy} from '../../source/terminal/clipboard.js';

describe('copySequence', () => {
	it('brings any text to the clipboard, and nothing of it outside', () => {
		fc.assert(
			fc.property(fc.string({unit: 'binary', minLength: 1, maxLength: 60}), text => {
				const [, code = ''] = /^\u001B\]52;c;([\w+/=]+)\u0007$/.exec(copySequence(text) ?? '') ?? [];
				expect(Buffer.from(code, 'base64').toString()).toBe(text.toWellFormed());
			}),
		);
	});

	it('is nothing for an empty text, and for one that is too long', () => {
		expect(copySequence('')).toBeUndefined();
		expect(copySequence('a'.repeat(longestCopy))).toBeDefined();
		expect(copySequence('a'.repeat(longestCopy + 1))).toBeUndefined();
	});
});
