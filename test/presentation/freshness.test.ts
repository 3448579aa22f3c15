import {describe, expect, it} from 'vitest';
import type {BoardEvent} from '../../source/domain/event.js';
import {createFreshness} from '../../source/presentation/freshness.js';
import {boardAfter} from '../helpers/builders.js';
import {connecting, down, heard, live, lyon, nice, paris, refused, replaying} from '../helpers/sites.js';

describe('createFreshness', () => {
	it.each([
		['no feed', [], [], false],
		['a feed that connects', [connecting(-9, lyon)], [], false],
		['a live feed', [live(-4, lyon)], [lyon], true],
		['a quiet feed', [live(-900, lyon)], [lyon], true],
		['a replay', [replaying(-9, lyon), live(-4, lyon)], [lyon], true],
		['a feed that is down', [live(-9, lyon), down(-4, lyon)], [], false],
		['a refused feed', [live(-9, lyon), refused(-4, lyon)], [], false],
		['a feed that connects again', [live(-9, lyon), connecting(-4, lyon)], [], false],
		['one of two that is down', [live(-9, lyon), live(-9, paris), down(-4, paris)], [lyon], false],
		['two that are live', [live(-9, lyon), live(-9, paris)], [lyon, paris], true],
	] as const)('knows whose figures are true with %s', (_, events, sites, isWhole) => {
		const {feeds} = boardAfter(...events);
		expect(createFreshness()(feeds)).toEqual({sites: new Set<string>(sites), isWhole});
	});

	it('is the same object until a site is lost or comes back', () => {
		const judge = createFreshness();
		const judged = (...events: readonly BoardEvent[]) =>
			judge(boardAfter(live(-9, lyon), live(-9, paris), ...events).feeds);
		const first = judged();
		expect(judged(heard(-1, lyon))).toBe(first);
		const lost = judged(down(-1, lyon));
		expect(lost).not.toBe(first);
		expect(judged(down(-1, lyon), heard(0, paris))).toBe(lost);
		expect(judged(down(-1, lyon), live(0, lyon))).toEqual(first);
		expect(judged(connecting(0, nice))).toMatchObject({isWhole: false, sites: first.sites});
	});
});
