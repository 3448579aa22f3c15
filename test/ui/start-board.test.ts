import {describe, expect, it} from 'vitest';
import {callerId} from '../../source/domain/units.js';
import {at, boardAfter, customer, joined, onCall, site} from '../helpers/builders.js';
import {type RenderedBoard, renderBoard} from '../helpers/render-board.js';
import {sampleLine} from '../helpers/sample-board.js';
import {down, live, paris, twoSites} from '../helpers/sites.js';
import {looksOf, screenOf} from './picture-check.js';

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

/** How the topmost row that says this looks, where it says it: the cell of its mark, before, and the one of its value, after. */
const looksOfWords = (board: RenderedBoard, words: string): string => {
	const rows = screenOf(cells(board));
	const row = rows.findIndex(texts => texts.join('').includes(words));
	const column = rows[row]?.findIndex((_, start) => rows[row]?.slice(start).join('').startsWith(words)) ?? -1;
	const looks = looksOf(cells(board))[row] ?? [];
	return [column - 2, column, column + words.length + 1].map(at => looks[at]).join(' / ');
};

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

	it('mutes what belongs to the site whose feed is down, and no more', async () => {
		const board = await renderBoard({board: twoSites()});
		const inLyon = [
			'● Accueil',
			'◐ Alice',
			'● Bob',
			'‖ Chloé',
			'○ Atelier',
			'Support',
			'06 45 45 45 45',
			'Comptabilité',
		];
		const inParis = ['● 東京支社', '○ Fabien', '○ Jérôme', '○ Zoé', 'Ventes', '06 11 22 33 44'];
		const totals = ['WAITING', 'LOST', 'FREE'];
		const all = [...inLyon, ...inParis, ...totals];
		const looks = () => new Map(all.map(words => [words, looksOfWords(board, words)]));
		const before = looks();
		await board.happen(down(0, paris));
		const after = looks();
		expect(all.filter(words => before.get(words) !== after.get(words))).toEqual([...inParis, ...totals]);
		await board.advance(1000);
		await board.happen(live(1, paris));
		expect(looks()).toEqual(before);
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
		expect([newest(), board.lines()[2]]).toEqual(['10:14:56', expect.stringContaining('· following ─')]);
		await board.press('kkkk');
		expect([newest(), board.lines()[2]]).toEqual(['10:14:53', expect.stringContaining('· 4 newer below ─')]);
		await board.happen(rings);
		expect([newest(), board.lines()[2]]).toEqual(['10:14:53', expect.stringContaining('· 5 newer below ─')]);
		await board.press('G');
		expect([newest(), board.lines()[2]]).toEqual(['10:15:01', expect.stringContaining('· following ─')]);
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
		expect(footer(board)).toMatch(/^Filter: zoé {3}1-7 views/);
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
			['palette', ':'],
			['token', ':token\r'],
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
			expect(board.lines()[0]).toMatch(/ live 2 s {3}10:15:00$/);
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

	it.each(overlays)('$name at $columns × $rows leaves an alarm of the feed in sight', async ({key, columns, rows}) => {
		const board = await renderBoard({columns, rows});
		await board.press(key);
		await board.happen(down(0));
		expect(title(board)).toMatch(/^ × .*down.* 10:15:00$/);
	});

	it.each(['en', 'fr'] as const)('help at 80 × 24 cuts nothing in %s', async language => {
		const board = await renderBoard({columns: 80, rows: 24, language});
		await board.press('?');
		const words = coveredBy(board).map(row => row.map(({text}) => text).join(''));
		expect(words.at(-1)).toMatch(/—\. *$/);
		expect(words.join('')).not.toContain('…');
	});

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

describe('commands by name', () => {
	it('are listed, narrowed, completed and run', async () => {
		const board = await renderBoard();
		await board.press(':');
		expect(footer(board)).toMatch(/^: {3}Tab completes/);
		expect(screen(board)).toContain('│  quit         leave the board');
		await board.press('re');
		expect(screen(board)).not.toContain('leave the board');
		await board.press('\u001B[B');
		await board.press('\t');
		expect(footer(board)).toMatch(/^:reset /);
		await board.press('\u007F\u007F\u007F');
		expect(footer(board)).toMatch(/^:re /);
		await board.press('try\r');
		expect(board.effects).toEqual(['retry']);
		expect(footer(board)).toContain('1-7 views');
	});

	it('say what is wrong with a name, in a row as before', async () => {
		const board = await renderBoard();
		await board.press(':nope\r');
		expect(footer(board)).toBe(':nope   no command nope: rub it out to see which there are');
		expect(screen(board)).toContain('No command matches.');
	});
});

describe('a typed token', () => {
	const token = '1738D072-64A1-4E2B-9C3D-0123456789AB';

	it.each([
		['typed', token],
		['pasted', `\u001B[200~${token}\n\u001B[201~`],
		['in small letters', token.toLowerCase()],
	])('%s is shown as stars, tried, and taken', async (_, bytes) => {
		const board = await renderBoard();
		const before = cells(board);
		await board.press(':token\r');
		await board.press(bytes);
		expect(screen(board)).toContain(`Token: ${'*'.repeat(36)}   36`);
		await board.press('\r');
		expect(screen(board)).toContain('trying…');
		expect(board.effects).toEqual([`token ${bytes.replace(/[^\dA-Za-z-]|200~|201~/g, '')}`]);
		await board.answer();
		expect(cells(board)).toEqual(before);
		expect(board.output.frames.join('').toUpperCase()).not.toContain(token.slice(0, 8));
	});

	it('that is not taken is asked for again, with the reason', async () => {
		const board = await renderBoard({columns: 40, rows: 12});
		await board.press(`:token\r${token}\r`);
		await board.answer('The service refuses this token (status 403): make another one.');
		const words = board.lines().map(line => line.replace(/^│ *| *│$/g, ''));
		expect(words.join(' ')).toContain('The service refuses this token (status 403): make another one.');
		expect(screen(board)).toContain('Token: ');
	});
});

describe('a paste', () => {
	it('into a view is no key', async () => {
		const board = await renderBoard();
		const before = cells(board);
		await board.press('\u001B[200~q\u001B[201~');
		expect(board.effects).toEqual([]);
		expect(cells(board)).toEqual(before);
	});

	it('into the filter is text, without its line feeds', async () => {
		const board = await renderBoard();
		await board.press('/\u001B[200~zo\né\u001B[201~');
		expect(footer(board)).toMatch(/^Filter: zoé /);
	});
});

describe('a board that is stopped', () => {
	it('draws nothing more and listens to nothing', async () => {
		const board = await renderBoard();
		board.stop();
		await board.advance(0);
		const before = board.output.frames.length;
		await board.happen(rings);
		await board.advance(5000);
		await board.press('?');
		expect(board.output.frames).toHaveLength(before);
		expect(board.listeners()).toEqual([0, 0]);
	});

	it('goes on in another look where the user stood', async () => {
		const board = await renderBoard();
		await board.press('/ali\r');
		await board.restart({language: 'fr', theme: 'light'});
		const fresh = await renderBoard({language: 'fr', theme: 'light', filter: 'ali'});
		expect(cells(board)).toEqual(cells(fresh));
		await board.press('?');
		expect(screen(board)).toContain('Touches');
		await board.press('?');
		expect(board.listeners()).toEqual(fresh.listeners());
	});

	it('goes on with the pause it is in, and with what it holds', async () => {
		const board = await renderBoard();
		await board.press('p');
		const before = board.lines().slice(1, -1);
		await board.advance(2000);
		await board.happen(rings);
		await board.restart({});
		expect(board.lines().slice(1, -1)).toEqual(before);
		expect(footer(board)).toBe('PAUSED · 1 event hidden · p goes on');
	});

	it('does not hand on a token half typed', async () => {
		const board = await renderBoard();
		await board.press(':token\r1738D072');
		await board.restart({language: 'fr'});
		expect(screen(board)).not.toContain('Jeton');
		await board.press(':token\r');
		expect(screen(board)).toContain('Jeton:  ');
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
