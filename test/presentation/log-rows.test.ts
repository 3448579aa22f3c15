import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {BoardEvent} from '../../source/domain/event.js';
import type {LogEntry} from '../../source/domain/event-log.js';
import {messagesFor} from '../../source/i18n/languages.js';
import {createFilter} from '../../source/presentation/filter.js';
import {logAbout, logPage, logRow, matchingEntries} from '../../source/presentation/log-rows.js';
import {anyEvents} from '../domain/arbitrary-events.js';
import {at, boardAfter, counted, failed, joined, left, onCall, reset, site} from '../helpers/builders.js';
import {down, gap, lyon, paris} from '../helpers/sites.js';
import {misplaced, rowText, toneOf} from './row-text.js';

const speechOn = (board = boardAfter()) => ({messages: messagesFor('en'), board});

const entriesOf = (...events: readonly BoardEvent[]): readonly LogEntry[] =>
	events.map((event, index) => ({sequence: index + 1, event}));

const sequences = (entries: readonly LogEntry[]): readonly number[] => entries.map(({sequence}) => sequence);

const matching = (events: readonly BoardEvent[], query: {filter?: string; isBrief?: boolean} = {}): readonly number[] =>
	sequences(
		matchingEntries(
			entriesOf(...events),
			{filter: createFilter(query.filter ?? ''), isBrief: query.isBrief ?? false},
			speechOn(boardAfter(...events)),
		),
	);

describe('matchingEntries', () => {
	const events = [
		joined(0, {label: 'Support'}),
		onCall('ringing-started', 1, {label: 'Accueil'}),
		failed(2, {cause: 'USER_BUSY', label: 'Support'}),
		left(3, {label: 'Support'}),
	];

	it('has everything without a filter', () => {
		expect(matching(events)).toEqual([1, 2, 3, 4]);
	});

	it.each([
		['the name', 'accueil', [2, 3]],
		['the words', 'gave up', [4]],
		['a number as people write it', '01 99 00 01 00', [1, 3, 4]],
		['the number of the caller', '0639980001', [1, 2, 3, 4]],
		['all others', '!support', [2]],
	])('finds by %s', (_, filter, found) => {
		expect(matching(events, {filter})).toEqual(found);
	});

	it('leaves the details out when brief: counts, failures by nobody’s fault, the ringing of an answered call', () => {
		const told = [
			counted(0, 1),
			failed(1, {cause: 'LOSE_RACE'}),
			failed(2, {cause: 'ORIGINATOR_CANCEL'}),
			failed(3, {cause: 'NO_ANSWER'}),
			onCall('ringing-started', 4),
			onCall('talk-started', 5),
			onCall('ringing-ended', 5),
		];
		expect(matching(told)).toEqual([1, 2, 3, 4, 5, 6, 7]);
		expect(matching(told, {isBrief: true})).toEqual([4, 5, 6]);
	});

	it('keeps the end of a ringing nobody answered even when brief', () => {
		expect(matching([onCall('ringing-started', 4), onCall('ringing-ended', 5)], {isBrief: true})).toEqual([1, 2]);
	});

	it('keeps the order', () => {
		fc.assert(
			fc.property(anyEvents, fc.boolean(), (told, isBrief) => {
				const found = matching(told, {isBrief});
				expect(found).toEqual([...found].sort((one, other) => one - other));
			}),
		);
	});
});

describe('logPage', () => {
	const ten = entriesOf(...Array.from({length: 10}, (_, second) => counted(second, second)));
	const page = (anchor: number | null, rows: number) => {
		const {entries, newer} = logPage(ten, {anchor, rows});
		return [sequences(entries), newer];
	};

	it('follows the newest without an anchor', () => {
		expect(page(null, 3)).toEqual([[8, 9, 10], 0]);
	});

	it('ends at the anchor and counts what is newer', () => {
		expect(page(6, 3)).toEqual([[4, 5, 6], 4]);
	});

	it('fills the page even when the anchor is near the start', () => {
		expect(page(1, 3)).toEqual([[1, 2, 3], 7]);
	});

	it('ends before an anchor that the filter hides', () => {
		const odd = ten.filter(({sequence}) => sequence % 2 === 1);
		expect(sequences(logPage(odd, {anchor: 6, rows: 2}).entries)).toEqual([3, 5]);
	});

	it('starts at the oldest entry there is when the anchor is gone', () => {
		expect(sequences(logPage(ten.slice(5), {anchor: 2, rows: 3}).entries)).toEqual([6, 7, 8]);
	});

	it('has what there is when that is less than a page', () => {
		expect(page(null, 50)).toEqual([[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0]);
		expect(page(2, 50)).toEqual([[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0]);
		expect(logPage([], {anchor: 4, rows: 5})).toEqual({entries: [], newer: 0});
	});
});

describe('logRow', () => {
	const row = (event: BoardEvent, width = 80) => logRow(event, {width, speech: speechOn()});

	it('has time, subject and sentence in columns', () => {
		expect(rowText(row(joined(5, {label: 'Support'})))).toBe('10:15:05  Support     06 39 98 00 01 joined the queue');
	});

	it('cuts subject and sentence to their columns', () => {
		const event = joined(5, {label: 'Comptabilité générale'});
		expect(rowText(row(event, 48))).toBe('10:15:05  Comptabi…  06 39 98 00 01 joined the …');
	});

	it.each([
		['a caller who joins', joined(0), 'warning'],
		['a caller who gives up', left(0), 'busy'],
		['a caller who was served', left(0, {outcome: 'served'}), 'plain'],
		['a missed call', failed(0), 'warning'],
		['a lost race', failed(0, {cause: 'LOSE_RACE'}), 'muted'],
		['a count', counted(0, 1), 'muted'],
		['a call', onCall('talk-started', 0), 'plain'],
		['a lost connection', {type: 'feed-refused', at: at(0), site, reason: 'status 403', retryAt: at(9)}, 'alarm'],
	] as const)('gives %s its tone', (_, event, tone) => {
		const sentence = rowText(row(event)).slice(22).trim();
		expect(toneOf(row(event), sentence)).toBe(tone);
	});

	it('stays in its place whatever happens', () => {
		fc.assert(
			fc.property(anyEvents, fc.integer({min: 56, max: 300}), (events, width) => {
				expect(events.flatMap(event => misplaced(row(event, width), width))).toEqual([]);
			}),
		);
	});
});

describe('logAbout', () => {
	it('is the site the news came from, but nobody for what is said of a feed or by the board', () => {
		expect(logAbout(onCall('talk-started', 0, {site: paris}))).toBe(paris);
		expect(logAbout({...counted(0, 1), site: lyon})).toBe(lyon);
		expect(logAbout(down(0, paris))).toBeNull();
		expect(logAbout(gap(0, paris))).toBeNull();
		expect(logAbout(reset(0))).toBeNull();
	});
});
