import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Board} from '../../source/domain/board.js';
import type {BoardEvent} from '../../source/domain/event.js';
import type {Line} from '../../source/domain/line.js';
import {callId} from '../../source/domain/units.js';
import {type Language, messagesFor} from '../../source/i18n/languages.js';
import {noContacts} from '../../source/presentation/contacts.js';
import {lineTile, type TileStyle} from '../../source/presentation/lines.js';
import {ascii, unicode} from '../../source/presentation/symbols.js';
import {
	accueil,
	at,
	boardAfter,
	colleague,
	customer,
	gap,
	lineIn,
	onCall,
	site,
	timePassed,
} from '../helpers/builders.js';
import {misplaced, rowText, toneOf} from './row-text.js';

const registered: BoardEvent = {
	type: 'line-registered',
	at: at(-5000),
	site,
	service: 'line',
	number: accueil,
	label: 'Accueil',
	simultaneousLines: 2,
};

const styleOn = (board: Board, style: Partial<TileStyle> = {}): TileStyle => ({
	width: 30,
	board,
	messages: messagesFor('en'),
	symbols: unicode,
	contacts: noContacts,
	isSelected: false,
	...style,
});

const tileAfter = (events: readonly BoardEvent[], style: Partial<TileStyle> = {}) => {
	const board = boardAfter(registered, ...events);
	return lineTile(lineIn(board), styleOn(board, style));
};

const tileText = (events: readonly BoardEvent[], style: Partial<TileStyle> = {}): readonly string[] =>
	tileAfter(events, style).map(row => rowText(row));

const facts = {label: 'Accueil', simultaneousLines: 2};
const rings = onCall('ringing-started', -7, facts);
const talks = onCall('talk-started', -192, facts);
const holds = onCall('hold-started', -60, facts);

const remembered = (line: Line): Line => ({...line, heardAt: null});

