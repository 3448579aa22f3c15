import {describe, expect, it} from 'vitest';
import {sessionIds} from '../../source/simulator/session-ids.js';

const some = (make: () => string) => Array.from({length: 50}, make);

describe('sessionIds', () => {
	it('of v1 must be encoded in a URL', () => {
		for (const id of some(sessionIds.v1)) expect(encodeURIComponent(id)).toMatch(/%2B.*%2F.*%26.*%3D/);
	});

	it('of v2 are twelve letters and digits', () => {
		for (const id of some(sessionIds.v2)) expect(id).toMatch(/^[A-Za-z0-9]{12}$/);
		expect(some(sessionIds.v2).join('')).toMatch(/[a-z].*[A-Z]|[A-Z].*[a-z]/);
	});

	it('are different each time', () => {
		for (const make of Object.values(sessionIds)) expect(new Set(some(make)).size).toBe(50);
	});
});
