import {describe, expect, it} from 'vitest';
import type {BoardEvent} from '../../../source/domain/event.js';
import {keptEvent} from '../../../source/domain/kept-events.js';
import {accueil, at, boardAfter} from '../../helpers/builders.js';

const pop = {at: at(1), number: accueil, target: 'https://crm.example/'} as const;

const news: readonly BoardEvent[] = [
	{...pop, type: 'pop-done', mode: 'silent', status: 200, tookMs: 12.5},
	{...pop, type: 'pop-done', mode: 'popup', status: null, tookMs: 3},
	{...pop, type: 'pop-failed', mode: 'exec', failure: 'exit', detail: '3'},
	{...pop, type: 'pop-offered', mode: 'popup'},
	{type: 'pop-dropped', at: at(1), count: 3},
];

describe('news of pops', () => {
	it.each(news)('$type stands in the log once, and changes nothing else', event => {
		const board = boardAfter(event);
		expect(board.log.entries.map(entry => entry.event)).toEqual([event]);
		expect(boardAfter(event, event)).toEqual(board);
		expect({...board, log: null}).toEqual({...boardAfter(), log: null});
	});

	it.each(news)('$type is kept between runs', event => {
		expect(keptEvent(JSON.parse(JSON.stringify(event)))).toEqual(event);
	});

	it('tells two pops of one moment apart', () => {
		expect(boardAfter(...news).log.entries).toHaveLength(news.length);
	});
});
