import {describe, expect, it} from 'vitest';
import type {BoardEvent} from '../../../source/domain/event.js';
import {reduceBoard} from '../../../source/domain/reduce.js';
import {at, boardAfter, site} from '../../helpers/builders.js';

const connecting: BoardEvent = {type: 'feed-connecting', at: at(0), site, transport: 'v1'};
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

	it.each([connecting, live(1), down(2), refused(3)])('changes nothing when $type is repeated', event => {
		const board = boardAfter(event);
		expect(reduceBoard(board, [{...event}])).toBe(board);
	});
});
