import {describe, expect, it} from 'vitest';
import {callerId} from '../../source/domain/units.js';
import {at, boardAfter, customer, joined, onCall, site} from '../helpers/builders.js';
import {type RenderedBoard, renderBoard} from '../helpers/render-board.js';
import {sampleLine} from '../helpers/sample-board.js';

const footer = (board: RenderedBoard): string => board.lines().at(-1)?.trim() ?? '';
const title = (board: RenderedBoard): string => board.lines()[0] ?? '';
const screen = (board: RenderedBoard): string => board.lines().join('\n');
const cells = (board: RenderedBoard) => board.output.emulator.cells();

/** Names of lines that look selected. */
const selected = (board: RenderedBoard): readonly string[] =>
	cells(board).flatMap(row => {
		const marked = row.filter(({look}) => look.includes('inverse') && !/\d/.test(look)).map(({text}) => text);
		return marked.length > 0 ? [marked.join('').trim()] : [];
	});

const rings = onCall('ringing-started', 1, {
	number: sampleLine('Inès'),
	to: sampleLine('Inès'),
	label: 'Inès',
	from: '0033688888888',
});

describe('startBoard', () => {
	it('lets every timer and the clock tick together', async () => {
		const board = await renderBoard();
		await board.advance(999);
		expect(title(board)).toContain('10:15:00');
		await board.advance(1);
		expect(title(board)).toContain('live 3 s   10:15:01');
		for (const timer of ['03:13', '00:05', '12:41', '41:03', '1:02:06', '02:42 ▲', '04:16']) {
			expect(screen(board)).toContain(timer);
		}
	});

	it('sends no more for a tick than what changed', async () => {
		const board = await renderBoard();
		const before = board.output.frames.length;
		await board.advance(1000);
		expect(board.output.frames).toHaveLength(before + 1);
		// Some twenty ages, the clock, and a move of the cursor for each.
		expect(board.output.frames.at(-1)?.length).toBeLessThan(400);
	});

	it('shows news in grid, log and figures', async () => {
		const board = await renderBoard();
		await board.happen(rings, joined(1, {callerId: callerId('new'), from: '0033699999999', label: 'Support'}));
		expect(screen(board)).toContain('◐ Inès');
		expect(screen(board)).toContain('ringing, call from 06 88 88 88 88');
		expect(board.lines()[1]).toContain('WAITING 4');
	});

	it('says that it waits while nothing has come', async () => {
		const board = await renderBoard({board: boardAfter()});
		expect(title(board)).toContain('connecting');
		expect(board.lines()[1]).toContain('WAITING —');
		expect(screen(board)).toContain('waiting for the first event…');
		expect(screen(board)).toContain('No queue heard of yet.');
	});

	it('mutes everything but the header while the feed is down, and says since when', async () => {
		const board = await renderBoard();
		const looks = (rows: number): ReadonlySet<string> =>
			new Set(
				cells(board)
					.slice(rows)
					.flatMap(row => row.filter(({text}) => /[\d●◐‖]/.test(text)).map(({look}) => look)),
			);
		expect(looks(2).size).toBeGreaterThan(3);
		await board.happen({
			type: 'feed-failed',
			at: at(0),
			site,
			failure: 'unreachable',
			reason: 'connect ECONNREFUSED',
			retryAt: at(5),
		});
		expect(title(board)).toContain('× feed down since 10:15, next try in 5 s');
		expect(cells(board)[0]?.some(({look}) => look.includes('inverse'))).toBe(true);
		// The frames and the keys of the footer are drawn by Ink; what is painted has one look.
		const panelText = cells(board)
			.slice(3, 20)
			.flatMap(row => row.filter(({text}) => /[\p{L}\d●◐‖]/u.test(text)).map(({look}) => look));
		expect(new Set(panelText).size).toBe(1);
		await board.happen({type: 'feed-live', at: at(1), site});
		expect(title(board)).toContain('● live');
		expect(looks(2).size).toBeGreaterThan(3);
	});

	it('ends when asked to', async () => {
		const board = await renderBoard();
		await board.press('q');
		await board.press('\u0003');
		expect(board.effects).toEqual(['quit', 'interrupt']);
	});

	it('draws everything anew on Ctrl-L', async () => {
		const board = await renderBoard();
		const before = screen(board);
		await board.output.emulator.write('\u001B[5;5Hsomebody wrote over it');
		expect(screen(board)).not.toBe(before);
		await board.press('\u000C');
		expect(screen(board)).toBe(before);
	});
});

