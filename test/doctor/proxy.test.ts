import {describe, expect, it} from 'vitest';
import {proxyFor} from '../../source/doctor/proxy.js';

const secure = new URL('https://events.voip.ovh.net/');
const plain = new URL('http://events.voip.ovh.net:8080/');

describe('proxyFor', () => {
	it('finds none where none is named', () => {
		expect(proxyFor(secure, {HTTPS_PROXY: ' ', http_proxy: ''})).toEqual({kind: 'none'});
	});

	it.each([
		[secure, {HTTPS_PROXY: 'http://a:1'}, 'HTTPS_PROXY', 'http://a:1'],
		[secure, {https_proxy: 'http://a:1', HTTPS_PROXY: 'http://b:2'}, 'https_proxy', 'http://a:1'],
		[secure, {https_proxy: '', HTTPS_PROXY: 'http://b:2'}, 'HTTPS_PROXY', 'http://b:2'],
		[secure, {HTTP_PROXY: 'http://c:3'}, 'HTTP_PROXY', 'http://c:3'],
		[secure, {HTTPS_PROXY: 'a.example:3128'}, 'HTTPS_PROXY', 'http://a.example:3128'],
		[secure, {HTTPS_PROXY: 'socks5://a:1'}, 'HTTPS_PROXY', 'socks5://a:1'],
		[plain, {http_proxy: 'http://c:3', HTTPS_PROXY: 'http://a:1'}, 'http_proxy', 'http://c:3'],
	])('for %s in %j takes that of %s', (endpoint, environment, variable, address) => {
		const proxy = proxyFor(endpoint, environment);
		expect(proxy).toMatchObject({kind: 'used', variable});
		expect(proxy).toHaveProperty('url', new URL(address));
	});

	it('asks for no HTTP through a proxy that is for HTTPS', () => {
		expect(proxyFor(plain, {HTTPS_PROXY: 'http://a:1'})).toEqual({kind: 'none'});
	});

	it.each([{HTTPS_PROXY: 'ftp://a:1'}, {HTTPS_PROXY: 'http://a:99999'}, {HTTPS_PROXY: 'http://'}])(
		'refuses %j',
		environment => {
			expect(proxyFor(secure, environment)).toEqual({kind: 'invalid', variable: 'HTTPS_PROXY'});
		},
	);

	const exceptions: readonly (readonly [string, URL, string | undefined])[] = [
		['events.voip.ovh.net', secure, 'events.voip.ovh.net'],
		['a.example, OVH.net', secure, 'OVH.net'],
		['.ovh.net', secure, '.ovh.net'],
		['*.ovh.net', secure, '*.ovh.net'],
		['*.events.voip.ovh.net', secure, undefined],
		['h.net', secure, undefined],
		['*', secure, '*'],
		['ovh.net:443', secure, 'ovh.net:443'],
		['ovh.net:80', secure, undefined],
		['ovh.net:8080', plain, 'ovh.net:8080'],
		['*:80', plain, undefined],
		['ovh.net.', secure, 'ovh.net.'],
		['', secure, undefined],
		['::1', new URL('http://[::1]:8080/'), '::1'],
		['[::1]', new URL('http://[::1]:8080/'), '[::1]'],
		['[::1]:8080', new URL('http://[::1]:8080/'), '[::1]:8080'],
		['[::1]:80', new URL('http://[::1]:8080/'), undefined],
		['127.0.0.1', new URL('http://127.0.0.1:5/'), '127.0.0.1'],
	];

	it.each(exceptions)('NO_PROXY %j for %s', (exception, endpoint, entry) => {
		const environment = {HTTPS_PROXY: 'http://a:1', HTTP_PROXY: 'http://a:1', NO_PROXY: exception};
		const expected = entry === undefined ? {kind: 'used'} : {kind: 'excepted', entry};
		expect(proxyFor(endpoint, environment)).toMatchObject(expected);
	});
});
