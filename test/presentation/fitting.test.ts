import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {firstFitting, type Piece, placePieces, sizeOf} from '../../source/presentation/fitting.js';
import {misplaced, rowText} from './row-text.js';

const piece = (words: string): Piece => ({words, tone: 'plain'});
const ways = [
	() => [piece('Lyon is down'), piece('Paris is live')],
	() => [piece('Lyon is down')],
	() => [piece('down'), piece('東京')],
];
const said = (width: number): string => rowText(placePieces(firstFitting(ways, {width, cut: '…'}), 0));

describe('firstFitting', () => {
	it.each([
		[27, 'Lyon is down  Paris is live'],
		[26, 'Lyon is down'],
		[12, 'Lyon is down'],
		[11, 'down  東京'],
		[9, 'down  東…'],
		[6, 'down'],
		[3, 'do…'],
		[0, ''],
	])('says in %i cells %j', (width, words) => {
		expect(said(width)).toBe(words);
	});

	it('makes no way it does not need', () => {
		const made: number[] = [];
		const counted = [1, 2, 3].map(number => () => {
			made.push(number);
			return [piece('x')];
		});
		firstFitting(counted, {width: 9, cut: '…'});
		expect(made).toEqual([1]);
	});

	it('never takes more than there is', () => {
		const texts = fc.array(fc.array(fc.string({unit: 'grapheme'}).map(piece), {maxLength: 4}), {maxLength: 4});
		fc.assert(
			fc.property(texts, fc.nat(40), (found, width) => {
				const pieces = firstFitting(
					found.map(way => () => way),
					{width, cut: '…'},
				);
				expect(sizeOf(pieces)).toBeLessThanOrEqual(width);
			}),
		);
	});
});

describe('placePieces', () => {
	it('puts two blanks between pieces, and lays none on another', () => {
		const row = placePieces([piece('東京'), piece('a'), piece('b')], 3);
		expect(row.map(({column}) => column)).toEqual([3, 9, 12]);
		expect(misplaced(row, 13)).toEqual([]);
	});
});
