import {describe, expect, it} from 'vitest';
import {noShare, type Share} from '../../source/domain/caller.js';
import {emptyTally} from '../../source/domain/tally.js';
import {durationMs} from '../../source/domain/units.js';
import {
	decisiveStay,
	emptyTotal,
	recountTotal,
	type Stay,
	shareOfCall,
	withStay,
} from '../../source/domain/whole-call.js';
import {at, sales, site, support} from '../helpers/builders.js';
import {byStart} from '../helpers/tallies-by-time.js';

const stay = (key: string, share: Partial<Share>): Stay => ({
	key,
	site,
	queue: key.startsWith('support') ? support : sales,
	share: {...noShare, ...share},
});

const waits = (joins: number): Partial<Share> => ({offered: true, joinedAt: at(joins)});
const ended = (joins: number, ends: number, outcome: NonNullable<Share['outcome']>): Partial<Share> => ({
	...waits(joins),
	outcome,
	waited: durationMs((ends - joins) * 1000),
	waitEndedAt: at(ends),
});

const timedOut = stay('support', ended(0, 60, 'timed-out'));
const answered = stay('sales', {...ended(60, 90, 'answered'), talked: durationMs(5000), talkEndedAt: at(95)});

describe('shareOfCall', () => {
	it('is that of its only stay, without the conversation', () => {
		expect(shareOfCall([answered])).toEqual({...noShare, ...ended(60, 90, 'answered')});
	});

	it('is offered once and answered with the whole wait', () => {
		expect(shareOfCall([timedOut, answered])).toEqual({...noShare, ...ended(0, 90, 'answered')});
	});

	it('is what became of it in the last queue', () => {
		const abandoned = stay('sales', ended(60, 70, 'abandoned'));
		expect(shareOfCall([timedOut, abandoned])).toEqual({...noShare, ...ended(0, 70, 'abandoned')});
		expect(shareOfCall([timedOut, stay('sales', waits(60))])).toEqual({...noShare, ...waits(0)});
	});

	it('stays answered when the caller is lost in a queue they were passed on to', () => {
		const first = stay('support', ended(0, 10, 'answered'));
		expect(shareOfCall([first, stay('sales', ended(40, 70, 'abandoned'))]).outcome).toBe('answered');
	});

	it('is the same in whatever order the queues told of it', () => {
		const stays = [timedOut, stay('sales', waits(60))];
		expect(shareOfCall(stays.toReversed())).toEqual(shareOfCall(stays));
		expect(decisiveStay(stays.toReversed())?.queue).toBe(sales);
	});

	it('takes of two stays of one second the one that goes on, or ended later', () => {
		const noAgent = stay('support', ended(0, 0, 'no-agent'));
		for (const other of [stay('sales', waits(0)), stay('sales', ended(0, 20, 'abandoned'))]) {
			expect(decisiveStay([noAgent, other])).toBe(other);
			expect(decisiveStay([other, noAgent])).toBe(other);
		}
	});

	it('is nothing without stays', () => {
		expect(shareOfCall([])).toEqual(noShare);
	});

	it('does not know the wait when the joining is not known', () => {
		const partial = stay('support', {outcome: 'abandoned', waitEndedAt: at(9)});
		expect(shareOfCall([partial])).toMatchObject({offered: false, outcome: 'abandoned', waited: null});
	});
});

describe('withStay', () => {
	it('adds a stay, or puts it in the place of what it was', () => {
		const stays = withStay(withStay([], stay('support', waits(0))), answered);
		expect(withStay(stays, timedOut)).toEqual([timedOut, answered]);
	});
});

describe('recountTotal', () => {
	it('counts the call once and every conversation', () => {
		const first = stay('support', {...ended(0, 10, 'answered'), talked: durationMs(7000), talkEndedAt: at(17)});
		const {tally, times} = recountTotal(emptyTotal, {before: [], after: [first, answered]});
		expect(tally).toMatchObject({offered: 1, answered: 1, answerWaitMs: 10_000, talks: 2, talkMs: 12_000});
		expect([...byStart(times.quarters).values()]).toEqual([tally]);
	});

	it('takes back all that a call counted for', () => {
		const total = recountTotal(emptyTotal, {before: [], after: [timedOut, answered]});
		expect(recountTotal(total, {before: [timedOut, answered], after: []}).tally).toEqual(emptyTally);
	});

	it('gives back the same when nothing counts otherwise', () => {
		const total = recountTotal(emptyTotal, {before: [], after: [answered]});
		expect(recountTotal(total, {before: [answered], after: [stay('sales', answered.share)]})).toBe(total);
	});
});
