import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {BoardEvent} from '../../source/domain/event.js';
import {
	abandonRate,
	answerRate,
	averageSpeedOfAnswer,
	averageTalk,
	defaultServiceLevel,
	formulas,
	lost,
	type ServiceLevelRule,
	serviceLevel,
	shortAbandons,
} from '../../source/domain/figures.js';
import {longestWait} from '../../source/domain/queue.js';
import {emptyTally, longestWaitSeconds, type Tally} from '../../source/domain/tally.js';
import {callerId} from '../../source/domain/units.js';
import {at, boardAfter, bridged, gaveUp, joined, left, queueIn, served} from '../helpers/builders.js';

type Formula = ServiceLevelRule['formula'];

const tallyAfter = (...events: readonly BoardEvent[]): Tally => queueIn(boardAfter(...events)).tally;
const by = (formula: Formula): ServiceLevelRule => ({...defaultServiceLevel, formula});
const percent = (share: number | null): number | null => (share === null ? null : Math.round(share * 10_000) / 100);

/** The worked example of the workforce managers' institute: 1000 answered, 60 abandoned. */
const institute: Tally = {
	...emptyTally,
	offered: 1060,
	answered: 1000,
	abandoned: 60,
	answerWaits: new Map([
		[20, 860],
		[21, 140],
	]),
	abandonWaits: new Map([
		[5, 10],
		[20, 10],
		[60, 40],
	]),
};

/** Six calls, three answered (V2). */
const sixCalls: readonly BoardEvent[] = [
	...served('c1', {joins: 0, answered: 8, ends: 128}),
	...served('c2', {joins: 10, answered: 40, ends: 100}),
	...gaveUp('c3', {joins: 20, leaves: 23}),
	...gaveUp('c4', {joins: 30, leaves: 48}),
	...gaveUp('c5', {joins: 60, leaves: 105}),
	...served('c6', {joins: 70, answered: 85, ends: 385}),
];

describe('serviceLevel', () => {
	it.each([
		['F1', 83.02],
		['F2', 86],
		['F3', 81.13],
		['F4', 82.69],
		['F5', 82.08],
		['F6', 81.9],
	] as const)('is by %s %d %% in the published example (V1)', (formula, expected) => {
		expect(percent(serviceLevel(institute, by(formula)))).toBe(expected);
	});

	it.each([
		['F1', 66.67],
		['F2', 66.67],
		['F3', 33.33],
		['F4', 50],
		['F5', 50],
		['F6', 40],
	] as const)('is by %s %d %% over six calls (V2)', (formula, expected) => {
		expect(percent(serviceLevel(tallyAfter(...sixCalls), by(formula)))).toBe(expected);
	});

	it('is by default F6: 80 % within 20 seconds, short within 5', () => {
		expect(defaultServiceLevel).toEqual({formula: 'F6', thresholdSeconds: 20, target: 0.8, shortAbandonSeconds: 5});
	});

	it('counts an answer at the threshold itself as within it', () => {
		const level = (wait: number) =>
			serviceLevel(tallyAfter(...served('a', {joins: 0, answered: wait, ends: 60})), defaultServiceLevel);
		expect(level(20)).toBe(1);
		expect(level(20.001)).toBe(0);
	});

	it('counts timed-out and no-agent as not met, opted-out not at all', () => {
		const events = [
			...served('a', {joins: 0, answered: 5, ends: 60}),
			joined(0, {callerId: callerId('b')}),
			left(60, {callerId: callerId('b'), outcome: 'timed-out'}),
			joined(0, {callerId: callerId('c')}),
			left(3, {callerId: callerId('c'), outcome: 'no-agent'}),
		];
		expect(percent(serviceLevel(tallyAfter(...events), defaultServiceLevel))).toBe(33.33);
		const optedOut = [
			joined(0, {callerId: callerId('d')}),
			left(30, {callerId: callerId('d'), outcome: 'opted-out'}),
		] as const;
		expect(percent(serviceLevel(tallyAfter(...events, ...optedOut), defaultServiceLevel))).toBe(33.33);
	});

	it('says nothing while nobody called, or only such as do not count', () => {
		for (const formula of ['F1', 'F2', 'F3', 'F4', 'F5', 'F6'] as const)
			expect(serviceLevel(emptyTally, by(formula))).toBeNull();
		expect(serviceLevel(tallyAfter(...gaveUp('a', {joins: 0, leaves: 3})), defaultServiceLevel)).toBeNull();
	});

	it('is a share between 0 and 1, whatever the formula and the calls', () => {
		const stay = fc.record({wait: fc.integer({min: 0, max: 90}), isAnswered: fc.boolean()});
		const formula = fc.constantFrom(...(Object.keys(formulas) as Formula[]));
		fc.assert(
			fc.property(fc.array(stay, {maxLength: 20}), formula, (stays, chosen) => {
				const events = stays.flatMap(({wait, isAnswered}, index) =>
					isAnswered
						? served(`${index}`, {joins: 0, answered: wait, ends: wait + 10})
						: gaveUp(`${index}`, {joins: 0, leaves: wait}),
				);
				const level = serviceLevel(tallyAfter(...events), by(chosen));
				expect(level === null || (level >= 0 && level <= 1)).toBe(true);
			}),
		);
	});
});

