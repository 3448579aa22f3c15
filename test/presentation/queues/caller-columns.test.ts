import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {messagesFor} from '../../../source/i18n/languages.js';
import {everything} from '../../../source/presentation/filter.js';
import {fitNames} from '../../../source/presentation/queues/caller-cells.js';
import {callerColumns} from '../../../source/presentation/queues/caller-columns.js';
import {type CallerKind, callerList} from '../../../source/presentation/queues/caller-list.js';
import type {Style} from '../../../source/presentation/style.js';
import {fitColumns} from '../../../source/presentation/table/columns.js';
import {headingRow, tableRow} from '../../../source/presentation/table/rows.js';
import {widthOf} from '../../../source/presentation/width.js';
import {anyEvents} from '../../domain/arbitrary-events.js';
import {at, boardAfter, timePassed} from '../../helpers/builders.js';
import {queuesBoard} from '../../helpers/queues-board.js';
import {someStyle} from '../../helpers/some-style.js';
import {misplaced, rowText, toneOf} from '../row-text.js';

const board = queuesBoard();

const rowsOf = (
	kind: CallerKind,
	{
		width = 110,
		isOneQueue = false,
		...parts
	}: Partial<Style> & {readonly width?: number; readonly isOneQueue?: boolean} = {},
) => {
	const style = someStyle({board, ...parts});
	const columns = fitColumns(callerColumns(kind, isOneQueue), width, style);
	const {callers} = callerList({kind, queue: null, passes: everything}, style);
	return {
		titles: headingRow(columns, {...style, sorting: null}),
		rows: callers.map(present => tableRow(present, {columns, style, isSelected: false})),
	};
};

describe('those who wait', () => {
	it('have number, time, who rings and for how long, queue, and how many agents were rung', () => {
		const {titles, rows} = rowsOf('waiting');
		expect([titles, ...rows].map(row => rowText(row))).toEqual([
			'CALLER                     WAIT  RINGING                             FOR  QUEUE                    TRIES',
			'◐ 06 45 45 45 45        02:41 ▲  Alice, Bruno, Chloé, David        00:12  Support                      4',
			'  06 99 88 77 66        01:10+▲                                           01 99 00 04 00               1',
			'◐ 06 22 33 44 55        00:40    Emma                              00:09  Comptabilité                 1',
			'  withheld number       00:31                                             Support                      0',
			'  06 77 66 55 44        00:20                                             Ventes                       0',
			'  +44 20 7946 0000      00:05                                             Support                      0',
			'· 06 33 22 11 00        unknown                                           Ventes                       0',
			'× 06 11 11 22 22        expired                                           Comptabilité                 0',
		]);
	});

	it('are coloured by how long they wait; those in doubt are quiet', () => {
		const {rows} = rowsOf('waiting');
		const tone = (words: string) => rows.map(row => toneOf(row, words)).find(found => found !== undefined);
		expect(tone('02:41 ▲')).toBe('alarm');
		expect(tone('00:40')).toBe('warning');
		expect(tone('00:05')).toBe('plain');
		expect(tone('unknown')).toBe('muted');
		expect(tone('Emma')).toBe('ringing');
	});

	it('do not name the queue where the heading does', () => {
		expect(rowText(rowsOf('waiting', {isOneQueue: true}).titles)).not.toContain('QUEUE');
	});

	it('have their own name before the number; the number is never cut', () => {
		const contacts = new Map([['0033645454545', 'Boulangerie Lefèvre-Vandenbroucke']]);
		const first = (width: number) => rowText(rowsOf('waiting', {contacts, width}).rows[0] ?? []).split('  ')[0];
		expect(first(110)).toBe('◐ Boulangerie Lefèvr… 06 45 45 45 45');
		expect(first(60)).toBe('◐ Boulangerie Lef… 06 45 45 45 45');
		expect(first(19)).toBe('◐ 06 45 45 45 45');
	});
});

describe('those who talk', () => {
	it('have number, time, agent, queue and the wait before', () => {
		const {titles, rows} = rowsOf('talking', {width: 80});
		expect([titles, ...rows].map(row => rowText(row))).toEqual([
			'CALLER                    TALK  AGENT                      QUEUE          WAITED',
			'● 06 55 66 77 88         03:45  Emma                       Support         00:15',
			'· 06 33 44 55 66       unknown  Bruno                      Ventes          00:10',
		]);
	});
});

describe('the rows of callers', () => {
	it('stay in their places whatever happens', () => {
		fc.assert(
			fc.property(
				anyEvents,
				fc.constantFrom('waiting', 'talking'),
				fc.integer({min: 30, max: 200}),
				fc.constantFrom('en', 'fr'),
				(events, kind: CallerKind, width, language: 'en' | 'fr') => {
					const parts = {board: boardAfter(...events, timePassed(31)), now: at(40), messages: messagesFor(language)};
					const {titles, rows} = rowsOf(kind, {...parts, width});
					expect([titles, ...rows].flatMap(row => misplaced(row, width, at(40)))).toEqual([]);
				},
			),
			{numRuns: 60},
		);
	});
});

describe('fitNames', () => {
	const names = ['Alice', 'Bruno', 'Chloé'];

	it.each([
		[20, 'Alice, Bruno, Chloé'],
		[18, 'Alice, Bruno +1'],
		[14, 'Alice +2'],
		[7, 'Ali… +2'],
	])('in %i cells', (width, words) => {
		expect(fitNames(names, {width, mark: '…'})).toBe(words);
	});

	it('takes no more room than there is, and hides nobody', () => {
		const people = fc.array(fc.string({minLength: 1, maxLength: 12, unit: 'grapheme-ascii'}), {
			minLength: 1,
			maxLength: 12,
		});
		fc.assert(
			fc.property(people, fc.integer({min: 6, max: 60}), (some, width) => {
				const words = fitNames(some, {width, mark: '~'});
				expect(widthOf(words)).toBeLessThanOrEqual(width);
				if (widthOf(some.join(', ')) <= width) expect(words).toBe(some.join(', '));
				else if (some.length > 1) expect(words).toMatch(/ \+\d+$/);
			}),
		);
	});
});