describe('the selected line', () => {
	it('moves in the grid with the arrows and with letters', async () => {
		const board = await renderBoard();
		expect(selected(board)).toEqual([]);
		await board.press('\u001B[B');
		expect(selected(board)).toEqual(['Accueil']);
		await board.press('l');
		expect(selected(board)).toEqual(['Alice']);
		await board.press('\u001B[B');
		expect(selected(board)).toEqual(['Chloé']);
		await board.press('hk');
		expect(selected(board)).toEqual(['Accueil']);
	});

	it('is the first after Home, the last after End', async () => {
		const board = await renderBoard();
		await board.press('g');
		expect(selected(board)).toEqual(['Accueil']);
		await board.press('G');
		expect(selected(board)).toEqual(['Zoé']);
		await board.press('\u001B[H');
		expect(selected(board)).toEqual(['Accueil']);
	});

	it('takes the view along where not all lines fit', async () => {
		const board = await renderBoard({columns: 80, rows: 24});
		await board.press('G');
		expect(screen(board)).toContain('· Zoé');
		expect(screen(board)).not.toContain('Accueil         03:12');
		await board.press('g');
		expect(screen(board)).toContain('● Accueil');
	});

	it('moves by as much as is in sight with Page Down', async () => {
		const board = await renderBoard({columns: 80, rows: 24});
		await board.press('g');
		await board.press('\u001B[6~');
		// Four rows of three lines; the thirteenth in order is the first of the next page.
		expect(selected(board)).toEqual(['Fabien']);
		await board.press('\u001B[5~');
		expect(selected(board)).toEqual(['Accueil']);
	});

	it('stays on its line when the line moves', async () => {
		const board = await renderBoard();
		await board.press('G');
		await board.press('hh');
		expect(selected(board)).toEqual(['Poste 10']);
		await board.happen({...rings, number: sampleLine('Poste 10'), label: 'Poste 10'});
		expect(selected(board)).toEqual(['Poste 10']);
	});
});

describe('the log', () => {
	it('scrolls, holds its place when news come, and follows again', async () => {
		const board = await renderBoard({view: 'log', columns: 80, rows: 24});
		const newest = () => board.lines()[21]?.slice(2, 10);
		expect([newest(), board.lines()[2]]).toEqual(['10:14:56', expect.stringContaining('─ following ─')]);
		await board.press('kkkk');
		expect([newest(), board.lines()[2]]).toEqual(['10:14:53', expect.stringContaining('─ 4 newer below ─')]);
		await board.happen(rings);
		expect([newest(), board.lines()[2]]).toEqual(['10:14:53', expect.stringContaining('─ 5 newer below ─')]);
		await board.press('G');
		expect([newest(), board.lines()[2]]).toEqual(['10:15:01', expect.stringContaining('─ following ─')]);
	});

	it('goes on following when all of it is in sight and somebody scrolls', async () => {
		const board = await renderBoard({view: 'log', board: boardAfter(joined(-5))});
		await board.press('k');
		expect(board.lines()[2]).toContain('following');
	});
});

describe('the filter', () => {
	it('narrows lines and log with each letter', async () => {
		const board = await renderBoard();
		await board.press('/');
		expect(footer(board)).toContain('Filter:');
		await board.press('e');
		await board.press('m');
		expect(board.lines()[2]).toContain('Lines 1 ');
		expect(screen(board)).toContain('● Emma');
		await board.press('\u007F');
		expect(board.lines()[2]).not.toContain('Lines 1 ');
		expect(footer(board)).toMatch(/^Filter: e /);
	});

	it('shows all that was typed, however long the hint beside it', async () => {
		for (const [columns, rows] of [
			[40, 12],
			[80, 24],
		] as const) {
			const board = await renderBoard({columns, rows, language: 'fr'});
			await board.press('/élodie 06');
			expect(footer(board)).toMatch(/^Filtre: élodie 06 /);
		}
	});

	it('is kept by Enter and cleared by Escape', async () => {
		const board = await renderBoard();
		const before = cells(board);
		await board.press('/zoé');
		await board.press('\r');
		expect(footer(board)).toMatch(/^Filter: zoé {3}1 overview/);
		expect(board.lines()[2]).toContain('Lines 1 ');
		await board.escape();
		expect(cells(board)).toEqual(before);
	});

	it('takes letters that are keys elsewhere', async () => {
		const board = await renderBoard();
		await board.press('/q?pR5');
		expect(board.effects).toEqual([]);
		expect(footer(board)).toContain('Filter: q?pR5');
	});
});

