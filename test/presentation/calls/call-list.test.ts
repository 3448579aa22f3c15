import {describe, expect, it} from 'vitest';
import {emptyBoard} from '../../../source/domain/board.js';
import {endedKept} from '../../../source/domain/ended.js';
import {reduceBoard} from '../../../source/domain/reduce.js';
import {callId} from '../../../source/domain/units.js';
import {callCount, endedNotes} from '../../../source/presentation/calls/call-heading.js';
import {createCallList} from '../../../source/presentation/calls/call-list.js';
import {accueil, boardAfter, colleague, gap, joined, onCall, timePassed} from '../../helpers/builders.js';
import {callsBoard, callsInDoubt, callsLines} from '../../helpers/calls-board.js';
import {someStyle} from '../../helpers/some-style.js';

const {alice, bruno, chloe, front} = callsLines;
const told = (rows: readonly {readonly line: string; readonly state: string}[]) =>
	rows.map(({line, state}) => `${line.slice(-3)} ${state}`);

describe('createCallList', () => {
	it('lists what goes on and what ended, each newest first', () => {
		const {active, ended} = createCallList()(callsBoard());
		const name = (line: string) => line.slice(-3);
		expect(told(active)).toEqual([`${name(chloe)} ringing`, `${name(alice)} in-call`, `${name(front)} on-hold`]);
		expect(told(ended)).toEqual([
			`${name(bruno)} no-reply`,
			`${name(front)} missed`,
			`${name(bruno)} answered`,
			`${name(chloe)} missed`,
			`${name(bruno)} answered`,
			`${name(chloe)} answered`,
			`${name(bruno)} answered`,
		]);
	});

	it('shows a call between two lines twice, once for each', () => {
		const {ended} = createCallList()(callsBoard());
		const copies = ended.filter(({id}) => id === 'c');
		expect(copies.map(({line, direction}) => [line, direction])).toEqual([
			[bruno, 'outgoing'],
			[chloe, 'incoming'],
		]);
		expect(new Set(ended.map(({key}) => key)).size).toBe(ended.length);
	});

	it('says of calls in doubt and of expired ones what they are', () => {
		expect(told(createCallList()(callsInDoubt()).active).map(words => words.slice(4))).toEqual(
			Array.from({length: 3}, () => 'unknown'),
		);
		const expired = boardAfter(onCall('talk-started', 0), timePassed(5 * 3600));
		expect(told(createCallList()(expired).active)).toEqual(['101 expired']);
	});

	it('calls unanswered what nobody answered, and missed only what came in', () => {
		const outcome = (direction: 'incoming' | 'outgoing' | 'internal' | 'unknown') =>
			createCallList()(boardAfter(onCall('ringing-started', 0, {direction}), onCall('ringing-ended', 5, {direction})))
				.ended[0]?.state;
		expect(['incoming', 'outgoing', 'internal', 'unknown'].map(direction => outcome(direction as never))).toEqual([
			'missed',
			'no-reply',
			'no-reply',
			'no-reply',
		]);
	});

	it('keeps the key of a call from its beginning to its end', () => {
		const list = createCallList();
		const before = boardAfter(onCall('ringing-started', 0));
		const after = reduceBoard(before, [onCall('ringing-ended', 5)]);
		expect(list(after).ended[0]?.key).toBe(list(before).active[0]?.key);
	});

	it('gives the same list and the same rows while nothing changed', () => {
		const list = createCallList();
		const before = callsBoard();
		const first = list(before);
		expect(list(reduceBoard(before, [joined(1)]))).toBe(first);
		const second = list(reduceBoard(before, [onCall('ringing-started', 1, {number: accueil, callId: callId('new')})]));
		expect(second.ended).toBe(first.ended);
		expect(second.active.slice(1)).toEqual(first.active);
		expect(second.active[1]).toBe(first.active[0]);
	});
});

describe('the heading of calls', () => {
	const countOn = (board: typeof emptyBoard) => callCount(createCallList()(board), someStyle({board}));

	it.each([
		['nothing is known', emptyBoard, '—'],
		['three go on', callsBoard(), '3'],
		['all are in doubt', callsInDoubt(), '—'],
		[
			'one goes on and others may',
			boardAfter(
				onCall('talk-started', 0, {callId: callId('a')}),
				gap(1),
				onCall('talk-started', 2, {number: colleague}),
			),
			'1+',
		],
		['one has expired', boardAfter(onCall('talk-started', 0), timePassed(5 * 3600)), '0'],
	])('counts when %s', (_, board, count) => {
		expect(countOn(board)).toBe(count);
	});

	it('says how many ended, and that no more are kept when the memory is full', () => {
		const notesOf = (board: typeof emptyBoard, onlyActive = false) =>
			endedNotes(createCallList()(board), {...someStyle({board}), onlyActive});
		const board = callsBoard();
		expect(notesOf(board)).toEqual(['7 ended']);
		expect(notesOf(board, true)).toEqual(['in progress only']);
		expect(notesOf(emptyBoard)).toEqual([]);
		const [entry] = board.ended.entries;
		const entries = Array.from({length: endedKept}, () => entry).filter(each => each !== undefined);
		expect(notesOf({...board, ended: {entries, total: endedKept}})[1]).toBe(
			'only the last 2000 calls and stays are kept',
		);
	});
});
