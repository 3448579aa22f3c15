import {describe, expect, it} from 'vitest';
import {cellOf} from '../../source/terminal/cells.js';
import {createDifference} from '../../source/terminal/difference.js';
import {createFrame} from '../../source/terminal/frame.js';
import {continuation, createGlyphs} from '../../source/terminal/glyphs.js';
import {createSgrWriter} from '../../source/terminal/sgr-write.js';
import {type StyleId, styleId} from '../../source/terminal/style.js';

const plain = styleId({});
const red = styleId({color: 'red'});
const onBlue = styleId({backgroundColor: 'blue'});

const csi = '\u001B[';

type Stage = {
	set(row: number, column: number, text: string, style?: StyleId): void;
	/** What is sent for all rows, without the reset of the pen that begins every frame. */
	sent(): string;
	forget(): void;
};

/** Starts from an empty screen that the terminal already shows. */
const stage = (columns = 40, rows = 3): Stage => {
	const glyphs = createGlyphs();
	const frame = createFrame({glyphs, sgr: createSgrWriter({colour: true})});
	const difference = createDifference({columns, rows, frame, glyphs});
	const sent = (): string => {
		frame.begin();
		for (let row = 0; row < rows; row++) {
			difference.writeRow(row, 0, columns);
		}

		return new TextDecoder().decode(frame.bytes());
	};
	sent();
	return {
		set(row, column, text, style = plain) {
			[...text].forEach((character, offset) => {
				const glyph = character === '>' ? continuation : (character.codePointAt(0) ?? 0);
				difference.wanted[row * columns + column + offset] = cellOf(glyph, style);
			});
		},
		sent,
		forget: difference.forget,
	};
};

describe('createDifference', () => {
	it('sends nothing for equal screens', () => {
		expect(stage().sent()).toBe('');
	});

	it('sends only cells that differ', () => {
		const {set, sent} = stage();
		set(1, 4, '00:00:01');
		sent();
		set(1, 4, '00:00:02');
		expect(sent()).toBe(`${csi}2;12H${csi}m2`);
		expect(sent()).toBe('');
	});

	it.each([
		['by writing over up to four cells', 4, 'baaaab'],
		['by a relative move over more', 5, `b${csi}5Cb`],
	])('gets to the next cell of a row %s', (_, gap, expected) => {
		const {set, sent} = stage();
		set(0, 0, 'a'.repeat(20));
		sent();
		set(0, 3, 'b');
		set(0, 4 + gap, 'b');
		expect(sent()).toBe(`${csi}1;4H${csi}m${expected}`);
	});

	it('does not write over cells of another style, because that takes more than a move', () => {
		const {set, sent} = stage();
		set(0, 0, 'abcde');
		set(0, 1, 'b', red);
		sent();
		set(0, 0, 'x');
		set(0, 2, 'x');
		expect(sent()).toBe(`${csi}1H${csi}mx${csi}Cx`);
	});

	it('does not write over glyphs that take several bytes or more than one cell', () => {
		const {set, sent} = stage();
		set(0, 0, 'a漢>b');
		sent();
		set(0, 0, 'x漢>x');
		expect(sent()).toBe(`${csi}1H${csi}mx${csi}2Cx`);
	});

	it('sets the style once for cells that share it, and not for blanks between them', () => {
		const {set, sent} = stage();
		set(0, 0, 'ab', red);
		set(0, 3, 'cd', red);
		set(1, 0, 'e', red);
		expect(sent()).toBe(`${csi}1H${csi}0;31mab cd${csi}2He`);
	});

	it('sets the style of a blank that shows it', () => {
		const {set, sent} = stage();
		set(0, 0, 'a', red);
		set(0, 1, '  ', onBlue);
		expect(sent()).toBe(`${csi}1H${csi}0;31ma${csi}0;44m  `);
	});

	it('places the cursor anew after a glyph of uncertain width', () => {
		const {set, sent} = stage();
		set(0, 0, '●a漢>b');
		expect(sent()).toBe(`${csi}1H${csi}m●${csi}2Ga漢${csi}5Gb`);
	});

	it('goes on after lines, blocks and letters with accents', () => {
		const {set, sent} = stage();
		set(0, 0, '─│█éa');
		expect(sent()).toBe(`${csi}1H${csi}m─│█éa`);
	});

	it('erases a blank end of a row when that is shorter than blanks', () => {
		const {set, sent} = stage();
		set(0, 2, 'abcdefgh');
		set(1, 2, 'abc');
		sent();
		set(0, 2, ' '.repeat(8));
		set(1, 2, '   ');
		expect(sent()).toBe(`${csi}1;3H${csi}m${csi}K${csi}2;3H   `);
	});

	it('erases in the colours of the terminal, not in the last background', () => {
		const {set, sent} = stage();
		set(0, 0, 'abcdefgh');
		sent();
		set(0, 0, 'x', onBlue);
		set(0, 1, ' '.repeat(7));
		expect(sent()).toBe(`${csi}1H${csi}0;44mx${csi}m${csi}K`);
	});

	it('writes blanks in the middle of a row', () => {
		const {set, sent} = stage();
		set(0, 0, 'abcdefgh');
		sent();
		set(0, 1, '      ');
		expect(sent()).toBe(`${csi}1;2H${csi}m      `);
	});

	it('replaces a wide glyph by narrow ones', () => {
		const {set, sent} = stage();
		set(0, 0, '漢>');
		sent();
		set(0, 0, 'ab');
		expect(sent()).toBe(`${csi}1H${csi}mab`);
	});

	it('sends everything after forgetting', () => {
		const {set, sent, forget} = stage(8, 2);
		set(0, 0, 'abc');
		sent();
		forget();
		expect(sent()).toBe(`${csi}1H${csi}mabc${csi}K${csi}2H${csi}K`);
	});

	it('never sends a line feed', () => {
		const {set, sent, forget} = stage(5, 3);
		for (const row of [0, 1, 2]) {
			set(row, 0, 'abcde');
		}

		forget();
		expect(sent()).not.toMatch(/[\n\r\v\f]/);
	});
});
