import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {rawLines} from '../../../source/presentation/details/pretty-json.js';
import {widthOf} from '../../../source/presentation/width.js';
import {flow} from '../../helpers/flows.js';

describe('an event as it was received', () => {
	it('stands one member a line, with its keys, digits and repeats as they were written', () => {
		const raw = '{"b":1772702100050000412,"a":[],"b":1.50,"c":{"d":[true,null,"x, y: {z}"]}}';
		expect(rawLines(raw, 60).lines).toEqual([
			'{',
			'  "b": 1772702100050000412,',
			'  "a": [',
			'  ],',
			'  "b": 1.50,',
			'  "c": {',
			'    "d": [',
			'      true,',
			'      null,',
			'      "x, y: {z}"',
			'    ]',
			'  }',
			'}',
		]);
	});

	it('loses no character of a recorded event', () => {
		const bare = (text: string): string => text.replace(/\s+/g, '');
		for (const raw of flow('q2')) expect(bare(rawLines(raw, 40).lines.join(''))).toBe(bare(raw));
	});

	it('shows what could harm the screen by its code', () => {
		const raw = '{"a":"\u001B[2J\u202Eabc\u0000😀é東"}';
		expect(rawLines(raw, 200).lines.join('')).toBe('{  "a": "\\u001b[2J\\u202eabc\\u0000\\ud83d\\ude00é東"}');
	});

	it('ends where it would be too much to look at', () => {
		const {lines, isCut} = rawLines(`["${'x'.repeat(100_000)}"]`, 100);
		expect(isCut).toBe(true);
		expect(lines.length).toBeLessThan(400);
	});

	it('is never wider than the room, nor harmful, whatever came', () => {
		const texts = fc.oneof(fc.json({maxDepth: 5}), fc.string({unit: 'binary', maxLength: 60}));
		fc.assert(
			fc.property(texts, fc.integer({min: 8, max: 60}), (raw, width) => {
				for (const line of rawLines(raw, width).lines) {
					expect(widthOf(line)).toBeLessThanOrEqual(width);
					expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
				}
			}),
		);
	});
});
