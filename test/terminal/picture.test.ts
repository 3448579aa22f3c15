import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, it} from 'vitest';
import type {Painter} from '../../source/terminal/canvas.js';
import {createPicture} from '../../source/terminal/picture.js';
import {enterScreen} from '../../source/terminal/sequences.js';
import {type Colour, type Style, styleId} from '../../source/terminal/style.js';
import {createEmulator, type SeenCell} from './emulator.js';

const colours: readonly Colour[] = ['red', 'blue', 'gray', 'whiteBright'];
const colourNumbers: Readonly<Record<string, number>> = {red: 1, blue: 4, gray: 8, whiteBright: 15};

const styles: fc.Arbitrary<Style> = fc.record(
	{
		color: fc.constantFrom(...colours),
		backgroundColor: fc.constantFrom(...colours),
		bold: fc.boolean(),
		dim: fc.boolean(),
		inverse: fc.boolean(),
		underline: fc.boolean(),
	},
	{requiredKeys: []},
);

const texts = fc
	.array(fc.constantFrom('a', 'b', '7', ' ', ' ', ' ', 'é', '─', '●', '漢', 'e\u0301', '한', '\u0007'), {maxLength: 14})
	.map(parts => parts.join(''));

type Stroke = {readonly row: number; readonly column: number; readonly text: string; readonly style: Style};

const strokes: fc.Arbitrary<Stroke> = fc.record({
	row: fc.integer({min: -1, max: 8}),
	column: fc.integer({min: -4, max: 26}),
	text: texts,
	style: styles,
});

type Step =
	| {readonly kind: 'strokes'; readonly strokes: readonly Stroke[]}
	| {readonly kind: 'resize'; readonly columns: number; readonly rows: number}
	| {readonly kind: 'forget'};

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
	fc.oneof(
		{
			weight: 8,
			arbitrary: fc.record({kind: fc.constant('strokes' as const), strokes: fc.array(strokes, {maxLength: 6})}),
		},
		{
			weight: 1,
			arbitrary: fc.record({
				kind: fc.constant('resize' as const),
				// The emulator has no fewer than two columns.
				columns: fc.integer({min: 2, max: 24}),
				rows: fc.integer({min: 1, max: 8}),
			}),
		},
		{weight: 1, arbitrary: fc.constant({kind: 'forget' as const})},
	),
	{maxLength: 12},
);

/** The plainest way to keep a screen: a table of strings. `undefined` is the second half of a wide character. */
const createModel = (columns: number, rows: number) => {
	const blankCell: SeenCell = {text: ' ', look: ''};
	const table: (SeenCell | undefined)[][] = Array.from({length: rows}, () =>
		Array.from({length: columns}, () => blankCell),
	);
	const put = (line: (SeenCell | undefined)[], column: number, cell: SeenCell | undefined): void => {
		if (column >= 0 && column < columns) {
			line[column] = cell;
		}
	};
	return {
		draw({row, column, text, style}: Stroke) {
			const line = table[row];
			if (line === undefined || text === '') {
				return;
			}

			let at = column;
			for (const {segment} of new Intl.Segmenter().segment(text)) {
				const shown = segment === '\u0007' ? ' ' : segment;
				const width = stringWidth(shown);
				if (at >= columns) {
					break;
				}

				const isWhole = at >= 0 && at + width <= columns;
				for (let offset = 0; offset < width; offset++) {
					// Cutting a wide character in two blanks its other half.
					if (at + offset > 0 && at + offset < columns && line[at + offset] === undefined && offset === 0) {
						put(line, at - 1, blankCell);
					}

					const glyph = isWhole ? shown : ' ';
					put(line, at + offset, isWhole && offset > 0 ? undefined : {text: glyph, look: look(style, glyph)});
				}

				at += width;
				if (at >= 0 && at < columns && line[at] === undefined) {
					put(line, at, blankCell);
				}
			}
		},
		cells: (): readonly (readonly SeenCell[])[] => table.map(line => line.filter(cell => cell !== undefined)),
	};
};

const look = (style: Style, text: string): string => {
	const isBlank = text === ' ';
	const isLined = style.underline === true || style.inverse === true;
	return [
		style.color !== undefined && (!isBlank || isLined) ? String(colourNumbers[style.color]) : '',
		style.backgroundColor === undefined ? '' : `on ${colourNumbers[style.backgroundColor]}`,
		style.underline ? 'underline' : '',
		style.inverse ? 'inverse' : '',
		!isBlank && style.bold ? 'bold' : '',
		!isBlank && style.dim ? 'dim' : '',
	]
		.filter(Boolean)
		.join(' ');
};

/** The emulator drops a combining mark in the last column when automatic wrap is off. */
const withoutLastMark = (line: readonly SeenCell[]): readonly SeenCell[] =>
	line.map((cell, at) => (at === line.length - 1 ? {...cell, text: cell.text.replace(/\p{M}/gu, '')} : cell));

