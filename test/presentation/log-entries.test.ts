import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Board} from '../../source/domain/board.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {appendToLog, emptyLog, type LogEntry} from '../../source/domain/event-log.js';
import {messagesFor} from '../../source/i18n/languages.js';
import {noContacts} from '../../source/presentation/contacts.js';
import {createFilter} from '../../source/presentation/filter.js';
import {logLists, logPage, newestMatching, searchTexts} from '../../source/presentation/log-entries.js';
import {type LogKind, logKinds} from '../../source/presentation/log-kinds.js';
import {anyEvents} from '../domain/arbitrary-events.js';
import {
	accueil,
	at,
	boardAfter,
	counted,
	customer,
	failed,
	gaveUp,
	joined,
	left,
	onCall,
	site,
} from '../helpers/builders.js';
import {live, lyon} from '../helpers/sites.js';

const entriesOf = (...events: readonly BoardEvent[]): readonly LogEntry[] =>
	events.map((event, index) => ({sequence: index + 1, event}));

const sequences = (entries: readonly LogEntry[]): readonly number[] => entries.map(({sequence}) => sequence);

type Wish = {readonly isBrief?: boolean; readonly kind?: LogKind; readonly count?: number};

const matching = (events: readonly BoardEvent[], wish: Wish = {}): readonly number[] => {
	const query = {isFound: () => true, isBrief: false, kind: 'all', count: Number.POSITIVE_INFINITY, ...wish} as const;
	return sequences(newestMatching([entriesOf(...events)], query, boardAfter(...events)));
};

const registered = (seconds: number): BoardEvent => ({
	type: 'line-registered',
	at: at(seconds),
	site,
	service: 'line',
	number: accueil,
});

describe('newestMatching', () => {
	it('has everything when nothing is left out', () => {
		expect(matching([joined(0), onCall('ringing-started', 1), failed(2), left(3)])).toEqual([1, 2, 3, 4]);
	});

	it.each<[LogKind, readonly number[]]>([
		['all', [1, 2, 3, 4, 5]],
		['lines', [2]],
		['queues', [1, 3, 4]],
		['agents', [3]],
		['lost', [4]],
		['feeds', [5]],
		['registered', []],
	])('narrows it to %s', (kind, found) => {
		expect(matching([joined(0), onCall('ringing-started', 1), failed(2), left(3), live(4)], {kind})).toEqual(found);
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

	it('is the end of all that match', () => {
		fc.assert(
			fc.property(anyEvents, fc.constantFrom(...logKinds), fc.boolean(), fc.nat(20), (told, kind, isBrief, count) => {
				const all = matching(told, {kind, isBrief});
				expect(all).toEqual([...all].sort((one, other) => one - other));
				expect(matching(told, {kind, isBrief, count})).toEqual(count === 0 ? [] : all.slice(-count));
			}),
		);
	});

	it('looks back no further than it must', () => {
		const told = Array.from({length: 2000}, (_, second) => counted(second, second));
		let looked = 0;
		const isFound = () => {
			looked += 1;
			return true;
		};
		const query = {isFound, isBrief: false, kind: 'queues', count: 20} as const;
		expect(newestMatching([entriesOf(...told)], query, boardAfter())).toHaveLength(20);
		expect(looked).toBe(20);
	});
});

describe('logLists', () => {
	const log = appendToLog(emptyLog, [joined(0), registered(1), registered(2), left(3), registered(4)]);
	const found = (kind: LogKind, hasRegistered: boolean): readonly number[] => {
		const query = {isFound: () => true, isBrief: false, kind, count: 100} as const;
		return sequences(newestMatching(logLists(log, {kind, hasRegistered}), query, boardAfter()));
	};

	it('leave out who registered', () => {
		expect(found('all', false)).toEqual([1, 4]);
		expect(found('queues', true)).toEqual([1, 4]);
	});

	it('are one by their sequences when they are wanted', () => {
		expect(found('all', true)).toEqual([1, 2, 3, 4, 5]);
	});

	it('have nobody else when only they are', () => {
		expect(found('registered', false)).toEqual([2, 3, 5]);
	});

	it('make one list in order of any two', () => {
		fc.assert(
			fc.property(fc.array(fc.boolean(), {maxLength: 40}), kinds => {
				const events = kinds.map((isTelephone, second) => (isTelephone ? registered(second) : counted(second, 1)));
				const lists = logLists(appendToLog(emptyLog, events), {kind: 'all', hasRegistered: true});
				const query = {isFound: () => true, isBrief: false, kind: 'all', count: 100} as const;
				expect(sequences(newestMatching(lists, query, boardAfter()))).toEqual(kinds.map((_, index) => index + 1));
			}),
		);
	});
});

describe('searchTexts', () => {
	const finds = (typed: string, event: BoardEvent, {board = boardAfter(event), contacts = noContacts} = {}): boolean =>
		createFilter(typed)(searchTexts(event, {messages: messagesFor('en'), board, contacts}));
	const event = left(3, {label: 'Support', site: lyon});

	it.each([
		['the name', 'support'],
		['the words', 'gave up'],
		['the site', 'lyon'],
		['the number of the queue as people write it', '01 99 00 01 00'],
		['the number of the caller', '0639980001'],
		['the same as abroad', '+33 6 39 98 00 01'],
		['all others', '!comptabilité'],
	])('find by %s', (_, typed) => {
		expect(finds(typed, event)).toBe(true);
	});

	it('find nothing else', () => {
		expect(finds('paris', event)).toBe(false);
		expect(finds('!support', event)).toBe(false);
	});

	it('find by the user’s own names, of whoever is in it', () => {
		const contacts = new Map([[customer, 'Docteur Klein']]);
		expect(finds('klein', onCall('talk-started', 0), {contacts})).toBe(true);
		expect(finds('klein', failed(0), {contacts})).toBe(true);
	});

	it('find the lost caller that somebody dealt with', () => {
		const board: Board = boardAfter(...gaveUp('a', {joins: 0, leaves: 40}));
		const [key = ''] = board.losses.keys();
		expect(key).not.toBe('');
		expect(finds('0639980001', {type: 'loss-ticked', at: at(50), key, isDone: true}, {board})).toBe(true);
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
