import {describe, expect, it} from 'vitest';
import {callerId} from '../../source/domain/units.js';
import {boardAfter, gap, joined, left, support} from '../helpers/builders.js';
import {looksOf} from '../helpers/looks.js';
import {calls, lostBoard, lostEvents} from '../helpers/lost-board.js';
import {type RenderOptions, renderBoard} from '../helpers/render-board.js';
import {expectAsciiPicture, expectPicture} from './picture.js';

const looks = looksOf([40, 12], [80, 24], [160, 45]);

const show = (options: RenderOptions = {}) =>
	renderBoard({view: 'lost', board: lostBoard(), columns: 80, rows: 24, ...options});

/** What stands in the rows of the table: the number and the state. */
const listed = (lines: readonly string[]): readonly string[] =>
	lines
		.map(line => /^│ \d\d:\d\d +(.*?) +[\d—]+ {2}([■✓].*?) {2}/.exec(line))
		.filter(found => found !== null)
		.map(([, caller, state]) => `${caller}: ${state}`);

const down = '\u001B[B';

describe('lost callers', () => {
	it.each(looks)('are drawn at $columns×$rows in $language', async look => {
		expectPicture(`lost-${look.columns}x${look.rows}-${look.language}`, await show(look));
	});

	it('are drawn in ASCII', async () => {
		expectAsciiPicture('lost-80x24-en-ascii', await show({ascii: true}));
	});

	it('are nobody on an empty board, and nothing is said to be known', async () => {
		expectPicture('lost-empty-80x24-en', await show({board: boardAfter()}));
	});

	it('are all remembered when what goes on is in doubt', async () => {
		const shown = await show({board: boardAfter(...lostEvents, gap(-1))});
		expect(listed(shown.lines())).toHaveLength(9);
	});

	it('stand in order: to call back first, the newest of them at the top', async () => {
		expect(listed((await show()).lines())).toEqual([
			'+44 20 7946 0000: ■ to call back',
			'06 77 88 99 00: ■ to call back',
			'06 12 34 56 78: ■ to call back',
			'withheld number: ■ to call back',
			'withheld number: ■ to call back',
			'06 44 33 22 11: ■ to call back',
			'06 55 44 33 22: ✓ called back 09:50 Bob',
			'06 98 76 54 32: ✓ answered 09:41 Alice',
			'06 33 44 55 66: ✓ ticked 09:31',
		]);
	});

	it('hide those dealt with on a', async () => {
		const shown = await show();
		await shown.press('a');
		expect(listed(shown.lines())).toHaveLength(6);
		expect(shown.lines()[2]).toContain('6 to call back · 3 dealt with');
	});

	it('are ticked by b, all losses of the number, and are open again by another b', async () => {
		const shown = await show();
		await shown.press(down);
		await shown.press(down);
		await shown.press(down);
		await shown.press('b');
		expect(shown.effects).toEqual([`tick ${support} thrice-1 1`]);
		expect(listed(shown.lines())).toContain('06 12 34 56 78: ✓ ticked 10:15');
		expect(shown.lines()[2]).toContain('5 to call back · 4 dealt with');
		await shown.press('b');
		expect(shown.effects).toEqual([`tick ${support} thrice-1 1`, `untick ${support} thrice-1 1`]);
		expect(listed(shown.lines())[2]).toBe('06 12 34 56 78: ■ to call back');
		expect(shown.lines()[2]).toContain('6 to call back · 3 dealt with');
	});

	it('are not ticked while none is selected', async () => {
		const shown = await show();
		await shown.press('b');
		expect(shown.effects).toEqual([]);
	});

	it('are dealt with as soon as somebody reaches them', async () => {
		const shown = await show();
		await shown.happen(...calls('now', {line: '0033199001106', to: '0033612345678', begins: -50, lasts: 30}));
		expect(listed(shown.lines())).toContain('06 12 34 56 78: ✓ called back 10:14 Bob');
		expect(shown.lines()[2]).toContain('5 to call back · 4 dealt with');
	});

	it('keep the selection on who was selected when they are lost again', async () => {
		const shown = await show();
		for (let index = 0; index < 6; index++) await shown.press(down);
		const again = {callerId: callerId('again'), from: '0033644332211'};
		await shown.happen(joined(-9, again), left(-1, again));
		expect(listed(shown.lines())[0]).toBe('06 44 33 22 11: ■ to call back');
		await shown.press('b');
		expect(listed(shown.lines())).toContain('06 44 33 22 11: ✓ ticked 10:15');
	});

	it('are sorted by another column and say so', async () => {
		const shown = await show();
		for (let index = 0; index < 3; index++) await shown.press('>');
		await shown.press('I');
		expect(shown.lines()[2]).toContain('by LOST ▼');
		expect(listed(shown.lines())[0]).toBe('06 12 34 56 78: ■ to call back');
	});

	it('are filtered', async () => {
		const shown = await show({filter: '0612'});
		expect(listed(shown.lines())).toEqual(['06 12 34 56 78: ■ to call back']);
		expect(shown.lines()[2]).toContain('1 of 9');
		const none = await show({filter: 'nobody at all'});
		expect(none.lines()[4]).toContain('Nothing matches.');
	});
});
