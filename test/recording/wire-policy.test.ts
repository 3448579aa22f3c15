import {describe, expect, it} from 'vitest';
import {isKnownKey, isTerm, isTime, treatmentOf} from '../../source/recording/wire-policy.js';

describe('isTime', () => {
	it.each([
		'1425554670',
		'1425554670.102',
		'1772702100050',
		'1772702100050000413',
		'1.772702100050000413e18',
		'2015-03-05T12:24:30.255954 (CET)',
		'2019-12-31 20:20:05',
		'2019-06-07T11:40:16.036197406+02:00',
		' 1425554670 ',
	])('takes %s for a time', text => {
		expect(isTime(text)).toBe(true);
	});

	it.each([
		'',
		'0612345678',
		'0033612345678',
		'33612345678',
		'12',
		'99999999999999',
		'yesterday',
		'2015-03-05 0612345678',
	])('does not take %j for a time', text => {
		expect(isTime(text)).toBe(false);
	});
});

describe('isTerm', () => {
	it.each(['start_ringing', 'member-queue-end', 'NO_ANSWER', 'sipCirpack', 'Cancel', 'false'])('knows %s', text => {
		expect(isTerm(text)).toBe(true);
	});

	it.each(['', 'Jean Dupont', 'call0612345678', 'a'.repeat(60), 'x\u0007'])('does not know %j', text => {
		expect(isTerm(text)).toBe(false);
	});
});

describe('treatmentOf', () => {
	it('looks at keys without regard to case, and treats what it does not know as text', () => {
		expect([treatmentOf('CallId'), treatmentOf('callid'), treatmentOf('Unheard'), treatmentOf('__proto__')]).toEqual([
			'id',
			'id',
			'text',
			'text',
		]);
		expect([isKnownKey('Ressource'), isKnownKey('constructor'), isKnownKey('Unheard')]).toEqual([true, false, false]);
	});
});
