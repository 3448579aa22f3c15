import {describe, expect, it} from 'vitest';
import {noShare, type Share} from '../../source/domain/caller.js';
import {emptyTally} from '../../source/domain/tally.js';
import {
	countedSince,
	emptyTimes,
	minuteMs,
	minutesKept,
	notePeak,
	quarterMs,
	quarterOf,
	quartersKept,
	recountTimes,
	type Times,
	tallyAt,
} from '../../source/domain/times.js';
import {durationMs, epochMs} from '../../source/domain/units.js';
import {at, start} from '../helpers/builders.js';
import {byStart} from '../helpers/tallies-by-time.js';

const offered: Share = {...noShare, offered: true, joinedAt: at(10)};
const answered: Share = {...offered, outcome: 'answered', waited: durationMs(60_000), waitEndedAt: at(70)};
const talked: Share = {...answered, talked: durationMs(1000_000), talkEndedAt: at(1070)};

const counted = (times: Times, after: Share, before = noShare): Times => recountTimes(times, {before, after});
const minute = (index: number) => epochMs(start + index * minuteMs);
const offeredAt = (seconds: number): Share => ({...noShare, offered: true, joinedAt: at(seconds)});

describe('recountTimes', () => {
	it('counts the offer when they joined, the answer when the waiting ended, the conversation when it ended', () => {
		const {minutes, quarters} = counted(emptyTimes, talked);
		expect(byStart(minutes)).toEqual(
			new Map([
				[minute(0), {...emptyTally, offered: 1}],
				[minute(1), {...emptyTally, answered: 1, answerWaits: new Map([[60, 1]]), answerWaitMs: 60_000}],
				[minute(17), {...emptyTally, talks: 1, talkMs: 1_000_000}],
			]),
		);
		expect(
			[...byStart(quarters)].map(([begin, {offered: joins, answered: answers, talks}]) => [
				begin,
				joins,
				answers,
				talks,
			]),
		).toEqual([
			[minute(0), 1, 1, 0],
			[minute(15), 0, 0, 1],
		]);
	});

	it('moves a count that turns out to be of another time', () => {
		const earlier: Share = {...answered, joinedAt: at(-50), waited: durationMs(120_000)};
		const {minutes} = counted(counted(emptyTimes, answered), earlier, answered);
		expect([-1, 0].map(index => tallyAt(minutes, minute(index))?.offered)).toEqual([1, 0]);
		expect(tallyAt(minutes, minute(1))).toMatchObject({answered: 1, answerWaits: new Map([[120, 1]])});
	});

	it('takes back what turned out otherwise', () => {
		const {minutes} = counted(counted(emptyTimes, answered), offered, answered);
		expect(tallyAt(minutes, minute(1))).toEqual(emptyTally);
	});

	it('gives back the same for the same', () => {
		const times = counted(emptyTimes, talked);
		expect(counted(times, {...talked}, talked)).toBe(times);
	});

	it('counts nothing of which the time is not known', () => {
		expect(counted(emptyTimes, {...noShare, offered: true})).toBe(emptyTimes);
	});

	it('keeps the newest minutes and quarters, in whatever order they come', () => {
		const seconds = Array.from({length: 400}, (_, index) => ((index * 151) % 400) * 900);
		const {minutes, quarters} = seconds.reduce((times, second) => counted(times, offeredAt(second)), emptyTimes);
		const newest = (count: number) => Array.from({length: count}, (_, index) => start + (399 - index) * quarterMs);
		expect([...byStart(minutes).keys()].sort((one, other) => other - one)).toEqual(newest(minutesKept));
		expect([...byStart(quarters).keys()].sort((one, other) => other - one)).toEqual(newest(quartersKept));
	});

	it('does not take back what it forgot', () => {
		const later = Array.from({length: minutesKept}, (_, index) => offeredAt(60 * (index + 1)));
		const times = [offered, ...later].reduce((sum, share) => counted(sum, share), emptyTimes);
		expect(tallyAt(times.minutes, minute(0))).toBeUndefined();
		expect(counted(times, noShare, offered).minutes).toBe(times.minutes);
	});

	it('goes on after one event of a far future', () => {
		const times = counted(counted(emptyTimes, offeredAt(1e9)), offered);
		expect(countedSince(times.minutes, minute(0)).offered).toBe(2);
		expect(tallyAt(times.minutes, minute(0))?.offered).toBe(1);
	});
});

describe('countedSince', () => {
	it('adds up the whole minutes from an instant on', () => {
		const {minutes} = [0, 59, 60, 120].reduce((times, second) => counted(times, offeredAt(second)), emptyTimes);
		expect([0, 1, 60, 61, 121].map(second => countedSince(minutes, at(second)).offered)).toEqual([4, 2, 2, 1, 0]);
	});
});

describe('notePeak', () => {
	it('keeps the most of each quarter of an hour', () => {
		const peaks = [
			[0, 2],
			[10, 3],
			[899, 1],
			[900, 1],
		].reduce((known, [second = 0, count = 0]) => notePeak(known, {at: at(second), count}), emptyTimes.peaks);
		expect(peaks).toEqual(
			new Map([
				[minute(0), 3],
				[minute(15), 1],
			]),
		);
		expect(notePeak(peaks, {at: at(20), count: 3})).toBe(peaks);
	});

	it('remembers nothing of a quarter in which nobody was', () => {
		expect(notePeak(emptyTimes.peaks, {at: at(0), count: 0})).toBe(emptyTimes.peaks);
	});

	it('forgets the oldest', () => {
		let {peaks} = emptyTimes;
		for (let quarter = 0; quarter <= quartersKept; quarter++)
			peaks = notePeak(peaks, {at: at(quarter * 900), count: 1});
		expect(peaks.size).toBe(quartersKept);
		expect(peaks.has(minute(0))).toBe(false);
	});
});

describe('quarterOf', () => {
	it('is where the quarter begins', () => {
		expect([0, 899, 900, -1].map(second => quarterOf(at(second)))).toEqual([0, 0, 15, -15].map(minute));
	});
});
