import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {type Board, emptyBoard} from '../../source/domain/board.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {reduceBoard} from '../../source/domain/reduce.js';
import {lineNumber} from '../../source/domain/units.js';
import {createLineList, type LineList} from '../../source/presentation/line-list.js';
import {lineName} from '../../source/presentation/lines.js';
import {at, customer, gap, onCall, site} from '../helpers/builders.js';

const numberOf = (index: number) => lineNumber(`00331990001${String(index).padStart(2, '0')}`);

const registered = (index: number, label?: string): BoardEvent => ({
	type: 'line-registered',
	at: at(index),
	site,
	service: 'line',
	number: numberOf(index),
	...(label === undefined ? {} : {label}),
});

const boardOf = (...labels: readonly (string | undefined)[]): Board =>
	reduceBoard(
		emptyBoard,
		labels.map((label, index) => registered(index, label)),
	);

const ring = (board: Board, index: number): Board =>
	reduceBoard(board, [onCall('ringing-started', 100, {number: numberOf(index), to: numberOf(index)})]);

const namesIn = (list: LineList, board: Board, query: Partial<Parameters<LineList>[1]> = {}): readonly string[] =>
	list(board, {filter: '', onlyActive: false, ...query}).map(lineName);

describe('createLineList', () => {
	it('sorts by name as people do: no matter the case or accents, 2 before 10', () => {
		const board = boardOf('Poste 10', 'zoé', 'Élodie', 'Poste 2', 'emma', 'Alice');
		expect(namesIn(createLineList(), board)).toEqual(['Alice', 'Élodie', 'emma', 'Poste 2', 'Poste 10', 'zoé']);
	});

	it('sorts a line without a label by its number', () => {
		expect(namesIn(createLineList(), boardOf('Alice', undefined))).toEqual(['01 99 00 01 01', 'Alice']);
	});

	it('lists busy lines first, each part by name', () => {
		const board = ring(ring(boardOf('Alice', 'Bob', 'Chloé', 'David'), 3), 1);
		expect(namesIn(createLineList(), board)).toEqual(['Bob', 'David', 'Alice', 'Chloé']);
	});

	it('lists only busy lines when asked to', () => {
		const board = ring(boardOf('Alice', 'Bob'), 1);
		expect(namesIn(createLineList(), board, {onlyActive: true})).toEqual(['Bob']);
	});

	it('does not list a line as busy whose only call is in doubt', () => {
		const board = reduceBoard(ring(ring(boardOf('Alice', 'Bob', 'Chloé'), 2), 1), [gap(110)]);
		const after = reduceBoard(board, [onCall('talk-started', 120, {number: numberOf(2)})]);
		expect(namesIn(createLineList(), after)).toEqual(['Chloé', 'Alice', 'Bob']);
		expect(namesIn(createLineList(), after, {onlyActive: true})).toEqual(['Chloé']);
	});

	it('finds a line by its name, its number and whom it talks with', () => {
		const board = ring(boardOf('Alice', 'Bob'), 1);
		expect(namesIn(createLineList(), board, {filter: 'ali'})).toEqual(['Alice']);
		expect(namesIn(createLineList(), board, {filter: '01 99 00 01 00'})).toEqual(['Alice']);
		expect(namesIn(createLineList(), board, {filter: customer})).toEqual(['Bob']);
	});

	it('sorts anew when a line is renamed', () => {
		const list = createLineList();
		const before = boardOf('Alice', 'Bob');
		expect(namesIn(list, before)).toEqual(['Alice', 'Bob']);
		expect(namesIn(list, reduceBoard(before, [registered(200, 'x'), registered(0, 'Zoé')]))).toContain('Zoé');
		expect(namesIn(list, reduceBoard(before, [{...registered(0, 'Zoé'), at: at(50)}]))).toEqual(['Bob', 'Zoé']);
	});

	it('sorts anew when a line is added, or one has gone and another come', () => {
		const list = createLineList();
		expect(namesIn(list, boardOf('Bob'))).toEqual(['Bob']);
		expect(namesIn(list, boardOf('Bob', 'Alice'))).toEqual(['Alice', 'Bob']);
		const other = reduceBoard(emptyBoard, [registered(5, 'Zoé'), registered(6, 'Emma')]);
		expect(namesIn(list, other)).toEqual(['Emma', 'Zoé']);
	});

	it('shows the lines as they are now', () => {
		const list = createLineList();
		const before = boardOf('Alice');
		namesIn(list, before);
		const after = ring(before, 0);
		expect(list(after, {filter: '', onlyActive: false})).toEqual([...after.lines.values()]);
	});

	it('remembers nothing that a fresh list would not say, whatever happened before', () => {
		const labels = fc.constantFrom('Alice', 'Bob', 'Zoé', 'Poste 2', 'Poste 10', undefined);
		const steps = fc.array(fc.record({index: fc.nat(5), label: labels, rings: fc.boolean()}), {maxLength: 30});
		fc.assert(
			fc.property(steps, taken => {
				const list = createLineList();
				let board = emptyBoard;
				for (const [step, {index, label, rings}] of taken.entries()) {
					board = reduceBoard(board, [{...registered(index, label), at: at(step)}]);
					if (rings) board = ring(board, index);
					expect(namesIn(list, board)).toEqual(namesIn(createLineList(), board));
				}
			}),
		);
	});
});
