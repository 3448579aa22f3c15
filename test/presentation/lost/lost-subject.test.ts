import {describe, expect, it} from 'vitest';
import type {Board} from '../../../source/domain/board.js';
import {keepBoard, restoreBoard} from '../../../source/domain/kept-board.js';
import {callerId, channelId} from '../../../source/domain/units.js';
import {lostCallers} from '../../../source/presentation/lost/lost-callers.js';
import {lostSubject} from '../../../source/presentation/lost/lost-subject.js';
import {at, boardAfter, customer, joined, left, support} from '../../helpers/builders.js';
import {lostOnce, sales} from '../../helpers/lost-board.js';

const subjectIn = (board: Board, known: Pick<Board, 'ended' | 'queues'> = board) => {
	const [caller] = lostCallers(board.losses).all;
	return caller ? lostSubject(known, caller.loss) : undefined;
};

const lost = lostOnce('lost', {from: customer, leaves: 30, waits: 30});
const stay = {kind: 'stay', queue: support, id: callerId('lost'), stay: 1};

describe('lostSubject', () => {
	it('is the stay in which the call was lost', () => {
		expect(subjectIn(boardAfter(...lost))).toEqual(stay);
	});

	it('is the second stay of who came back under the same identity', () => {
		const again = lostOnce('lost', {from: customer, leaves: 90, waits: 30});
		expect(subjectIn(boardAfter(...lost, ...again))).toEqual({...stay, stay: 2});
	});

	it('is the last queue that a call went through', () => {
		const facts = {channel: channelId('channel'), from: customer};
		const board = boardAfter(
			joined(0, {...facts, callerId: callerId('one')}),
			left(20, {...facts, callerId: callerId('one'), outcome: 'timed-out'}),
			joined(20, {...facts, callerId: callerId('two'), number: sales}),
			left(60, {...facts, callerId: callerId('two'), number: sales}),
		);
		expect(subjectIn(board)).toEqual({kind: 'stay', queue: sales, id: callerId('two'), stay: 1});
	});

	it('is still found after a restart', () => {
		const board = boardAfter(...lost);
		const kept = restoreBoard(JSON.parse(JSON.stringify(keepBoard(board))), {at: at(100)});
		expect(kept && subjectIn(kept)).toEqual(stay);
	});

	it('is nothing when the stay is not remembered any more', () => {
		const board = boardAfter(...lost);
		expect(subjectIn(board, boardAfter())).toBeNull();
		const [queue] = board.queues.values();
		if (!queue) throw new Error('no queue');
		expect(subjectIn(board, {...boardAfter(), queues: new Map([[support, {...queue, gone: []}]])})).toBeNull();
	});
});
