import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {emptyBoard} from '../../source/domain/board.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {reduceBoard} from '../../source/domain/reduce.js';
import {callerId, callId, queueNumber, siteName} from '../../source/domain/units.js';
import {createRepeats} from '../../source/runtime/repeats.js';
import {anyEvents, anyStay} from '../domain/arbitrary-events.js';
import {
	alice,
	at,
	bridged,
	bruno,
	colleague,
	counted,
	failed,
	joined,
	left,
	offered,
	onCall,
	reset,
	site,
	support,
	timePassed,
	unbridged,
} from '../helpers/builders.js';

const fresh = (events: readonly BoardEvent[], isRepeated = createRepeats()): readonly BoardEvent[] =>
	events.filter(event => !isRepeated(event));

const unknown: BoardEvent = {type: 'event-unrecognised', at: at(0), site, name: 'agent-add', number: support};

describe('createRepeats', () => {
	it.each<[string, BoardEvent, BoardEvent]>([
		['another site', onCall('talk-started', 1), onCall('talk-started', 1, {site: siteName('Lyon')})],
		['another latency', onCall('talk-started', 1, {latencyMs: 12}), onCall('talk-started', 1, {latencyMs: 900})],
		['nothing else', joined(1), joined(1)],
		['nothing else, and is of no known kind', unknown, {...unknown}],
		['nothing else, and is a count', counted(1, 3), counted(1, 3)],
	])('knows an event again that has %s', (_, event, again) => {
		expect(fresh([event, again])).toEqual([event]);
	});

	it.each<[string, BoardEvent, BoardEvent]>([
		['kind', onCall('ringing-started', 1), onCall('talk-started', 1)],
		['time', onCall('hold-started', 1), onCall('hold-started', 1.001)],
		['line', onCall('talk-started', 1), onCall('talk-started', 1, {number: colleague})],
		['call', onCall('talk-started', 1), onCall('talk-started', 1, {callId: callId('2')})],
		['queue', joined(1), joined(1, {number: queueNumber('0033199000200')})],
		['caller', joined(1), joined(1, {callerId: callerId('2')})],
		['agent', offered(1), offered(1, {agent: bruno})],
		['cause', failed(1), failed(1, {cause: 'LOSE_RACE'})],
		['outcome', left(1), left(1, {outcome: 'timed-out'})],
		['end', left(1), left(1, {leftAt: at(0)})],
		['answer', bridged(1), bridged(1, {answeredAt: at(0)})],
		['end of talk', unbridged(1), unbridged(1, {endedAt: at(0)})],
		['success', unbridged(1), unbridged(1, {bridged: false})],
		['count', counted(1, 3), counted(1, 2)],
		['name', unknown, {...unknown, name: 'agent-delete'}],
	])('tells events apart by their %s', (_, event, other) => {
		expect(fresh([event, other])).toEqual([event, other]);
	});

	it('never takes what is said of a feed or of the board for a repeat', () => {
		const events: readonly BoardEvent[] = [
			{type: 'feed-live', at: at(0), site},
			{type: 'feed-received', at: at(0), site, events: 0, rejected: 0, lastEventAt: null, clockOffsetMs: 0},
			{type: 'feed-gap', at: at(0), site},
			{type: 'event-rejected', at: at(0), site, path: 'Events[0]', reason: 'bad'},
			timePassed(0),
			reset(0),
			{type: 'settings-changed', at: at(0)},
		];
		expect(fresh([...events, ...events])).toEqual([...events, ...events]);
	});

	it('lets a queue count to and fro within the second, but not back in time', () => {
		const counts = [counted(1, 1), counted(1, 2), counted(1, 1), counted(2, 0)];
		expect(fresh([...counts, counted(1, 1)])).toEqual(counts);
	});

	it('remembers a bounded number, the newest', () => {
		const isRepeated = createRepeats(100);
		const events = Array.from({length: 1000}, (_, index) => onCall('talk-started', index));
		expect(fresh(events, isRepeated)).toEqual(events);
		expect(fresh(events.slice(-50), isRepeated)).toEqual([]);
		expect(fresh(events.slice(0, 50), isRepeated)).toHaveLength(50);
		expect(fresh(events.slice(-50), isRepeated)).toEqual([]);
	});

	it('loses no event of a day in which nothing is told twice', () => {
		const identity = (event: BoardEvent): string => JSON.stringify(event);
		fc.assert(
			fc.property(anyEvents, events => {
				const once = [...new Map(events.map(event => [identity(event), event])).values()];
				const inOrder = once.filter(({type}) => type !== 'queue-counted');
				expect(fresh(inOrder)).toEqual(inOrder);
			}),
		);
	});

	it('gives the same board however often, and by whichever token, events are told again', () => {
		const day = fc
			.tuple(anyStay('a'), anyStay('b'))
			.map(stays => [...stays.flat(), onCall('ringing-started', 1), onCall('talk-started', 4), counted(5, 1)]);
		const again = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000), fc.boolean()), {maxLength: 40});
		fc.assert(
			fc.property(day, again, (events, repeats) => {
				const told: BoardEvent[] = [...events];
				for (const [which, where, isOther] of repeats) {
					const index = which % told.length;
					const event = told[index];
					if (!event) continue;
					const later = index + 1 + (where % (told.length - index));
					told.splice(later, 0, isOther && 'site' in event ? {...event, site: siteName('Lyon')} : {...event});
				}
				expect(reduceBoard(emptyBoard, fresh(told))).toEqual(reduceBoard(emptyBoard, fresh(events)));
				expect(fresh(told)).toHaveLength(fresh(events).length);
			}),
		);
	});

	it('takes an agent who is rung again for news', () => {
		expect(fresh([offered(1, {agent: alice}), offered(2, {agent: alice})])).toHaveLength(2);
	});
});
