import {describe, expect, it} from 'vitest';
import {cellOf} from '../../source/terminal/cells.js';
import {createFrame, type Frame} from '../../source/terminal/frame.js';
import {createGlyphs} from '../../source/terminal/glyphs.js';
import {createSgrWriter} from '../../source/terminal/sgr-write.js';
import {styleId} from '../../source/terminal/style.js';

const red = styleId({color: 'red'});
const onRed = styleId({backgroundColor: 'red'});

const frameOf = (write: (frame: Frame) => void): string => {
	const frame = createFrame({glyphs: createGlyphs(), sgr: createSgrWriter({colour: true})});
	frame.begin();
	write(frame);
	return new TextDecoder().decode(frame.bytes());
};

describe('moveTo', () => {
	it.each([
		['absolutely when the cursor is elsewhere', 11, 100, '\u001B[12;101H'],
		['without the column when it is the first', 11, 0, '\u001B[12H'],
		['relatively within the row', 4, 17, '\u001B[9C'],
		['by one', 4, 9, '\u001B[C'],
		['back to a column of the row', 4, 2, '\u001B[3G'],
		['not at all when it is there', 4, 8, ''],
	])('moves %s', (_, row, column, expected) => {
		const start = frameOf(frame => frame.moveTo(4, 8));
		const both = frameOf(frame => {
			frame.moveTo(4, 8);
			frame.moveTo(row, column);
		});
		expect(both.slice(start.length)).toBe(expected);
	});
});

describe('columnIn', () => {
	it('is known after glyphs of certain width only', () => {
		const columns: number[] = [];
		frameOf(frame => {
			columns.push(frame.columnIn(0));
			frame.moveTo(0, 3);
			frame.put(cellOf(0x61, 0));
			columns.push(frame.columnIn(0), frame.columnIn(1));
			frame.put(cellOf(0x25cf, 0));
			columns.push(frame.columnIn(0));
		});
		expect(columns).toEqual([-1, 4, -1, -1]);
	});
});

describe('isCheap', () => {
	it('is true for ASCII in the style of the pen and for blanks that look the same in it', () => {
		const cells = [cellOf(0x61, red), cellOf(0x20, 0), cellOf(0x61, 0), cellOf(0x20, onRed), cellOf(0xe9, red)];
		const cheap: boolean[] = [];
		frameOf(frame => {
			frame.moveTo(0, 0);
			frame.put(cellOf(0x62, red));
			cheap.push(...cells.map(frame.isCheap));
		});
		expect(cheap).toEqual([true, true, false, false, false]);
	});

	it('is false while the pen is unknown', () => {
		frameOf(frame => expect(frame.isCheap(cellOf(0x20, 0))).toBe(false));
	});
});

describe('bytes', () => {
	it('holds a frame far larger than the buffer it began with', () => {
		const text = frameOf(frame => {
			for (let count = 0; count < 100_000; count++) {
				frame.put(cellOf(0x61, count % 2 === 0 ? red : onRed));
			}
		});
		expect(text.replaceAll('\u001B[0;41m', '').replaceAll('\u001B[0;31m', '')).toBe('a'.repeat(100_000));
	});

	it('knows nothing of the frame before', () => {
		const frame = createFrame({glyphs: createGlyphs(), sgr: createSgrWriter({colour: true})});
		const draw = (): string => {
			frame.begin();
			frame.moveTo(0, 0);
			frame.put(cellOf(0x61, red));
			return new TextDecoder().decode(frame.bytes());
		};
		expect(draw()).toBe(draw());
		expect(frame.length).toBe('\u001B[1H\u001B[0;31ma'.length);
	});
});
