import {describe, expect, it} from 'vitest';
import {siteName} from '../../../source/domain/units.js';
import {siteByToken, sitesOf} from '../../../source/providers/ovh/site-token.js';

const lyon = {site: siteName('Lyon'), token: 'ABCD'};
const nice = {site: siteName('Nice'), token: 'EFGH'};
const lyonToo = {site: siteName('Lyon'), token: 'IJKL'};

describe('siteByToken', () => {
	it.each([
		['ABCD', 'Lyon'],
		['EFGH', 'Nice'],
		['efgh', 'Nice'],
		['IJKL', 'Lyon'],
		['XXXX', 'Lyon'],
		['__proto__', 'Lyon'],
		[undefined, 'Lyon'],
	])('finds for %s %s', (token, site) => {
		expect(siteByToken([lyon, nice, lyonToo])(token)).toBe(site);
	});

	it('has little to do with one site', () => {
		expect(siteByToken([lyon, lyonToo])('EFGH')).toBe('Lyon');
	});
});

describe('sitesOf', () => {
	it('names each site once', () => {
		expect(sitesOf([lyon, nice, lyonToo])).toEqual(['Lyon', 'Nice']);
	});
});
