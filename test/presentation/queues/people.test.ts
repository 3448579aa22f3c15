import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {callerState} from '../../../source/domain/caller.js';
import {callersInDoubt, talkingCallers, waitingCallers} from '../../../source/domain/queue.js';
import {callerId} from '../../../source/domain/units.js';
import {earlier, type Present, peopleIn} from '../../../source/presentation/queues/people.js';
import {anyEvents} from '../../domain/arbitrary-events.js';
import {at, boardAfter, bridged, failed, gap, joined, offered, queueIn, timePassed} from '../../helpers/builders.js';

const ids = (callers: readonly Present[]): readonly string[] => callers.map(({caller}) => caller.id);

describe('peopleIn', () => {
	it('has those who wait and those who talk apart, longest first', () => {
		const named = (id: string) => ({callerId: callerId(id)});
		const board = boardAfter(
			joined(-10, named('b')),
			joined(-20, named('a')),
			joined(-60, named('d')),
			bridged(-30, named('d')),
			joined(-80, named('c')),
			bridged(-40, named('c')),
		);
		const {waiting, talking} = peopleIn(queueIn(board));
		expect(ids(waiting)).toEqual(['a', 'b']);
		expect(ids(talking)).toEqual(['c', 'd']);
		expect(talking[0]?.since).toEqual({at: at(-40), isExact: true});
	});

	it('knows since when at least somebody waits whose joining was not told: since the first sign of them', () => {
		const {waiting} = peopleIn(queueIn(boardAfter(offered(-60), failed(-40), offered(-35))));
		expect(waiting[0]?.since).toEqual({at: at(-60), isExact: false});
	});

	it('has those in doubt and those given up on apart', () => {
		const {waiting, doubted} = peopleIn(queueIn(boardAfter(joined(-60), gap(-50))));
		expect([ids(waiting), ids(doubted.waiting), ids(doubted.talking)]).toEqual([[], ['caller-1'], []]);
		const {expired} = peopleIn(queueIn(boardAfter(joined(-3700), timePassed(-10))));
		expect([ids(expired.waiting), ids(expired.talking)]).toEqual([['caller-1'], []]);
	});

	it('looks through a queue once', () => {
		const queue = queueIn(boardAfter(joined(-60)));
		expect(peopleIn(queue)).toBe(peopleIn(queue));
	});

	it('has whom the board has', () => {
		fc.assert(
			fc.property(anyEvents, events => {
				const queue = queueIn(boardAfter(...events, timePassed(31)));
				const {waiting, talking, doubted, expired} = peopleIn(queue);
				const sorted = (callers: readonly {readonly id: string}[]) => callers.map(({id}) => id).sort();
				expect([...ids(waiting)].sort()).toEqual(sorted(waitingCallers(queue)));
				expect([...ids(talking)].sort()).toEqual(sorted(talkingCallers(queue)));
				expect(ids([...expired.waiting, ...expired.talking]).toSorted()).toEqual(
					sorted([...queue.callers.values()].filter(caller => callerState(caller) === 'expired')),
				);
				const {waiting: waits, talking: talks} = callersInDoubt(queue);
				expect([doubted.waiting.length, doubted.talking.length]).toEqual([waits, talks]);
			}),
		);
	});
});

describe('earlier', () => {
	const exact = {at: at(-5), isExact: true};
	const rough = {at: at(-5), isExact: false};
	const late = {at: at(-1), isExact: true};

	it.each([
		[null, null, null],
		[null, late, late],
		[late, null, late],
		[exact, late, exact],
		[late, exact, exact],
		[rough, exact, exact],
		[exact, rough, exact],
	])('of %o and %o', (one, other, wanted) => {
		expect(earlier(one, other)).toBe(wanted);
	});
});