describe('lost', () => {
	it('is abandoned, timed out and no agent, without those who opted out', () => {
		expect(lost({...emptyTally, abandoned: 1, timedOut: 20, noAgent: 300, optedOut: 4000})).toBe(321);
	});
});

describe('answerRate', () => {
	it('is the answered of all whose waiting ended', () => {
		expect(answerRate(tallyAfter(...sixCalls))).toBe(0.5);
		expect(answerRate({...emptyTally, answered: 3, abandoned: 1, timedOut: 1, noAgent: 1, optedOut: 9})).toBe(0.5);
	});

	it('is null without any', () => {
		expect(answerRate(tallyAfter(joined(0)))).toBeNull();
	});
});

describe('abandonRate', () => {
	it('leaves out the short ones (V2)', () => {
		const tally = tallyAfter(...sixCalls);
		expect(tally).toMatchObject({offered: 6, answered: 3, abandoned: 3});
		expect(shortAbandons(tally, defaultServiceLevel)).toBe(1);
		expect(percent(abandonRate(tally, defaultServiceLevel))).toBe(40);
		expect(percent(abandonRate(tally, {...defaultServiceLevel, shortAbandonSeconds: -1}))).toBe(50);
	});

	it('is null when nobody was offered, or only short ones', () => {
		expect(abandonRate(emptyTally, defaultServiceLevel)).toBeNull();
		expect(abandonRate(tallyAfter(...gaveUp('a', {joins: 0, leaves: 5})), defaultServiceLevel)).toBeNull();
	});
});

describe('averageSpeedOfAnswer', () => {
	it('is the mean wait of the answered, not of all (V2)', () => {
		expect(averageSpeedOfAnswer(tallyAfter(...sixCalls))).toBeCloseTo((1000 * (8 + 30 + 15)) / 3, 6);
	});

	it('is null without an answer', () => {
		expect(averageSpeedOfAnswer(tallyAfter(...gaveUp('a', {joins: 0, leaves: 30})))).toBeNull();
	});
});

describe('averageTalk', () => {
	it('is the mean length of ended conversations (V2)', () => {
		expect(averageTalk(tallyAfter(...sixCalls))).toBe(160_000);
	});

	it('leaves out the conversation that goes on', () => {
		const events = [...served('a', {joins: 0, answered: 10, ends: 70}), joined(0), bridged(5)];
		expect(averageTalk(tallyAfter(...events))).toBe(60_000);
	});
});

describe('longestWaitSeconds', () => {
	it('is the longest of the day, lost or answered (V2)', () => {
		const tally = tallyAfter(...sixCalls);
		expect(longestWaitSeconds(tally)).toBe(45);
		expect(longestWaitSeconds({...tally, abandonWaits: new Map()})).toBe(30);
	});

	it('is null when no wait ended', () => {
		expect(longestWaitSeconds(tallyAfter(joined(0)))).toBeNull();
	});
});

describe('the most who waited at once', () => {
	it('is two of six (V2)', () => {
		const board = boardAfter(...[...sixCalls].sort((one, other) => one.at - other.at));
		for (const {times} of [queueIn(board), board.total]) expect([...times.peaks.values()]).toEqual([2]);
	});
});

describe('longestWait', () => {
	it('is that of the caller who came first, not last (V2)', () => {
		const soFar = sixCalls.filter(event => event.at <= at(35));
		expect(longestWait(queueIn(boardAfter(...soFar)), at(35))).toBe(25_000);
	});

	it('is null when nobody waits', () => {
		expect(longestWait(queueIn(boardAfter(...sixCalls)), at(400))).toBeNull();
	});
});