describe('lineTile', () => {
	it('shows a call that rings, since its first ring', () => {
		expect(tileText([rings])).toEqual(['◐ Accueil ringing        00:07', '← 06 39 98 00 01           1/2']);
	});

	it('shows a call, since its answer', () => {
		expect(tileText([talks])).toEqual(['● Accueil in call        03:12', '← 06 39 98 00 01           1/2']);
	});

	it('shows a call on hold, still since its answer', () => {
		expect(tileText([talks, holds])).toEqual(['‖ Accueil on hold        03:12', '← 06 39 98 00 01           1/2']);
	});

	it('shows a free line with its number, without a timer', () => {
		expect(tileText([], {width: 34})).toEqual(['○ Accueil', '  free  01 99 00 01 01         0/2']);
	});

	it('shows a line that nobody has told of as unknown, never as free', () => {
		const board = boardAfter(registered);
		const rows = lineTile(remembered(lineIn(board)), styleOn(board, {width: 34}));
		expect(rows.map(row => rowText(row))).toEqual(['· Accueil', '  unknown  01 99 00 01 01      —/2']);
		expect(toneOf(rows[0] ?? [], '·')).toBe('muted');
	});

	it('shows a line whose call is in doubt as unknown, without the call', () => {
		expect(tileText([talks, gap(-9)], {width: 34})).toEqual(['· Accueil', '  unknown  01 99 00 01 01      —/2']);
	});

	it('shows the call that is known of a line with another in doubt', () => {
		const second = onCall('ringing-started', -7, {callId: callId('2'), simultaneousLines: 2});
		expect(tileText([talks, gap(-9), second])).toEqual([
			'◐ Accueil ringing        00:07',
			'← 06 39 98 00 01           1/2',
		]);
	});

	it('shows a call that expired as such, muted, and counts it no more', () => {
		const old = onCall('talk-started', -15_000, facts);
		const rows = tileAfter([old, timePassed(-1)]);
		expect(rows.map(row => rowText(row))).toEqual(['× Accueil expired      4:10:00', '← 06 39 98 00 01           0/2']);
		expect(toneOf(rows[0] ?? [], '×')).toBe('muted');
		expect(toneOf(rows[0] ?? [], '4:10:00')).toBe('muted');
	});

	it.each([
		['incoming', {}, '← 06 39 98 00 01'],
		['outgoing', {direction: 'outgoing', from: accueil, to: '00442079460958'}, '→ +44 20 7946 0958'],
		['internal', {direction: 'internal', from: accueil, to: accueil}, '↔ Accueil'],
		['unknown', {direction: 'unknown', from: customer, to: colleague}, '· 06 39 98 00 01'],
		['withheld', {from: ''}, '← withheld number'],
	] as const)('shows an %s call with its direction and the other end', (_, call, text) => {
		expect(tileText([onCall('talk-started', -5, {...facts, ...call})])[1]).toMatch(
			new RegExp(`^${text.replace('+', '\\+')} +1/2$`),
		);
	});

	it('calls a colleague by name', () => {
		const other = onCall('talk-started', -5, {...facts, from: colleague});
		const events = [{...registered, number: colleague, label: 'Bruno'}, other];
		expect(tileText(events)[1]).toBe('← Bruno                    1/2');
	});

	it('counts several calls and shows the one that makes the state', () => {
		const second = onCall('ringing-started', -3, {...facts, callId: callId('second'), from: '0033611111111'});
		expect(tileText([talks, second])).toEqual(['● Accueil in call        03:12', '← 06 39 98 00 01           2/2']);
		expect(tileText([talks, holds, second])[0]).toBe('‖ Accueil on hold        03:12');
	});

	it('does not claim to know how many calls a line holds', () => {
		const board = boardAfter(onCall('talk-started', -5));
		const rows = lineTile(lineIn(board), styleOn(board));
		expect(rows.map(row => rowText(row))).toEqual(['● 01 99 00 01 01         00:05', '← 06 39 98 00 01           1/—']);
	});

	it('leaves the word out when name and timer need the room', () => {
		expect(tileText([talks], {width: 22})).toEqual(['● Accueil        03:12', '← 06 39 98 00 01   1/2']);
	});

	it('cuts a long name, not its timer', () => {
		const label = 'Comptabilité générale du groupe';
		const events = [{...registered, label}, onCall('talk-started', -3725, {...facts, label})];
		expect(tileText(events, {width: 24})).toEqual(['● Comptabilité … 1:02:05', '← 06 39 98 00 01     1/2']);
	});

	it.each([
		['in-call', [talks], 'busy', 'strong'],
		['ringing', [rings], 'ringing', 'ringing'],
		['on-hold', [talks, holds], 'held', 'held'],
	] as const)('colours the symbol of a line %s, and its timer when it wants attention', (_, events, symbol, timer) => {
		const [head = []] = tileAfter(events);
		expect(head[0]?.cell).toMatchObject({tone: symbol});
		expect(head.at(-1)?.cell).toMatchObject({tone: timer});
	});

	it('marks the selected line, busy or free', () => {
		expect(toneOf(tileAfter([talks], {isSelected: true})[0] ?? [], 'Accueil')).toBe('selected');
		expect(toneOf(tileAfter([], {isSelected: true})[0] ?? [], 'Accueil')).toBe('selected');
		expect(toneOf(tileAfter([], {})[0] ?? [], 'Accueil')).toBe('plain');
	});

	it('speaks French, and draws with ASCII', () => {
		expect(tileText([talks, holds], {messages: messagesFor('fr'), symbols: ascii})).toEqual([
			'= Accueil en garde       03:12',
			'< 06 39 98 00 01           1/2',
		]);
	});

	it('never leaves its place, nor writes one thing over another', () => {
		const labels = fc.oneof(
			fc.string({unit: 'grapheme', minLength: 1, maxLength: 60}),
			fc.constant('東京支社の長い名前'),
		);
		const states = fc.constantFrom<readonly BoardEvent[]>([], [rings], [talks], [talks, holds]);
		const languages = fc.constantFrom<Language>('en', 'fr');
		fc.assert(
			fc.property(labels, states, languages, fc.integer({min: 16, max: 40}), (label, events, language, width) => {
				const named = [registered, ...events].map(event => ({...event, label}));
				const board = boardAfter(...named);
				const rows = lineTile(lineIn(board), styleOn(board, {width, messages: messagesFor(language)}));
				expect(rows.flatMap(row => misplaced(row, width))).toEqual([]);
			}),
		);
	});
});
