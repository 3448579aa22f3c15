import {describe, expect, it, onTestFinished} from 'vitest';
import type {BoardEvent} from '../../source/domain/event.js';
import {type DurationMs, durationMs, epochMs} from '../../source/domain/units.js';
import {FeedUnreachableError, TokenRefusedError, WireFormatError} from '../../source/errors.js';
import {refusedDelayMs} from '../../source/runtime/backoff.js';
import {runFeed} from '../../source/runtime/feed.js';
import {at, joined, onCall, site, start} from '../helpers/builders.js';
import {createManualClock, createManualWait} from '../helpers/manual-clock.js';
import {batch, createScriptedProvider, type Step} from './scripted-provider.js';

const cut = () => new FeedUnreachableError('cannot reach it', {failure: 'unreachable'});
const refused = () => new TokenRefusedError('the service refuses the token');
const ring = onCall('ringing-started', 1);
const talk = onCall('talk-started', 8);

type Circumstances = {readonly isRepeated?: (event: BoardEvent) => boolean; readonly quietAfterMs?: DurationMs};

/** A feed on a scripted service; ends with the test. */
const startFeed = (...steps: readonly Step[]) => startFeedWith({}, ...steps);

const startFeedWith = ({isRepeated = () => false, ...circumstances}: Circumstances, ...steps: readonly Step[]) => {
	const clock = createManualClock(start);
	const pause = createManualWait();
	const controller = new AbortController();
	const provider = createScriptedProvider({steps, now: clock.now});
	let attempt = new AbortController();
	const events: BoardEvent[] = [];
	const others: BoardEvent[] = [];
	const waiting: (() => void)[] = [];
	const rests: number[] = [];
	const sinks = [{dispatch: (news: readonly BoardEvent[]) => others.push(...news)}];
	const dispatch = (news: readonly BoardEvent[]): void => {
		events.push(...news);
		for (const check of waiting) check();
	};
	const {signal} = controller;
	const done = runFeed({
		...circumstances,
		isRepeated,
		renew: () => attempt.signal,
		provider,
		sinks: [{dispatch}, ...sinks],
		clock,
		random: () => 0,
		wait: pause.wait,
		rest: async milliseconds => {
			rests.push(milliseconds);
		},
		signal,
	});
	onTestFinished(() => {
		controller.abort();
		return done.catch(() => undefined);
	});
	const come = (count: number, type: BoardEvent['type']): Promise<void> =>
		new Promise(resolve => {
			const check = (): void => {
				if (events.filter(event => event.type === type).length >= count) resolve();
			};
			waiting.push(check);
			check();
		});
	/** As when the machine woke. */
	const renew = (): void => {
		const former = attempt;
		attempt = new AbortController();
		former.abort();
	};
	return {renew, clock, pause, controller, provider, events, others, rests, done, come, connects: provider.connects};
};

const types = (events: readonly BoardEvent[]) => events.map(({type}) => type);
const only = <Type extends BoardEvent['type']>(events: readonly BoardEvent[], type: Type) =>
	events.filter((event): event is Extract<BoardEvent, {type: Type}> => event.type === type);

