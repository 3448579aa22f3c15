import {describe, expect, it} from 'vitest';
import {defaultServiceLevel} from '../../../source/domain/figures.js';
import {messagesFor} from '../../../source/i18n/languages.js';
import {noContacts} from '../../../source/presentation/contacts.js';
import {capacityOf} from '../../../source/presentation/statistics/capacity.js';
import {allQueues, dayOf} from '../../../source/presentation/statistics/day.js';
import {hourRows} from '../../../source/presentation/statistics/hour-rows.js';
import {noteWords} from '../../../source/presentation/statistics/hour-words.js';
import {hoursOfAll, hoursOfQueue} from '../../../source/presentation/statistics/hours-table.js';
import type {Style} from '../../../source/presentation/style.js';
import {unicode} from '../../../source/presentation/symbols.js';
import {fitColumns, titleWidth} from '../../../source/presentation/table/columns.js';
import {exportRows, tableRow} from '../../../source/presentation/table/rows.js';
import {sortRows} from '../../../source/presentation/table/sort.js';
import {at, boardAfter, reset} from '../../helpers/builders.js';
import {dayBoard, dayEnd} from '../../helpers/statistics-board.js';
import {misplaced, rowText} from '../row-text.js';

const board = dayBoard();
const messages = messagesFor('en');

const style: Style = {
	messages,
	symbols: unicode,
	contacts: noContacts,
	board,
	rule: defaultServiceLevel,
	window: 'today',
	now: at(dayEnd),
};

const {hours, day} = hourRows(dayOf(board, allQueues), {since: board.since, missed: board.missed, now: at(dayEnd)});
const all = [...hours, day];

describe('the table of the hours', () => {
	it.each([56, 76, 116, 156, 196])('keeps to its columns in %i cells', width => {
		for (const table of [hoursOfAll, hoursOfQueue]) {
			const columns = fitColumns(table.columns, width);
			const rows = all.map(row => tableRow(row, {columns, style, isSelected: false}));
			expect(rows.flatMap(row => misplaced(row, width))).toEqual([]);
		}
	});

	it('has room for its titles and the mark of the order, in each language', () => {
		const tight = (['en', 'fr'] as const).flatMap(language =>
			hoursOfAll.columns.filter(({title, least}) => titleWidth(messagesFor(language)[title]) > least),
		);
		expect(tight.map(({key}) => key)).toEqual([]);
	});

	it('says of an hour what it came to', () => {
		const columns = fitColumns(hoursOfAll.columns, 156);
		const texts = all.map(row => rowText(tableRow(row, {columns, style, isSelected: false})));
		expect(texts[0]).toMatch(/^07:42–08 +0 +0 +0 +— +— +— +0 +0\/46 +from 07:42$/);
		expect(texts[3]).toMatch(/^10–11 +35 █+ ▲ +28 +7 +80 % +57 % ▼ +00:14 +3 +8\/46 █+ +peak hour$/);
		expect(texts[6]).toMatch(/^13–14 ! +0 +0 +0 +— +— +— +0 +0\/46 +news missed$/);
		expect(texts.at(-1)).toMatch(/^Day +184 +146 +38 +79 % +54 % ▼ +00:14 +3 +8\/46/);
	});

	it('has the hours in the order of any column', () => {
		const sorted = sortRows(hours, {table: hoursOfAll, sorting: {column: 'offered', isFalling: true}, style});
		expect(sorted.map(({tally}) => tally?.offered)).toEqual([35, 31, 29, 26, 21, 18, 9, 8, 7, 0, 0]);
		const back = sortRows(sorted, {table: hoursOfAll, sorting: {column: 'hour', isFalling: false}, style});
		expect(back).toEqual(hours);
	});

	it('exports raw values', () => {
		const {header, rows} = exportRows(hours.slice(3, 4), hoursOfAll, style);
		expect(header).toEqual([
			'hour',
			'offered',
			'answered',
			'lost',
			'answerRate',
			'serviceLevel',
			'averageSpeedOfAnswer',
			'peakWaiting',
			'peakCalls',
			'note',
		]);
		const [row] = rows;
		expect(row?.slice(0, 5)).toEqual(['2026-03-05T09:00:00.000Z', 35, 28, 7, 0.8]);
		expect(row?.slice(7)).toEqual([3, 8, '']);
	});

	it('tells two hours of one name apart by their zone', () => {
		const night = (Date.parse('2026-10-25T00:30:00+02:00') - at(0)) / 1000;
		const now = at(night + 4 * 3600);
		const after = boardAfter(reset(night));
		const rows = hourRows(dayOf(after, allQueues), {since: after.since, missed: [], now});
		const notes = rows.hours.map(row => noteWords(row, {...style, now}));
		expect(notes).toEqual(['from 00:30', '', 'UTC+2', 'UTC+1', 'so far']);
	});
});

describe('capacityOf', () => {
	it('is the sum of what is known, and of how many lines', () => {
		expect(capacityOf(board.lines)).toEqual({calls: 46, known: 23, lines: 24});
		expect(capacityOf(new Map())).toEqual({calls: null, known: 0, lines: 0});
	});
});
