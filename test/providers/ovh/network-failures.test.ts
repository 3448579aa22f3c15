import {describe, expect, it} from 'vitest';
import {isCut, networkFailure} from '../../../source/providers/ovh/network-failures.js';
import {expectSecretFree} from './asking.js';

const secret = 'ABCDEFAB-CDEF-ABCD-EFAB-CDEFABCDEFAB';
const endpoint = new URL(`https://events.example/v2/session/${secret}?token=${secret}`);

/** An error with what Node and undici put on it; the secret stands where nothing is to be quoted. */
const errorWith = (facts: object): Error => Object.assign(new Error(`failed on ${secret}`), {data: secret, ...facts});
const wordsFor = (facts: object): string => networkFailure(errorWith(facts), endpoint).message;

describe('networkFailure', () => {
	it.each([
		['ENOTFOUND', 'cannot reach events.example: no such name: check the endpoint (ENOTFOUND)'],
		[
			'EAI_AGAIN',
			'cannot reach events.example: its name cannot be looked up at present: check the network (EAI_AGAIN)',
		],
		['EHOSTUNREACH', 'cannot reach events.example: no way there: check the network (EHOSTUNREACH)'],
		['ECONNRESET', 'cannot reach events.example: the connection was cut (ECONNRESET)'],
		[
			'HPE_INVALID_VERSION',
			'cannot reach events.example: what answers there does not speak HTTP (HPE_INVALID_VERSION)',
		],
		[
			'CERT_NOT_YET_VALID',
			"cannot trust events.example: its certificate is not valid yet: check this machine's clock (CERT_NOT_YET_VALID)",
		],
		['ERR_SSL_TLSV1_ALERT', /^cannot reach events\.example: no TLS connection came about: .+ \(ERR_SSL_TLSV1_ALERT\)$/],
		['EWHATEVER', 'cannot reach events.example: the connection was cut (EWHATEVER)'],
		['constructor', 'cannot reach events.example: the connection was cut (constructor)'],
	])('says of %s where, what, and what to do', (code, words) => {
		expect(wordsFor({code})).toEqual(typeof words === 'string' ? words : expect.stringMatching(words));
	});

	it('tells an address of the endpoint from one that can only be the proxy', () => {
		expect(wordsFor({code: 'ECONNREFUSED', address: '10.0.0.1', port: 443})).toContain('reach events.example:');
		expect(wordsFor({code: 'ECONNREFUSED', address: '10.0.0.1', port: 3128})).toContain(
			'reach the proxy 10.0.0.1:3128:',
		);
		expect(wordsFor({code: 'ENOTFOUND', hostname: 'events.example'})).toContain('reach events.example:');
		expect(wordsFor({code: 'ENOTFOUND', hostname: 'proxy.example'})).toContain('reach the proxy proxy.example:');
	});

	it('looks at the first of several failures, one for each address of a name', () => {
		const several = {
			errors: [
				{code: 'ENETUNREACH', port: 443},
				{code: 'ECONNREFUSED', port: 443},
			],
		};
		expect(wordsFor(several)).toBe('cannot reach events.example: no way there: check the network (ENETUNREACH)');
	});

	it.each([undefined, null, 'text', 7, {}, {errors: []}, new Error(secret)])('says something of %s as well', error => {
		expect(networkFailure(error, endpoint).message).toBe('cannot reach events.example: the connection was cut');
	});

	it('tells the host alone of an address, and nothing of the error', () => {
		for (const code of ['ENOTFOUND', 'CERT_HAS_EXPIRED', 'HPE_INVALID_VERSION', ''])
			expectSecretFree(networkFailure(errorWith({code, socket: {path: secret}}), endpoint), secret);
	});
});

describe('isCut', () => {
	it('is what happens to a connection that came about', () => {
		expect(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'HPE_INVALID_VERSION'].map(code => isCut({code}))).not.toContain(
			false,
		);
		expect(isCut(Object.assign(new Error(''), {name: 'HTTPParserError'}))).toBe(true);
		expect(['ECONNREFUSED', 'ENOTFOUND', 'CERT_HAS_EXPIRED', ''].map(code => isCut({code}))).not.toContain(true);
	});
});
