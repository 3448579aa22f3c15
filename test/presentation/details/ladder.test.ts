import {describe, expect, it} from 'vitest';
import type {Board} from '../../../source/domain/board.js';
import type {BoardEvent} from '../../../source/domain/event.js';
import {keepBoard, restoreBoard} from '../../../source/domain/kept-board.js';
import {lineNumber} from '../../../source/domain/units.js';
import type {Page} from '../../../source/presentation/details/page.js';
import {createPages} from '../../../source/presentation/details/page-of.js';
import type {Subject} from '../../../source/presentation/details/subject.js';
import {gapText, preciseClock} from '../../../source/presentation/details/words.js';
import {accueil, at, boardAfter, firstCall, onCall} from '../../helpers/builders.js';
import {detailsBoard, lostStay, lostToAll, talkingStay} from '../../helpers/details-board.js';
import {someStyle} from '../../helpers/some-style.js';
import {eventsOf, flowNames, readFlow} from '../../providers/ovh/wire-events.js';
import {flowLadders} from './flow-ladders.js';

const pageIn = (board: Board, subject: Subject): Page => createPages()(subject, someStyle({board}));

/** Every call and stay that the events tell of, in the order they came. */
const subjectsIn = (events: readonly BoardEvent[]): readonly Subject[] => {
	const subjects = new Map<string, Subject>();
	for (const event of events) {
		if ('callId' in event) {
			const {number: line, callId: id} = event;
			subjects.set(`${line} ${id}`, {kind: 'call', line, id});
		} else if ('callerId' in event) {
			const {number: queue, callerId: id} = event;
			subjects.set(id, {kind: 'stay', queue, id, stay: 1});
		}
	}
	return [...subjects.values()];
};

/** What a page says: what it came to, then its steps. */
const told = ({verdict, ladder}: Page): readonly string[] => [
	verdict?.words ?? '',
	...(ladder?.isCut ? ['…'] : []),
	...(ladder?.steps ?? []).map(({at, gap, who, words}) => {
		const after = gap === null ? '' : gapText(gap, someStyle().messages);
		return `${preciseClock(at).slice(3)} ${after.padStart(8)} ${who}: ${words}`;
	}),
];

describe('the ladder', () => {
	it.each(flowNames)('tells flow %s', name => {
		const events = eventsOf(readFlow(name));
		const board = boardAfter(...events);
		expect(subjectsIn(events).map(subject => told(pageIn(board, subject)))).toEqual(flowLadders[name]);
	});

	it.each(flowNames)('tells flow %s in the order of time, whatever came late', name => {
		const events = eventsOf(readFlow(name));
		const late = boardAfter(...events.slice(1), ...events.slice(0, 1));
		for (const page of subjectsIn(events).map(subject => pageIn(late, subject))) {
			const times = page.ladder?.steps.map(({at: time}) => time) ?? [];
			expect(times.length).toBeGreaterThan(0);
			expect(times).toEqual(times.toSorted((one, other) => one - other));
		}
	});

	it('tells of a caller lost to all whom it rang, and when, with what their lines told', () => {
		const page = pageIn(detailsBoard(), lostStay);
		expect(told(page)).toEqual([
			'LOST: gave up after 42 s; 3 agents rung: Alice (no answer), Bruno (the caller hung up), 01 99 00 01 03 (busy)',
			'13:30.0          Support: joins the queue',
			'13:32.0   +2.0 s Support: rings Alice',
			'13:32.0   +0.0 s Support: rings Bruno',
			'13:32.0   +0.0 s Support: rings 01 99 00 01 03',
			'13:32.2   +0.2 s Alice: rings',
			'13:32.3   +0.1 s Bruno: rings',
			'13:40.0   +7.7 s Support: 01 99 00 01 03 does not take the call: busy',
			'13:52.0  +12.0 s Support: Alice does not take the call: no answer',
			'13:52.4   +0.4 s Alice: stops ringing, not answered',
			'14:12.0  +19.6 s Support: stops ringing Bruno: the caller hung up',
			'14:12.0   +0.0 s Support: LOST: gives up after 42 s',
			'14:12.1   +0.1 s Bruno: stops ringing, not answered',
		]);
		expect(page.ladder?.steps.filter(({isOfLine}) => isOfLine)).toHaveLength(4);
		expect(page.ladder?.steps.find(({words}) => words.startsWith('LOST'))?.tone).toBe('alarm');
		expect(page.ladder?.lanes.map(({name}) => name)).toEqual([
			'06 39 98 00 01',
			'Support',
			'Alice',
			'Bruno',
			'01 99 00 01 03',
		]);
	});

	it.each([
		['calls from another number', {from: '0033639989999'}],
		['calls from a withheld number', {from: ''}],
		['calls the agent makes', {direction: 'outgoing'}],
		['calls of another time', {at: at(-300)}],
		['calls of another line', {number: lineNumber('0033199000199')}],
	] as const)('takes no %s for those of the caller', (_name, facts) => {
		const news = lostToAll.map(event => ('callId' in event ? {...event, ...facts} : event));
		const {ladder} = pageIn(boardAfter(...news), lostStay);
		expect(ladder?.steps.filter(({isOfLine}) => isOfLine)).toEqual([]);
		expect(ladder?.steps).toHaveLength(8);
	});

	it('says what the record of a stay says once the queue has forgotten it', () => {
		const board = boardAfter(...lostToAll);
		const forgotten = {...board, queues: new Map(), lines: new Map()};
		const before = pageIn(board, lostStay).ladder?.steps.map(({event}) => event);
		expect(pageIn(forgotten, lostStay).ladder?.steps.map(({event}) => event)).toEqual(before);
	});
});

describe('what was before', () => {
	it('is not known of what a former run of the program kept', () => {
		const kept = JSON.parse(JSON.stringify(keepBoard(detailsBoard())));
		const restored = restoreBoard(kept, {at: at(10)});
		if (!restored) throw new Error('not restored');
		const {ladder, verdict} = pageIn(restored, talkingStay);
		expect(ladder?.steps).toEqual([]);
		expect(ladder?.isCut).toBe(true);
		expect(verdict?.words).toBe('In doubt: news may be missing');
	});

	it('is not known of a caller who joined before the board began, nor of a restored one', () => {
		const page = pageIn(boardAfter(...lostToAll.slice(2)), lostStay);
		expect(page.ladder?.isCut).toBe(true);
		expect(page.verdict?.words).toBe('LOST: gave up after 42 s');
		expect(pageIn(boardAfter(...lostToAll), lostStay).ladder?.isCut).toBe(false);
	});

	it('is not known of a call that is heard of by its end', () => {
		const ends = boardAfter(onCall('talk-ended', 1));
		expect(pageIn(ends, {kind: 'call', line: accueil, id: firstCall}).ladder?.isCut).toBe(true);
		const whole = boardAfter(onCall('talk-started', 0), onCall('talk-ended', 1));
		expect(pageIn(whole, {kind: 'call', line: accueil, id: firstCall}).ladder?.isCut).toBe(false);
	});

	it('is not known where more happened than is remembered', () => {
		const holds = Array.from({length: 120}, (_, index) =>
			onCall(index % 2 === 0 ? 'hold-started' : 'hold-ended', 10 + index),
		);
		const board = boardAfter(onCall('ringing-started', 0), onCall('talk-started', 5), ...holds);
		const {ladder} = pageIn(board, {kind: 'call', line: accueil, id: firstCall});
		expect(ladder?.isCut).toBe(true);
		expect(ladder?.steps).toHaveLength(100);
	});
});
