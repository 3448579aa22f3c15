import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Board} from '../../source/domain/board.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {mergeTallies, type Tally} from '../../source/domain/tally.js';
import {type Buckets, emptyBuckets} from '../../source/domain/times.js';
import {callerId, channelId, queueNumber} from '../../source/domain/units.js';
import {openHistoryToRead} from '../../source/history/database.js';
import {type FiguresReport, figuresReport} from '../../source/history/figures-report.js';
import type {Grouping} from '../../source/history/grouping.js';
import {countedStays, type Period, sharedChannels} from '../../source/history/reading.js';
import {anyEvents, anyStay, shuffled} from '../domain/arbitrary-events.js';
import {at, reset, start, timePassed} from '../helpers/builders.js';
import {byStart} from '../helpers/tallies-by-time.js';
import {account, keepSample, newHistoryPath} from './sample-history.js';

const hourMs = 3_600_000;
const queues = ['0033199000100', '0033199000200', '0033199000300'];

/** What a report says of the queues given, of all without. */
const reported = (
	path: string,
	{by, period, only = null}: {readonly by: Grouping; readonly period: Period; readonly only?: readonly string[] | null},
): FiguresReport => {
	const db = openHistoryToRead(path);
	if (!db) return {rows: new Map(), total: emptyOf()};
	const question = {period, endpoint: account.endpoint, queues: only};
	const isOneQueue = only?.length === 1;
	const shared = sharedChannels(db, question);
	const report = figuresReport({stays: countedStays(db, question), shared, period, by, isOneQueue, dayBegins: 0});
	db.close();
	return report;
};

const emptyOf = () =>
	figuresReport({stays: [], shared: new Set(), period: {from: 0, to: 0}, by: null, isOneQueue: false, dayBegins: 0})
		.total;

/** A call through some queues: a stay in each, on one channel, begun when it left the one before. */
const throughQueues = (id: string): fc.Arbitrary<readonly BoardEvent[]> =>
	fc
		.tuple(
			fc.shuffledSubarray(queues, {minLength: 1}),
			fc.array(anyStay(id), {minLength: 3, maxLength: 3}),
			fc.nat(7200),
		)
		.map(([order, stays, later]) =>
			order.flatMap((number, index) =>
				(stays[index] ?? []).map(event =>
					moved(event, {number, id: `${id} ${index}`, channel: `channel of ${id}`, seconds: later + index * 240}),
				),
			),
		);

type Move = {readonly number: string; readonly id: string; readonly channel: string; readonly seconds: number};

const instants = new Set(['at', 'joinedAt', 'answeredAt', 'endedAt', 'leftAt']);

const moved = (event: BoardEvent, {number, id, channel, seconds}: Move): BoardEvent => {
	// No length of time is a whole number of seconds, or of milliseconds.
	const shift = (value: number): number => value + seconds * 1000 + ((value / 1000) % 7) * 137.25;
	const later = Object.entries(event).map(([key, value]) => [key, instants.has(key) ? shift(Number(value)) : value]);
	const place = {number: queueNumber(number), callerId: callerId(id), channel: channelId(channel)};
	return {...Object.fromEntries(later), ...place} as unknown as BoardEvent;
};

/** Everybody who is still there is given up: only what ended is in the history. */
const dayIsOver = timePassed(30 * 3600);

const calls = fc
	.array(fc.nat(), {minLength: 1, maxLength: 12})
	.chain(ids => fc.tuple(...ids.map((_, index) => throughQueues(`caller ${index}`))))
	.map(all => all.flat());

/** Feeds a board batch by batch, and writes its history. */
const dayOf = (events: readonly BoardEvent[]): {readonly board: Board; readonly path: string} => {
	const path = newHistoryPath();
	const kept = keepSample(path, {limits: {writeTicks: 1}});
	for (let index = 0; index < events.length; index += 7) {
		kept.tell(...events.slice(index, index + 7));
		if (index % 3 === 0) kept.tick();
	}
	kept.keeper.stop();
	return {board: kept.store.getSnapshot(), path};
};

