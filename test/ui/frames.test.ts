import {describe, expect, it} from 'vitest';
import {ascii, type Symbols, unicode} from '../../source/presentation/symbols.js';
import {type RenderedBoard, type RenderOptions, renderBoard} from '../helpers/render-board.js';
import {expectPicture} from './picture.js';
import {isClosed, panelsOf, screenOf, tilesOf} from './picture-check.js';

const sizes = [
	[40, 12],
	[80, 24],
	[110, 32],
	[160, 45],
	[200, 60],
	[300, 100],
] as const;

const looks = sizes.flatMap(([columns, rows]) =>
	(['en', 'fr'] as const).flatMap(language =>
		[false, true].map(isAscii => ({columns, rows, language, ascii: isAscii})),
	),
);

const nameOf = ({
	columns,
	rows,
	language,
	ascii: isAscii,
}: Required<Pick<RenderOptions, 'columns' | 'rows' | 'language' | 'ascii'>>) =>
	`${columns}x${rows}-${language}${isAscii ? '-ascii' : ''}`;

describe('the overview', () => {
	it.each(looks)('at $columns × $rows in $language, ASCII $ascii, is the picture', async look => {
		expectPicture(`overview-${nameOf(look)}`, await renderBoard(look));
	});

	it.each(looks)('at $columns × $rows in $language, ASCII $ascii, is well built', async look => {
		const board = await renderBoard(look);
		const symbols: Symbols = look.ascii ? ascii : unicode;
		const screen = screenOf(board.output.emulator.cells());
		expect(screen).toHaveLength(look.rows);
		expect(screen.filter(row => row.length !== look.columns)).toEqual([]);
		const panels = panelsOf(screen, symbols);
		expect(panels).toHaveLength(look.columns < 60 ? 0 : 3);
		expect(panels.filter(panel => !isClosed(screen, panel, symbols))).toEqual([]);
		const tiles = tilesOf(screen, panels[0], symbols);
		// At 80 × 24 there is room for four rows of three.
		expect(tiles).toHaveLength(look.columns < 60 ? 0 : look.columns === 80 ? 12 : 21);
		for (const {head, detail} of tiles) {
			if (/\d\d:\d\d/.test(head)) expect(head).toMatch(/ \d[\d:]*:\d\d$/);
			expect(detail).toMatch(/ (\d+|—|-)\/(\d+|—|-)$/);
		}
	});

	it.each(sizes)('at %i × %i is the same in ASCII, sign by sign', async (columns, rows) => {
		const rich = await renderBoard({columns, rows});
		const poor = await renderBoard({columns, rows, ascii: true});
		const shapes = (board: RenderedBoard) =>
			screenOf(board.output.emulator.cells()).map(row => row.map(cell => (cell === ' ' ? ' ' : '#')).join(''));
		expect(shapes(poor)).toEqual(shapes(rich));
		expect(poor.lines().join('')).toMatch(/^[\x20-\x7e]*$/);
	});

	it('uses no colour in the theme without any', async () => {
		const board = await renderBoard({theme: 'mono'});
		const colours = board.output.frames.join('').match(/\u001B\[[\d;]*m/g) ?? [];
		const codes = colours.flatMap(sequence => sequence.slice(2, -1).split(';').map(Number));
		expect(codes.length).toBeGreaterThan(0);
		expect(codes.filter(code => code >= 30 && code <= 107)).toEqual([]);
	});
});

describe('other pictures', () => {
	it.each([
		['log-80x24-en', {columns: 80, rows: 24, view: 'log'}, ''],
		['log-110x32-fr', {columns: 110, rows: 32, view: 'log', language: 'fr'}, ''],
		['filtered-110x32-en', {filter: 'ali'}, ''],
		['no-match-110x32-en', {filter: 'nobody'}, ''],
		['only-active-110x32-en', {onlyActive: true}, ''],
		['selected-80x24-en', {columns: 80, rows: 24}, 'G'],
		['help-40x12-en', {columns: 40, rows: 12}, '?'],
		['help-80x24-en', {columns: 80, rows: 24}, '?'],
		['help-110x32-fr', {language: 'fr'}, '?'],
		['reset-40x12-en', {columns: 40, rows: 12}, 'R'],
		['reset-80x24-en', {columns: 80, rows: 24}, 'R'],
		['reset-110x32-fr', {language: 'fr'}, 'R'],
		['prompt-40x12-en', {columns: 40, rows: 12}, '/ali'],
		['prompt-80x24-en', {columns: 80, rows: 24}, '/ali'],
		['palette-40x12-en', {columns: 40, rows: 12}, ':'],
		['palette-80x24-en', {columns: 80, rows: 24}, ':'],
		['palette-80x24-fr', {columns: 80, rows: 24, language: 'fr'}, ':'],
		['palette-re-110x32-en', {}, ':re'],
		['palette-unknown-80x24-en', {columns: 80, rows: 24}, ':nope\r'],
		['token-40x12-en', {columns: 40, rows: 12}, ':token\r1738D072-64A1-4E2B-9C3D-0123456789AB'],
		['token-80x24-en', {columns: 80, rows: 24}, ':token\r1738'],
		['token-110x32-fr', {language: 'fr'}, ':token\r'],
		['token-trying-40x12-fr', {columns: 40, rows: 12, language: 'fr'}, ':token\r1738\r'],
		['help-80x24-fr', {columns: 80, rows: 24, language: 'fr'}, '?'],
		['prompt-80x24-fr', {columns: 80, rows: 24, language: 'fr'}, '/ali'],
	] as const)('%s', async (name, options: RenderOptions, keys) => {
		const board = await renderBoard(options);
		if (keys !== '') await board.press(keys);
		expectPicture(name, board);
	});
});