describe('createPicture', () => {
	it('leaves the terminal showing exactly what was drawn, after every frame', async () => {
		await fc.assert(
			fc.asyncProperty(steps, async sequence => {
				let size = {columns: 24, rows: 8};
				const emulator = createEmulator(size.columns, size.rows);
				const picture = createPicture({size, colour: true, clusterLimit: 3});
				let isFirst = true;
				let drawn: Stroke[] = [];
				let fresh: readonly Stroke[] = [];
				const painter: Painter = canvas => {
					for (const {row, column, text, style} of canvas.blank ? drawn : fresh) {
						canvas.text(row, column, text, styleId(style));
					}
				};
				picture.setRegion('all', {rectangle: {row: 0, column: 0, ...size}, painter});
				for (const step of sequence) {
					fresh = [];
					if (step.kind === 'strokes') {
						fresh = step.strokes;
						drawn.push(...fresh);
					} else if (step.kind === 'resize') {
						size = {columns: step.columns, rows: step.rows};
						emulator.resize(size.columns, size.rows);
						picture.resize(size);
						drawn = [];
						picture.setRegion('all', {rectangle: {row: 0, column: 0, ...size}, painter});
					} else {
						picture.forget();
					}

					await emulator.write(picture.nextFrame(isFirst ? enterScreen : '') ?? '');
					isFirst = false;
					const model = createModel(size.columns, size.rows);
					for (const stroke of drawn) {
						model.draw(stroke);
					}

					expect(emulator.cells().map(withoutLastMark)).toEqual(model.cells().map(withoutLastMark));
				}
			}),
			{numRuns: 300},
		);
	});

	it('makes exactly the cells that are links lead where links lead now', async () => {
		const urls = [undefined, 'https://a.example/1', 'https://a.example/2', 'javascript:no'] as const;
		const words = fc.record({
			column: fc.integer({min: 0, max: 12}),
			text: fc.constantFrom('one', 'another', 'é', ' ', ''),
			isLink: fc.boolean(),
		});
		const frames = fc.array(fc.record({url: fc.constantFrom(...urls), words: fc.array(words, {maxLength: 3})}), {
			minLength: 1,
			maxLength: 6,
		});
		const [link, bare] = [styleId({underline: true, link: true}), styleId({underline: true})];
		await fc.assert(
			fc.asyncProperty(frames, async shown => {
				const emulator = createEmulator(20, 1);
				const picture = createPicture({size: {columns: 20, rows: 1}, colour: true});
				const model = Array.from({length: 20}, () => false);
				let drawn: readonly (typeof shown)[number]['words'][number][] = [];
				picture.setRegion('all', {
					rectangle: {row: 0, column: 0, rows: 1, columns: 20},
					painter(canvas) {
						for (const {column, text, isLink} of drawn) {
							const end = canvas.text(0, column, text, isLink ? link : bare);
							model.fill(isLink, column, end);
						}
					},
				});
				for (const {url, words: fresh} of shown) {
					drawn = fresh;
					picture.setLink(url);
					await emulator.write(picture.nextFrame('') ?? '');
					const wanted = url?.startsWith('https:') ? url : '';
					expect(emulator.links()[0]).toEqual(model.map(isLink => (isLink ? wanted : '')));
				}
			}),
			{numRuns: 150},
		);
	});

	it('sends no links where only ASCII is known', () => {
		const picture = createPicture({size: {columns: 10, rows: 1}, colour: true, ascii: true});
		picture.setLink('https://a.example/');
		picture.setRegion('all', {
			rectangle: {row: 0, column: 0, rows: 1, columns: 10},
			painter: canvas => void canvas.text(0, 0, 'here', styleId({link: true})),
		});
		expect(new TextDecoder().decode(picture.nextFrame(''))).not.toContain(']8;');
	});

	it('starts anew when names have brought more clusters than it keeps', () => {
		const picture = createPicture({size: {columns: 10, rows: 1}, colour: true, clusterLimit: 10});
		const blanks: boolean[] = [];
		let name = '';
		picture.setRegion('name', {
			rectangle: {row: 0, column: 0, rows: 1, columns: 10},
			painter(canvas) {
				blanks.push(canvas.blank);
				canvas.text(0, 0, name, styleId({}));
			},
		});
		for (let call = 0; call < 24; call++) {
			name = `a${String.fromCharCode(0x300 + call)}`;
			picture.nextFrame('');
		}

		expect(blanks.flatMap((isBlank, call) => (isBlank ? [call] : []))).toEqual([0, 11, 22]);
	});

	it('draws nothing when nothing changed', () => {
		const picture = createPicture({size: {columns: 10, rows: 1}, colour: true});
		picture.setInkFrame('hello');
		expect(picture.nextFrame('')).toBeDefined();
		picture.setInkFrame('hello');
		expect(picture.nextFrame('')).toBeUndefined();
	});

	it('sends a prologue even when nothing changed', () => {
		const picture = createPicture({size: {columns: 10, rows: 1}, colour: true});
		picture.nextFrame('');
		expect(new TextDecoder().decode(picture.nextFrame('\u001B[?2004h'))).toBe(
			'\u001B[?2026h\u001B[?2004h\u001B[?2026l',
		);
	});
});
