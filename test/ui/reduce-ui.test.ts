import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {lineNumber} from '../../source/domain/units.js';
import {viewNames} from '../../source/presentation/views.js';
import type {Command} from '../../source/ui/commands.js';
import type {Listing} from '../../source/ui/listing.js';
import {reduceUi} from '../../source/ui/reduce-ui.js';
import {firstUi as start, type Ui} from '../../source/ui/ui-state.js';
import {aListing} from './a-listing.js';

const lines = (count: number): readonly string[] => Array.from({length: count}, (_, index) => line(index));

/** Ten lines in rows of three, log entries 1 to 20, four rows to a page. */
const parts = {
	keys: () => lines(10),
	log: () => Array.from({length: 20}, (_, index) => index + 1),
	perRow: () => 3,
	pageRows: () => 4,
};
const listing = aListing(parts);

const uiAfter = (commands: readonly Command[], from: Partial<Ui> = {}, listed: Listing = listing): Ui =>
	commands.reduce((ui, command) => reduceUi(ui, command, listed), {...start, ...from});

const move = (by: number, unit: 'item' | 'row' | 'page' = 'row'): Command => ({type: 'cursor.move', by, unit});
const line = (index: number): string => `line ${index}`;
const first = move(Number.NEGATIVE_INFINITY, 'item');
const last = move(Number.POSITIVE_INFINITY, 'item');