describe('runFeed', () => {
	it('leaves the service alone for a moment after events, and longer when it does not hold empty requests', async () => {
		const feed = startFeed(
			batch([onCall('talk-started', 0)]),
			batch(),
			() => feed.clock.advance(30_000),
			batch(),
			batch([onCall('talk-ended', 1)]),
			batch([onCall('talk-started', 2)]),
		);
		await feed.come(3, 'feed-received');
		expect(feed.rests.slice(0, 3)).toEqual([40, 1000, 40]);
	});

	it('connects, is live with the first answer, even an empty one, and says so once', async () => {
		const feed = startFeed(batch(), batch(), batch([ring]), batch([talk]));
		await feed.come(2, 'feed-received');
		expect(types(feed.events)).toEqual([
			'feed-connecting',
			'feed-live',
			'ringing-started',
			'feed-received',
			'talk-started',
			'feed-received',
		]);
		expect(feed.events[0]).toEqual({type: 'feed-connecting', at: at(0), site, transport: 'scripted'});
	});

	it('gives every sink the same', async () => {
		const feed = startFeed(batch([ring]), batch([talk]));
		await feed.come(2, 'feed-received');
		expect(feed.others).toEqual(feed.events);
	});

	it('reports what arrived with each answer', async () => {
		const rejected: BoardEvent = {type: 'event-rejected', at: at(99), site, path: 'Events[1]', reason: 'bad'};
		const feed = startFeed(batch([talk, rejected, ring]), batch([rejected]));
		await feed.come(2, 'feed-received');
		expect(only(feed.events, 'feed-received')).toEqual([
			{type: 'feed-received', at: at(0), site, events: 2, rejected: 1, lastEventAt: at(8), clockOffsetMs: 0},
			{type: 'feed-received', at: at(0), site, events: 0, rejected: 1, lastEventAt: null, clockOffsetMs: 0},
		]);
	});

	it('is down after a failure, says when it tries again, and comes back', async () => {
		const feed = startFeed(batch([ring]), cut(), batch([talk]));
		await feed.come(1, 'feed-failed');
		expect(feed.events.at(-1)).toEqual({
			type: 'feed-failed',
			at: at(0),
			site,
			failure: 'unreachable',
			reason: 'cannot reach it',
			retryAt: at(1),
		});
		expect(feed.pause.asked).toEqual([1000]);
		expect(feed.provider.connections()).toBe(1);
		await feed.pause.release();
		await feed.come(2, 'feed-received');
		expect(only(feed.events, 'feed-live')).toHaveLength(2);
		expect(types(feed.events).slice(-3)).toEqual(['feed-live', 'talk-started', 'feed-received']);
	});

	it('waits longer after each failure, and begins anew once it was live', async () => {
		const feed = startFeed(cut(), cut(), cut(), cut(), cut(), cut(), batch(), cut());
		for (let failures = 1; failures <= 6; failures += 1) await feed.pause.release();
		await feed.come(7, 'feed-failed');
		expect(feed.pause.asked).toEqual([1000, 2000, 5000, 10_000, 30_000, 30_000, 1000]);
	});

	it.each<[string, Error, object]>([
		[
			'a service that does not answer in time',
			new FeedUnreachableError('m', {failure: 'timeout'}),
			{failure: 'timeout'},
		],
		['a status', new FeedUnreachableError('m', {failure: 'status'}), {failure: 'status'}],
		['an answer too large', new FeedUnreachableError('m', {failure: 'too-large'}), {failure: 'too-large'}],
		[
			'an answer it cannot read',
			new WireFormatError('answer', 'expected JSON'),
			{failure: 'format', reason: 'answer: expected JSON'},
		],
	])('tells %s', async (_, error, expected) => {
		const feed = startFeed(error);
		await feed.come(1, 'feed-failed');
		expect(feed.events.at(-1)).toMatchObject({type: 'feed-failed', retryAt: at(1), ...expected});
	});

	it('waits as long as the service asks', async () => {
		const feed = startFeed(new FeedUnreachableError('m', {failure: 'status', retryAfterSeconds: 42}));
		await feed.come(1, 'feed-failed');
		expect(feed.events.at(-1)).toMatchObject({retryAt: at(42)});
		expect(feed.pause.asked).toEqual([42_000]);
	});

	it('asks again with a refused token, but seldom', async () => {
		const feed = startFeed(refused(), refused(), batch([ring]));
		await feed.pause.release();
		await feed.pause.release();
		await feed.come(1, 'feed-received');
		expect(feed.pause.asked).toEqual([refusedDelayMs, refusedDelayMs]);
		expect(only(feed.events, 'feed-refused')).toEqual([
			{type: 'feed-refused', at: at(0), site, reason: 'the service refuses the token', retryAt: at(60)},
			{type: 'feed-refused', at: at(0), site, reason: 'the service refuses the token', retryAt: at(60)},
		]);
		expect(only(feed.events, 'feed-live')).toHaveLength(1);
	});

	it("tells its own times by the service's clock", async () => {
		const late = 2500;
		const feed = startFeed(batch([joined(-1)], epochMs(start - late)), cut());
		await feed.come(1, 'feed-failed');
		expect(only(feed.events, 'feed-received')).toMatchObject([{at: start - late, clockOffsetMs: late}]);
		expect(only(feed.events, 'feed-failed')).toMatchObject([{at: start - late, retryAt: start - late + 1000}]);
	});

	it('does not let an answer without a time of sending change the clock', async () => {
		const feed = startFeed(batch([ring], epochMs(start - 40)), batch([talk]));
		await feed.come(2, 'feed-received');
		expect(only(feed.events, 'feed-received').map(({clockOffsetMs}) => clockOffsetMs)).toEqual([40, 40]);
	});

	it('ends without a word when the signal aborts while it listens', async () => {
		const feed = startFeed(batch());
		await feed.come(1, 'feed-live');
		feed.controller.abort();
		await feed.done;
		expect(types(feed.events)).toEqual(['feed-connecting', 'feed-live']);
	});

	it('ends when the signal aborts while it waits', async () => {
		const feed = startFeed(cut(), batch());
		await feed.come(1, 'feed-failed');
		feed.controller.abort();
		await feed.done;
		expect(feed.provider.connections()).toBe(1);
	});

	it('takes a connection that ends by itself for lost, and waits before the next', async () => {
		const feed = startFeed('end', batch([ring]), 'end', 'end', batch([talk]));
		await feed.come(1, 'feed-failed');
		expect(feed.provider.connections()).toBe(1);
		expect(feed.events.at(-1)).toMatchObject({failure: 'unreachable', reason: 'the connection ended', retryAt: at(1)});
		for (let pauses = 1; pauses <= 3; pauses += 1) await feed.pause.release();
		await feed.come(2, 'feed-received');
		expect(feed.pause.asked).toEqual([1000, 1000, 2000]);
		expect(feed.provider.connections()).toBe(4);
	});

	it('leaves out what was heard before, does not count it, and does not ask again the sooner for it', async () => {
		const feed = startFeedWith(
			{isRepeated: event => event === ring},
			batch([ring, talk]),
			batch([ring]),
			batch([talk]),
		);
		await feed.come(2, 'feed-received');
		expect(types(feed.events)).not.toContain('ringing-started');
		expect(only(feed.events, 'feed-received').map(({events}) => events)).toEqual([1, 1]);
		expect(feed.rests.slice(0, 3)).toEqual([40, 1000, 40]);
	});

	it('does not ask again at once because of events that are all rejected', async () => {
		const rejected: BoardEvent = {type: 'event-rejected', at: at(0), site, path: 'Events[0]', reason: 'bad'};
		const feed = startFeed(batch([rejected]), batch([talk]));
		await feed.come(2, 'feed-received');
		expect(feed.rests[0]).toBe(1000);
	});

	it('says after how long it is quiet', async () => {
		const feed = startFeedWith({quietAfterMs: durationMs(60_000)});
		await feed.come(1, 'feed-connecting');
		expect(feed.events).toEqual([
			{type: 'feed-connecting', at: at(0), site, transport: 'scripted', quietAfterMs: 60_000},
		]);
	});

	it('says how it listens when that changes', async () => {
		const feed = startFeed(batch(), cut(), () => feed.provider.listenBy('v1'), batch(), cut(), batch());
		for (let pauses = 1; pauses <= 2; pauses += 1) await feed.pause.release();
		await feed.come(3, 'feed-live');
		expect(only(feed.events, 'feed-live')).toEqual([
			{type: 'feed-live', at: at(0), site},
			{type: 'feed-live', at: at(0), site, transport: 'v1'},
			{type: 'feed-live', at: at(0), site},
		]);
	});

	describe('when the machine woke', () => {
		it('drops the connection and asks again at once', async () => {
			const feed = startFeed(batch([ring]));
			await feed.come(1, 'feed-received');
			feed.clock.sleep(3_600_000);
			feed.renew();
			await feed.come(2, 'feed-connecting');
			await feed.connects(2);
			expect(feed.pause.asked).toEqual([]);
			expect(feed.events.at(-1)).toEqual({type: 'feed-connecting', at: at(3600), site, transport: 'scripted'});
		});

		it('does not wait until the next attempt is due, and begins anew with short waits', async () => {
			const feed = startFeed(cut(), cut(), cut(), cut());
			for (let pauses = 1; pauses <= 2; pauses += 1) await feed.pause.release();
			await feed.come(3, 'feed-failed');
			feed.clock.sleep(3_600_000);
			feed.renew();
			await feed.come(4, 'feed-failed');
			expect(feed.pause.asked).toEqual([1000, 2000, 5000, 1000]);
		});

		it('begins no more than one connection a second, however often it is told', async () => {
			const feed = startFeed();
			await feed.connects(1);
			feed.clock.advance(400);
			feed.renew();
			await feed.come(2, 'feed-connecting');
			feed.renew();
			feed.renew();
			await feed.pause.release();
			await feed.connects(2);
			feed.clock.advance(1000);
			feed.renew();
			await feed.connects(3);
			expect(feed.pause.asked).toEqual([600]);
		});

		it('ends when the signal aborts before it asked again', async () => {
			const feed = startFeed();
			await feed.connects(1);
			feed.renew();
			await feed.come(2, 'feed-connecting');
			feed.controller.abort();
			await feed.done;
			expect(types(feed.events)).toEqual(['feed-connecting', 'feed-connecting']);
			expect(feed.provider.connections()).toBe(1);
		});
	});

	it('hides no fault of the program', async () => {
		const feed = startFeed(() => {
			throw new TypeError('a fault');
		});
		await expect(feed.done).rejects.toThrow(new TypeError('a fault'));
	});
});
