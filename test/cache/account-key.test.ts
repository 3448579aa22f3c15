import {describe, expect, it} from 'vitest';
import {accountKey} from '../../source/cache/account-key.js';

const token = '1738D072-64A1-4E2B-9C3D-0123456789AB';
const other = '2738D072-64A1-4E2B-9C3D-0123456789AB';
const endpoint = 'https://service.example/v1';
const account = {endpoint, tokens: [{site: 'default', token}]};

describe('accountKey', () => {
	it('is sixteen hexadecimal digits that hold nothing of the token', () => {
		expect(accountKey(account)).toMatch(/^[\da-f]{16}$/);
	});

	it('does not depend on the order of the sites', () => {
		const sites = [
			{site: 'Lyon', token},
			{site: 'Paris', token: other},
		];
		expect(accountKey({endpoint, tokens: sites})).toBe(accountKey({endpoint, tokens: sites.toReversed()}));
	});

	it.each([
		['another token', {endpoint, tokens: [{site: 'default', token: other}]}],
		['another site', {endpoint, tokens: [{site: 'Lyon', token}]}],
		['another endpoint', {...account, endpoint: 'https://service.example/v2'}],
		['one more token', {endpoint, tokens: [...account.tokens, {site: 'default', token: other}]}],
	])('is another one for %s', (_name, changed) => {
		expect(accountKey(changed)).not.toBe(accountKey(account));
	});
});
