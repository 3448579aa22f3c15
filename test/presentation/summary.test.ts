import {describe, expect, it} from 'vitest';
import {defaultServiceLevel} from '../../source/domain/figures.js';
import {callerId, callId, lineNumber} from '../../source/domain/units.js';
import {messagesFor} from '../../source/i18n/languages.js';
import {figuresOf, type Summary, summarise} from '../../source/presentation/summary.js';
import {ascii, unicode} from '../../source/presentation/symbols.js';
import {at, boardAfter, bridged, colleague, gap, gaveUp, joined, onCall, served, site} from '../helpers/builders.js';
import {sampleBoard} from '../helpers/sample-board.js';
import {wordsOf} from './row-text.js';

const registered = (number: string) =>
	({type: 'line-registered', at: at(-90), site, service: 'line', number: lineNumber(number)}) as const;

describe('summarise', () => {
	it('knows nothing of an empty board', () => {
		expect(summarise(boardAfter(), defaultServiceLevel)).toEqual({
			isKnown: false,
			waiting: 0,
			doubtedWaiting: 0,
			longestSince: null,
			serviceLevel: null,
			lost: 0,
			inCall: 0,
			free: 0,
		});
	});

	it('knows something from the first event on, also when it is that nobody calls', () => {
		expect(summarise(boardAfter(registered('0033199000104')), defaultServiceLevel).isKnown).toBe(true);
	});

	it('counts lines in call, on hold included, and free ones; a ringing line is neither', () => {
		const board = boardAfter(
			onCall('talk-started', -30),
			onCall('talk-started', -30, {number: colleague, callId: callId('held')}),
			onCall('hold-started', -10, {number: colleague, callId: callId('held')}),
			onCall('ringing-started', -5, {number: lineNumber('0033199000103'), callId: callId('rings')}),
			registered('0033199000104'),
		);
		expect(summarise(board, defaultServiceLevel)).toMatchObject({inCall: 2, free: 1});
	});

	it('counts those who wait, the longest since joining, and not those who talk', () => {
		const board = boardAfter(
			joined(-31, {callerId: callerId('a')}),
			joined(-161, {callerId: callerId('b')}),
			joined(-300, {callerId: callerId('c')}),
			bridged(-200, {callerId: callerId('c')}),
		);
		expect(summarise(board, defaultServiceLevel)).toMatchObject({
			waiting: 2,
			longestSince: {at: at(-161), isExact: true},
		});
	});

	it('reckons the day over all queues', () => {
		const board = boardAfter(
			...served('fast', {joins: -300, answered: -290, ends: -200}),
			...served('slow', {joins: -300, answered: -270, ends: -200}),
			...gaveUp('lost', {joins: -100, leaves: -70}),
			...gaveUp('misdialled', {joins: -100, leaves: -98}),
		);
		// One answered within 20 s, of two answered and two lost less the one who gave up within 5 s.
		expect(summarise(board, defaultServiceLevel)).toMatchObject({serviceLevel: 1 / 3, lost: 2});
	});

	it('knows those in doubt, who neither wait nor talk for certain', () => {
		const board = boardAfter(
			joined(-31, {callerId: callerId('a')}),
			joined(-30, {callerId: callerId('b')}),
			bridged(-20, {callerId: callerId('b')}),
			gap(-10),
			joined(-5, {callerId: callerId('c')}),
		);
		expect(summarise(board, defaultServiceLevel)).toMatchObject({
			waiting: 1,
			doubtedWaiting: 1,
			longestSince: {at: at(-5), isExact: true},
		});
	});

	it('agrees with the sample board as counted by hand', () => {
		expect(summarise(sampleBoard(), defaultServiceLevel)).toMatchObject({
			waiting: 3,
			longestSince: {at: at(-161), isExact: true},
			lost: 2,
			inCall: 6,
			free: 13,
		});
	});
});

describe('figuresOf', () => {
	const nothing: Summary = {
		isKnown: true,
		waiting: 0,
		doubtedWaiting: 0,
		longestSince: null,
		serviceLevel: null,
		lost: 0,
		inCall: 0,
		free: 0,
	};
	const figures = (summary: Partial<Summary>, symbols = unicode) =>
		figuresOf({...nothing, ...summary}, {messages: messagesFor('en'), symbols, rule: defaultServiceLevel}).map(
			({title, value, width}) => {
				const placed = {column: 0, width, align: 'left', cell: value} as const;
				return `${title} ${wordsOf(placed).trim()}`;
			},
		);
	const toneOfLevel = (serviceLevel: number | null) =>
		figuresOf({...nothing, serviceLevel}, {messages: messagesFor('en'), symbols: unicode, rule: defaultServiceLevel})[2]
			?.value.tone;

	it('come in order of weight', () => {
		expect(
			figures({
				waiting: 3,
				longestSince: {at: at(-161), isExact: true},
				serviceLevel: 0.92,
				lost: 4,
				inCall: 7,
				free: 15,
			}),
		).toEqual(['WAITING 3', 'LONGEST 02:41 ▲', 'SL 80/20 92 %', 'LOST 4', 'IN CALL 7', 'FREE 15']);
	});

	it('says at least how many wait where some are in doubt', () => {
		expect(figures({waiting: 2, doubtedWaiting: 1})[0]).toBe('WAITING 2+');
		expect(figures({doubtedWaiting: 1})[0]).toBe('WAITING —');
	});

	it('say — for what is not known', () => {
		const none = ['WAITING —', 'LONGEST —', 'SL 80/20 —', 'LOST —', 'IN CALL —', 'FREE —'];
		expect(figures({isKnown: false})).toEqual(none);
		expect(figures({})).toEqual(['WAITING 0', 'LONGEST —', 'SL 80/20 —', 'LOST 0', 'IN CALL 0', 'FREE 0']);
	});

	it('mark a service level below its aim, also without colour', () => {
		expect(figures({serviceLevel: 0.8})[2]).toBe('SL 80/20 80 %');
		expect(figures({serviceLevel: 0.76})[2]).toBe('SL 80/20 76 % ▼');
		expect(figures({serviceLevel: 0.76}, ascii)[2]).toBe('SL 80/20 76 % v');
	});

	it('make a service level an alarm ten points below its aim', () => {
		expect([0.8, 0.75, 0.69, null].map(toneOfLevel)).toEqual(['strong', 'warning', 'alarm', 'strong']);
	});

	it('draw attention to somebody waiting', () => {
		const toneOfWaiting = (waiting: number) =>
			figuresOf({...nothing, waiting}, {messages: messagesFor('en'), symbols: unicode, rule: defaultServiceLevel})[0]
				?.value.tone;
		expect([0, 1].map(toneOfWaiting)).toEqual(['strong', 'warning']);
	});
});
