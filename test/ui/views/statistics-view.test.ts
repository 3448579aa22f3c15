import {describe, expect, it} from 'vitest';
import {emptyBoard} from '../../../source/domain/board.js';
import {defaultServiceLevel} from '../../../source/domain/figures.js';
import {reduceBoard} from '../../../source/domain/reduce.js';
import {lineNumber} from '../../../source/domain/units.js';
import {messagesFor} from '../../../source/i18n/languages.js';
import {noContacts} from '../../../source/presentation/contacts.js';
import {unicode} from '../../../source/presentation/symbols.js';
import {createInside} from '../../../source/ui/inside.js';
import {createScene} from '../../../source/ui/scene.js';
import {themes} from '../../../source/ui/theme.js';
import {firstUi, type Ui} from '../../../source/ui/ui-state.js';
import {createStatisticsParts} from '../../../source/ui/views/statistics-parts.js';
import {createStatisticsView} from '../../../source/ui/views/statistics-view.js';
import {at, counted, onCall, support} from '../../helpers/builders.js';
import {createManualClock} from '../../helpers/manual-clock.js';
import {clock, dayBoard, dayEnd, sales} from '../../helpers/statistics-board.js';

const inView: Ui = {...firstUi, view: 'statistics'};
const wholeDay = dayBoard();

const stage = (board = wholeDay) => {
	let now = board;
	const scene = createScene({
		reader: {getSnapshot: () => now, subscribe: () => () => {}},
		clock: createManualClock(at(dayEnd)),
		messages: messagesFor('en'),
		symbols: unicode,
		theme: themes.dark,
		contacts: noContacts,
		rule: defaultServiceLevel,
		rawOf: () => undefined,
		ui: inView,
	});
	const options = {scene, inside: createInside(scene, {columns: 160, rows: 45})};
	return {
		scene,
		view: createStatisticsView(options),
		parts: createStatisticsParts(scene),
		show(next: Partial<Ui>) {
			scene.follow({...inView, ...next});
		},
		put(next: typeof board) {
			now = next;
		},
	};
};

describe('the view of statistics', () => {
	it('moves through all queues and each, by number', () => {
		const {view, show} = stage();
		expect(view.listing.keys()).toEqual(['total', support, sales, '0033199000300']);
		show({filter: 'ventes'});
		expect(view.listing.keys()).toEqual(['total', sales]);
		show({filter: '01 99 00 01 00'});
		expect(view.listing.keys()).toEqual(['total', support]);
	});

	it('exports the hours of the one selected, without the sum', () => {
		const {view, show} = stage();
		const all = view.listing.exported();
		expect(all?.name).toBe('hours');
		expect(all?.rows).toHaveLength(11);
		expect(all?.rows.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(wholeDay.total.tally.offered);
		show({cursors: {statistics: sales}});
		const one = view.listing.exported();
		expect(one?.name).toBe(`hours-${sales}`);
		expect(one?.header).not.toContain('peakCalls');
		const tally = wholeDay.queues.get(sales)?.tally;
		expect(one?.rows.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(tally?.offered);
	});

	it('exports in the order chosen', () => {
		const {view, show} = stage();
		show({sortings: {statistics: {column: 'offered', isFalling: true}}});
		expect(view.listing.exported()?.rows[0]?.[1]).toBe(35);
	});

	it('has nothing to export before anything is known', () => {
		expect(stage(emptyBoard).view.listing.exported()?.rows).toEqual([]);
	});

	it('names whose hours they are, and what calls are held against', () => {
		const {view, show} = stage();
		expect(view.panels.hours?.heading()).toEqual({
			title: 'Hours: All queues',
			note: 'offered on joining, outcome at its time · room for 46 calls, known of 23 of 24 lines',
		});
		show({cursors: {statistics: sales}});
		expect(view.panels.hours?.heading().title).toBe('Hours: Ventes');
		expect(view.panels.hours?.heading().note).not.toContain('46');
	});
});

describe('the parts of the statistics', () => {
	it('are the same while nothing counted that they show', () => {
		const {parts, put} = stage();
		const before = [parts.hours(), parts.axis(100)];
		put(reduceBoard(wholeDay, [counted(dayEnd, 2)]));
		expect([parts.hours(), parts.axis(100)].map((part, index) => part === before[index])).toEqual([true, true]);
		// One more call at a time of many, on a line that is known.
		put(reduceBoard(wholeDay, [onCall('talk-started', clock(17, 10), {number: lineNumber('0033199001101')})]));
		expect(parts.hours()).toBe(before[0]);
	});

	it('are others once somebody joined', () => {
		const {parts, put, show} = stage();
		const before = parts.hours();
		show({cursors: {statistics: sales}});
		expect(parts.hours()).not.toBe(before);
		const ofSales = parts.hours();
		put({...wholeDay, missed: []});
		expect(parts.hours()).not.toBe(ofSales);
	});
});
