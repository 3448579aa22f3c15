import {describe, expect, it} from 'vitest';
import {messagesFor} from '../../source/i18n/languages.js';
import {coverage, missedPieces} from '../../source/presentation/coverage.js';
import {at} from '../helpers/builders.js';

const style = {now: at(0), messages: messagesFor('en')};
const hole = (from: number, to: number) => ({from: at(from), to: at(to)});

describe('coverage', () => {
	it('says nothing before anything was counted', () => {
		expect(coverage({since: null, missed: []}, style)).toEqual([]);
	});

	it('says since when, quietly', () => {
		expect(coverage({since: at(-3600), missed: []}, style)).toEqual([[{words: 'since 09:15', tone: 'muted'}]]);
	});

	it('warns of what is missed, with since when where there is room', () => {
		expect(coverage({since: at(-3600), missed: [hole(-900, -600), hole(-300, -60)]}, style)).toEqual([
			[{words: 'since 09:15, 9 min missed', tone: 'warning'}],
			[{words: '9 min missed', tone: 'warning'}],
		]);
	});
});

describe('missedPieces', () => {
	it.each([
		[0, []],
		[59.9, []],
		[60, ['60 s missed']],
		[119, ['119 s missed']],
		[120, ['2 min missed']],
		[7200, ['2 h missed']],
	])('after %d seconds without news are %j', (seconds, words) => {
		const missed = missedPieces({since: at(-90_000), missed: [hole(-80_000, -80_000 + seconds)]}, style);
		expect(missed.map(piece => piece.words)).toEqual(words);
	});

	it('speaks French', () => {
		const french = {...style, messages: messagesFor('fr')};
		expect(missedPieces({since: at(-9000), missed: [hole(-2220, 0)]}, french)[0]?.words).toBe('37 min sans flux');
	});
});