describe('reduceUi', () => {
	it('shows a view and closes what lay over it', () => {
		expect(uiAfter([{type: 'view.show', view: 'log'}], {overlay: 'help'})).toEqual({...start, view: 'log'});
	});

	it('goes round the views', () => {
		const there = viewNames.map((): Command => ({type: 'view.next', by: 1}));
		expect(uiAfter(there.slice(1)).view).toBe(viewNames.at(-1));
		expect(uiAfter(there).view).toBe(start.view);
		expect(uiAfter([{type: 'view.next', by: -1}]).view).toBe(viewNames.at(-1));
	});

	it('opens and closes what lies over a view', () => {
		expect(uiAfter([{type: 'overlay.open', overlay: 'help'}])).toEqual({...start, overlay: 'help'});
		expect(uiAfter([{type: 'overlay.open', overlay: 'help'}, {type: 'overlay.close'}])).toEqual(start);
	});

	it('closes the question with the reset and leaves everything else as it is', () => {
		const before = {overlay: 'reset', filter: 'bob', isPaused: true} as const;
		expect(uiAfter([{type: 'board.reset'}], before)).toEqual({...start, ...before, overlay: null});
	});

	it('builds the filter from what is typed and rubs out whole characters', () => {
		const typed = ['b', 'é', '😀'].map((text): Command => ({type: 'prompt.type', text}));
		const filtering = {overlay: 'filter'} as const;
		expect(uiAfter(typed, filtering).filter).toBe('bé😀');
		expect(uiAfter([...typed, {type: 'prompt.erase'}], filtering).filter).toBe('bé');
		expect(uiAfter([{type: 'prompt.erase'}], filtering).filter).toBe('');
		expect(uiAfter([...typed, {type: 'prompt.wipe'}], filtering).filter).toBe('');
	});

	it('leaves a pause on Escape, but not out of the prompt', () => {
		const paused: Ui = {...start, isPaused: true};
		expect(reduceUi(paused, {type: 'filter.clear'}, listing).isPaused).toBe(false);
		expect(reduceUi({...paused, overlay: 'filter'}, {type: 'filter.clear'}, listing).isPaused).toBe(true);
	});

	it('keeps the filter when the prompt closes, and clears all of it on Escape', () => {
		const filtered = {filter: 'bob', overlay: 'filter'} as const;
		expect(uiAfter([{type: 'overlay.close'}], filtered)).toEqual({...start, filter: 'bob'});
		expect(uiAfter([{type: 'filter.clear'}], {...filtered, cursors: {overview: line(2)}, logAnchor: 4})).toEqual(start);
	});

	it('changes nothing on commands that reach outside', () => {
		for (const type of ['screen.redraw', 'feed.retry', 'board.quit', 'board.interrupt'] as const) {
			expect(reduceUi(start, {type}, listing)).toBe(start);
		}
	});

	it('pauses and goes on, shows active lines and all again', () => {
		expect(uiAfter([{type: 'pause.toggle'}]).isPaused).toBe(true);
		expect(uiAfter([{type: 'pause.toggle'}, {type: 'pause.toggle'}])).toEqual(start);
		expect(uiAfter([{type: 'active.toggle'}]).onlyActive).toBe(true);
		expect(uiAfter([{type: 'active.toggle'}, {type: 'active.toggle'}])).toEqual(start);
	});

	describe('in the grid', () => {
		it.each([
			['the first line by the first move', [move(1)], 0],
			['the last line by a move up', [move(-1)], 9],
			['a row down', [first, move(1)], 3],
			['a line to the right', [first, move(1, 'item')], 1],
			['a page down', [first, move(1, 'page')], 9],
			['the last line', [last], 9],
			['the first line', [last, first], 0],
			['not past the end', [last, move(1)], 9],
			['not past the start', [first, move(-1)], 0],
			['down and up again', [first, move(1), move(1, 'item'), move(-1)], 1],
		])('selects %s', (_, moves, index) => {
			expect(uiAfter(moves).cursors.overview).toBe(line(index));
		});

		it('selects from the start when the selected line is no longer listed', () => {
			const listed = aListing({...parts, keys: () => lines(10).slice(4)});
			expect(uiAfter([move(1)], {cursors: {overview: line(2)}}, listed).cursors.overview).toBe(line(4));
		});

		it('selects nothing where nothing is listed', () => {
			const empty = aListing({...parts, keys: () => []});
			expect(uiAfter([move(1)], {}, empty).cursors).toEqual({});
		});

		it('asks for the log only when it moves in the log', () => {
			const deaf: Listing = {
				...listing,
				log: () => {
					throw new Error('nobody asked for the log');
				},
			};
			expect(uiAfter([move(1)], {}, deaf).cursors.overview).toBe(line(0));
		});
	});

	describe('in the log', () => {
		const inLog = {view: 'log'} as const;
		const anchorAfter = (...moves: readonly Command[]): number | null => uiAfter(moves, inLog).logAnchor;

		it('holds on to an entry when it scrolls up, so that news do not move it', () => {
			const held = uiAfter([move(-1)], inLog);
			expect(held.logAnchor).toBe(19);
			const grown = {...listing, log: () => Array.from({length: 40}, (_, index) => index + 1)};
			expect(uiAfter([move(-1)], held, grown).logAnchor).toBe(18);
		});

		it('scrolls by rows and pages', () => {
			expect(anchorAfter(move(-1), move(-1))).toBe(18);
			expect(anchorAfter(move(-1, 'page'))).toBe(16);
			expect(anchorAfter(move(-1, 'page'), move(1))).toBe(17);
		});

		it('follows again once it is at the newest entry', () => {
			expect(anchorAfter(move(-1), move(1))).toBeNull();
			expect(anchorAfter(move(-1, 'page'), move(1, 'page'))).toBeNull();
			expect(anchorAfter(first, last)).toBeNull();
			expect(anchorAfter(move(1))).toBeNull();
		});

		it('stops at the first full page', () => {
			expect(anchorAfter(first)).toBe(4);
			expect(anchorAfter(first, move(-1))).toBe(4);
			expect(anchorAfter(...Array<Command>(9).fill(move(-1, 'page')))).toBe(4);
			expect(anchorAfter(first, move(1))).toBe(5);
		});

		it('has nothing to scroll in a log of less than a page', () => {
			const short = {...listing, log: () => [1, 2, 3]};
			expect(uiAfter([move(-1)], inLog, short).logAnchor).toBeNull();
			expect(uiAfter([first], inLog, short).logAnchor).toBeNull();
			expect(uiAfter([move(-1)], inLog, {...listing, log: () => []}).logAnchor).toBeNull();
		});

		it('leaves the selected line alone', () => {
			expect(uiAfter([move(-1)], {...inLog, cursors: {overview: line(3)}}).cursors.overview).toBe(line(3));
		});
	});
});

