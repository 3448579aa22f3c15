import {describe, expect, it} from 'vitest';
import type {Board} from '../../../source/domain/board.js';
import type {BoardEvent} from '../../../source/domain/event.js';
import {keepBoard, restoreBoard} from '../../../source/domain/kept-board.js';
import {reduceBoard} from '../../../source/domain/reduce.js';
import {type LostCaller, lostCallers} from '../../../source/presentation/lost/lost-callers.js';
import {accueil, alice, at, boardAfter, colleague, customer, onCall, support} from '../../helpers/builders.js';
import {answered, calls, lostBoard, lostOnce} from '../../helpers/lost-board.js';
import {eventsOf, eventsOfV2, type Raw, readFlow, withData} from '../../providers/ovh/wire-events.js';

const lost = lostOnce('lost', {from: customer, leaves: 0, waits: 30});
const callersIn = ({losses}: Pick<Board, 'losses'>) => lostCallers(losses);
const only = (board: Board): LostCaller | undefined => callersIn(board).all[0];
const settledBy = (...events: readonly BoardEvent[]) => only(boardAfter(...lost, ...events))?.loss.settled;
const tick = (seconds: number, key: string, isDone = true): BoardEvent => ({
	type: 'loss-ticked',
	at: at(seconds),
	key,
	isDone,
});
const firstKey = `${support} lost 1`;

const restarted = (board: Board): Board => {
	const kept = restoreBoard(JSON.parse(JSON.stringify(keepBoard(board))), {at: at(1000)});
	if (!kept) throw new Error('the day was not restored');
	return kept;
};

const incoming = {from: customer, to: accueil};

describe('a lost caller', () => {
	it('is to call back', () => {
		expect(settledBy()).toBeNull();
	});

	it('is dealt with by an answer in any queue', () => {
		expect(settledBy(...answered('again', customer, 60))).toMatchObject({by: 'answered', at: at(65)});
	});

	it('is dealt with by a call that a line answers', () => {
		const call = [onCall('ringing-started', 60, incoming), onCall('talk-started', 66, incoming)];
		expect(settledBy(...call)).toEqual({by: 'answered', at: at(66), who: accueil});
	});

	it('is dealt with by somebody who calls them and is answered', () => {
		const back = calls('back', {line: colleague, to: customer, begins: 100, lasts: 30});
		expect(settledBy(...back)).toEqual({by: 'called-back', at: at(105), who: colleague});
	});

	it('is not dealt with by a call that nobody answered, nor by one with somebody else', () => {
		expect(settledBy(...calls('vain', {line: colleague, to: customer, begins: 100, lasts: null}))).toBeNull();
		expect(settledBy(...calls('else', {line: colleague, to: '0033639989999', begins: 100, lasts: 30}))).toBeNull();
		expect(settledBy(onCall('ringing-started', 60, incoming), onCall('ringing-ended', 70, incoming))).toBeNull();
	});

	it('withheld is nobody that a later call could be of', () => {
		const hidden = lostOnce('hidden', {from: '', leaves: 0, waits: 30});
		const board = boardAfter(...hidden, onCall('talk-started', 60, {from: ''}));
		expect(callersIn(board)).toMatchObject({open: [{from: '', tries: null}], done: []});
	});

	it('is dealt with when somebody says so, and is not when that is taken back', () => {
		const board = boardAfter(...lost, tick(60, firstKey));
		expect(only(board)).toMatchObject({isOpen: false, loss: {settled: {by: 'hand', at: at(60), who: null}}});
		expect(only(reduceBoard(board, [tick(70, firstKey, false)]))).toMatchObject({isOpen: true});
	});

	it('stays as it is when the same is said twice, or of nobody', () => {
		const board = boardAfter(...lost, tick(60, firstKey));
		expect(reduceBoard(board, [tick(61, firstKey), tick(62, 'nobody')]).losses).toBe(board.losses);
	});

	it('stays dealt with, or open, after a restart', () => {
		const board = boardAfter(...lost, ...lostOnce('other', {from: '0033639980002', leaves: 5, waits: 3}));
		const kept = restarted(reduceBoard(board, [tick(60, firstKey)]));
		expect(callersIn(kept).open.map(({from}) => from)).toEqual(['0033639980002']);
		expect(callersIn(kept).done.map(({from}) => from)).toEqual([customer]);
		expect(callersIn(reduceBoard(kept, [tick(1001, firstKey, false)])).done).toEqual([]);
	});
});

