import {describe, expect, it} from 'vitest';
import type {Board} from '../../source/domain/board.js';
import {appendEnded, type Ended, type EndedLog, emptyEnded, endedKept} from '../../source/domain/ended.js';
import {reduceBoard} from '../../source/domain/reduce.js';
import {callerId, channelId} from '../../source/domain/units.js';
import {
	accueil,
	alice,
	at,
	boardAfter,
	bridged,
	bruno,
	counted,
	customer,
	failed,
	firstCall,
	firstCaller,
	gap,
	joined,
	left,
	offered,
	onCall,
	reset,
	served,
	site,
	support,
	timePassed,
	unbridged,
} from '../helpers/builders.js';

const recordsOf = (board: Board): readonly Ended[] => board.ended.entries.map(({record}) => record);
const sequencesOf = (board: Board): readonly number[] => board.ended.entries.map(({sequence}) => sequence);

describe('a call that ended', () => {
	const story = [onCall('ringing-started', 0, {label: 'Accueil'}), onCall('talk-started', 8), onCall('talk-ended', 60)];

	it('is recorded with its times and its news', () => {
		expect(recordsOf(boardAfter(...story))).toEqual([
			{
				kind: 'call',
				site,
				line: accueil,
				label: 'Accueil',
				id: firstCall,
				direction: 'incoming',
				from: customer,
				to: accueil,
				dialled: accueil,
				startedAt: at(0),
				answeredAt: at(8),
				endedAt: at(60),
				trail: story,
			},
		]);
	});

	it('is recorded unanswered when nobody took it', () => {
		const board = boardAfter(onCall('ringing-started', 0), onCall('ringing-ended', 20));
		expect(recordsOf(board)).toMatchObject([{answeredAt: null, endedAt: at(20)}]);
	});

	it('is not recorded while it goes on, nor again when it goes on after all', () => {
		const ended = boardAfter(onCall('ringing-started', 0), onCall('ringing-ended', 20));
		const again = reduceBoard(ended, [onCall('ringing-started', 30)]);
		expect([again.ended.entries, again.ended.total]).toEqual([[], 1]);
		expect(sequencesOf(reduceBoard(again, [onCall('ringing-ended', 40)]))).toEqual([2]);
	});

	it('is corrected by late news, and gets another number', () => {
		const board = reduceBoard(boardAfter(...story), [onCall('ringing-started', -5)]);
		expect(recordsOf(board)).toMatchObject([{startedAt: at(-5)}]);
		expect(board.ended).toMatchObject({total: 2, entries: [{sequence: 2}]});
	});
});

