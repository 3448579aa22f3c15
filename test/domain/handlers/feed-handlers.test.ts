import {describe, expect, it} from 'vitest';
import type {BoardEvent} from '../../../source/domain/event.js';
import {quietAfter} from '../../../source/domain/feed.js';
import {lineStatus} from '../../../source/domain/line.js';
import {waitingCallers} from '../../../source/domain/queue.js';
import {reduceBoard} from '../../../source/domain/reduce.js';
import {durationMs, lineNumber, siteName} from '../../../source/domain/units.js';
import {at, boardAfter, gap, joined, onCall, reset, site} from '../../helpers/builders.js';

const connecting: BoardEvent = {type: 'feed-connecting', at: at(0), site, transport: 'v1'};
const received = (seconds: number): BoardEvent => ({
	type: 'feed-received',
	at: at(seconds),
	site,
	events: 0,
	rejected: 0,
	lastEventAt: null,
	clockOffsetMs: 0,
});
const live = (seconds: number): BoardEvent => ({type: 'feed-live', at: at(seconds), site});
const down = (seconds: number): BoardEvent => ({
	type: 'feed-failed',
	at: at(seconds),
	site,
	failure: 'unreachable',
	reason: 'cannot reach it',
	retryAt: at(seconds + 1),
});
const refused = (seconds: number): BoardEvent => ({
	type: 'feed-refused',
	at: at(seconds),
	site,
	reason: 'the service refuses the token',
	retryAt: at(seconds + 60),
});

const feedAfter = (...events: readonly BoardEvent[]) => boardAfter(...events).feeds.get(site);
const logAfter = (...events: readonly BoardEvent[]) => boardAfter(...events).log.entries.map(({event}) => event.type);

describe('feedHandlers', () => {
	it.each([
		['connecting', [connecting]],
		['live', [connecting, live(1)]],
		['down', [connecting, live(1), down(2)]],
		['refused', [connecting, refused(1)]],
	] as const)('is %s', (kind, events) => {
		expect(feedAfter(...events)?.condition.kind).toBe(kind);
	});

	it('counts a reconnection, not the first connection', () => {
		expect(feedAfter(connecting, live(1))?.reconnects).toBe(0);
		expect(feedAfter(connecting, live(1), down(2), down(3), live(4))?.reconnects).toBe(1);
		expect(feedAfter(connecting, refused(2), live(4))?.reconnects).toBe(1);
	});

	it('keeps since when it is down, while the next attempt moves', () => {
		const feed = feedAfter(connecting, live(1), down(2), down(5));
		expect(feed).toMatchObject({since: at(2), condition: {kind: 'down', retryAt: at(6)}});
	});

	it('logs each change of condition once', () => {
		expect(logAfter(connecting, live(1), live(2), down(3), down(5), live(7), refused(8), refused(70))).toEqual([
			'feed-connecting',
			'feed-live',
			'feed-failed',
			'feed-live',
			'feed-refused',
		]);
	});

	it('adds up what arrived', () => {
		const received = (events: number, rejected: number, last: number | null): BoardEvent => ({
			type: 'feed-received',
			at: at(9),
			site,
			events,
			rejected,
			lastEventAt: last === null ? null : at(last),
			clockOffsetMs: -40,
		});
		const feed = feedAfter(connecting, live(1), received(3, 0, 5), received(2, 1, 4), received(0, 1, null));
		expect(feed).toMatchObject({events: 5, rejected: 2, lastEventAt: at(5), clockOffsetMs: -40});
	});

	it('shows a rejected event in the log, with the path of what was wrong', () => {
		const rejected: BoardEvent = {
			type: 'event-rejected',
			at: at(1),
			site,
			path: 'Events[3].Data.CallId',
			reason: 'no id',
		};
		const board = boardAfter(connecting, rejected);
		expect(board.log.entries.at(-1)?.event).toBe(rejected);
		expect(reduceBoard(board, [{...rejected}])).toBe(board);
	});

	it('shows an event of an unknown kind under its own name, once', () => {
		const unknown: BoardEvent = {type: 'event-unrecognised', at: at(1), site, name: 'agent-add', number: ''};
		const board = boardAfter(unknown);
		expect(board.log.entries.map(({event}) => event)).toEqual([unknown]);
		expect(reduceBoard(board, [{...unknown}])).toBe(board);
	});

	it('connects anew when told so, which is news only when it did not connect before', () => {
		const again: BoardEvent = {type: 'feed-connecting', at: at(9), site, transport: 'v1'};
		const feed = feedAfter(connecting, live(1), received(5), again);
		expect(feed).toMatchObject({condition: {kind: 'connecting'}, since: at(9), lastHeardAt: at(5)});
		expect(logAfter(connecting, live(1), again, again)).toEqual(['feed-connecting', 'feed-live', 'feed-connecting']);
		const board = boardAfter(connecting);
		expect(reduceBoard(board, [again])).toBe(board);
	});

	it('does not count it as a return when it connects anew while all was well', () => {
		const again: BoardEvent = {type: 'feed-connecting', at: at(9), site, transport: 'v1'};
		expect(feedAfter(connecting, live(1), again, live(10))?.reconnects).toBe(0);
	});

	it('takes over how it listens and after how long it is quiet', () => {
		const patient: BoardEvent = {
			type: 'feed-connecting',
			at: at(9),
			site,
			transport: 'v2',
			quietAfterMs: durationMs(5000),
		};
		expect(feedAfter(connecting)).toMatchObject({transport: 'v1', quietAfterMs: quietAfter});
		expect(feedAfter(patient)).toMatchObject({transport: 'v2', quietAfterMs: 5000});
		expect(feedAfter(connecting, patient)).toMatchObject({transport: 'v2', quietAfterMs: 5000});
		expect(feedAfter(patient, {...connecting, at: at(10)})).toMatchObject({transport: 'v1', quietAfterMs: 5000});
		expect(feedAfter(connecting, {type: 'feed-live', at: at(1), site, transport: 'websocket'})?.transport).toBe(
			'websocket',
		);
		expect(logAfter(connecting, live(1), {type: 'feed-live', at: at(2), site, transport: 'v2'})).toHaveLength(2);
	});

	it('remembers when the service was heard of last', () => {
		expect(feedAfter(connecting)?.lastHeardAt).toBeNull();
		expect(feedAfter(connecting, live(1))?.lastHeardAt).toBe(at(1));
		expect(feedAfter(connecting, live(1), received(11), received(9), down(15))?.lastHeardAt).toBe(at(11));
		expect(logAfter(connecting, live(1), received(11))).toEqual(['feed-connecting', 'feed-live']);
	});

	it.each([connecting, live(1), down(2), refused(3), gap(4)])('changes nothing when $type is repeated', event => {
		const board = boardAfter(event);
		expect(reduceBoard(board, [{...event}])).toBe(board);
	});
});

