import {describe, expect, it} from 'vitest';
import {createFilter, everything} from '../../../source/presentation/filter.js';
import {type CallerKind, callerList} from '../../../source/presentation/queues/caller-list.js';
import type {Style} from '../../../source/presentation/style.js';
import {queueIn} from '../../helpers/builders.js';
import {accounts, manyQueues, queuesBoard} from '../../helpers/queues-board.js';
import {someStyle} from '../../helpers/some-style.js';

const board = queuesBoard();

const found = (kind: CallerKind, {typed = '', ...parts}: Partial<Style> & {readonly typed?: string} = {}) =>
	callerList({kind, queue: null, passes: createFilter(typed)}, someStyle({board, ...parts}));

const idsOf = ({callers}: ReturnType<typeof found>): readonly string[] => callers.map(({caller}) => caller.id);

describe('callerList', () => {
	it('has those who wait in all queues, longest first; then those in doubt, then those given up on', () => {
		const list = found('waiting');
		expect(idsOf(list)).toEqual(['first', 'partial', 'waits', 'second', 'after', 'third', 'in doubt', 'forgotten']);
		expect(list).toMatchObject({sure: 6, inDoubt: 1});
	});

	it('has those who talk, likewise', () => {
		expect(idsOf(found('talking'))).toEqual(['second stay', 'talked']);
		expect(found('talking')).toMatchObject({sure: 1, inDoubt: 1});
	});

	it('has those of one queue only, when asked', () => {
		const list = callerList({kind: 'waiting', queue: queueIn(board, accounts), passes: everything}, someStyle({board}));
		expect(idsOf(list)).toEqual(['waits', 'forgotten']);
	});

	it('has five hundred in order', () => {
		const list = found('waiting', {board: manyQueues(60, 500)});
		expect(list.sure).toBe(500);
		expect(idsOf(list)).toEqual(Array.from({length: 500}, (_, index) => `waits ${index}`));
	});

	it.each([
		['0645', ['first']],
		['06 45 45', ['first']],
		['+442079460000', ['third']],
		['dupont', ['waits']],
		['compta', ['waits', 'forgotten']],
		['emma', ['waits']],
		['nobody at all', []],
	])('finds by number, own name, queue and agent: %s', (typed, ids) => {
		expect(idsOf(found('waiting', {typed, contacts: new Map([['0033622334455', 'Mme Dupont']])}))).toEqual(ids);
	});

	it('has all others with an exclamation mark', () => {
		expect(found('waiting', {typed: '!support'})).toMatchObject({sure: 3, inDoubt: 1});
	});
});