describe('a number lost several times', () => {
	const twice = [...lost, ...lostOnce('second', {from: customer, leaves: 100, waits: 8, at: 'Ventes'})];

	it('is one caller, told by the last loss, under a key that does not change', () => {
		const board = boardAfter(...twice);
		expect(callersIn(board).all).toMatchObject([{key: firstKey, from: customer, tries: 2, loss: {at: at(100)}}]);
		expect(only(boardAfter(...lost))?.key).toBe(firstKey);
	});

	it('is dealt with as a whole, by hand and by a call', () => {
		const ticked = boardAfter(...twice, tick(200, firstKey));
		expect([...ticked.losses.values()].map(({settled}) => settled?.by)).toEqual(['hand', 'hand']);
		const called = boardAfter(...twice, ...calls('back', {line: alice, to: customer, begins: 200, lasts: 9}));
		expect([...called.losses.values()].map(({settled}) => settled?.by)).toEqual(['called-back', 'called-back']);
	});

	it('is to call back again when lost after somebody had dealt with it', () => {
		const board = boardAfter(...lost, tick(60, firstKey), ...twice.slice(2));
		expect(only(board)).toMatchObject({isOpen: true, tries: 2, loss: {at: at(100), settled: null}});
	});

	it('gives back what settled the last of them, no more', () => {
		const board = boardAfter(
			...lost,
			...calls('back', {line: colleague, to: customer, begins: 50, lasts: 9}),
			...twice.slice(2),
			tick(200, firstKey),
			tick(210, firstKey, false),
		);
		expect([...board.losses.values()].map(({settled}) => settled?.by ?? null)).toEqual(['called-back', null]);
	});
});

describe('lostCallers', () => {
	it('puts those to call back first, the newest at the top, then those dealt with', () => {
		const {all, open, done} = callersIn(lostBoard());
		expect(all).toEqual([...open, ...done]);
		expect(open.map(({from}) => from)).toEqual([
			'00442079460000',
			'0033677889900',
			'0033612345678',
			'',
			'',
			'0033644332211',
		]);
		expect(done.map(({loss}) => loss.settled?.by)).toEqual(['called-back', 'answered', 'hand']);
		expect(new Set(all.map(({key}) => key)).size).toBe(all.length);
	});

	it('lists nobody when nobody was lost', () => {
		expect(lostCallers(new Map())).toEqual({open: [], done: [], all: []});
	});
});

describe('the number on the wire', () => {
	/** Every way to tell the caller's number, in every place of it. */
	const told = (raws: readonly Raw[], number: string): readonly Raw[] =>
		raws.map(raw => withData(raw, {Calling: undefined, QueueMemberCIDName: number, QueueMemberCIDNumber: number}));

	const later = (raws: readonly Raw[]): readonly Raw[] =>
		raws.map(raw => JSON.parse(JSON.stringify(raw).replaceAll('17727021', '17727091')));

	const forms = ['+33639980001', '0639980001', '0033639980001', '+33 (0)6 39 98 00 01'];
	const pairs = forms.flatMap(one => forms.map(other => [one, other] as const));

	it.each(pairs)('lost as %s is reached as %s', (first, second) => {
		for (const read of [eventsOf, eventsOfV2]) {
			const gaveUp = read(told(readFlow('q3'), first));
			const back = later(readFlow('l5')).map(raw => withData(raw, {Called: second, Dialed: second}));
			const board = boardAfter(...gaveUp, ...read(back));
			expect(only(board)).toMatchObject({from: customer, isOpen: false, loss: {settled: {by: 'called-back'}}});
			const again = later(readFlow('q1')).filter(raw => raw.Service === 'queues');
			const answer = read(told(again, second)).map(event => ({...event, callerId: 'again', channel: 'again'}));
			const served = reduceBoard(boardAfter(...gaveUp), answer as readonly BoardEvent[]);
			expect(only(served)).toMatchObject({from: customer, isOpen: false, loss: {settled: {by: 'answered'}}});
		}
	});
});
