import {describe, expect, it} from 'vitest';
import {emptyBoard} from '../../source/domain/board.js';
import {callerId, queueNumber} from '../../source/domain/units.js';
import {boardAfter, counted, joined, left, served} from '../helpers/builders.js';
import {looksOf} from '../helpers/looks.js';
import {manyQueues, queuesBoard} from '../helpers/queues-board.js';
import {type RenderedBoard, type RenderOptions, renderBoard} from '../helpers/render-board.js';
import {expectPicture} from './picture.js';

const looks = looksOf([40, 12], [80, 24], [160, 45], [200, 60]);

const firstQueue = {number: queueNumber('0033199020000'), label: 'Queue 1'};

const queuesView = (options: RenderOptions = {}): Promise<RenderedBoard> =>
	renderBoard({view: 'queues', board: queuesBoard(), columns: 80, rows: 24, ...options});

/** What stands inside of the panel whose heading begins so. */
const panel = (board: RenderedBoard, title: string): readonly string[] => {
	const lines = board.lines();
	const top = lines.findIndex(line => line.startsWith(`╭─ ${title}`));
	const rest = lines.slice(top + 1);
	const end = rest.findIndex(line => line.startsWith('╰'));
	const rows = rest.slice(0, end).map(line => line.slice(1, -1).trim());
	return rows.filter(row => row !== '');
};

const heading = (board: RenderedBoard, title: string): string =>
	board.lines().find(line => line.startsWith(`╭─ ${title}`)) ?? '';

describe('the queues', () => {
	it.each(looks)('at $columns × $rows in $language are the picture', async look => {
		expectPicture(`queues-${look.columns}x${look.rows}-${look.language}`, await queuesView(look));
	});

	it.each([
		['queues-ascii-80x24-en', {ascii: true}, ''],
		['queues-selected-160x45-en', {columns: 160, rows: 45}, 'j'],
		['queues-quarter-160x45-fr', {columns: 160, rows: 45, language: 'fr'}, '.'],
		['queues-60-80x24-en', {board: manyQueues(60, 500)}, ''],
		['queues-60-200x60-en', {board: manyQueues(60, 500), columns: 200, rows: 60}, ''],
		['queues-60-last-60x15-en', {board: manyQueues(60, 500), columns: 60, rows: 15}, 'Gk'],
		['queues-one-300x100-fr', {board: manyQueues(1, 3), columns: 300, rows: 100, language: 'fr'}, ''],
		['queues-none-80x24-en', {board: emptyBoard}, ''],
	] as const)('%s', async (name, options: RenderOptions, keys) => {
		const board = await queuesView(options);
		if (keys !== '') await board.press(keys);
		expectPicture(name, board);
	});
});

