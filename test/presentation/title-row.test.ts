import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Board} from '../../source/domain/board.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {defaultServiceLevel} from '../../source/domain/figures.js';
import {siteName} from '../../source/domain/units.js';
import {type Language, messagesFor} from '../../source/i18n/languages.js';
import type {HeaderStyle} from '../../source/presentation/header.js';
import {unicode} from '../../source/presentation/symbols.js';
import {titleRow} from '../../source/presentation/title-row.js';
import {widthOf} from '../../source/presentation/width.js';
import {at, boardAfter, onCall} from '../helpers/builders.js';
import {connecting, down, heard, live, lyon, nice, paris, refused, replaying} from '../helpers/sites.js';
import {misplaced, rowText, toneOf} from './row-text.js';

const style = (width: number, language: Language = 'en'): HeaderStyle => ({
	width,
	now: at(0),
	messages: messagesFor(language),
	symbols: unicode,
	rule: defaultServiceLevel,
});

const title = (board: Board, width = 100, language: Language = 'en'): string =>
	rowText(titleRow(board, style(width, language)));

/** What stands between the name and the clock. */
const stateIn = (board: Board, {width = 100, language = 'en' as Language} = {}): string =>
	title(board, width, language)
		.replace(/^ OVH CTI +/, '')
		.replace(/ +10:15:00$/, '')
		.trim();

const retried = (event: BoardEvent<'feed-failed'>, seconds: number): BoardEvent => ({
	...event,
	retryAt: at(seconds),
});

const call = onCall('talk-started', -30);

describe('titleRow', () => {
	it('has the name at the left and the clock at the right, one blank from either edge', () => {
		const row = title(boardAfter(connecting(0)), 80);
		expect(row).toMatch(/^ OVH CTI /);
		expect(row).toMatch(/ 10:15:00$/);
		expect(row).toHaveLength(79);
	});

	it.each([
		['connecting', [connecting(-9)], '… connecting', '… connexion'],
		[
			'connecting again',
			[connecting(-9), live(-8), call, connecting(-1)],
			'… connecting, old figures',
			'… connexion, chiffres figés',
		],
		['live', [connecting(-9), live(-4)], '● live 4 s', '● en direct 4 s'],
		['quiet', [connecting(-900), live(-180)], '◌ quiet 3 min', '◌ calme 3 min'],
		[
			'down',
			[live(-400), down(-240)],
			'× feed down since 10:11, next try in 12 s',
			'× flux coupé depuis 10:11, nouvel essai dans 12 s',
		],
		[
			'down and tried again',
			[retried(down(-240), -1)],
			'× feed down since 10:11, trying',
			'× flux coupé depuis 10:11, nouvel essai',
		],
		[
			'down and about to be tried again',
			[retried(down(-240), 0.4)],
			'× feed down since 10:11, trying',
			'× flux coupé depuis 10:11, nouvel essai',
		],
		[
			'down since yesterday',
			[down(-86_400)],
			'× feed down since 2026-03-04 10:15, next try in 12 s',
			'× flux coupé depuis 2026-03-04 10:15, nouvel essai dans 12 s',
		],
		[
			'refused',
			[connecting(-9), refused(-60)],
			'! token refused since 10:14: check the token, :token changes it',
			'! jeton refusé depuis 10:14 : vérifiez le jeton, :token le change',
		],
		['a replay', [replaying(-9), live(-8)], '▷ replay 2026-03-05 10:15:00', '▷ rejeu 2026-03-05 10:15:00'],
		[
			'a replay of a failure',
			[replaying(-9), live(-8), down(-4)],
			'▷ × feed down since 10:14, next try in 12 s',
			'▷ × flux coupé depuis 10:14, nouvel essai dans 12 s',
		],
	] as const)('says that a feed is %s', (_, events, english, french) => {
		const board = boardAfter(...events);
		expect(stateIn(board)).toBe(english);
		expect(stateIn(board, {language: 'fr'})).toBe(french);
	});

	it('never calls a replay live, however old or young its news', () => {
		fc.assert(
			fc.property(fc.integer({min: -900, max: 0}), fc.integer({min: 20, max: 300}), (seconds, width) => {
				const board = boardAfter(replaying(-1000), live(-999), heard(seconds));
				expect(title(board, width)).not.toMatch(/live|●|quiet/);
			}),
		);
	});

	it('is connecting before anything was heard', () => {
		expect(stateIn(boardAfter())).toBe('… connecting');
	});

	it('counts from the youngest event, not from the connection', () => {
		expect(stateIn(boardAfter(connecting(-700), live(-600), heard(-3)))).toBe('● live 3 s');
	});

	it('looks different when a feed is live, quiet, connecting again, or fails', () => {
		const stateTone = (...events: readonly BoardEvent[]) => {
			const board = boardAfter(connecting(-900), ...events);
			return toneOf(titleRow(board, style(100)), stateIn(board));
		};
		expect(stateTone()).toBe('muted');
		expect(stateTone(live(-4))).toBe('free');
		expect(stateTone(live(-180))).toBe('warning');
		expect(stateTone(live(-180), call, connecting(-1))).toBe('warning');
		expect(stateTone(down(-4))).toBe('alarm');
		expect(stateTone(refused(-4))).toBe('alarm');
	});

	it.each([down, refused])('takes the whole width for an alarm, but for the clock', fails => {
		for (const width of [30, 40, 80, 300]) {
			const row = titleRow(boardAfter(live(-900, lyon), fails(-4, paris)), style(width));
			const tones = row.map(({cell}) => (cell.kind === 'text' ? cell.tone : cell.kind));
			expect(new Set(tones)).toEqual(new Set(['alarm']));
			expect(row.reduce((sum, placed) => sum + placed.width, 0)).toBe(width);
			expect(row.reduce((sum, {cell}) => sum + (cell.kind === 'text' ? widthOf(cell.text) : 0), 0)).toBe(width);
			expect(rowText(row)).toMatch(/10:15:00$/);
		}
	});

	it('says what is missed where the figures have no room for it', () => {
		const board = {...boardAfter(live(-2)), since: at(-7200), missed: [{from: at(-3600), to: at(-1800)}]};
		expect(title(board, 99)).toMatch(/^ OVH CTI {2}30 min missed +● live 2 s {3}10:15:00$/);
		expect(title(board, 100)).toMatch(/^ OVH CTI +● live 2 s {3}10:15:00$/);
		expect(toneOf(titleRow(board, style(80)), '30 min missed')).toBe('warning');
	});

	it('stays in its place at every width, whatever the feeds are like', () => {
		const sites = [lyon, paris, nice, siteName('東京支社'), siteName('default')];
		const news = [connecting, live, down, refused, heard, replaying];
		const events = fc.array(
			fc
				.record({
					site: fc.constantFrom(...sites),
					make: fc.constantFrom(...news),
					seconds: fc.integer({min: -900, max: 0}),
				})
				.map(({site, make, seconds}): BoardEvent => make(seconds, site)),
			{maxLength: 12},
		);
		const widths = fc.integer({min: 14, max: 300});
		fc.assert(
			fc.property(events, widths, fc.constantFrom<Language>('en', 'fr'), (happened, width, language) => {
				const row = titleRow(boardAfter(...happened), style(width, language));
				expect(misplaced(row, width)).toEqual([]);
				expect(rowText(row)).toMatch(/10:15:00$/);
			}),
			{numRuns: 300},
		);
	});
});

