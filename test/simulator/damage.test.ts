import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {dripPieces, huge, invalidUtf8, malformed, pieces} from '../../source/simulator/damage.js';

describe('malformed', () => {
	it.each(['{"Session":"x","Events":[]}', '[]', 'null', '', 'Timeout, please reconnect'])(
		'makes no JSON of %s',
		text => {
			expect(() => JSON.parse(malformed(text))).toThrow(SyntaxError);
		},
	);
});

describe('huge', () => {
	it('is more than 8 MiB that mean nothing', () => {
		expect(huge().length).toBeGreaterThan(8 * 1024 * 1024);
		expect(JSON.parse(huge().toString())).toBeNull();
	});
});

describe('invalidUtf8', () => {
	const strict = new TextDecoder('utf-8', {fatal: true});

	it('breaks a description, and nothing else', () => {
		const bytes = invalidUtf8('[{"Event":"a","Details":{"Description":"Zoé"}}]');
		expect(() => strict.decode(bytes)).toThrow(TypeError);
		expect(bytes.toString()).toBe('[{"Event":"a","Details":{"Description":"\uFFFD(Zoé"}}]');
	});

	it('leaves a text without a description as it is', () => {
		expect(strict.decode(invalidUtf8('[{"Event":"a"}]'))).toBe('[{"Event":"a"}]');
	});
});

describe('pieces', () => {
	it('are the whole, and few', () => {
		fc.assert(
			fc.property(fc.string({unit: 'binary', maxLength: 100}), text => {
				expect(Buffer.concat(pieces(text))).toEqual(Buffer.from(text));
				expect(pieces(text).length).toBeLessThanOrEqual(dripPieces);
			}),
		);
	});
});
