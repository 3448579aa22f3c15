import {describe, expect, it} from 'vitest';
import {createKeyed} from '../../source/recording/keyed.js';
import {createWordMask} from '../../source/recording/word-mask.js';

const newMask = () => createWordMask(createKeyed(new Uint8Array(32)));

describe('a word mask', () => {
	it('gives one name for a word, in capitals where it is', () => {
		const mask = newMask();
		const name = mask('dupont');
		expect(name).toMatch(/^[a-z]{5,}ix$/);
		expect(mask('DUPONT')).toBe(name.toUpperCase());
		expect(mask('Dupont')).toBe(`${name.slice(0, 1).toUpperCase()}${name.slice(1)}`);
		expect(mask('DuPont').toLowerCase()).not.toBe(name);
	});

	it('leaves a single letter, which is nobody', () => {
		expect(newMask()('B')).toBe('B');
		expect(newMask()('')).toBe('');
	});

	it('takes names of any script', () => {
		expect(newMask()('王芳')).toMatch(/^[A-Z][a-z]+ix$/);
		expect(newMask()('Елена')).toMatch(/^[A-Z][a-z]+ix$/);
	});

	it('gives no name twice', () => {
		const mask = newMask();
		const words = Array.from({length: 8000}, (_, index) => mask(`w${index.toString(36)}`));
		expect(new Set(words).size).toBe(words.length);
	});
});