describe('several sites', () => {
	const two = [live(-9, lyon), heard(-2, lyon), live(-5, paris)] as const;

	it.each([
		[
			'each by its name',
			[...two, connecting(-400, nice), live(-180, nice)],
			'● Lyon 2 s  ● Paris 5 s  ◌ Nice quiet 3 min',
		],
		['one that connects', [...two, connecting(-1, nice)], '● Lyon 2 s  ● Paris 5 s  … Nice connecting'],
		[
			'one down, and the others',
			[...two, down(-60, nice)],
			'× Nice: feed down since 10:14, next try in 12 s  ● Lyon 2 s  ● Paris 5 s',
		],
		[
			'two down, each for itself',
			[down(-240, paris), down(-60, nice)],
			'× Paris: feed down since 10:11, next try in 12 s  × Nice: feed down since 10:14, next try in 12 s',
		],
		[
			'one refused, one down',
			[refused(-60, lyon), down(-60, nice)],
			'! Lyon: token refused since 10:14: check the token, :token changes it  × Nice: feed down since 10:14, next try in 12 s',
		],
	] as const)('are told of: %s', (_, events, words) => {
		expect(stateIn(boardAfter(...events), {width: 160})).toBe(words);
	});

	it('are counted where not all have room, but for those that are not live', () => {
		const many = ['Lyon', 'Paris', 'Nice', 'Lille', 'Brest', 'Dijon', 'Metz'].map(name => live(-2, siteName(name)));
		const board = boardAfter(...many, live(-180, siteName('Nantes')));
		expect(stateIn(board, {width: 200})).toMatch(/^● Lyon 2 s .* ● Metz 2 s {2}◌ Nantes quiet 3 min$/);
		expect(stateIn(board, {width: 80})).toBe('● 7 live  ◌ Nantes quiet 3 min');
		expect(stateIn(board, {width: 40})).toBe('● 7 live  ◌ 1 quiet');
	});

	it('that are down are named together, then counted, as room gets less', () => {
		const board = boardAfter(live(-2, lyon), down(-240, paris), down(-60, nice));
		const words = [140, 110, 90, 70, 56, 46, 34, 30].map(width => stateIn(board, {width}));
		expect(words).toEqual([
			'× Paris: feed down since 10:11, next try in 12 s  × Nice: feed down since 10:14, next try in 12 s  ● Lyon 2 s',
			'× Paris: feed down since 10:11, next try in 12 s  × Nice: feed down since 10:14, next try in 12 s',
			'× Paris, Nice: feeds down since 10:11–10:14, next try in 12 s  ● 1 live',
			'× Paris, Nice: down 10:11–10:14, retry in 12 s',
			'× Paris, Nice: down 10:11–10:14',
			'× Paris, Nice: down 10:11–10:14',
			'× 2 of 3 sites: down …',
			'× 2 of 3 sites: d…',
		]);
	});

	it('of one kind of failure only do not hide the other', () => {
		const board = boardAfter(live(-2, lyon), down(-240, paris), refused(-60, nice));
		expect(stateIn(board, {width: 80})).toBe('! Nice: refused, see :token  × Paris: down 10:11');
		expect(stateIn(board, {width: 40})).toBe('× 2 of 3 sites: no feed');
	});

	it('name a site that is alone only where it has a name', () => {
		expect(title(boardAfter(live(-2, lyon)), 60)).toMatch(/^ OVH CTI {2}Lyon +● live 2 s {3}10:15:00$/);
		expect(title(boardAfter(live(-2, siteName('default'))), 60)).toMatch(/^ OVH CTI +● live 2 s {3}10:15:00$/);
	});
});
