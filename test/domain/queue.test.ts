import {describe, expect, it} from 'vitest';
import {waitSoFar} from '../../source/domain/caller.js';
import {findCaller, lastingDifference, longestWait, talkingCallers, waitingCallers} from '../../source/domain/queue.js';
import {reduceBoard} from '../../source/domain/reduce.js';
import {callerId} from '../../source/domain/units.js';
import {
	at,
	boardAfter,
	bridged,
	counted,
	firstCaller,
	joined,
	left,
	offered,
	queueIn,
	timePassed,
} from '../helpers/builders.js';

const who = (id: string) => ({callerId: callerId(id)});

describe('waitingCallers', () => {
	it('puts the longest wait first, whatever the order of arrival', () => {
		const queue = queueIn(boardAfter(joined(20, who('late')), joined(5, who('early')), joined(10, who('middle'))));
		expect(waitingCallers(queue).map(({id}) => id)).toEqual(['early', 'middle', 'late']);
	});
});

describe('talkingCallers', () => {
	it('puts the longest conversation first', () => {
		const queue = queueIn(boardAfter(bridged(20, who('late')), bridged(5, who('early'))));
		expect(talkingCallers(queue).map(({id}) => id)).toEqual(['early', 'late']);
	});
});

describe('lastingDifference', () => {
	const differs = boardAfter(joined(0), counted(10, 3));

	it('is what the service counts once that has differed for a minute', () => {
		expect([69, 70].map(second => lastingDifference(queueIn(differs), at(second)))).toEqual([null, 3]);
	});

	it('is none when the counts agree, or the service told none', () => {
		const agrees = reduceBoard(differs, [counted(20, 1)]);
		for (const board of [agrees, boardAfter(joined(0))]) {
			expect(queueIn(board).differsSince).toBeNull();
			expect(lastingDifference(queueIn(board), at(1000))).toBeNull();
		}
	});

	it('begins when time tells that somebody left unheard by the service', () => {
		const board = reduceBoard(boardAfter(joined(0), counted(1, 1), left(20)), [timePassed(21)]);
		expect(queueIn(board).differsSince).toBe(at(21));
	});
});

describe('longestWait', () => {
	it('is never negative when clocks differ', () => {
		expect(longestWait(queueIn(boardAfter(joined(10))), at(5))).toBe(0);
	});
});

describe('waitSoFar', () => {
	it('is nothing for a caller whose joining is not known', () => {
		const caller = findCaller(queueIn(boardAfter(offered(1))), firstCaller);
		expect(caller && waitSoFar(caller, at(60))).toBe(0);
	});
});
