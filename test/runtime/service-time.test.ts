import {describe, expect, it} from 'vitest';
import type {BoardEvent} from '../../source/domain/event.js';
import {type SiteName, siteName} from '../../source/domain/units.js';
import {serviceTime} from '../../source/runtime/service-time.js';
import {at, boardAfter} from '../helpers/builders.js';

const lyon = siteName('Lyon');
const nantes = siteName('Nantes');
const clock = {now: () => at(100)};

const told = (site: SiteName, clockOffsetMs: number): BoardEvent => ({
	type: 'feed-received',
	at: at(1),
	site,
	events: 1,
	rejected: 0,
	lastEventAt: at(1),
	clockOffsetMs,
});
const live = (site: SiteName): BoardEvent => ({type: 'feed-live', at: at(0), site});
const down = (site: SiteName): BoardEvent => ({
	type: 'feed-failed',
	at: at(2),
	site,
	failure: 'timeout',
	reason: 'no answer',
	retryAt: at(3),
});

describe('serviceTime', () => {
	it("is this machine's until a feed told", () => {
		expect(serviceTime(boardAfter(live(lyon)), clock)).toBe(at(100));
	});

	it('is less the offset a feed told', () => {
		expect(serviceTime(boardAfter(live(lyon), told(lyon, 2000)), clock)).toBe(at(98));
		expect(serviceTime(boardAfter(live(lyon), told(lyon, -2000)), clock)).toBe(at(102));
	});

	it('goes by a feed that is live, whichever it is', () => {
		const board = [live(lyon), live(nantes), told(lyon, 2000), told(nantes, 5000)];
		expect(serviceTime(boardAfter(...board, down(lyon)), clock)).toBe(at(95));
		expect(serviceTime(boardAfter(...board, down(nantes)), clock)).toBe(at(98));
	});

	it('goes by what a feed told last when none is live', () => {
		expect(serviceTime(boardAfter(live(nantes), live(lyon), told(lyon, 2000), down(lyon), down(nantes)), clock)).toBe(
			at(98),
		);
	});

	it('is not misled by a live feed that told nothing yet', () => {
		expect(serviceTime(boardAfter(live(nantes), told(lyon, 2000), down(lyon)), clock)).toBe(at(98));
	});
});
