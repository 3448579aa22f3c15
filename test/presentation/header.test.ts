import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Board} from '../../source/domain/board.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {type SiteName, siteName} from '../../source/domain/units.js';
import {type Language, messagesFor} from '../../source/i18n/languages.js';
import {figureRows, figuresRow, type HeaderStyle, isStale, titleRow} from '../../source/presentation/header.js';
import {summarise} from '../../source/presentation/summary.js';
import {unicode} from '../../source/presentation/symbols.js';
import {at, boardAfter, site} from '../helpers/builders.js';
import {sampleBoard} from '../helpers/sample-board.js';
import {misplaced, rowText, toneOf} from './row-text.js';

const style = (width: number, language: Language = 'en'): HeaderStyle => ({
	width,
	now: at(0),
	messages: messagesFor(language),
	symbols: unicode,
});

const connecting = (place: SiteName = site): BoardEvent => ({
	type: 'feed-connecting',
	at: at(-900),
	site: place,
	transport: 'v1',
});
const live = (seconds: number, place: SiteName = site): BoardEvent => ({
	type: 'feed-live',
	at: at(seconds),
	site: place,
});
const down = (seconds: number, place: SiteName = site): BoardEvent => ({
	type: 'feed-failed',
	at: at(seconds),
	site: place,
	failure: 'unreachable',
	reason: 'connect ECONNREFUSED',
	retryAt: at(12),
});
const refused = (seconds: number, place: SiteName = site): BoardEvent => ({
	type: 'feed-refused',
	at: at(seconds),
	site: place,
	reason: 'status 403',
	retryAt: at(60),
});

const title = (board: Board, width = 80, language: Language = 'en'): string =>
	rowText(titleRow(board, style(width, language)));
/** What stands between the name and the clock. */
const stateIn = (board: Board, language: Language = 'en'): string =>
	title(board, 100, language)
		.replace(/^ OVH CTI +/, '')
		.replace(/ +10:15:00$/, '');

const lyon = siteName('Lyon');
const nantes = siteName('Nantes');

describe('titleRow', () => {
	it('has the name at the left and the clock at the right, one blank from either edge', () => {
		const row = title(boardAfter(connecting()));
		expect(row).toMatch(/^ OVH CTI /);
		expect(row).toMatch(/ 10:15:00$/);
		expect(row).toHaveLength(79);
	});

	it.each([
		['connecting', [connecting()], 'connecting', 'connexion'],
		['live', [connecting(), live(-4)], '● live 4 s', '● en direct 4 s'],
		['quiet', [connecting(), live(-180)], '◌ quiet 3 min', '◌ calme 3 min'],
		[
			'down',
			[connecting(), live(-400), down(-240)],
			'× feed down since 10:11, next try in 12 s',
			'× flux coupé depuis 10:11, nouvel essai dans 12 s',
		],
		[
			'refused',
			[connecting(), refused(-60)],
			'× token refused since 10:14: check the token',
			'× jeton refusé depuis 10:14 : vérifiez le jeton',
		],
	])('says that a feed is %s', (_, events, english, french) => {
		const board = boardAfter(...(events as readonly BoardEvent[]));
		expect(stateIn(board).trim()).toBe(english);
		expect(stateIn(board, 'fr').trim()).toBe(french);
	});

	it('is connecting before anything was heard', () => {
		expect(stateIn(boardAfter())).toBe('connecting');
	});

	it('counts from the youngest event, not from the connection', () => {
		const received: BoardEvent = {
			type: 'feed-received',
			at: at(-2),
			site,
			events: 1,
			rejected: 0,
			lastEventAt: at(-3),
			clockOffsetMs: 0,
		};
		expect(stateIn(boardAfter(connecting(), live(-600), received))).toBe('● live 3 s');
	});

	it('alarms when a feed is down, warns when it is quiet', () => {
		const stateTone = (...events: readonly BoardEvent[]) => {
			const board = boardAfter(connecting(), ...events);
			return toneOf(titleRow(board, style(100)), stateIn(board).trim());
		};
		expect(stateTone(live(-4))).toBe('free');
		expect(stateTone(live(-180))).toBe('warning');
		expect(stateTone(down(-4))).toBe('alarm');
		expect(stateTone(refused(-4))).toBe('alarm');
	});

	it('names the sites and tells of the one that is worst off', () => {
		const board = boardAfter(connecting(lyon), live(-2, lyon), connecting(nantes), down(-60, nantes));
		expect(title(board, 100)).toMatch(/^ OVH CTI {2}Lyon, Nantes +× feed down since 10:14/);
	});

	it('cuts the name before the state, and the state before the clock', () => {
		const board = boardAfter(connecting(lyon), down(-60, lyon));
		expect(title(board, 64)).toBe(' OVH CT…  × feed down since 10:14, next try in 12 s    10:15:00');
		expect(title(board, 30)).toBe('  × feed down sin…   10:15:00');
	});

	it('stays in its place at every width', () => {
		const feeds = fc.constantFrom<readonly BoardEvent[]>(
			[],
			[connecting()],
			[live(-4)],
			[live(-180)],
			[down(-4)],
			[refused(-4)],
		);
		fc.assert(
			fc.property(
				feeds,
				fc.integer({min: 20, max: 300}),
				fc.constantFrom<Language>('en', 'fr'),
				(events, width, language) => {
					expect(misplaced(titleRow(boardAfter(...events), style(width, language)), width)).toEqual([]);
				},
			),
		);
	});
});

