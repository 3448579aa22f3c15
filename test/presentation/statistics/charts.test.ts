import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {defaultServiceLevel} from '../../../source/domain/figures.js';
import {messagesFor} from '../../../source/i18n/languages.js';
import {noContacts} from '../../../source/presentation/contacts.js';
import {chartRows} from '../../../source/presentation/statistics/chart.js';
import {chartsOf} from '../../../source/presentation/statistics/charts.js';
import {allQueues, dayOf} from '../../../source/presentation/statistics/day.js';
import {axisOf, type Slot} from '../../../source/presentation/statistics/slots.js';
import {curveText, trendHeading, trendPlaces, trendRow} from '../../../source/presentation/statistics/trend-rows.js';
import type {Style} from '../../../source/presentation/style.js';
import {ascii, unicode} from '../../../source/presentation/symbols.js';
import {widthOf} from '../../../source/presentation/width.js';
import {at, support} from '../../helpers/builders.js';
import {clock, dayBoard, dayEnd} from '../../helpers/statistics-board.js';
import {misplaced, rowText} from '../row-text.js';

const board = dayBoard();

const style: Style = {
	messages: messagesFor('en'),
	symbols: unicode,
	contacts: noContacts,
	board,
	rule: defaultServiceLevel,
	window: 'today',
	now: at(dayEnd),
};

const cover = {since: board.since, missed: board.missed, now: at(dayEnd)};

const slot = (index: number, facts: Partial<Slot> = {}): Slot => ({
	start: at(clock(8 + index)),
	offered: 0,
	lost: 0,
	waiting: 0,
	calls: 0,
	isCovered: true,
	isMissed: false,
	...facts,
});

describe('curveText', () => {
	const facts = [
		{isCovered: false},
		{},
		{offered: 1},
		{isMissed: true},
		{offered: 7},
		{offered: 14},
		{isCovered: false},
	];
	const slots = facts.map((fact, index) => slot(index, fact));

	it('tells nothing, zero, missed and values apart', () => {
		expect(curveText(slots, 1, style)).toBe(' ▁▂?▅█');
		expect(curveText(slots, 1, {symbols: ascii})).toBe(' _.?=#');
	});

	it('is as wide as asked at most', () => {
		expect(curveText(slots, 3, style)).toBe('   ▁▁▁▂▂▂???▅▅▅███');
	});

	it('rises with the values', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(99), {minLength: 1, maxLength: 40}), values => {
				const sorted = [...values].sort((one, other) => one - other);
				const text = curveText(
					sorted.map((offered, index) => slot(index, {offered})),
					1,
					style,
				);
				expect(widthOf(text)).toBe(sorted.length);
				expect([...text].sort().join('')).toBe(text);
			}),
		);
	});
});

describe('trendRow', () => {
	it('stays in its place at any width', () => {
		fc.assert(
			fc.property(fc.integer({min: 56, max: 300}), fc.constantFrom(allQueues, support), (width, key) => {
				const places = trendPlaces(width);
				const day = dayOf(board, key);
				const axis = axisOf(board.total.times, cover, places.curve);
				expect(axis).not.toBeNull();
				const slots = Array.from({length: axis?.count ?? 0}, (_, index) => slot(index, {offered: index}));
				const rows = [
					trendHeading(slots, {messages: style.messages, places}),
					trendRow(day, slots, {style, places, isSelected: false}),
				];
				expect(rows.flatMap(row => misplaced(row, width))).toEqual([]);
			}),
		);
	});

	it('says nothing of a day of which nothing is known', () => {
		const row = trendRow(dayOf(board, allQueues), [], {style, places: trendPlaces(76), isSelected: false});
		expect(rowText(row)).toMatch(/^All queues +— +— +—$/);
	});
});

describe('chartRows', () => {
	const chart = {title: 'TITLE', value: ({offered}: Slot) => offered, most: 8, tone: 'plain'} as const;
	const place = {column: 0, width: 12, rows: 4};
	const texts = (slots: readonly Slot[], options = {}) =>
		chartRows({...chart, slots, ...options}, place, style).map(row => rowText(row));

	it('are bars under a title and over the hours', () => {
		expect(texts([slot(0, {offered: 8}), slot(1, {offered: 3}), slot(2)])).toEqual([
			'TITLE',
			'███',
			'███ ▆▆▆',
			'08  09  10',
		]);
	});

	it('have the lost below, in another shape and another tone', () => {
		const slots = [slot(0, {offered: 8, lost: 4}), slot(1, {lost: 8}), slot(2)];
		expect(texts(slots, {lost: ({lost}: Slot) => lost}).slice(1, 3)).toEqual(['███ ▒▒▒', '▒▒▒ ▒▒▒']);
		const rows = chartRows({...chart, slots, lost: ({lost}) => lost}, place, style);
		const tones = rows[1]?.map(({cell}) => cell.kind === 'text' && [cell.text.trim(), cell.tone]);
		expect(tones).toEqual([
			['███', 'plain'],
			['▒▒▒', 'busy'],
		]);
	});

	it('have a question where news were missed and nobody was counted', () => {
		expect(texts([slot(0, {isMissed: true}), slot(1, {offered: 8, isMissed: true})]).slice(1, 3)).toEqual([
			'      █████',
			'????? █████',
		]);
	});

	it('are as many as asked for, and none is wider than its place', () => {
		const places = fc.record({width: fc.integer({min: 20, max: 250}), rows: fc.integer({min: 8, max: 20})});
		fc.assert(
			fc.property(places, fc.constantFrom(allQueues, support), (size, key) => {
				const axis = (most: number) => axisOf(board.total.times, cover, most);
				const rows = chartsOf(dayOf(board, key), {style, place: size, cover, axis});
				expect(rows).toHaveLength(size.rows);
				expect(rows.flatMap(row => misplaced(row, size.width))).toEqual([]);
			}),
			{numRuns: 40},
		);
	});
});
