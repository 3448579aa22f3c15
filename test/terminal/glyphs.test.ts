import stringWidth from 'string-width';
import {describe, expect, it} from 'vitest';
import {createGlyphs, firstCluster, isTrusted, unitGlyph, unitWidths} from '../../source/terminal/glyphs.js';
import {createEmulator} from './emulator.js';

const units = Array.from({length: 0x10000}, (_, unit) => unit);

describe('unitWidths', () => {
	it('agrees with the width by which Ink lays out', () => {
		const isControl = (unit: number): boolean => unit < 0x20 || (unit >= 0x7f && unit < 0xa0);
		const wrong = units.filter(
			unit => unitWidths[unit] !== 0 && !isControl(unit) && unitWidths[unit] !== stringWidth(String.fromCharCode(unit)),
		);
		expect(wrong).toEqual([]);
	});

	it('counts control characters as the blank they become', () => {
		expect([0x00, 0x07, 0x0a, 0x1b, 0x7f, 0x85, 0x9b].map(unit => [unitWidths[unit], unitGlyph(unit)])).toEqual(
			Array.from({length: 7}, () => [1, 0x20]),
		);
	});

	it('leaves every character that may join its neighbours to the segmenter', () => {
		const segmenter = new Intl.Segmenter();
		const joins = (unit: number): boolean =>
			[...segmenter.segment(`a${String.fromCharCode(unit)}漢`)].length !== 3 && unit !== 0x0d && unit !== 0x0a;
		expect(units.filter(unit => unitWidths[unit] !== 0 && joins(unit))).toEqual([]);
	});
});

describe('isTrusted', () => {
	it('names only characters to which the emulator gives one cell', async () => {
		const emulator = createEmulator(2, 2);
		const wrong: number[] = [];
		for (const unit of units) {
			if (isTrusted(unit) && unit >= 0x20 && unit !== 0xad) {
				await emulator.write(`\u001B[2J\u001B[H${String.fromCharCode(unit)}|`);
				if (emulator.cells()[0]?.[1]?.text !== '|') {
					wrong.push(unit);
				}
			}
		}

		expect(wrong).toEqual([]);
	});

	it('does not trust anything wide or joined', () => {
		expect(units.filter(unit => isTrusted(unit) && unitWidths[unit] === 2)).toEqual([]);
		expect(isTrusted(firstCluster)).toBe(false);
	});
});

describe('createGlyphs', () => {
	it('gives each cluster one number, its width and its bytes', () => {
		const glyphs = createGlyphs();
		const {glyph, width} = glyphs.cluster('e\u0301');
		expect(glyphs.cluster('e\u0301').glyph).toBe(glyph);
		expect(glyphs.cluster('👍').glyph).not.toBe(glyph);
		expect([width, glyphs.cluster('👍').width, glyphs.width(glyph)]).toEqual([1, 2, 1]);
		expect(new TextDecoder().decode(glyphs.bytes(glyph))).toBe('e\u0301');
		expect(glyphs.size).toBe(2);
	});

	it('gives no cells to what is invisible alone', () => {
		expect(createGlyphs().cluster('\u200B').width).toBe(0);
		expect(createGlyphs().cluster('\u202E').width).toBe(0);
	});

	it('replaces lone surrogates and heaps of marks', () => {
		const glyphs = createGlyphs();
		const shown = (text: string): string => new TextDecoder().decode(glyphs.bytes(glyphs.cluster(text).glyph));
		expect(shown('\uD800')).toBe('\uFFFD');
		expect(shown(`a${'\u0301'.repeat(1000)}`)).toBe('\uFFFD');
		expect(glyphs.cluster('\uD800').width).toBe(1);
	});

	it('forgets all clusters when cleared', () => {
		const glyphs = createGlyphs();
		glyphs.cluster('👍');
		glyphs.clear();
		expect(glyphs.size).toBe(0);
	});
});
