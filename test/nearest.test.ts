import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {nearest} from '../source/nearest.js';

const known = ['lang', 'theme', 'onlyActive', 'resetAt', 'tz', 'validate'];

describe('nearest', () => {
	it.each([
		['lng', 'lang'],
		['lagn', 'lang'],
		['langs', 'lang'],
		['THEME', 'theme'],
		['only-active', 'onlyActive'],
		['onlyactiv', 'onlyActive'],
		['reset_at', 'resetAt'],
		['vaildaet', 'validate'],
		['zt', 'tz'],
	])('takes %s for %s', (text, name) => {
		expect(nearest(text, known)).toBe(name);
	});

	it.each(['', '-', 'seed', 'constructor', 'xyz', 'l'.repeat(10_000)])('takes %j for nothing', text => {
		expect(nearest(text, known)).toBeUndefined();
	});

	it('finds a name again that lost one letter', () => {
		fc.assert(
			fc.property(fc.constantFrom(...known), fc.nat(), (name, at) => {
				const index = at % name.length;
				expect(nearest(name.slice(0, index) + name.slice(index + 1), known)).toBe(name);
			}),
		);
	});
});