describe('asking anew in between', () => {
	it('does not end a trouble, nor begin another', () => {
		const again: BoardEvent = {...connecting, at: at(50)};
		const feed = feedAfter(connecting, live(1), down(10), again, down(51));
		expect(feed).toMatchObject({condition: {kind: 'down'}, since: at(10)});
		expect(feedAfter(connecting, live(1), down(10), again, live(52))).toMatchObject({reconnects: 1, trouble: null});
		expect(feedAfter(connecting, live(1), down(10), again, refused(53))).toMatchObject({since: at(53)});
	});
});

describe('feed-gap', () => {
	const lyon = siteName('Lyon');

	it('doubts the lines and queues of its site, and is in the log', () => {
		const board = boardAfter(
			onCall('talk-started', 1),
			joined(1),
			onCall('talk-started', 1, {number: lineNumber('0033199000199'), site: lyon}),
			gap(9),
		);
		expect([...board.lines.values()].map(lineStatus)).toEqual(['unknown', 'in-call']);
		expect([...board.queues.values()].flatMap(waitingCallers)).toEqual([]);
		expect(board.log.entries.at(-1)?.event).toEqual(gap(9));
	});

	it('notes the time since the service was heard of last', () => {
		expect(boardAfter(connecting, live(1), received(20), down(25), gap(90)).missed).toEqual([
			{from: at(20), to: at(90)},
		]);
		expect(boardAfter(connecting, down(2), gap(90)).missed).toEqual([{from: at(2), to: at(90)}]);
		expect(boardAfter(gap(90)).missed).toEqual([]);
	});

	it('notes nothing from before the last reset, which begins a day without holes', () => {
		const before = [connecting, live(1), gap(5)];
		expect(boardAfter(...before).missed).toEqual([{from: at(1), to: at(5)}]);
		expect(boardAfter(...before, reset(50)).missed).toEqual([]);
		expect(boardAfter(...before, reset(50), gap(90)).missed).toEqual([{from: at(50), to: at(90)}]);
	});
});

describe('feed-closed', () => {
	const closed: BoardEvent = {type: 'feed-closed', at: at(9), site};

	it('takes the feed away, doubts what it told, and is in the log', () => {
		const board = boardAfter(connecting, live(1), onCall('talk-started', 1), joined(1), closed);
		expect(board.feeds.size).toBe(0);
		expect([...board.lines.values()].map(lineStatus)).toEqual(['unknown']);
		expect([...board.queues.values()].flatMap(waitingCallers)).toEqual([]);
		expect(board.log.entries.at(-1)?.event).toEqual(closed);
	});

	it('leaves the other sites alone', () => {
		const lyon = siteName('Lyon');
		const board = boardAfter(
			connecting,
			{...connecting, site: lyon},
			onCall('talk-started', 1, {number: lineNumber('0033199000199'), site: lyon}),
			closed,
		);
		expect([...board.feeds.keys()]).toEqual([lyon]);
		expect([...board.lines.values()].map(lineStatus)).toEqual(['in-call']);
	});

	it('says nothing of a site nobody listened to', () => {
		expect(boardAfter(closed).log.entries).toEqual([]);
	});
});
