import {describe, expect, it} from 'vitest';
import {asSocketUrl, below, defaultEndpoint, pollUrl} from '../../../source/providers/ovh/endpoint.js';

const service = new URL(defaultEndpoint);

describe('below', () => {
	it.each([
		['https://events.voip.ovh.net/', 'https://events.voip.ovh.net/v2/session'],
		['https://proxy.example/ovh/', 'https://proxy.example/ovh/v2/session'],
		['https://proxy.example/ovh', 'https://proxy.example/ovh/v2/session'],
		['http://[::1]:8080/', 'http://[::1]:8080/v2/session'],
		['https://proxy.example/ovh/?key=1', 'https://proxy.example/ovh/v2/session?key=1'],
	])('of %s is %s', (endpoint, url) => {
		expect(below(new URL(endpoint), 'v2', 'session').href).toBe(url);
	});

	it('takes a step for one part of the path, whatever it is made of', () => {
		expect(below(service, 'v2', 'a/b?c#d é..').pathname).toBe('/v2/a%2Fb%3Fc%23d%20%C3%A9..');
	});
});

describe('pollUrl', () => {
	it('keeps the path of the endpoint, and encodes what the service chose', () => {
		const endpoint = new URL('https://proxy.example/ovh/?key=1');
		const url = pollUrl(endpoint, {token: 'T', session: 'a&b=c d/é?#+'});
		expect(url.pathname).toBe('/ovh/');
		expect([...url.searchParams]).toEqual([
			['key', '1'],
			['token', 'T'],
			['session', 'a&b=c d/é?#+'],
		]);
		expect(pollUrl(service, {token: 'T'}).href).toBe('https://events.voip.ovh.net/?token=T');
	});
});

describe('asSocketUrl', () => {
	it('is as safe as the endpoint', () => {
		expect(asSocketUrl(service).protocol).toBe('wss:');
		expect(asSocketUrl(new URL('http://[::1]:8080/a')).href).toBe('ws://[::1]:8080/a');
	});
});