const wholeDay = {from: start - 24 * hourMs, to: start + 48 * hourMs};

/** Where something was counted. */
const counted = (tallies: Iterable<readonly [string, Tally]>) =>
	new Map([...tallies].filter(([, tally]) => JSON.stringify(tally) !== JSON.stringify(emptyOf())));

const byQueue = (board: Board) => counted([...board.queues].map(([number, {tally}]) => [number, tally] as const));

describe('a report of the time the board watched', () => {
	it('says of every queue, and of all, what the board says', () => {
		fc.assert(
			fc.property(calls.chain(shuffled), events => {
				const {board, path} = dayOf([...events, dayIsOver]);
				const {rows, total} = reported(path, {by: 'queue', period: wholeDay});
				expect(counted(rows as Map<string, Tally>)).toEqual(byQueue(board));
				expect(total).toEqual(board.total.tally);
			}),
			{numRuns: 60},
		);
	});

	it('says of every hour, and of every agent, what the board says', () => {
		fc.assert(
			fc.property(calls, events => {
				const {board, path} = dayOf([...events, dayIsOver]);
				expect(reported(path, {by: 'hour', period: wholeDay}).rows).toEqual(hoursOf(board.total.times.quarters));
				const [queue] = board.queues.values();
				const only = [queue?.number ?? ''];
				const ofOne = reported(path, {by: 'hour', period: wholeDay, only});
				expect(ofOne.rows).toEqual(hoursOf(queue?.times.quarters ?? emptyBuckets));
				expect(ofOne.total).toEqual(queue?.tally);
				const {rows} = reported(path, {by: 'agent', period: wholeDay});
				const agents = [...board.agents.values()].filter(({answered, talks}) => answered + talks > 0);
				expect([...rows].map(([number, tally]) => [number, tally.answered, tally.talks, tally.talkMs])).toEqual(
					agents.map(agent => [agent.number, agent.answered, agent.talks, agent.talkMs]).sort(),
				);
			}),
			{numRuns: 40},
		);
	});

	it('counts from a reset on what the board does, calls included that began before it', () => {
		fc.assert(
			fc.property(calls, fc.integer({min: 0, max: 7200}), (events, second) => {
				const inOrder = [...events].sort((one, other) => one.at - other.at);
				const before = inOrder.filter(event => event.at < at(second));
				const after = inOrder.filter(event => event.at >= at(second));
				const {board, path} = dayOf([...padded(before), reset(second), ...after, dayIsOver]);
				const {rows, total} = reported(path, {by: 'queue', period: {...wholeDay, from: at(second)}});
				expect(counted(rows as Map<string, Tally>)).toEqual(byQueue(board));
				expect(total).toEqual(board.total.tally);
			}),
			{numRuns: 60},
		);
	});

	it('counts nothing twice and nothing that is not told, whatever comes', () => {
		fc.assert(
			fc.property(anyEvents, events => {
				const calm = events.filter(({type}) => type !== 'board-reset' && type !== 'time-passed');
				const {board, path} = dayOf([...calm, dayIsOver]);
				const {rows} = reported(path, {by: 'queue', period: wholeDay});
				expect(counted(rows as Map<string, Tally>)).toEqual(byQueue(board));
			}),
			{numRuns: 100},
		);
	});
});

/** A reset begins a batch of its own, as it does on the board: what ended before is taken first. */
const padded = (events: readonly BoardEvent[]): readonly BoardEvent[] => [
	...events,
	...Array.from({length: (7 - (events.length % 7)) % 7}, (_, index) => timePassed(index / 10)),
];

const hoursOf = (quarters: Buckets): ReadonlyMap<number, Tally> => {
	const hours = Map.groupBy(byStart(quarters), ([quarter]) => Math.floor(quarter / hourMs) * hourMs);
	const sums = [...hours].map(
		([hour, parts]) => [String(hour), mergeTallies(parts.map(([, tally]) => tally))] as const,
	);
	return new Map([...counted(sums)].map(([hour, tally]) => [Number(hour), tally] as const));
};
