import {describe, expect, it} from 'vitest';
import type {BoardEvent} from '../../../source/domain/event.js';
import {foremostCall, lineStatus, openCalls} from '../../../source/domain/line.js';
import {reduceBoard} from '../../../source/domain/reduce.js';
import {callId} from '../../../source/domain/units.js';
import {accueil, at, boardAfter, colleague, firstCall, lineIn, onCall, site} from '../../helpers/builders.js';

const ring = onCall('ringing-started', 1);
const talk = onCall('talk-started', 8);
const ringEnd = onCall('ringing-ended', 8.03);
const hold = onCall('hold-started', 30);
const resume = onCall('hold-ended', 45);
const hangUp = onCall('talk-ended', 67);

const statusAfter = (...events: readonly BoardEvent[]) => lineStatus(lineIn(boardAfter(...events)));

describe('lineHandlers', () => {
	it.each([
		['start_ringing', [ring], 'ringing'],
		['start_ringing, answered already', [ring, talk, onCall('ringing-started', 9)], 'in-call'],
		['start_ringing, answered already, late', [talk, ring], 'in-call'],
		['start_calling', [ring, talk], 'in-call'],
		['start_calling, ringing not seen', [talk], 'in-call'],
		['end_ringing, answered', [ring, talk, ringEnd], 'in-call'],
		['end_ringing before the answer', [ring, ringEnd, onCall('talk-started', 8.05)], 'in-call'],
		['end_ringing, not answered', [ring, ringEnd], 'free'],
		['end_ringing, call unknown', [ringEnd], 'free'],
		['end_calling', [ring, talk, ringEnd, hangUp], 'free'],
		['end_calling without end_ringing', [ring, talk, hangUp], 'free'],
		['end_calling before start_calling', [ring, hangUp, talk], 'free'],
		['end_calling, never answered', [ring, hangUp], 'free'],
		['start_hold', [ring, talk, hold], 'on-hold'],
		['start_hold, answer not seen', [ring, hold], 'on-hold'],
		['end_hold', [ring, talk, hold, resume], 'in-call'],
		['end_hold before its start_hold', [ring, talk, resume, hold], 'in-call'],
		['end_calling on hold', [ring, talk, hold, hangUp], 'free'],
		['start_hold after end_calling', [ring, talk, hangUp, hold], 'free'],
	] as const)('%s', (_, events, status) => {
		expect(statusAfter(...events)).toBe(status);
	});

	it('counts the conversation from the answer', () => {
		const call = foremostCall(lineIn(boardAfter(ring, talk, ringEnd)));
		expect(call).toMatchObject({startedAt: at(1), answeredAt: at(8)});
	});

	it('begins the conversation at the hold when no answer was seen', () => {
		expect(foremostCall(lineIn(boardAfter(ring, hold)))?.answeredAt).toBe(at(30));
	});

	it('touches nothing else on the line when an unknown call ends', () => {
		const before = boardAfter(ring, talk);
		const stranger = onCall('talk-ended', 20, {callId: callId('somebody else')});
		const line = lineIn(reduceBoard(before, [stranger]));
		expect(line.calls).toEqual(lineIn(before).calls);
		expect(lineStatus(line)).toBe('in-call');
	});

	it('keeps two calls on one line apart', () => {
		const second = {callId: callId('call-2')};
		const board = boardAfter(ring, talk, onCall('ringing-started', 10, second));
		expect(openCalls(lineIn(board))).toHaveLength(2);
		expect(lineStatus(lineIn(board))).toBe('in-call');
		expect(lineStatus(lineIn(reduceBoard(board, [hangUp])))).toBe('ringing');
	});

	it('keeps one call apart on two lines that show it under one id', () => {
		const board = boardAfter(ring, onCall('ringing-started', 1, {number: colleague}), talk, hangUp);
		expect(lineStatus(lineIn(board))).toBe('free');
		expect(lineStatus(lineIn(board, colleague))).toBe('ringing');
	});

	it.each([
		[
			'in-call',
			[talk, onCall('hold-started', 9, {callId: callId('2')}), onCall('ringing-started', 9, {callId: callId('3')})],
		],
		['on-hold', [hold, onCall('ringing-started', 9, {callId: callId('3')})]],
	] as const)('lets %s decide among several calls', (status, events) => {
		expect(statusAfter(...events)).toBe(status);
	});

	it('opens a call again that rings after it ended', () => {
		expect(statusAfter(ring, ringEnd, onCall('ringing-started', 20))).toBe('ringing');
	});

	it('knows a line from its registration, without a log entry', () => {
		const registered: BoardEvent = {
			type: 'line-registered',
			at: at(0),
			site,
			service: 'line',
			number: accueil,
			label: 'Alice',
			numberType: 'sipCirpack',
			simultaneousLines: 2,
		};
		const board = boardAfter(registered);
		expect(lineIn(board)).toMatchObject({label: 'Alice', type: 'sipCirpack', simultaneousLines: 2, heardAt: at(0)});
		expect(lineStatus(lineIn(board))).toBe('free');
		expect(board.log.entries).toEqual([]);
		expect(board.log.registrations.map(({event}) => event)).toEqual([registered]);
		expect(lineIn(board).registeredAt).toBe(at(0));
		expect(reduceBoard(board, [registered])).toBe(board);
		const late = reduceBoard(board, [{...registered, at: at(-9)}]);
		expect([late.log, lineIn(late).registeredAt]).toEqual([board.log, at(0)]);
	});

	it('does not end a call by a registration', () => {
		const registered: BoardEvent = {type: 'line-registered', at: at(9), site, service: 'line', number: accueil};
		expect(statusAfter(ring, talk, registered)).toBe('in-call');
	});

	it('keeps what the service once said of a number when later events do not say it', () => {
		const board = boardAfter(onCall('ringing-started', 1, {label: 'Accueil', simultaneousLines: 3}), talk);
		expect(lineIn(board)).toMatchObject({label: 'Accueil', simultaneousLines: 3});
	});

	it('logs each event once, in order of arrival', () => {
		const board = boardAfter(ring, ring, talk, ringEnd, talk, hangUp, hangUp);
		expect(board.log.entries.map(({event}) => event.type)).toEqual([
			'ringing-started',
			'talk-started',
			'ringing-ended',
			'talk-ended',
		]);
		expect(board.log.entries.map(({sequence}) => sequence)).toEqual([1, 2, 3, 4]);
	});

	it('remembers the ended call, so that a repeated event does not open it again', () => {
		const board = boardAfter(ring, talk, ringEnd, hangUp);
		expect(lineIn(board).ended.map(({id}) => id)).toEqual([firstCall]);
		for (const event of [ring, talk, ringEnd, hangUp]) expect(reduceBoard(board, [event])).toBe(board);
	});
});
