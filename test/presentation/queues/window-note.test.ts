import {describe, expect, it} from 'vitest';
import {type Board, emptyBoard} from '../../../source/domain/board.js';
import {formulas} from '../../../source/domain/figures.js';
import {windows} from '../../../source/domain/window.js';
import {type Language, messagesFor} from '../../../source/i18n/languages.js';
import {windowNote} from '../../../source/presentation/queues/window-note.js';
import type {Style} from '../../../source/presentation/style.js';
import {widthOf} from '../../../source/presentation/width.js';
import {at} from '../../helpers/builders.js';
import {someStyle} from '../../helpers/some-style.js';

/** Counting began at 08:15, two hours ago; from 08:30 to 08:50 and from 10:00 to 10:05 nobody listened. */
const board: Board = {
	...emptyBoard,
	since: at(-7200),
	missed: [
		{from: at(-6300), to: at(-5100)},
		{from: at(-900), to: at(-600)},
	],
};

const note = (parts: Partial<Style> = {}, width = 200): string => windowNote(someStyle({board, ...parts}), width);

const formulaNames = Object.keys(formulas) as readonly (keyof typeof formulas)[];

describe('windowNote', () => {
	it('names formula, target, window and since when it counts', () => {
		expect(note({board: {...board, missed: []}, window: 15})).toBe(
			'SL F6 80 % in 20 s, gave up in 5 s left out · last 15 min, since 10:00',
		);
		expect(note({board: {...board, missed: []}})).toBe(
			'SL F6 80 % in 20 s, gave up in 5 s left out · today, since 08:15',
		);
	});

	it('begins no earlier than anything was counted', () => {
		expect(note({board: {...board, since: at(-300), missed: []}, window: 60})).toContain('last 60 min, since 10:10');
	});

	it('moves on with the minute, and the window with it', () => {
		const at30 = (seconds: number) => note({window: 15, now: at(seconds), board: {...board, missed: []}});
		expect(at30(59)).toContain('since 10:00');
		expect(at30(60)).toContain('since 10:01');
	});

	it('says what was missed since then, and nothing of what was missed before', () => {
		expect(note()).toContain('since 08:15, 25 min missed');
		expect(note({window: 60})).toContain('since 09:15, 5 min missed');
		expect(note({window: 15, now: at(120)})).toContain('since 10:02, 3 min missed');
		expect(note({window: 15, now: at(330)})).toMatch(/since 10:05$/);
	});

	it('claims no time before the first event', () => {
		expect(note({board: emptyBoard})).toMatch(/ · today$/);
	});

	it.each(formulaNames)('tells %s from the others', formula => {
		const rule = {...someStyle().rule, formula, thresholdSeconds: 30, target: 0.9, shortAbandonSeconds: 7};
		const own = note({rule});
		expect(own).toContain(`SL ${formula} 90 % in 30 s, `);
		const others = formulaNames
			.filter(other => other !== formula)
			.map(other => note({rule: {...rule, formula: other}}));
		expect(others).not.toContain(own);
	});

	it.each([
		[58, 'SL F6 80/20 · last 15 min, since 10:00, 5 min missed'],
		[50, 'SL F6 80/20 · 15 min, since 10:00, 5 min missed'],
		[42, 'SL F6 80/20 · since 10:00, 5 min missed'],
	])('in %i cells says what matters most', (width, words) => {
		expect(note({window: 15}, width)).toBe(words);
	});

	it('never takes more room than there is', () => {
		for (const language of ['en', 'fr'] as const satisfies readonly Language[]) {
			for (const window of windows) {
				for (let width = 0; width < 120; width++) {
					expect(widthOf(note({window, messages: messagesFor(language)}, width))).toBeLessThanOrEqual(width);
				}
			}
		}
	});
});
