import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Board} from '../../source/domain/board.js';
import type {BoardEvent} from '../../source/domain/event.js';
import {reduceBoard} from '../../source/domain/reduce.js';
import {callerId} from '../../source/domain/units.js';
import {type Language, messagesFor} from '../../source/i18n/languages.js';
import {noContacts} from '../../source/presentation/contacts.js';
import {
	hasSummaryRow,
	headRow,
	type QueueStyle,
	summaryRow,
	talkingRow,
	waitingRow,
	waitSteps,
	writeWait,
} from '../../source/presentation/queue-rows.js';
import {peopleIn} from '../../source/presentation/queues/people.js';
import {ascii, unicode} from '../../source/presentation/symbols.js';
import {anyEvents} from '../domain/arbitrary-events.js';
import {
	accueil,
	alice,
	at,
	boardAfter,
	bridged,
	bruno,
	counted,
	failed,
	gap,
	gaveUp,
	joined,
	offered,
	onCall,
	queueIn,
	served,
	timePassed,
} from '../helpers/builders.js';
import {misplaced, rowText, toneOf} from './row-text.js';

const named = {label: 'Support'};
const waits = (id: string, seconds: number, from = '0033612345678') =>
	joined(seconds, {...named, callerId: callerId(id), from});

const styleOn = (board: Board, style: Partial<QueueStyle> = {}): QueueStyle => ({
	width: 60,
	board,
	messages: messagesFor('en'),
	symbols: unicode,
	contacts: noContacts,
	...style,
});

const firstWaiting = (board: Board, style: Partial<QueueStyle> = {}): string => {
	const caller = peopleIn(queueIn(board)).waiting[0];
	return caller ? rowText(waitingRow(caller, styleOn(board, style))) : '';
};

describe('headRow', () => {
	const board = boardAfter(waits('a', -10), waits('b', -5), ...served('c', {joins: -100, answered: -90, ends: -50}));

	it('has the name, who waits and who talks', () => {
		expect(rowText(headRow(queueIn(board), styleOn(board)))).toBe(
			'Support                                 2 waiting  0 talking',
		);
	});

	it('says at least how many, or that it is not known, where some are in doubt', () => {
		const doubted = reduceBoard(board, [gap(-4), waits('d', -3)]);
		expect(rowText(headRow(queueIn(doubted), styleOn(doubted)))).toContain('1+ waiting  0 talking');
		const unknown = reduceBoard(board, [gap(-4)]);
		expect(rowText(headRow(queueIn(unknown), styleOn(unknown)))).toContain('— waiting  0 talking');
	});

	it('has the figures of the day between them where the panel is wide', () => {
		const style = styleOn(board, {width: 80});
		expect(hasSummaryRow(style)).toBe(false);
		expect(rowText(headRow(queueIn(board), style))).toBe(
			'Support             answered 1  lost 0  100 %  avg 10 s     2 waiting  0 talking',
		);
	});

	it('draws attention to a queue in which somebody waits', () => {
		expect(toneOf(headRow(queueIn(board), styleOn(board)), '2 waiting')).toBe('warning');
		expect(toneOf(headRow(queueIn(board), styleOn(board)), '0 talking')).toBe('muted');
		const empty = boardAfter(...served('c', {joins: -100, answered: -90, ends: -50}));
		expect(toneOf(headRow(queueIn(empty), styleOn(empty)), '0 waiting')).toBe('muted');
	});

	it('cuts the name rather than the counts', () => {
		const long = boardAfter(joined(-5, {label: 'Comptabilité et facturation'}));
		expect(rowText(headRow(queueIn(long), styleOn(long, {width: 34})))).toBe('Comptabilité… 1 waiting  0 talking');
	});

	it('is the number when the queue has no name', () => {
		const nameless = boardAfter(joined(-5));
		expect(rowText(headRow(queueIn(nameless), styleOn(nameless)))).toMatch(/^01 99 00 01 00 /);
	});
});

