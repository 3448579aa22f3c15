import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createIdMask} from '../../source/recording/id-mask.js';
import {createKeyed} from '../../source/recording/keyed.js';

const newMask = () => createIdMask(createKeyed(new Uint8Array(32)));

const shape = (text: string): string =>
	text
		.replace(/\d/g, '0')
		.replace(/[a-z]/g, 'a')
		.replace(/[A-Z]/g, 'A')
		.replace(/[^\0-\x7f]/g, 'a');

describe('an id mask', () => {
	it('keeps the shape of an id', () => {
		const id = '6f1c2b7e-1864-4c0e-9d4a-0d2a7e0f3a11';
		expect(newMask()(id)).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
		expect(newMask()(id)).not.toBe(id);
		expect(newMask()('192.168.1.10')).toMatch(/^\d{3}\.\d{3}\.\d\.\d\d$/);
	});

	it('keeps the shape of any text, is the same for the same, and differs for others', () => {
		const mask = newMask();
		fc.assert(
			fc.property(fc.string({minLength: 4, maxLength: 60}), fc.string({minLength: 4, maxLength: 60}), (one, other) => {
				expect(shape(mask(one))).toBe(shape(one));
				expect(mask(one)).toBe(mask(one));
				if (one !== other) expect(mask(one)).not.toBe(mask(other));
			}),
		);
	});

	it('makes no two short ids the same', () => {
		const mask = newMask();
		const masked = Array.from({length: 100}, (_, index) => mask(String(index).padStart(2, '0')));
		expect(new Set(masked).size).toBe(100);
	});
});