describe('the keys of the queues', () => {
	it('choose how far back figures reach; the heading says so, and the table follows', async () => {
		const board = await queuesView();
		const seen = async (key: string) => {
			await board.press(key);
			return [/· (.*?), since (\S+?),? /.exec(heading(board, 'Queues'))?.slice(1), panel(board, 'Queues').at(-1)];
		};
		expect(await seen('.')).toEqual([['last 15 min', '10:00'], expect.stringMatching(/^All, each once +6\+ .* 3 +3 /)]);
		expect(await seen('.')).toEqual([['last 30 min', '09:45'], expect.stringMatching(/^All, each once +6\+ .* 4 +4 /)]);
		expect(await seen('.')).toEqual([['last 60 min', '09:15'], expect.stringMatching(/^All, each once +6\+ .* 5 +4 /)]);
		expect(await seen('.')).toEqual([['today', '08:01'], expect.stringMatching(/^All, each once +6\+ .* 6 +4 /)]);
		expect(await seen(',')).toEqual([['last 60 min', '09:15'], expect.anything()]);
	});

	it('narrow the callers to the queue selected; the total stands for all of them', async () => {
		const board = await queuesView();
		await board.press('jj');
		expect(heading(board, 'Waiting')).toContain('Waiting 1+ · Ventes ─ 1 unknown');
		expect(panel(board, 'Waiting').slice(1, 3)).toEqual([
			expect.stringMatching(/^06 77 66 55 44 +00:20 +0$/),
			expect.stringMatching(/^· 06 33 22 11 00 +unknown/),
		]);
		expect(heading(board, 'In conversation')).toContain('In conversation — · Ventes');
		await board.press('G');
		expect(heading(board, 'Waiting')).toContain('Waiting 6+ ─ 1 unknown');
		await board.press('j');
		expect(heading(board, 'Waiting')).toContain('Waiting 6+ ─ 1 unknown');
	});

	it('open details of a queue, and none of the total', async () => {
		const board = await queuesView();
		await board.press('G\r');
		expect(heading(board, 'Queues')).not.toBe('');
		await board.press('g\r');
		expect(heading(board, 'Queues')).toBe('');
	});

	it('find queues by name and number, and callers by theirs; the total stays what it is', async () => {
		const board = await queuesView();
		await board.press('/ventes\r');
		expect(heading(board, 'Queues')).toContain('Queues 1 of 4');
		expect(panel(board, 'Queues').map(row => row.split('  ')[0])).toEqual(['QUEUE', 'Ventes', 'All, each once']);
		expect(heading(board, 'Waiting')).toContain('Waiting 1+');
		await board.press('/\u00150699887766\r');
		expect(panel(board, 'Queues').map(row => row.split('  ')[0])).toEqual([
			'QUEUE',
			'Nothing matches.',
			'All, each once',
		]);
		expect(panel(board, 'Waiting').filter(row => /^\D?\d\d /.test(row))).toEqual([
			expect.stringContaining('06 99 88 77 66'),
		]);
	});

	it('sort the queues; the total is no part of it', async () => {
		const board = await queuesView();
		await board.press('>>I');
		const names = panel(board, 'Queues').map(row => row.split('  ')[0]);
		expect(names).toEqual(['QUEUE', 'Support', 'Ventes', 'Comptabilité', '01 99 00 04 00', 'All, each once']);
		expect(heading(board, 'Queues')).toContain('by WAITING');
	});
});

describe('the queues as time goes by', () => {
	it('age the waits without any news', async () => {
		const board = await queuesView();
		await board.advance(2000);
		expect(panel(board, 'Waiting')[1]).toMatch(/02:43 ▲ .* 00:14/);
		expect(panel(board, 'In conversation')[0]).toMatch(/ 03:47 /);
	});

	it('mark a lasting difference the second it is one', async () => {
		const board = await queuesView({board: boardAfter(joined(-100), counted(-58, 5))});
		const waiting = () => /(\d( ≈\d)?) {2}/.exec(panel(board, 'Queues')[1]?.slice(14) ?? '')?.[1];
		await board.advance(1000);
		expect(waiting()).toBe('1');
		await board.advance(1000);
		expect(waiting()).toBe('1 ≈5');
	});

	it('let a visit go from the window at the full minute', async () => {
		const board = await queuesView({
			board: boardAfter(...served('a', {joins: -20, answered: 0, ends: 30})),
			startAt: 15 * 60 + 58,
		});
		await board.press('.');
		const answered = () => panel(board, 'Queues')[1]?.split(/ {2,}/)[3];
		expect(answered()).toBe('1');
		await board.advance(1000);
		expect(answered()).toBe('1');
		await board.advance(1000);
		expect(answered()).toBe('0');
	});

	it('follow the news', async () => {
		const board = await queuesView({board: manyQueues(1, 2)});
		await board.happen(joined(1, {...firstQueue, callerId: callerId('news'), from: '0033655555555'}));
		expect(heading(board, 'Waiting')).toContain('Waiting 3');
		await board.happen(left(2, {...firstQueue, callerId: callerId('waits 0')}));
		expect(heading(board, 'Waiting')).toContain('Waiting 2');
		expect(panel(board, 'Waiting').join()).not.toContain('06 10 00 00 00');
		expect(panel(board, 'Queues')[1]).toMatch(/^Queue 1 +2 .* 1 +1 /);
	});
});