describe('waitingRow', () => {
	it('has number and running time', () => {
		expect(firstWaiting(boardAfter(waits('a', -5)))).toBe('  06 12 34 56 78    00:05');
	});

	it('says who rings for the caller', () => {
		const board = boardAfter(
			onCall('ringing-started', -2, {label: 'Alice'}),
			waits('a', -5),
			offered(-2, {callerId: callerId('a'), agent: alice}),
			offered(-1, {callerId: callerId('a'), agent: bruno}),
		);
		expect(firstWaiting(board)).toBe('  06 12 34 56 78    00:05   → Alice, 01 99 00 01 02');
		expect(firstWaiting(board, {width: 43})).toBe('  06 12 34 56 78    00:05   → Alice, 01 99…');
		expect(firstWaiting(board, {width: 28})).toBe('  06 12 34 56 78    00:05');
	});

	it('says so when the number is withheld', () => {
		expect(firstWaiting(boardAfter(waits('a', -5, '')))).toBe('  withheld number   00:05');
	});

	it.each([
		[19, 'plain', '00:19'],
		[20, 'warning', '00:20'],
		[59, 'warning', '00:59'],
		[60, 'alarm', '01:00 ▲'],
	])('after %i s is %s', (seconds, tone, text) => {
		const board = boardAfter(waits('a', -seconds));
		const caller = peopleIn(queueIn(board)).waiting[0];
		expect(caller && toneOf(waitingRow(caller, styleOn(board)), text)).toBe(tone);
	});

	it('marks a wait that calls for action also without colour', () => {
		const [, alarm] = waitSteps;
		expect(writeWait(unicode)(alarm.afterMs - 1)).toBe('00:59  ');
		expect(writeWait(unicode)(alarm.afterMs)).toBe('01:00 ▲');
		expect(writeWait(ascii)(alarm.afterMs)).toBe('01:00 ^');
	});

	it('counts from the first news of a caller whose joining was not seen: they wait at least so long', () => {
		const board = boardAfter(offered(-68, named), failed(-3, named));
		expect(firstWaiting(board)).toBe('  06 39 98 00 01    01:08+▲');
	});
});

describe('talkingRow', () => {
	const talking = (...events: readonly BoardEvent[]): string => {
		const board = boardAfter(...events);
		const caller = peopleIn(queueIn(board)).talking[0];
		return caller ? rowText(talkingRow(caller, styleOn(board))) : '';
	};

	it('has number, time since the answer, and agent', () => {
		expect(talking(onCall('talk-started', -40, {label: 'Alice', number: accueil}), joined(-60), bridged(-45))).toBe(
			'● 06 39 98 00 01    00:45   Alice',
		);
	});
});

describe('summaryRow', () => {
	const summary = (events: readonly BoardEvent[], style: Partial<QueueStyle> = {}): string => {
		const board = boardAfter(...events);
		return rowText(summaryRow(queueIn(board), styleOn(board, style)));
	};
	const day = [...served('a', {joins: -300, answered: -282, ends: -200}), ...gaveUp('b', {joins: -100, leaves: -70})];

	it('has the figures of the day', () => {
		expect(summary(day)).toBe('  answered 1  lost 1  50 %  avg 18 s');
	});

	it('says — for what cannot be reckoned', () => {
		expect(summary([joined(-5)])).toBe('  answered 0  lost 0  —  avg —');
	});

	it("ends with the service's own count while it agrees", () => {
		expect(summary([...day, counted(-1, 0)])).toBe('  answered 1  lost 1  50 %  avg 18 s  service: 0');
	});

	it("begins with the service's own count when it differs, and marks it", () => {
		const events = [...day, counted(-1, 3)];
		expect(summary(events)).toBe('  service: 3  answered 1  lost 1  50 %  avg 18 s');
		const board = boardAfter(...events);
		expect(toneOf(summaryRow(queueIn(board), styleOn(board)), 'service: 3')).toBe('warning');
	});

	it('leaves out whole figures when there is no room', () => {
		expect(summary(day, {width: 30})).toBe('  answered 1  lost 1  50 %');
		expect(summary(day, {width: 28})).toBe('  answered 1  lost 1  50 %');
		expect(summary(day, {width: 25})).toBe('  answered 1  lost 1');
	});
});

describe('all rows of a queue', () => {
	it('stay in their places whatever happens', () => {
		const languages = fc.constantFrom<Language>('en', 'fr');
		fc.assert(
			fc.property(anyEvents, languages, fc.integer({min: 32, max: 120}), (events, language, width) => {
				// The events last for half a minute; seen a moment later, nobody has waited for hours.
				const board = boardAfter(...events, timePassed(31));
				const style = styleOn(board, {width, messages: messagesFor(language)});
				const queue = queueIn(board);
				const rows = [
					headRow(queue, style),
					summaryRow(queue, style),
					...peopleIn(queue).waiting.map(caller => waitingRow(caller, style)),
					...peopleIn(queue).talking.map(caller => talkingRow(caller, style)),
				];
				expect(rows.flatMap(row => misplaced(row, width, at(40)))).toEqual([]);
			}),
		);
	});
});
