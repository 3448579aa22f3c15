import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {type Block, left, type Row, right, text} from '../../../source/presentation/cells.js';
import {formatAge} from '../../../source/presentation/format.js';
import type {Canvas} from '../../../source/terminal/canvas.js';
import {type StyleId, styleId} from '../../../source/terminal/style.js';
import type {Look} from '../../../source/ui/look.js';
import {createBlockPainter, type Picture} from '../../../source/ui/painters/block-painter.js';
import {themes, toneStyles} from '../../../source/ui/theme.js';
import {at} from '../../helpers/builders.js';
import {lyon, paris} from '../../helpers/sites.js';

const bare = styleId({});
const fresh = toneStyles(themes.dark, {isStale: false});
const stale = toneStyles(themes.dark, {isStale: true});
const bright: Look = {of: () => fresh};
const muted: Look = {of: () => stale};

/** Remembers what is drawn, cell by cell, and how much was drawn since somebody last asked. */
const recordingCanvas = (columns: number, rows: number) => {
	const cells = Array.from({length: rows}, () => Array<string>(columns).fill(' '));
	const styles = Array.from({length: rows}, () => Array<StyleId>(columns).fill(bare));
	let drawn: string[] = [];
	let blank = true;
	const put = (row: number, column: number, words: string, style: StyleId): void => {
		for (const [offset, character] of [...words].entries()) {
			if (cells[row]?.[column + offset] === undefined) continue;
			(cells[row] ?? [])[column + offset] = character;
			(styles[row] ?? [])[column + offset] = style;
		}
	};
	const canvas: Canvas = {
		columns,
		rows,
		get blank() {
			return blank;
		},
		text(row, column, words, style) {
			drawn.push(words);
			put(row, column, words, style);
			return column + words.length;
		},
		clear(row, column, width, style = bare) {
			put(row, column, ' '.repeat(Math.max(0, width)), style);
		},
	};
	return {
		canvas,
		lines: () => cells.map(row => row.join('').trimEnd()),
		styleAt: (row: number, column: number) => styles[row]?.[column],
		/** What was written since the last question. */
		drawn() {
			const words = drawn;
			drawn = [];
			return words;
		},
		keep() {
			blank = false;
		},
		lose() {
			blank = true;
			for (const row of cells) row.fill(' ');
		},
	};
};

const words = (content: string): Row => [left(0, content.length, text(content))];
const timer = (seconds: number): Row => [
	right(0, 8, {
		kind: 'since',
		since: at(-seconds),
		tone: 'plain',
		steps: [{afterMs: 20_000, tone: 'alarm'}],
		write: formatAge,
	}),
];
const block = (row: number, ...rows: readonly Row[]): Block => ({about: null, row, column: 0, width: 10, rows});

/** A painter of what the test wants, on a canvas that remembers. */
const stage = (first: Partial<Picture>) => {
	let picture: Picture = {blocks: [], now: at(0), look: bright, ...first};
	const recording = recordingCanvas(10, 4);
	const painter = createBlockPainter(() => picture);
	const paint = (next: Partial<Picture> = {}) => {
		picture = {...picture, ...next};
		painter(recording.canvas);
		recording.keep();
		return recording.drawn();
	};
	return {...recording, paint};
};

