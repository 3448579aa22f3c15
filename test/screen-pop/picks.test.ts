import {describe, expect, it} from 'vitest';
import {epochMs, lineNumber, siteName} from '../../source/domain/units.js';
import {createOnce, isFresh, isPicked, isTrigger, timeOf} from '../../source/screen-pop/picks.js';
import type {PopRule, PopTrigger} from '../../source/screen-pop/rule.js';
import {
	accueil,
	alice,
	at,
	boardAfter,
	bruno,
	colleague,
	counted,
	joined,
	offered,
	onCall,
	site,
} from '../helpers/builders.js';
import {usualRule} from './rules.js';

const board = boardAfter(onCall('ringing-started', -9, {label: 'Accueil'}), joined(-9, {label: 'Support'}));
const outgoing = {direction: 'outgoing', from: accueil} as const;

describe('isPicked', () => {
	it.each<[PopTrigger, Partial<PopRule>, boolean]>([
		[onCall('ringing-started', 0), {}, true],
		[joined(0), {}, true],
		[onCall('talk-started', 0), {}, false],
		[onCall('talk-started', 0), {events: ['talk-started']}, true],
		[onCall('ringing-started', 0, outgoing), {}, false],
		[onCall('ringing-started', 0, outgoing), {direction: 'outgoing'}, true],
		[onCall('ringing-started', 0), {direction: 'outgoing'}, false],
		[joined(0), {direction: 'outgoing'}, false],
		[onCall('ringing-started', 0, {direction: 'unknown'}), {}, false],
		[onCall('ringing-started', 0, {direction: 'unknown'}), {direction: 'all'}, true],
		[onCall('ringing-started', 0), {only: ['01 99 00 01 01']}, true],
		[onCall('ringing-started', 0), {only: ['+33 1 99 00 01 01']}, true],
		[onCall('ringing-started', 0), {only: ['accueil']}, true],
		[onCall('ringing-started', 0, {label: 'Vente'}), {only: ['accueil']}, false],
		[onCall('ringing-started', 0, {number: colleague}), {only: ['accueil', 'support']}, false],
		[joined(0), {only: ['accueil', 'support']}, true],
		[onCall('ringing-started', 0, {site: siteName('Lyon')}), {only: ['lyon']}, true],
		[onCall('ringing-started', 0, {number: lineNumber('sip:x')}), {only: ['sip:x']}, true],
	])('%#: decides by event, direction and number', (event, some, picked) => {
		expect(isPicked(event, {...usualRule, ...some}, board)).toBe(picked);
	});
});

describe('createOnce', () => {
	it('lets each event of a call pass once, from whichever site and at whatever time it is told', () => {
		const isFirst = createOnce();
		const told = [
			onCall('ringing-started', 0),
			onCall('ringing-started', 0, {site: siteName('Lyon')}),
			onCall('ringing-started', 1),
			onCall('talk-started', 1),
			onCall('ringing-started', 1, {number: colleague}),
			offered(1, {agent: alice}),
			offered(1, {agent: bruno}),
			offered(9, {agent: bruno}),
		];
		expect(told.map(isFirst)).toEqual([true, false, false, true, true, true, true, false]);
	});

	it('remembers the newest', () => {
		const isFirst = createOnce(4);
		const numbers = ['a', 'b', 'c', 'd', 'e'].map(lineNumber);
		for (const number of numbers) isFirst(onCall('ringing-started', 0, {number}));
		const isNew = (number: string): boolean => isFirst(onCall('ringing-started', 0, {number: lineNumber(number)}));
		expect(['e', 'd', 'c', 'a'].map(isNew)).toEqual([false, false, false, true]);
	});
});

describe('isFresh', () => {
	it.each([
		[0, true],
		[30, true],
		[30.1, false],
		[-5, true],
	])('an event %s s old: %s', (seconds, fresh) => {
		expect(isFresh(onCall('ringing-started', 0), at(seconds))).toBe(fresh);
	});
});

describe('timeOf', () => {
	it('is when the answer arrived, in the time of the service', () => {
		const received = {
			type: 'feed-received',
			site,
			events: 1,
			rejected: 0,
			lastEventAt: null,
			clockOffsetMs: 0,
		} as const;
		expect(timeOf([joined(0), {...received, at: at(5)}])).toBe(at(5));
		expect(timeOf([joined(0)])).toBeUndefined();
	});
});

describe('isTrigger', () => {
	it('is true for what happens to one call', () => {
		expect([joined(0), onCall('hold-ended', 0), counted(0, 1)].map(isTrigger)).toEqual([true, true, false]);
		expect(isTrigger({type: 'time-passed', at: epochMs(0)})).toBe(false);
	});
});
