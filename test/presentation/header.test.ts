import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {defaultServiceLevel} from '../../source/domain/figures.js';
import {type Language, messagesFor} from '../../source/i18n/languages.js';
import {figureRows, figuresRow, type HeaderStyle} from '../../source/presentation/header.js';
import {summarise} from '../../source/presentation/summary.js';
import {unicode} from '../../source/presentation/symbols.js';
import {at, boardAfter} from '../helpers/builders.js';
import {sampleBoard} from '../helpers/sample-board.js';
import {misplaced, rowText, toneOf} from './row-text.js';

/** The sample, with so many minutes missed. */
const missing = (minutes: number) => ({
	...sampleBoard(),
	missed: [{from: at(-3600), to: at(-3600 + minutes * 60)}],
});

const style = (width: number, language: Language = 'en'): HeaderStyle => ({
	width,
	now: at(0),
	messages: messagesFor(language),
	symbols: unicode,
	rule: defaultServiceLevel,
});

describe('figuresRow', () => {
	const board = sampleBoard();
	const row = (width: number, language: Language = 'en') =>
		figuresRow(board, summarise(board, defaultServiceLevel), style(width, language));

	it('has all figures and what they cover where there is room', () => {
		expect(rowText(row(110))).toMatch(
			/^ WAITING 3 +LONGEST 02:41 ▲ +SL 80\/20 33 % ▼ +LOST 2 +IN CALL 6 +FREE 13 +since 09:08$/,
		);
		expect(rowText(row(110))).toHaveLength(109);
	});

	it('says how much of that is missed, from a minute on, as a warning', () => {
		const rowOf = (minutes: number) =>
			figuresRow(missing(minutes), summarise(sampleBoard(), defaultServiceLevel), style(110));
		expect(rowText(rowOf(0.9))).toMatch(/since 09:08$/);
		expect(rowText(rowOf(37))).toMatch(/FREE 13 +since 09:08, 37 min missed$/);
		expect(toneOf(rowOf(37), 'since 09:08, 37 min missed')).toBe('warning');
		expect(toneOf(rowOf(0), 'since 09:08')).toBe('muted');
	});

	it('says what is missed before what is covered, and before a figure where the row above does not say it', () => {
		const rowAt = (width: number) =>
			rowText(figuresRow(missing(37), summarise(sampleBoard(), defaultServiceLevel), style(width)));
		expect(rowAt(100)).toMatch(/FREE 13 +37 min missed$/);
		const crowded = {
			...summarise(sampleBoard(), defaultServiceLevel),
			waiting: 1_000_000,
			lost: 1_000_000,
			inCall: 1_000_000,
		};
		expect(rowText(figuresRow(missing(37), crowded, style(100)))).toMatch(/IN CALL 1000000 +37 min missed$/);
	});

	it('says the day as well when they cover more than this one', () => {
		const days = {...sampleBoard(), since: at(-2 * 86_400)};
		expect(rowText(figuresRow(days, summarise(days, defaultServiceLevel), style(110)))).toMatch(
			/since 2026-03-03 10:15$/,
		);
	});

	it('leaves out what they cover before a figure, and the last figures first', () => {
		expect(rowText(row(80))).toMatch(/FREE 13$/);
		expect(rowText(row(60))).toMatch(/^ WAITING 3 +LONGEST 02:41 ▲ +SL 80\/20 33 % ▼ +LOST 2$/);
	});

	it('stays in its place at every width', () => {
		fc.assert(
			fc.property(fc.integer({min: 20, max: 300}), fc.constantFrom<Language>('en', 'fr'), (width, language) => {
				expect(misplaced(row(width, language), width)).toEqual([]);
			}),
		);
	});
});

describe('figureRows', () => {
	const board = sampleBoard();

	it('has a figure a row, the name left, the value right', () => {
		expect(figureRows(board, summarise(board, defaultServiceLevel), style(40)).map(row => rowText(row))).toEqual([
			' WAITING                              3',
			' LONGEST                        02:41 ▲',
			' SL 80/20                        33 % ▼',
			' LOST                                 2',
			' IN CALL                              6',
			' FREE                                13',
			' since 09:08',
		]);
	});

	it('says how much is missed in the row of what they cover', () => {
		const rows = figureRows(missing(37), summarise(sampleBoard(), defaultServiceLevel), style(40));
		expect(rowText(rows.at(-1) ?? [])).toBe(' since 09:08, 37 min missed');
	});

	it('does not say since when, when nothing came', () => {
		expect(figureRows(boardAfter(), summarise(boardAfter(), defaultServiceLevel), style(40))).toHaveLength(6);
	});

	it('stays in its place at every width', () => {
		fc.assert(
			fc.property(fc.integer({min: 24, max: 300}), fc.constantFrom<Language>('en', 'fr'), (width, language) => {
				const rows = figureRows(board, summarise(board, defaultServiceLevel), style(width, language));
				expect(rows.flatMap(row => misplaced(row, width))).toEqual([]);
			}),
		);
	});
});