describe('createBlockPainter', () => {
	it('draws all on a blank canvas', () => {
		const {paint, lines} = stage({blocks: [block(0, words('one'), timer(5)), block(3, words('two'))]});
		expect(paint()).toEqual(['one', '00:05', 'two']);
		expect(lines()).toEqual(['one', '   00:05', '', 'two']);
	});

	it('draws nothing when nothing changed', () => {
		const {paint} = stage({blocks: [block(0, words('one'), timer(5))]});
		paint();
		expect(paint()).toEqual([]);
	});

	it('takes equal rows in a new block for the same', () => {
		const rows = [words('one')];
		const {paint} = stage({blocks: [{about: null, row: 0, column: 0, width: 10, rows}]});
		paint();
		expect(paint({blocks: [{about: null, row: 0, column: 0, width: 10, rows}]})).toEqual([]);
	});

	it('draws only the ages when time passes', () => {
		const {paint, lines} = stage({blocks: [block(0, words('one'), timer(5))]});
		paint();
		expect(paint({now: at(1)})).toEqual(['00:06']);
		expect(lines()).toEqual(['one', '   00:06', '', '']);
	});

	it('changes the tone of an age at its threshold', () => {
		const {paint, styleAt} = stage({blocks: [block(0, timer(19))]});
		paint();
		expect(styleAt(0, 5)).toBe(fresh.plain);
		paint({now: at(1)});
		expect(styleAt(0, 5)).toBe(fresh.alarm);
	});

	it('leaves nothing of an age that has become shorter', () => {
		const {paint, lines} = stage({blocks: [block(0, timer(3605))]});
		paint();
		expect(lines()[0]).toBe(' 1:00:05');
		paint({now: at(-3600)});
		expect(lines()[0]).toBe('   00:05');
	});

	it('draws only the block that changed, and erases what was there', () => {
		const kept = block(0, words('one'));
		const {paint, lines} = stage({blocks: [kept, block(1, words('longer'))]});
		paint();
		expect(paint({blocks: [kept, block(1, words('two'))]})).toEqual(['two']);
		expect(lines()).toEqual(['one', 'two', '', '']);
	});

	it('erases a block that went, to its last row', () => {
		const {paint, lines} = stage({blocks: [block(0, words('one')), block(1, words('two'), timer(5), words('three'))]});
		paint();
		expect(paint({blocks: [block(1, words('new'))]})).toEqual(['new']);
		expect(lines()).toEqual(['', 'new', '', '']);
	});

	it('erases a block where it was when it moves', () => {
		const rows = [words('one')];
		const {paint, lines} = stage({blocks: [{about: null, row: 0, column: 0, width: 5, rows}]});
		paint();
		paint({blocks: [{about: null, row: 2, column: 5, width: 5, rows}]});
		expect(lines()).toEqual(['', '', '     one', '']);
	});

	it('draws all again when everything looks different', () => {
		const {paint, styleAt} = stage({blocks: [block(0, words('one'), timer(25))]});
		paint();
		expect(paint({look: muted})).toEqual(['one', '00:25']);
		expect([styleAt(0, 0), styleAt(1, 7)]).toEqual([stale.muted, stale.muted]);
	});

	it('draws each block as what it is about looks, at ticks too', () => {
		const look: Look = {of: about => (about === paris ? stale : fresh)};
		const blocks = [lyon, paris, null].map((about, row) => ({...block(row, timer(19)), about}));
		const {paint, styleAt} = stage({blocks, look});
		const seen = () => [0, 1, 2].map(row => styleAt(row, 5));
		paint();
		expect(seen()).toEqual([fresh.plain, stale.plain, fresh.plain]);
		paint({now: at(1)});
		expect(seen()).toEqual([fresh.alarm, stale.alarm, fresh.alarm]);
		expect(fresh.alarm).not.toBe(stale.alarm);
	});

	it('draws all again when the canvas has lost it', () => {
		const {paint, lines, lose} = stage({blocks: [block(0, words('one'))]});
		paint();
		lose();
		expect(paint()).toEqual(['one']);
		expect(lines()[0]).toBe('one');
	});

	it('shows in the end what a new painter would show, however it came there', () => {
		const rows = [words('one'), words('second'), timer(5), timer(18), timer(3599), []];
		const blocks = fc
			.uniqueArray(fc.record({row: fc.nat(3), index: fc.nat(rows.length - 1)}), {
				selector: ({row}) => row,
				maxLength: 4,
			})
			.map(chosen => chosen.map(({row, index}) => block(row, rows[index] ?? [])));
		const pictures = fc.record({
			blocks,
			now: fc.integer({min: 0, max: 5}).map(at),
			look: fc.constantFrom(bright, muted),
		});
		fc.assert(
			fc.property(fc.array(pictures, {minLength: 1, maxLength: 10}), steps => {
				const seasoned = stage({});
				for (const step of steps) seasoned.paint(step);
				const newcomer = stage({});
				newcomer.paint(steps.at(-1));
				expect(seasoned.lines()).toEqual(newcomer.lines());
			}),
		);
	});
});
