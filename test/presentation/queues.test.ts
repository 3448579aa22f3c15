import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {type Board, emptyBoard} from '../../source/domain/board.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {reduceBoard} from '../../source/domain/reduce.js';
import {callerId, queueNumber} from '../../source/domain/units.js';
import {messagesFor} from '../../source/i18n/languages.js';
import {noContacts} from '../../source/presentation/contacts.js';
import {queueRows} from '../../source/presentation/queues.js';
import {unicode} from '../../source/presentation/symbols.js';
import {boardAfter, bridged, joined} from '../helpers/builders.js';
import {misplaced, rowText} from './row-text.js';

type Shape = {readonly waiting: number; readonly talking: number};

const events = (index: number, {waiting, talking}: Shape): readonly BoardEvent[] => {
	const facts = {number: queueNumber(`003319900${2000 + index}`), label: `Queue ${index + 1}`};
	const stay = (kind: string, nth: number) => ({...facts, callerId: callerId(`${index} ${kind} ${nth}`)});
	return [
		{type: 'queue-counted', at: joined(-100).at, site: joined(0).site, service: 'queue', ...facts, count: waiting},
		...Array.from({length: waiting}, (_, nth) =>
			joined(-10 - nth, {...stay('waits', nth), from: `003360000000${nth % 10}`}),
		),
		...Array.from({length: talking}, (_, nth) => joined(-90, stay('talks', nth))),
		...Array.from({length: talking}, (_, nth) => bridged(-60 - nth, stay('talks', nth))),
	];
};

const boardOf = (...shapes: readonly Shape[]): Board =>
	reduceBoard(
		emptyBoard,
		shapes.flatMap((shape, index) => events(index, shape)),
	);

const rowsOf = (board: Board, {rows, width = 40}: {readonly rows: number; readonly width?: number}) =>
	queueRows([...board.queues.values()], {
		rows,
		width,
		board,
		messages: messagesFor('en'),
		symbols: unicode,
		contacts: noContacts,
	}).map(({row}) => row);

const textsOf = (board: Board, size: {readonly rows: number; readonly width?: number}): readonly string[] =>
	rowsOf(board, size).map(row => rowText(row));

const shapes = fc.array(fc.record({waiting: fc.nat(12), talking: fc.nat(6)}), {maxLength: 12});

describe('queueRows', () => {
	it('tells everything when there is room, with a blank row between queues', () => {
		expect(textsOf(boardOf({waiting: 2, talking: 1}, {waiting: 0, talking: 0}), {rows: 20})).toEqual([
			'Queue 1             2 waiting  1 talking',
			'  06 00 00 00 01    00:11',
			'  06 00 00 00 00    00:10',
			'● 06 39 98 00 01    01:00   01 99 00 01…',
			'  answered 1  lost 0  100 %  avg 30 s',
			'',
			'Queue 2             0 waiting  0 talking',
			'  answered 0  lost 0  —  avg —',
		]);
	});

	it('shows those who wait longest first', () => {
		const rows = textsOf(boardOf({waiting: 4, talking: 0}), {rows: 20});
		expect(rows.slice(1, 5).map(row => row.slice(-5))).toEqual(['00:13', '00:12', '00:11', '00:10']);
	});

	it('counts the callers it has no room for', () => {
		const rows = textsOf(boardOf({waiting: 6, talking: 2}), {rows: 5});
		expect(rows).toEqual([
			'Queue 1             6 waiting  2 talking',
			'  06 00 00 00 05    00:15',
			'  06 00 00 00 04    00:14',
			'  4 more',
			'  answered 2  lost 0  100 %  avg 30 s',
		]);
	});

	it('keeps the names of all queues longest', () => {
		const board = boardOf({waiting: 3, talking: 1}, {waiting: 0, talking: 1}, {waiting: 1, talking: 0});
		expect(textsOf(board, {rows: 3}).map(row => row.slice(0, 7))).toEqual(['Queue 1', 'Queue 2', 'Queue 3']);
	});

	it('puts queues with waiting callers first when not all have room', () => {
		const board = boardOf(
			{waiting: 0, talking: 1},
			{waiting: 2, talking: 0},
			{waiting: 0, talking: 0},
			{waiting: 1, talking: 0},
		);
		expect(textsOf(board, {rows: 3}).map(row => row.trim().slice(0, 7))).toEqual(['Queue 2', 'Queue 4', '2 more']);
	});

	it('never has more rows than there are', () => {
		fc.assert(
			fc.property(shapes, fc.integer({min: 1, max: 60}), fc.integer({min: 32, max: 120}), (made, rows, width) => {
				expect(rowsOf(boardOf(...made), {rows, width}).length).toBeLessThanOrEqual(rows);
			}),
		);
	});

	it('names every queue, or says how many it does not', () => {
		fc.assert(
			fc.property(shapes, fc.integer({min: 2, max: 60}), (made, rows) => {
				const texts = textsOf(boardOf(...made), {rows});
				const named = texts.filter(text => text.startsWith('Queue')).length;
				const hidden = Number(/^ {2}(\d+) more$/.exec(texts.at(-1) ?? '')?.[1] ?? 0);
				expect(named === made.length || named + hidden === made.length).toBe(true);
			}),
		);
	});

	it('keeps every row in its place', () => {
		fc.assert(
			fc.property(shapes, fc.integer({min: 1, max: 60}), fc.integer({min: 32, max: 120}), (made, rows, width) => {
				expect(rowsOf(boardOf(...made), {rows, width}).flatMap(row => misplaced(row, width))).toEqual([]);
			}),
		);
	});

	it('says nothing of no queues', () => {
		expect(rowsOf(boardAfter(), {rows: 5})).toEqual([]);
	});
});