describe('a pause', () => {
	it('freezes board and timers, counts what is hidden, and keeps feed and clock live', async () => {
		const board = await renderBoard();
		const before = board.lines().slice(2, -1);
		await board.press('p');
		expect(footer(board)).toBe('PAUSED · 0 events hidden · p goes on');
		await board.happen(rings);
		expect(footer(board)).toBe('PAUSED · 1 event hidden · p goes on');
		await board.happen(
			{...rings, at: at(2), type: 'talk-started'},
			joined(2, {callerId: callerId('x'), from: customer}),
		);
		await board.advance(5000);
		expect(footer(board)).toBe('PAUSED · 3 events hidden · p goes on');
		expect(board.lines().slice(2, -1)).toEqual(before);
		expect(board.lines()[1]).toContain('LONGEST 02:41');
		expect(title(board)).toContain('10:15:05');
		await board.press('p');
		expect(footer(board)).not.toContain('PAUSED');
		expect(screen(board)).toContain('● Inès');
		expect(board.lines()[1]).toContain('LONGEST 02:46');
	});
});

describe('what lies over the view', () => {
	const sizes = [
		[40, 12],
		[80, 24],
		[110, 32],
	] as const;

	const overlays = sizes.flatMap(([columns, rows]) =>
		[
			['help', '?'],
			['reset', 'R'],
		].map(([name = '', key = '']) => ({name, key, columns, rows})),
	);

	it.each(overlays)(
		'$name at $columns × $rows lets nothing through and leaves no trace',
		async ({key, columns, rows}) => {
			const board = await renderBoard({columns, rows});
			const before = cells(board);
			await board.press(key);
			const inside = coveredBy(board);
			expect(inside.length).toBeGreaterThan(4);
			expect(inside.flat().filter(({look}) => !look.includes('on '))).toEqual([]);
			await board.escape();
			expect(cells(board)).toEqual(before);
		},
	);

	it.each(overlays)(
		'$name at $columns × $rows is not drawn over by what ticks or happens',
		async ({key, columns, rows}) => {
			const board = await renderBoard({columns, rows});
			await board.press(key);
			const before = coveredBy(board);
			await board.advance(3000);
			await board.happen(rings);
			expect(coveredBy(board)).toEqual(before);
		},
	);

	it.each(sizes)('closing shows at %i × %i what happened meanwhile', async (columns, rows) => {
		const board = await renderBoard({columns, rows});
		await board.press('?');
		await board.advance(2000);
		const after = await board.happen(rings);
		await board.press('?');
		const fresh = await renderBoard({columns, rows, board: after, startAt: 2});
		expect(board.lines()).toEqual(fresh.lines());
	});

	it.each(['y', 'Y', 'o', 'O'])('resets on R and then %s', async yes => {
		const board = await renderBoard();
		await board.press('R');
		expect(board.effects).toEqual([]);
		await board.press(yes);
		expect(board.effects).toEqual(['reset']);
		expect(screen(board)).not.toContain('Reset the board?');
	});

	it.each(['n', 'N', 'q', '\r'])('keeps everything on R and then %j', async no => {
		const board = await renderBoard();
		const before = cells(board);
		await board.press('R');
		await board.press(no);
		expect(board.effects).toEqual([]);
		expect(cells(board)).toEqual(before);
	});

	it.each(['j', '5', 'R', '?', ' ', '\t', '\u001B[B'])('goes on asking on R and then %j', async key => {
		const board = await renderBoard();
		await board.press('R');
		const asked = cells(board);
		await board.press(key);
		expect(board.effects).toEqual([]);
		expect(cells(board)).toEqual(asked);
	});
});

/** The cells inside the border of what lies over the view, by the background that only it has. */
const coveredBy = (board: RenderedBoard) => {
	const has = (cell: {readonly look: string} | undefined): boolean => cell?.look.includes('on ') ?? false;
	const rows = cells(board).map(row =>
		row.flatMap(cell => [cell, ...(/[\u3000-\u9fff]/.test(cell.text) ? [cell] : [])]),
	);
	const used = rows.filter(row => row.some(has));
	const left = Math.min(...used.map(row => row.findIndex(has)));
	const right = Math.max(...used.map(row => row.findLastIndex(has)));
	const top = rows.findIndex(row => row.some(has));
	const bottom = rows.findLastIndex(row => row.some(has));
	return rows.slice(top, bottom + 1).map(row => row.slice(left, right + 1));
};
