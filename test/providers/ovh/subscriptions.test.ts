import {describe, expect, it} from 'vitest';
import {siteName} from '../../../source/domain/units.js';
import {createSubscriptions} from '../../../source/providers/ovh/subscriptions.js';
import {createManualTimers} from './manual-timers.js';

const lyon = {site: siteName('Lyon'), token: 'L'};
const nice = {site: siteName('Nice'), token: 'N'};

const setUp = () => {
	const timers = createManualTimers();
	return {timers, subscriptions: createSubscriptions([lyon, nice], {timers, retryMs: 60_000})};
};

describe('createSubscriptions', () => {
	it('is due with all at first, and with those not yet served', () => {
		const {subscriptions} = setUp();
		expect(subscriptions.due()).toEqual([lyon, nice]);
		subscriptions.accepted(lyon);
		expect(subscriptions.due()).toEqual([nice]);
	});

	it('tries a refused token again once every 60 s while another is served', () => {
		const {subscriptions, timers} = setUp();
		subscriptions.accepted(lyon);
		subscriptions.refused(nice, 'no');
		timers.advance(59_999);
		expect(subscriptions.due()).toEqual([]);
		timers.advance(1);
		expect(subscriptions.due()).toEqual([nice]);
		expect(subscriptions.stayedRefused(nice)).toBe(true);
		expect(subscriptions.due()).toEqual([]);
		expect([...subscriptions.reasons()]).toEqual([['Nice', 'no']]);
	});

	it('tries all again at once while none is served', () => {
		const {subscriptions} = setUp();
		subscriptions.refused(lyon, 'no');
		subscriptions.refused(nice, 'no');
		expect(subscriptions.due()).toEqual([lyon, nice]);
		expect(subscriptions.stayedRefused(lyon)).toBe(false);
		expect(subscriptions.servesAny()).toBe(false);
	});

	it('forgets a refusal when the token is accepted', () => {
		const {subscriptions} = setUp();
		subscriptions.refused(nice, 'no');
		subscriptions.accepted(nice);
		expect(subscriptions.reasons().size).toBe(0);
	});

	it('tells a new session everything, and does not forget who was refused meanwhile', () => {
		const {subscriptions} = setUp();
		subscriptions.accepted(lyon);
		subscriptions.refused(nice, 'no');
		subscriptions.forget();
		expect(subscriptions.due()).toEqual([lyon, nice]);
		expect(subscriptions.reasons().size).toBe(1);
	});

	it('says of no token but those refused that it stayed so', () => {
		const {subscriptions} = setUp();
		subscriptions.accepted(lyon);
		expect(subscriptions.stayedRefused(nice)).toBe(false);
	});
});