const commands: fc.Arbitrary<Command> = fc.oneof(
	fc.constantFrom<Command>(
		...viewNames.map((view): Command => ({type: 'view.show', view})),
		{type: 'view.next', by: 1},
		{type: 'view.next', by: -1},
		{type: 'overlay.open', overlay: 'filter'},
		{type: 'overlay.open', overlay: 'reset'},
		{type: 'overlay.open', overlay: 'help'},
		{type: 'overlay.close'},
		{type: 'overlay.open', overlay: 'palette'},
		{type: 'overlay.open', overlay: 'token'},
		{type: 'prompt.erase'},
		{type: 'prompt.wipe'},
		{type: 'filter.set', text: 'bob'},
		{type: 'palette.choose', by: 1},
		{type: 'palette.choose', by: -1},
		{type: 'palette.complete'},
		{type: 'palette.refuse', problem: {kind: 'unknown', name: 'x'}},
		{type: 'token.typed', length: 7},
		{type: 'token.change', text: 'x'},
		{type: 'token.refuse', problem: {kind: 'form'}},
		{type: 'filter.clear'},
		{type: 'sort.choose', by: 1},
		{type: 'sort.invert'},
		{type: 'window.choose', by: -1},
		{type: 'log.kind', by: 1},
		{type: 'log.registered'},
		{type: 'details.open'},
		{type: 'details.move', by: 1, unit: 'row'},
		{type: 'details.move', by: -1, unit: 'page'},
		{type: 'details.raw'},
		{type: 'notice.show', text: 'done'},
		{type: 'notice.show', text: null},
		{type: 'active.toggle'},
		{type: 'pause.toggle'},
		{type: 'board.reset'},
		{type: 'screen.redraw'},
		{type: 'board.quit'},
		{type: 'board.interrupt'},
	),
	fc.string({unit: 'grapheme', maxLength: 3}).map((text): Command => ({type: 'prompt.type', text})),
	fc
		.tuple(
			fc.constantFrom(-1, 1, 7, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
			fc.constantFrom<'item' | 'row' | 'page'>('item', 'row', 'page'),
		)
		.map(([by, unit]) => move(by, unit)),
);

const listings: fc.Arbitrary<Listing> = fc
	.record({
		count: fc.nat(30),
		oldest: fc.integer({min: 1, max: 50}),
		entries: fc.nat(40),
		perRow: fc.integer({min: 1, max: 6}),
		pageRows: fc.integer({min: 1, max: 40}),
	})
	.map(({count, oldest, entries, perRow, pageRows}) =>
		aListing({
			keys: () => lines(count),
			subjectOf: key => ({kind: 'line', number: lineNumber(key)}),
			columns: () => lines(count % 4),
			log: () => Array.from({length: entries}, (_, index) => oldest + index),
			details: () => ({steps: entries, first: 0, pageRows, raw: {most: 0, pageRows}}),
			perRow: () => perRow,
			pageRows: () => pageRows,
		}),
	);

/** Commands, each at a moment when something else may be listed than before. */
const sessions = fc.array(fc.tuple(commands, listings), {maxLength: 40});

const everyStep = (check: (ui: Ui, command: Command, listed: Listing) => void): void => {
	fc.assert(
		fc.property(sessions, session => {
			let ui = start;
			for (const [command, listed] of session) {
				ui = reduceUi(ui, command, listed);
				check(ui, command, listed);
			}
		}),
		{numRuns: 500},
	);
};

describe('any sequence of commands', () => {
	it('leaves every move in the grid on a listed line, or on none where there is none', () => {
		everyStep((ui, command, listed) => {
			if (command.type !== 'cursor.move' || ui.view !== 'overview') return;
			const keys = listed.view('overview').keys();
			if (keys.length > 0) expect(keys).toContain(ui.cursors.overview);
		});
	});

	it('leaves every move in the log on an entry older than the newest, or following', () => {
		everyStep((ui, command, listed) => {
			if (command.type !== 'cursor.move' || ui.view !== 'log' || ui.logAnchor === null) return;
			const entries = listed.log();
			expect(entries).toContain(ui.logAnchor);
			expect(ui.logAnchor).toBeLessThan(entries.at(-1) ?? 0);
			expect(ui.logAnchor).toBeGreaterThanOrEqual(
				entries[Math.min(entries.length, listed.view('log').pageRows()) - 1] ?? 0,
			);
		});
	});

	it('can always be undone by clearing twice and showing the overview, but for how tables and log are looked at', () => {
		everyStep((ui, _, listed) => {
			const quiet: readonly Command[] = [
				{type: 'filter.clear'},
				{type: 'filter.clear'},
				{type: 'view.show', view: 'overview'},
				...(ui.onlyActive ? [{type: 'active.toggle'} as const] : []),
			];
			const {sortings, window, logKind, hasRegistered, notice} = ui;
			expect(uiAfter(quiet, ui, listed)).toEqual({...start, sortings, window, logKind, hasRegistered, notice});
		});
	});
});
