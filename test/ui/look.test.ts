import {describe, expect, it} from 'vitest';
import type {BoardEvent} from '../../source/domain/event.js';
import {type About, everySite} from '../../source/presentation/cells.js';
import {createLooks, plainLook} from '../../source/ui/look.js';
import {themes, toneStyles} from '../../source/ui/theme.js';
import {boardAfter} from '../helpers/builders.js';
import {connecting, down, heard, live, lyon, nice, paris} from '../helpers/sites.js';

const fresh = toneStyles(themes.dark, {isStale: false});
const stale = toneStyles(themes.dark, {isStale: true});

describe('createLooks', () => {
	const stage = () => {
		const lookFor = createLooks(themes.dark);
		return (...events: readonly BoardEvent[]) => lookFor(boardAfter(live(-9, lyon), live(-9, paris), ...events).feeds);
	};

	it('mutes what came from a site whose feed is away, what is reckoned from all, and nothing else', () => {
		const look = stage()(down(-1, paris));
		expect(look.of(paris)).toEqual(stale);
		expect(look.of(everySite)).toEqual(stale);
		expect(look.of(lyon)).toEqual(fresh);
		expect(look.of(null)).toEqual(fresh);
	});

	it('mutes nothing while all feeds are connected', () => {
		const look = stage()();
		const all: readonly About[] = [lyon, paris, everySite, null];
		expect(all.map(about => look.of(about))).toEqual(Array(4).fill(fresh));
	});

	it('mutes what came from a site that no feed serves any more', () => {
		expect(stage()().of(nice)).toEqual(stale);
		expect(stage()(connecting(0, nice)).of(nice)).toEqual(stale);
	});

	it('is the same until something looks different', () => {
		const look = stage();
		const first = look();
		expect(look(heard(-1, lyon))).toBe(first);
		const second = look(down(-1, lyon));
		expect(second).not.toBe(first);
		expect(look(down(-1, lyon), heard(0, paris))).toBe(second);
	});
});

describe('plainLook', () => {
	it('mutes nothing', () => {
		const all: readonly About[] = [lyon, everySite, null];
		expect(all.map(about => plainLook(themes.dark).of(about))).toEqual(Array(3).fill(fresh));
	});
});
