import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, it} from 'vitest';
import {cutTo, singleCells, widthOf} from '../../source/presentation/width.js';

const texts = fc.string({unit: 'grapheme', maxLength: 40});

describe('widthOf', () => {
	it.each([
		['', 0],
		['Alice', 5],
		['Élodie', 6],
		['E\u0301lodie', 6],
		['東京', 4],
		['●‖◐○…', 5],
	])('counts the cells of %s', (text, width) => {
		expect(widthOf(text)).toBe(width);
	});
});

describe('singleCells', () => {
	const characters = Array.from({length: 0x10000}, (_, unit) => String.fromCharCode(unit)).filter(character =>
		singleCells.test(character),
	);

	it('take one cell each', () => {
		expect(characters.length).toBeGreaterThan(1000);
		expect(characters.filter(character => stringWidth(character) !== 1)).toEqual([]);
	});

	it('take one cell each beside any others, also with line feeds and escapes between, and join none of them', () => {
		const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...characters)), fc.constantFrom('', '\n', '\u001B'), (row, between) => {
				expect(stringWidth(row.join(''))).toBe(row.length);
				const text = row.join(between);
				expect(Array.from(segmenter.segment(text), ({segment}) => segment)).toEqual([...text]);
			}),
		);
	});
});

describe('cutTo', () => {
	it.each([
		['fits whole', 'Alice', 5, 'Alice'],
		['is one too long', 'Alices', 5, 'Alic…'],
		['has one cell', 'Alice', 1, '…'],
		['has no cell', 'Alice', 0, ''],
		['has less than no cell', 'Alice', -3, ''],
		['would lose half a character', '東京支社', 6, '東京…'],
		['carries its marks along', 'e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
	])('cuts a text that %s', (_, text, width, cut) => {
		expect(cutTo(text, width)).toBe(cut);
	});

	it('cuts with the mark it is given', () => {
		expect(cutTo('Alice Martin', 6, '~')).toBe('Alice~');
	});

	it('never takes more than the width and never cuts without need', () => {
		fc.assert(
			fc.property(texts, fc.integer({min: 0, max: 40}), (text, width) => {
				const cut = cutTo(text, width);
				expect(widthOf(cut)).toBeLessThanOrEqual(width);
				if (widthOf(text) <= width) expect(cut).toBe(text);
				else expect(text.startsWith(cut.replace(/…$/, ''))).toBe(true);
			}),
		);
	});
});