describe('isStale', () => {
	it.each([
		['nothing', [], false],
		['a feed that connects', [connecting()], false],
		['a live feed', [live(-4)], false],
		['a quiet feed', [live(-500)], false],
		['a feed that is down', [live(-9), down(-4)], true],
		['a refused feed', [refused(-4)], true],
		['one feed of two that is down', [live(-9, lyon), down(-4, nantes)], true],
	])('knows %s', (_, events, stale) => {
		expect(isStale(boardAfter(...(events as readonly BoardEvent[])))).toBe(stale);
	});
});

describe('figuresRow', () => {
	const board = sampleBoard();
	const row = (width: number, language: Language = 'en') => figuresRow(board, summarise(board), style(width, language));

	it('has all figures and what they cover where there is room', () => {
		expect(rowText(row(110))).toMatch(
			/^ WAITING 3 +LONGEST 02:41 ▲ +SL 80\/20 33 % ▼ +LOST 2 +IN CALL 6 +FREE 13 +since 09:08$/,
		);
		expect(rowText(row(110))).toHaveLength(109);
	});

	it('leaves out what they cover before a figure, and the last figures first', () => {
		expect(rowText(row(80))).toMatch(/FREE 13$/);
		expect(rowText(row(60))).toMatch(/^ WAITING 3 +LONGEST 02:41 ▲ +SL 80\/20 33 % ▼ +LOST 2$/);
	});

	it('stays in its place at every width', () => {
		fc.assert(
			fc.property(fc.integer({min: 20, max: 300}), fc.constantFrom<Language>('en', 'fr'), (width, language) => {
				expect(misplaced(row(width, language), width)).toEqual([]);
			}),
		);
	});
});

describe('figureRows', () => {
	const board = sampleBoard();

	it('has a figure a row, the name left, the value right', () => {
		expect(figureRows(board, summarise(board), style(40)).map(row => rowText(row))).toEqual([
			' WAITING                              3',
			' LONGEST                        02:41 ▲',
			' SL 80/20                        33 % ▼',
			' LOST                                 2',
			' IN CALL                              6',
			' FREE                                13',
			' since 09:08',
		]);
	});

	it('does not say since when, when nothing came', () => {
		expect(figureRows(boardAfter(), summarise(boardAfter()), style(40))).toHaveLength(6);
	});

	it('stays in its place at every width', () => {
		fc.assert(
			fc.property(fc.integer({min: 24, max: 300}), fc.constantFrom<Language>('en', 'fr'), (width, language) => {
				const rows = figureRows(board, summarise(board), style(width, language));
				expect(rows.flatMap(row => misplaced(row, width))).toEqual([]);
			}),
		);
	});
});
