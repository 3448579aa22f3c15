import {describe, expect, it} from 'vitest';
import {FeedUnreachableError, TokenRefusedError, WireFormatError} from '../../../source/errors.js';
import {createSessionPolicy, failuresBorne, isRefusal, kindOf} from '../../../source/providers/ovh/session-policy.js';

const failing = (failure: FeedUnreachableError['failure'], status?: number) =>
	new FeedUnreachableError('it failed', {failure, status});

/** How many failures in a row it takes, up to so many. */
const borne = (error: unknown, most: number): number => {
	const policy = createSessionPolicy();
	for (let count = 1; count <= most; count += 1) if (policy.failed(kindOf(error))) return count;
	return Number.POSITIVE_INFINITY;
};

describe('createSessionPolicy', () => {
	it.each([
		['a lost network', failing('unreachable'), Number.POSITIVE_INFINITY],
		['no answer in time', failing('timeout'), Number.POSITIVE_INFINITY],
		['status 500', failing('status', 500), Number.POSITIVE_INFINITY],
		['status 503', failing('status', 503), Number.POSITIVE_INFINITY],
		['status 429', failing('status', 429), Number.POSITIVE_INFINITY],
		['status 408', failing('status', 408), Number.POSITIVE_INFINITY],
		['an answer that cannot be read', new WireFormatError('answer', 'expected JSON'), 10],
		['an answer too large', failing('too-large'), 10],
		['a redirection', failing('status', 302), 10],
		['status 400', failing('status', 400), 3],
		['a refused token', new TokenRefusedError('refused'), 3],
		['status 404', failing('status', 404), 1],
		['status 410', failing('status', 410), 1],
	])('bears %s for %s', (_, error, count) => {
		expect(borne(error, 500)).toBe(count);
	});

	it('counts those in a row only', () => {
		const policy = createSessionPolicy();
		const outcomes = Array.from({length: 8}, (_, index) => {
			if (index % 2 === 1) policy.served();
			return policy.failed('refusal');
		});
		expect(outcomes).not.toContain(true);
	});

	it('begins to count anew once the session is given up', () => {
		const policy = createSessionPolicy();
		const outcomes = Array.from({length: 6}, () => policy.failed('refusal'));
		expect(outcomes).toEqual([false, false, true, false, false, true]);
	});

	it('does not add one kind to another', () => {
		const policy = createSessionPolicy();
		for (let count = 0; count < 20; count += 1) policy.failed('network');
		expect(policy.failed('unusable')).toBe(false);
		expect(policy.failed('refusal')).toBe(false);
		expect(failuresBorne.gone).toBe(1);
	});
});

describe('isRefusal', () => {
	it('is a status that will be the same next time', () => {
		expect([400, 401, 403, 404, 410, 422].map(isRefusal)).not.toContain(false);
		expect([200, 302, 408, 425, 429, 500, 503].map(isRefusal)).not.toContain(true);
	});
});
