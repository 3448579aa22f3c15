import {describe, expect, it} from 'vitest';
import type {BoardEvent} from '../../source/domain/event.js';
import {createQueueFinder} from '../../source/domain/queue-of-call.js';
import {callId} from '../../source/domain/units.js';
import {beginningOf, courseOf, factsOf, keyOf} from '../../source/screen-pop/facts.js';
import type {PopTrigger} from '../../source/screen-pop/rule.js';
import {
	accueil,
	at,
	boardAfter,
	customer,
	joined,
	left,
	offered,
	onCall,
	site,
	support,
	unbridged,
} from '../helpers/builders.js';

const factsAfter = (event: PopTrigger, ...before: readonly BoardEvent[]) =>
	factsOf(event, {board: boardAfter(...before), finder: createQueueFinder()});

describe('factsOf', () => {
	it('tells all that a first ring tells', () => {
		expect(factsAfter(onCall('ringing-started', 0, {label: 'Accueil', dialled: support}))).toEqual({
			caller: customer,
			called: accueil,
			dialled: support,
			event: 'ringing-started',
			serviceEvent: 'start_ringing',
			queue: '',
			agent: '',
			callId: 'call-1',
			line: accueil,
			label: 'Accueil',
			duration: '0',
		});
	});

	it('tells all that a caller in a queue tells, and nothing that nobody said', () => {
		expect(factsAfter(joined(0))).toEqual({
			caller: customer,
			called: support,
			dialled: '',
			event: 'caller-joined',
			serviceEvent: 'member-queue-start',
			queue: support,
			agent: '',
			callId: 'caller-1',
			line: '',
			label: '',
			duration: '0',
		});
	});

	it('names the queue that brought a line its call', () => {
		expect(factsAfter(onCall('ringing-started', 6), joined(0, {label: 'Support'}), offered(5))).toMatchObject({
			queue: support,
			agent: accueil,
		});
	});

	it.each<[string, PopTrigger, readonly BoardEvent[]]>([
		['7', onCall('talk-started', 7), [onCall('ringing-started', 0)]],
		['60', onCall('talk-ended', 67), [onCall('ringing-started', 0), onCall('talk-started', 7)]],
		['', onCall('talk-ended', 67), []],
		['5', offered(5), [joined(0)]],
		['', offered(5), []],
		['30', unbridged(40, {answeredAt: at(10)}), [joined(0)]],
		['20', left(20, {joinedAt: at(0)}), []],
	])('tells a duration of “%s” seconds', (duration, event, before) => {
		expect(factsAfter(event, ...before).duration).toBe(duration);
	});

	it('takes the name from the board when the event has none', () => {
		expect(factsAfter(joined(5), joined(0, {label: 'Support'})).label).toBe('Support');
	});
});

describe('beginningOf', () => {
	const board = boardAfter(onCall('ringing-started', 0, {label: 'Accueil'}), joined(0));

	it.each([onCall('ringing-started', 9), joined(9)])('makes $type of a call that the board knows', event => {
		expect(beginningOf(keyOf(event), {board, at: at(9)})).toMatchObject({
			type: event.type,
			at: at(9),
			from: customer,
			site,
		});
	});

	it('knows nothing of others', () => {
		expect(beginningOf({number: accueil, callId: callId('other')}, {board, at: at(9)})).toBeUndefined();
	});
});

describe('courseOf', () => {
	it.each<[string, PopTrigger, readonly BoardEvent[]]>([
		['unknown', onCall('ringing-started', 0), []],
		['goes-on', onCall('ringing-started', 0), [onCall('ringing-started', 0)]],
		[
			'goes-on',
			onCall('ringing-started', 0),
			[onCall('ringing-started', 0), onCall('ringing-ended', 5), onCall('talk-started', 5)],
		],
		['ended', onCall('ringing-started', 0), [onCall('ringing-started', 0), onCall('ringing-ended', 5)]],
		['ended', onCall('ringing-started', 0), [onCall('talk-started', 0), onCall('talk-ended', 5)]],
		['unknown', joined(0), []],
		['goes-on', joined(0), [joined(0)]],
		['ended', joined(0), [joined(0), left(5)]],
	])('%s', (course, event, told) => {
		expect(courseOf(keyOf(event), boardAfter(...told))).toBe(course);
	});
});
