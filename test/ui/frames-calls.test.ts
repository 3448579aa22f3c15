import {describe, expect, it} from 'vitest';
import {emptyBoard} from '../../source/domain/board.js';
import {callId} from '../../source/domain/units.js';
import {onCall} from '../helpers/builders.js';
import {callsBoard, callsInDoubt, callsLines, callsOfTwoSites} from '../helpers/calls-board.js';
import {looksOf} from '../helpers/looks.js';
import {type RenderedBoard, type RenderOptions, renderBoard} from '../helpers/render-board.js';
import {expectPicture} from './picture.js';

const open = (options: RenderOptions = {}): Promise<RenderedBoard> =>
	renderBoard({view: 'calls', columns: 80, rows: 24, board: callsBoard(), ...options});

/** The rows of the table, without its border and titles. */
const rowsOf = (board: RenderedBoard): readonly string[] =>
	board
		.lines()
		.slice(4, -2)
		.map(line => line.slice(2, -2).trim())
		.filter(line => line !== '');

/** How many cells of a row of the screen are inverse. */
const inverseCells = (board: RenderedBoard, row: number): number =>
	(board.output.emulator.cells()[row] ?? []).filter(({look}) => look.includes('inverse')).length;

const parties = (board: RenderedBoard): readonly string[] => rowsOf(board).map(row => row.slice(13, 29).trim());

describe('the calls', () => {
	it.each(looksOf([40, 12], [60, 15], [80, 24], [110, 32], [160, 45]))(
		'at $columns × $rows in $language are the picture',
		async look => {
			expectPicture(`calls-${look.columns}x${look.rows}-${look.language}`, await open(look));
		},
	);

	it.each([
		['calls-80x24-en-ascii', {ascii: true}, ''],
		['calls-in-doubt-80x24-en', {board: callsInDoubt()}, ''],
		['calls-empty-80x24-fr', {board: emptyBoard, language: 'fr'}, ''],
		['calls-two-sites-160x45-en', {board: callsOfTwoSites(), columns: 160, rows: 45}, ''],
		['calls-selected-80x24-en', {}, 'jj'],
		['calls-sorted-80x24-en', {}, '<<<<<<I'],
		['calls-filtered-80x24-en', {filter: 'missed'}, ''],
		['calls-active-80x24-fr', {language: 'fr', onlyActive: true}, ''],
	] as const)('%s', async (name, options: RenderOptions, keys) => {
		const board = await open(options);
		if (keys !== '') await board.press(keys);
		expectPicture(name, board);
	});

	it('are sorted by the keys, the other way round, and back', async () => {
		const board = await open();
		const natural = rowsOf(board);
		await board.press('>');
		expect(rowsOf(board)[0]).toContain('09:08:31');
		expect(board.lines()[2]).toContain('by START ▲');
		await board.press('I');
		expect(rowsOf(board).at(-1)).toContain('09:08:31');
		await board.press('<');
		expect(rowsOf(board)).toEqual(natural);
	});

	it('tick while they go on, and stand still when they ended or are in doubt', async () => {
		const board = await open();
		const before = rowsOf(board);
		await board.advance(1000);
		const changed = rowsOf(board).flatMap((row, index) => (row === before[index] ? [] : [index]));
		expect(changed).toEqual([0, 1, 2]);
		const doubtful = await open({board: callsInDoubt()});
		const still = rowsOf(doubtful);
		await doubtful.advance(1000);
		expect(rowsOf(doubtful)).toEqual(still);
	});

	it('move to the ended ones when they end, and the selection goes with them, into details and back', async () => {
		const board = await open();
		await board.press('jj');
		const selected = (): readonly string[] =>
			board.lines().filter((_, row) => row >= 4 && inverseCells(board, row) > 0);
		expect(selected()).toEqual([expect.stringMatching(/10:08:30 .* Alice .* in call/)]);
		await board.happen(onCall('talk-ended', 1, {number: callsLines.alice, callId: callId('a-alice')}));
		expect(board.lines()[2]).toMatch(/Calls 2 ─ 8 ended/);
		expect(selected()).toEqual([expect.stringMatching(/10:08:30 .* Alice .* answered/)]);
		await board.press('\r');
		expect(board.lines()[2]).not.toContain('8 ended');
		await board.escape();
		expect(selected()).toEqual([expect.stringMatching(/10:08:30 .* Alice .* answered/)]);
	});

	it('hide the ended ones on a', async () => {
		const board = await open();
		await board.press('a');
		expect(parties(board)).toEqual(['+44 20 7946 0958', '06 39 98 00 01', '04 78 00 00 00']);
		await board.press('/');
		await board.press('zzz');
		expect(rowsOf(board)).toEqual(['Nothing matches.']);
	});

	it('show the selected row without any colour', async () => {
		const board = await open({theme: 'mono'});
		expect(inverseCells(board, 4)).toBe(0);
		await board.press('j');
		expect([4, 5].map(row => inverseCells(board, row))).toEqual([8, 0]);
	});
});