describe('a stay that ended', () => {
	it('is recorded with everything it counts for', () => {
		const channel = channelId('channel-1');
		const story = [
			joined(0, {label: 'Support', channel}),
			offered(1, {agent: bruno}),
			failed(9, {agent: bruno}),
			offered(10),
			bridged(12),
			unbridged(40, {answeredAt: at(12)}),
			left(40, {outcome: 'served', agent: alice, answeredAt: at(12)}),
		] as const;
		expect(recordsOf(boardAfter(...story))).toEqual([
			{
				kind: 'stay',
				site,
				queue: support,
				label: 'Support',
				id: firstCaller,
				stay: 1,
				channel,
				from: customer,
				offered: true,
				joinedAt: at(0),
				outcome: 'answered',
				waitEndedAt: at(12),
				agent: alice,
				answeredAt: at(12),
				talkEndedAt: at(40),
				endedAt: at(40),
				end: 'left',
				rung: 2,
				trail: story,
			},
		]);
	});

	it('is recorded as lost', () => {
		expect(recordsOf(boardAfter(joined(0), left(25)))).toMatchObject([
			{outcome: 'abandoned', waitEndedAt: at(25), endedAt: at(25), agent: null, answeredAt: null, end: 'left'},
		]);
	});

	it('is lost, not answered, when the caller gave up before they were joined', () => {
		const board = boardAfter(
			joined(0),
			offered(1),
			bridged(8),
			left(8),
			unbridged(9, {bridged: false, answeredAt: at(8)}),
		);
		expect(recordsOf(board)).toMatchObject([{outcome: 'abandoned', agent: null, answeredAt: null, talkEndedAt: null}]);
	});

	it('is recorded once when nothing more was heard of it', () => {
		const waits = boardAfter(joined(0));
		const expired = reduceBoard(waits, [timePassed(3601)]);
		expect(recordsOf(expired)).toMatchObject([{end: 'expired', endedAt: at(3601), outcome: null}]);
		expect(reduceBoard(expired, [timePassed(3700), timePassed(3800)]).ended).toBe(expired.ended);
	});

	it('is recorded when nobody knows when it ended: news was missed, and the service counts nobody', () => {
		const board = boardAfter(joined(0), gap(10), counted(20, 0));
		expect(recordsOf(board)).toMatchObject([{end: 'expired', endedAt: at(20), outcome: null}]);
	});

	it('is not recorded any more when the caller gives a sign of life', () => {
		const board = boardAfter(joined(0), timePassed(3601), offered(3602));
		expect(recordsOf(board)).toEqual([]);
		expect(recordsOf(reduceBoard(board, [bridged(3610), unbridged(3620)]))).toMatchObject([{outcome: 'answered'}]);
	});

	it('is each for itself under an identity that comes twice', () => {
		const board = boardAfter(joined(0), left(10), joined(100), left(130));
		expect(recordsOf(board)).toMatchObject([
			{stay: 1, endedAt: at(10)},
			{stay: 2, endedAt: at(130)},
		]);
	});

	it('is recorded when the same identity joins anew unheard', () => {
		const board = boardAfter(joined(0), gap(10), joined(100));
		expect(recordsOf(board)).toMatchObject([{stay: 1, end: 'expired', endedAt: at(100)}]);
	});

	it('is none when an agent who was rung is all that was heard of', () => {
		expect(recordsOf(boardAfter(failed(0)))).toEqual([]);
	});

	it('keeps what it counted for before the figures began anew', () => {
		const board = boardAfter(joined(0), bridged(8), reset(20), unbridged(30, {answeredAt: at(8)}));
		expect(recordsOf(board)).toMatchObject([{offered: true, outcome: 'answered', waitEndedAt: at(8)}]);
	});

	it('ends when the conversation ended, though it was not believed in any more', () => {
		const board = boardAfter(joined(0), bridged(8), timePassed(5 * 3600), unbridged(60, {answeredAt: at(8)}));
		expect(recordsOf(board)).toMatchObject([{end: 'left', endedAt: at(60), talkEndedAt: at(60)}]);
	});

	it('is forgotten by a reset, and no number is used twice', () => {
		const board = boardAfter(...served('a', {joins: 0, answered: 8, ends: 60}), reset(100), joined(110), left(120));
		const [entry] = board.ended.entries;
		expect(board.ended.entries).toHaveLength(1);
		expect(entry?.record).toMatchObject({id: firstCaller});
		expect(entry?.sequence).toBe(board.ended.total);
		expect(board.ended.total).toBeGreaterThan(1);
	});
});

describe('appendEnded', () => {
	const records = (ids: readonly string[], first: number) =>
		new Map(
			ids.map((id, index) => {
				const [record] = recordsOf(boardAfter(joined(0, {callerId: callerId(id)}), left(9, {callerId: callerId(id)})));
				if (!record) throw new Error('nothing was recorded');
				return [id, {sequence: first + index, key: id, record}];
			}),
		);
	const append = (log: EndedLog, ids: readonly string[], outdated: readonly string[] = []): EndedLog =>
		appendEnded(log, {
			entries: records(ids, log.total + 1),
			outdated: new Set(outdated),
			total: log.total + ids.length,
		});
	const keysOf = ({entries}: EndedLog) => entries.map(({key}) => key);

	it('gives back the same for nothing, and for what it never had', () => {
		expect(append(emptyEnded, [])).toBe(emptyEnded);
		const log = append(emptyEnded, ['a']);
		expect(append(log, [], ['unknown'])).toBe(log);
	});

	it('puts corrected ones last, and leaves out what goes on', () => {
		const log = append(emptyEnded, ['a', 'b', 'c', 'd']);
		expect(keysOf(append(log, ['b'], ['b']))).toEqual(['a', 'c', 'd', 'b']);
		expect(keysOf(append(log, [], ['d', 'a']))).toEqual(['b', 'c']);
	});

	it('keeps the newest', () => {
		const stays = Array.from({length: endedKept + 10}, (_, index) => [
			joined(index, {callerId: callerId(`${index}`)}),
			left(index + 1, {callerId: callerId(`${index}`)}),
		]).flat();
		const {entries, total} = boardAfter(...stays).ended;
		expect([entries.length, total]).toEqual([endedKept, endedKept + 10]);
		expect(entries.at(-1)?.sequence).toBe(total);
	});
});
