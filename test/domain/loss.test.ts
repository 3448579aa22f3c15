import {describe, expect, it} from 'vitest';
import {
	type Loss,
	type Losses,
	lossesKept,
	recountLosses,
	reopenLosses,
	settleLosses,
	tickLoss,
	triesOf,
} from '../../source/domain/loss.js';
import {durationMs} from '../../source/domain/units.js';
import {alice, at, customer, sales, site, support} from '../helpers/builders.js';

const lostCall = (key: string, seconds: number, facts: Partial<Loss> = {}): Loss => ({
	key,
	site,
	queue: support,
	from: customer,
	at: at(seconds),
	waited: durationMs(20_000),
	outcome: 'abandoned',
	settled: null,
	...facts,
});

const withLosses = (...all: readonly Loss[]): Losses => new Map(all.map(loss => [loss.key, loss]));
const recounted = (losses: Losses, loss: Loss): Losses => recountLosses(losses, {key: loss.key, loss});
const answeredBy = (seconds: number) => ({by: 'answered', at: at(seconds), who: alice}) as const;
const reached = (
	losses: Losses,
	{from = customer, begun, answered}: {from?: string; begun: number; answered: number},
) =>
	[...settleLosses(losses, {from, begunAt: at(begun), settled: answeredBy(answered)}).values()].map(
		({settled}) => settled?.at ?? null,
	);

describe('recountLosses', () => {
	it('remembers who was lost, and nobody else', () => {
		for (const outcome of ['abandoned', 'timed-out', 'no-agent'] as const) {
			const loss = lostCall('a', 10, {outcome});
			expect([...recounted(new Map(), loss).values()]).toEqual([loss]);
		}
		for (const outcome of ['answered', 'opted-out', null] as const) {
			const loss = {...lostCall('a', 10), outcome};
			expect(recountLosses(new Map(), {key: 'a', loss}).size).toBe(0);
			expect(recountLosses(withLosses(lostCall('a', 10)), {key: 'a', loss}).size).toBe(0);
		}
	});

	it('gives back the same for what is known', () => {
		const losses = withLosses(lostCall('a', 10));
		expect(recounted(losses, lostCall('a', 10))).toBe(losses);
		expect(recountLosses(losses, {key: 'b', loss: null})).toBe(losses);
	});

	it('forgets a loss that does not count any more', () => {
		expect(recountLosses(withLosses(lostCall('a', 10)), {key: 'a', loss: null}).size).toBe(0);
	});

	it('corrects a loss that was dealt with, unless the caller was lost again after that', () => {
		const losses = withLosses(lostCall('a', 10, {settled: answeredBy(50)}));
		const corrected = recounted(losses, lostCall('a', 10, {waited: durationMs(30_000)}));
		expect(corrected.get('a')).toMatchObject({waited: 30_000, settled: answeredBy(50)});
		const again = recounted(losses, lostCall('a', 60, {queue: sales}));
		expect(again.get('a')).toMatchObject({queue: sales, settled: null});
	});

	it('remembers the newest', () => {
		let losses: Losses = new Map();
		for (let index = 0; index <= lossesKept; index++) losses = recounted(losses, lostCall(`${index}`, index));
		expect(losses.size).toBe(lossesKept);
		expect([losses.has('0'), losses.has('1')]).toEqual([false, true]);
	});
});

describe('settleLosses', () => {
	it('settles all losses of the number before the call that was answered', () => {
		const losses = withLosses(
			lostCall('a', 10),
			lostCall('b', 50),
			lostCall('c', 200),
			lostCall('d', 20, {from: '0033600000000'}),
		);
		expect(reached(losses, {begun: 100, answered: 110})).toEqual([at(110), at(110), null, null]);
	});

	it('is not done by the very call that was lost, which an agent answered as the caller gave up', () => {
		const losses = withLosses(lostCall('a', 10));
		expect(reached(losses, {begun: 2, answered: 12})).toEqual([null]);
		expect(reached(losses, {begun: 10.9, answered: 12})).toEqual([null]);
		expect(reached(losses, {begun: 11, answered: 12})).toEqual([at(12)]);
	});

	it('is done by where the call of who waited too long went on to', () => {
		const losses = withLosses(lostCall('a', 10, {outcome: 'timed-out'}));
		expect(reached(losses, {begun: 10, answered: 12})).toEqual([at(12)]);
	});

	it('knows nobody without a number', () => {
		const losses = withLosses(lostCall('a', 10, {from: ''}));
		expect(reached(losses, {from: '', begun: 100, answered: 110})).toEqual([null]);
	});

	it('leaves what is settled, and gives back the same when there is nothing to settle', () => {
		const losses = withLosses(lostCall('a', 10, {settled: answeredBy(50)}));
		expect(settleLosses(losses, {from: customer, begunAt: at(100), settled: answeredBy(110)})).toBe(losses);
	});
});

describe('reopenLosses', () => {
	it('opens what that answer settled, and nothing else', () => {
		const losses = withLosses(
			lostCall('a', 10, {settled: answeredBy(50)}),
			lostCall('b', 10, {settled: answeredBy(60)}),
			lostCall('c', 10, {settled: {by: 'hand', at: at(50), who: null}}),
		);
		const reopened = reopenLosses(losses, customer, answeredBy(50));
		expect([...reopened.values()].map(({settled}) => settled?.at ?? null)).toEqual([null, at(60), at(50)]);
		expect(reopenLosses(reopened, customer, answeredBy(50))).toBe(reopened);
	});
});

describe('tickLoss', () => {
	const losses = withLosses(
		lostCall('a', 10),
		lostCall('b', 50),
		lostCall('c', 20, {from: ''}),
		lostCall('d', 20, {from: ''}),
	);
	const settledIn = (known: Losses) => [...known.values()].map(({settled}) => settled?.at ?? null);

	it('goes for all losses of the number, and can be taken back', () => {
		const ticked = tickLoss(losses, {key: 'a', isDone: true, at: at(100)});
		expect(settledIn(ticked)).toEqual([at(100), at(100), null, null]);
		expect(tickLoss(ticked, {key: 'b', isDone: true, at: at(101)})).toBe(ticked);
		expect(settledIn(tickLoss(ticked, {key: 'b', isDone: false, at: at(102)}))).toEqual([null, null, null, null]);
	});

	it('goes for the one loss of a withheld number', () => {
		expect(settledIn(tickLoss(losses, {key: 'c', isDone: true, at: at(100)}))).toEqual([null, null, at(100), null]);
	});

	it('is never before the loss, whatever this machine takes the time for', () => {
		expect(settledIn(tickLoss(losses, {key: 'a', isDone: true, at: at(5)}))).toEqual([at(50), at(50), null, null]);
	});

	it('does nothing to a loss that is not known', () => {
		expect(tickLoss(losses, {key: 'unknown', isDone: true, at: at(100)})).toBe(losses);
	});
});

describe('triesOf', () => {
	it('counts by number, without withheld ones', () => {
		const losses = withLosses(lostCall('a', 10), lostCall('b', 20), lostCall('c', 20, {from: ''}));
		expect(triesOf(losses)).toEqual(new Map([[customer, 2]]));
	});
});
