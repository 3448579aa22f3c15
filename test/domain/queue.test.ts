import {describe, expect, it} from 'vitest';
import {waitSoFar} from '../../source/domain/caller.js';
import {findCaller, longestWait, talkingCallers, waitingCallers} from '../../source/domain/queue.js';
import {callerId} from '../../source/domain/units.js';
import {at, boardAfter, bridged, firstCaller, joined, offered, queueIn} from '../helpers/builders.js';

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
