import {describe, expect, it} from 'vitest';
import {noShare, type Share} from '../../source/domain/caller.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {emptyTally, meanMs, mergeTallies, recountShare, total, within} from '../../source/domain/tally.js';
import {agentNumber, durationMs} from '../../source/domain/units.js';
import {boardAfter, gaveUp, queueIn, served} from '../helpers/builders.js';

const waiting: Share = {...noShare, offered: true};
const answered: Share = {...waiting, outcome: 'answered', waited: durationMs(8200), agent: agentNumber('1')};
const abandoned: Share = {...waiting, outcome: 'abandoned', waited: durationMs(25_000)};

describe('recountShare', () => {
	it('counts what a stay became, and takes back what it was', () => {
		const first = recountShare(emptyTally, {before: noShare, after: answered});
		expect(first).toMatchObject({offered: 1, answered: 1, answerWaitMs: 8200, answerWaits: new Map([[9, 1]])});
		const second = recountShare(first, {before: answered, after: abandoned});
		expect(second).toEqual({...emptyTally, offered: 1, abandoned: 1, abandonWaits: new Map([[25, 1]])});
		expect(recountShare(second, {before: abandoned, after: noShare})).toEqual(emptyTally);
	});

	it('gives back the same tally when the share is the same', () => {
		const tally = recountShare(emptyTally, {before: noShare, after: answered});
		expect(recountShare(tally, {before: answered, after: {...answered}})).toBe(tally);
	});
});

describe('within', () => {
	it('counts up to and with the limit', () => {
		const histogram = new Map([
			[0, 1],
			[5, 2],
			[6, 4],
		]);
		expect([-1, 0, 5, 6, 100].map(seconds => within(histogram, seconds))).toEqual([0, 1, 3, 7, 7]);
		expect(total(histogram)).toBe(7);
	});
});

describe('mergeTallies', () => {
	it('is the tally of all callers together', () => {
		const one = [...served('a', {joins: 0, answered: 8, ends: 60}), ...gaveUp('b', {joins: 0, leaves: 8})];
		const other = [...served('c', {joins: 0, answered: 8, ends: 70}), ...gaveUp('d', {joins: 0, leaves: 3})];
		const tallyOf = (...events: readonly BoardEvent[]) => queueIn(boardAfter(...events)).tally;
		expect(mergeTallies([tallyOf(...one), tallyOf(...other)])).toEqual(tallyOf(...one, ...other));
	});

	it('is empty for no queues', () => {
		expect(mergeTallies([])).toEqual(emptyTally);
	});
});

describe('meanMs', () => {
	it('is null for nothing', () => {
		expect(meanMs(0, 0)).toBeNull();
		expect(meanMs(90, 4)).toBe(22.5);
	});
});
