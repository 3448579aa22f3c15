import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {BoardEvent} from '../../source/domain/event.js';
import {messagesFor} from '../../source/i18n/languages.js';
import {noContacts} from '../../source/presentation/contacts.js';
import {type LogColumns, logAbout, logColumns, logRow} from '../../source/presentation/log-rows.js';
import {anyEvents} from '../domain/arbitrary-events.js';
import {at, boardAfter, counted, failed, joined, left, onCall, reset, site} from '../helpers/builders.js';
import {down, gap, lyon, paris} from '../helpers/sites.js';
import {misplaced, rowText, toneOf} from './row-text.js';

const speech = {messages: messagesFor('en'), contacts: noContacts, board: boardAfter()};

describe('logRow', () => {
	const row = (event: BoardEvent, width = 80) => logRow(event, {width, speech});

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

	it('has day, site and latency where they are wanted', () => {
		const event = joined(5, {label: 'Support', site: lyon, latencyMs: 312});
		const columns = {hasDay: true, site: 5, hasLatency: true};
		expect(rowText(logRow(event, {width: 100, speech, columns}))).toBe(
			`2026-03-05 10:15:05  Lyon   Support       06 39 98 00 01 joined the queue${' '.repeat(21)}312 ms`,
		);
	});

	it('says the site of a feed once', () => {
		const columns = {hasDay: false, site: 5, hasLatency: false};
		expect(rowText(logRow(gap(0, lyon), {width: 60, speech, columns}))).toMatch(/^10:15:00 {2}Lyon +the service began/);
	});

	it('leaves a latency out that nobody told, or that no network has', () => {
		const columns = {hasDay: false, site: 0, hasLatency: true};
		const texts = [joined(0), joined(0, {latencyMs: 10_000_000})].map(event =>
			rowText(logRow(event, {width: 100, speech, columns})),
		);
		expect(texts.filter(text => text.endsWith('ms'))).toEqual([]);
	});

	it('stays in its place whatever happens', () => {
		const wanted = fc.record<LogColumns>({
			hasDay: fc.boolean(),
			site: fc.constantFrom(0, 4, 7),
			hasLatency: fc.boolean(),
		});
		fc.assert(
			fc.property(anyEvents, fc.integer({min: 60, max: 300}), wanted, (events, width, columns) => {
				expect(events.flatMap(event => misplaced(logRow(event, {width, speech, columns}), width))).toEqual([]);
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

describe('logColumns', () => {
	const place = {sites: [site], width: 76, now: at(0)};
	const shown = [{event: counted(-60, 1)}, {event: counted(0, 1)}];

	it('are the brief ones on a narrow screen of one site and one day', () => {
		expect(logColumns(shown, place)).toEqual({hasDay: false, site: 0, hasLatency: false});
	});

	it('have the day when an entry is of another', () => {
		expect(logColumns([{event: counted(-12 * 3600, 1)}, ...shown], place).hasDay).toBe(true);
	});

	it('have room for the longest name of several sites, but not for any', () => {
		expect(logColumns(shown, {...place, sites: [lyon, paris]}).site).toBe(5);
		expect(logColumns(shown, {...place, sites: [lyon, 'Saint-Germain-en-Laye']}).site).toBe(9);
	});

	it('have the latency where there is room', () => {
		expect(logColumns(shown, {...place, width: 96}).hasLatency).toBe(true);
	});
});
