import {describe, expect, it} from 'vitest';
import type {Patience} from '../../source/domain/event.js';
import {ageLine, ageQueue, defaultPatience} from '../../source/domain/expiry.js';
import {durationMs} from '../../source/domain/units.js';
import {
	at,
	boardAfter,
	bridged,
	firstCall,
	gap,
	joined,
	lineIn,
	onCall,
	queueIn,
	timePassed,
} from '../helpers/builders.js';

const patience: Patience = {conversation: durationMs(60_000), waiting: durationMs(10_000)};

describe('ageLine', () => {
	it.each([
		['a ringing', onCall('ringing-started', 0), 10],
		['a conversation', onCall('talk-started', 0), 60],
		['a hold', onCall('hold-started', 0), 60],
	] as const)('expires %s after the patience it is given', (_, event, seconds) => {
		const line = lineIn(boardAfter(event));
		expect(ageLine(line, {now: at(seconds), patience})).toBe(line);
		expect(ageLine(line, {now: at(seconds + 1), patience}).calls.get(firstCall)?.expiredAt).toBe(at(seconds + 1));
	});

	it('gives up a call in doubt after the patience for waiting, whatever it was', () => {
		const line = lineIn(boardAfter(onCall('talk-started', 0), gap(5)));
		expect(ageLine(line, {now: at(10), patience})).toBe(line);
		expect(ageLine(line, {now: at(11), patience}).calls.size).toBe(0);
	});
});

describe('ageQueue', () => {
	it.each([
		['waits', joined(0), 10],
		['talks', bridged(0), 60],
	] as const)('expires who %s after the patience it is given', (_, event, seconds) => {
		const queue = queueIn(boardAfter(event));
		expect(ageQueue(queue, {now: at(seconds), patience})).toBe(queue);
		const aged = ageQueue(queue, {now: at(seconds + 1), patience});
		expect([...aged.callers.values()].map(({left}) => left?.outcome)).toEqual(['expired']);
	});
});

describe('defaultPatience', () => {
	it('is four hours for a conversation and one for waiting', () => {
		expect(defaultPatience).toEqual({conversation: 14_400_000, waiting: 3_600_000});
	});

	it('is used when time passes and nothing else is said', () => {
		const events = [onCall('ringing-started', 0), joined(0)];
		const board = boardAfter(...events, {...timePassed(11), patience});
		expect(lineIn(board).calls.get(firstCall)?.expiredAt).toBe(at(11));
		expect(boardAfter(...events, timePassed(11))).toEqual(boardAfter(...events));
	});
});
