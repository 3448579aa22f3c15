import {describe, expect, it} from 'vitest';
import {emptyBoard} from '../../source/domain/board.js';
import {reduceBoard} from '../../source/domain/reduce.js';
import {callerId, queueNumber} from '../../source/domain/units.js';
import {ascii, unicode} from '../../source/presentation/symbols.js';
import {joined} from '../helpers/builders.js';
import {looksOf} from '../helpers/looks.js';
import {type RenderOptions, renderBoard} from '../helpers/render-board.js';
import {down} from '../helpers/sites.js';
import {dayBoard, dayEnd} from '../helpers/statistics-board.js';
import {expectPicture} from './picture.js';
import {isClosed, panelsOf, screenOf} from './picture-check.js';

const wholeDay = dayBoard();

const statistics = (options: RenderOptions = {}) =>
	renderBoard({view: 'statistics', board: wholeDay, startAt: dayEnd, ...options});

const looks = looksOf([40, 12], [80, 24], [160, 45], [200, 60]);

describe('the statistics', () => {
	it.each(looks)('at $columns × $rows in $language are the picture', async look => {
		expectPicture(`statistics-${look.columns}x${look.rows}-${look.language}`, await statistics(look));
	});

	it.each([
		['statistics-80x24-en-ascii', {columns: 80, rows: 24, ascii: true}, ''],
		['statistics-160x45-en-ascii', {columns: 160, rows: 45, ascii: true}, ''],
		['statistics-queue-80x24-en', {columns: 80, rows: 24}, 'jjj'],
		['statistics-queue-160x45-fr', {columns: 160, rows: 45, language: 'fr'}, 'jj'],
		['statistics-sorted-80x24-en', {columns: 80, rows: 24}, '>>I'],
		['statistics-found-80x24-en', {columns: 80, rows: 24, filter: 'vent'}, ''],
		['statistics-empty-80x24-en', {columns: 80, rows: 24, board: emptyBoard}, ''],
		['statistics-empty-160x45-en', {columns: 160, rows: 45, board: emptyBoard}, ''],
	] as const)('%s', async (name, options: RenderOptions, keys) => {
		const board = await statistics(options);
		for (const key of keys) await board.press(key);
		expectPicture(name, board);
	});

	const framed = [
		...looks.slice(2),
		...[60, 110].map(columns => ({columns, rows: columns === 60 ? 15 : 32, language: 'fr' as const})),
	];

	it.each(framed)('at $columns × $rows in $language are well built, in ASCII too', async look => {
		for (const isAscii of [false, true]) {
			const board = await statistics({...look, ascii: isAscii});
			const symbols = isAscii ? ascii : unicode;
			const screen = screenOf(board.output.emulator.cells());
			const panels = panelsOf(screen, symbols);
			expect(panels).toHaveLength(2);
			expect(panels.filter(panel => !isClosed(screen, panel, symbols))).toEqual([]);
			if (isAscii) expect(board.lines().join('')).toMatch(/^[\x20-\x7e]*$/);
		}
	});

	it('are as wide in ASCII, sign by sign', async () => {
		const [rich, poor] = [await statistics(), await statistics({ascii: true})];
		const shape = (row: string) => row.replace(/[^ ]/g, '#');
		expect(poor.lines().map(shape)).toEqual(rich.lines().map(shape));
	});

	it('keep the selected one of many queues in sight', async () => {
		const many = Array.from({length: 40}, (_, index) =>
			joined(dayEnd - 60, {
				number: queueNumber(`00331990004${String(index).padStart(2, '0')}`),
				label: `File ${index}`,
				callerId: callerId(`many-${index}`),
			}),
		);
		const board = await statistics({columns: 80, rows: 24, board: reduceBoard(wholeDay, many)});
		expect(board.lines().join('\n')).not.toContain('File 39');
		await board.press('G');
		expect(board.lines().slice(3, 9).join('\n')).toContain('File 39');
		expect(board.lines().join('\n')).toContain('Hours: File 39');
	});

	it('are dimmed while the feed is down', async () => {
		const looksOf = (board: Awaited<ReturnType<typeof statistics>>) =>
			board.output.emulator
				.cells()[5]
				?.slice(3, 9)
				.map(({look}) => look);
		const board = await statistics();
		const before = looksOf(board);
		await board.happen(down(dayEnd));
		expect(looksOf(board)).not.toEqual(before);
	});
});
