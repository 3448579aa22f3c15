import {describe, expect, it} from 'vitest';
import {
	answer,
	type Call,
	callState,
	endedAt,
	hangUp,
	hear,
	hold,
	newCall,
	peer,
	ring,
	silence,
	stopRinging,
	timedSince,
} from '../../source/domain/call.js';
import {accueil, at, customer, onCall} from '../helpers/builders.js';

const ringing = newCall(onCall('ringing-started', 1));
const talking = answer(ringing, at(8));
const ended = hangUp(talking, at(60));

describe('callState', () => {
	it.each<[string, Call]>([
		['ringing', ringing],
		['in-call', talking],
		['on-hold', hold(talking, {at: at(20), heldAt: at(20)})],
		['ended', ended],
		['ended', stopRinging(ringing, at(20))],
		['expired', {...talking, expiredAt: at(9999)}],
		['unknown', {...talking, doubtedAt: at(9)}],
		['ended', {...ended, doubtedAt: at(9)}],
		['expired', {...talking, doubtedAt: at(9), expiredAt: at(9999)}],
	])('is %s', (state, call) => {
		expect(callState(call)).toBe(state);
	});
});

describe('endedAt', () => {
	it('is the hanging up, or the end of ringing that nobody answered', () => {
		expect(endedAt(ringing)).toBeNull();
		expect(endedAt(talking)).toBeNull();
		expect(endedAt(stopRinging(talking, at(8)))).toBeNull();
		expect(endedAt(stopRinging(ringing, at(20)))).toBe(at(20));
		expect(endedAt(ended)).toBe(at(60));
	});
});

describe('answer', () => {
	it('keeps the first answer', () => {
		expect(answer(talking, at(9))).toBe(talking);
	});

	it('opens a call again only when it is younger than the hanging up', () => {
		expect(callState(answer(ended, at(59)))).toBe('ended');
		expect(answer(ended, at(61))).toMatchObject({answeredAt: at(61), hungUpAt: null});
	});
});

describe('ring', () => {
	it('is no news for a call that rings or is answered', () => {
		expect(ring(ringing, at(2))).toBe(ringing);
		expect(ring(talking, at(9))).toBe(talking);
	});

	it('takes an earlier beginning', () => {
		expect(ring(talking, at(0)).startedAt).toBe(at(0));
	});

	it('begins anew after the end, not before it', () => {
		expect(callState(ring(ended, at(61)))).toBe('ringing');
		expect(ring(ended, at(30))).toBe(ended);
	});
});

describe('hold', () => {
	it('ignores news older than the newest', () => {
		const resumed = hold(talking, {at: at(30), heldAt: null});
		expect(hold(resumed, {at: at(20), heldAt: at(20)})).toBe(resumed);
	});
});

describe('hear', () => {
	it('moves on only, and revives an expired call', () => {
		expect(hear(talking, at(0))).toBe(talking);
		const expired = {...talking, expiredAt: at(5000)};
		expect(hear(expired, at(6000))).toMatchObject({heardAt: at(6000), expiredAt: null});
	});
});

describe('hear, of a call in doubt', () => {
	it('believes in it again, as it was, for younger news only', () => {
		const doubted = {...talking, doubtedAt: at(20)};
		expect(hear(doubted, talking.heardAt)).toBe(doubted);
		expect(hear(doubted, at(30))).toEqual({...talking, heardAt: at(30)});
	});
});

describe('timedSince', () => {
	it('is the answer, before it the first ring', () => {
		expect(timedSince(ringing)).toBe(at(1));
		expect(timedSince(talking)).toBe(at(8));
	});
});

describe('silence', () => {
	it('counts from the newest sign of life and is never negative', () => {
		expect(silence(ringing, at(11))).toBe(10_000);
		expect(silence(ringing, at(0))).toBe(0);
	});
});

describe('peer', () => {
	it('is the other end, seen from the line', () => {
		expect(peer(ringing)).toBe(customer);
		expect(peer({...ringing, direction: 'outgoing', from: accueil, to: customer})).toBe(customer);
	});
});
