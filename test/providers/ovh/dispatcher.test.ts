import {networkInterfaces} from 'node:os';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {OptionsError} from '../../../source/errors.js';
import {createDispatcher} from '../../../source/providers/ovh/dispatcher.js';
import {ask, type HttpAnswer} from '../../../source/providers/ovh/http.js';
import {createV1Provider} from '../../../source/providers/ovh/v1.js';
import {site} from '../../helpers/builders.js';
import {askFeed, expectSecretFree, failureOf, newTools, until} from './asking.js';
import {elsewhere, expired, selfSigned, trustAuthority, trusted, withAuthority} from './certificates.js';
import {serveProxy} from './proxy-server.js';
import {hang, type Place, reply, type ScriptedServer, serveAt} from './scripted-server.js';

const secret = 'ABCDEFAB-CDEF-ABCD-EFAB-CDEFABCDEFAB';
const variables = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'].flatMap(name => [name, name.toLowerCase()]);

beforeEach(() => {
	for (const name of variables) vi.stubEnv(name, undefined);
});
afterEach(() => {
	vi.unstubAllEnvs();
});

type Way = {readonly isForSockets?: boolean};

/** Asks through what a provider would use in this environment. */
const askAt = (endpoint: URL, way: Way = {}): Promise<HttpAnswer> => {
	const url = new URL(`?token=${secret}`, endpoint);
	const tools = newTools({dispatcher: until(createDispatcher(way))});
	return ask({method: 'GET', url, patienceMs: 10_000}, tools, new AbortController().signal);
};

const serveOk = (place: Place = {}): Promise<ScriptedServer> => serveAt(place, [reply('well'), reply('well')]);

const expectFailure = async (asked: Promise<unknown>, message: string): Promise<void> => {
	const error = await failureOf(asked);
	expect(error.message).toBe(message);
	expect(error).toMatchObject({failure: 'unreachable'});
	expectSecretFree(error, secret, 'hunter2');
};

describe('createDispatcher', () => {
	it('reaches a service over TLS that an authority known here vouches for', async () => {
		trustAuthority();
		const {endpoint} = await serveOk({tls: trusted});
		expect(await askAt(endpoint)).toMatchObject({status: 200, text: 'well'});
		expect(await askAt(new URL(`https://localhost:${endpoint.port}/`))).toMatchObject({status: 200});
	});

	it.skipIf(!Object.values(networkInterfaces()).some(addresses => addresses?.some(({address}) => address === '::1')))(
		'reaches a service by its IPv6 address',
		async () => {
			trustAuthority();
			for (const place of [{host: '::1'}, {host: '::1', tls: trusted}]) {
				const {endpoint} = await serveOk(place);
				expect(endpoint.hostname).toBe('[::1]');
				expect(await askAt(endpoint)).toMatchObject({status: 200});
			}
		},
	);

	const unknownAuthority =
		'its certificate is from an authority unknown here: if that is your own proxy, name its file in NODE_EXTRA_CA_CERTS';

	it.each([
		['by nobody known', trusted, false, `${unknownAuthority} (UNABLE_TO_VERIFY_LEAF_SIGNATURE)`],
		['by nobody known who shows himself', withAuthority, false, `${unknownAuthority} (SELF_SIGNED_CERT_IN_CHAIN)`],
		['by itself', selfSigned, false, `${unknownAuthority} (DEPTH_ZERO_SELF_SIGNED_CERT)`],
		[
			'too long ago',
			expired,
			true,
			"its certificate has expired: check this machine's clock, or tell who runs it (CERT_HAS_EXPIRED)",
		],
		[
			'for another name',
			elsewhere,
			true,
			'its certificate is for another name: check the endpoint (ERR_TLS_CERT_ALTNAME_INVALID)',
		],
	])('does not trust a certificate signed %s, and says what to do', async (_, tls, isKnown, words) => {
		if (isKnown) trustAuthority();
		const {endpoint, queries} = await serveOk({tls});
		await expectFailure(askAt(endpoint), `cannot trust ${endpoint.host}: ${words}`);
		expect(queries).toEqual([]);
	});

	it('says when one side speaks TLS and the other does not', async () => {
		const {endpoint} = await serveOk();
		const error = await failureOf(askAt(new URL(`https://${endpoint.host}/`)));
		expect(error.message).toContain(
			'what answers there does not speak TLS: check whether the endpoint is http or https',
		);
		expectSecretFree(error, secret);
	});
});

describe('createDispatcher with a proxy in the environment', () => {
	it.each(['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY'])(
		'goes to https through a tunnel of the proxy in %s',
		async name => {
			trustAuthority();
			const {endpoint} = await serveOk({tls: trusted});
			const proxy = await serveProxy();
			vi.stubEnv(name, proxy.url);
			expect(await askAt(endpoint)).toMatchObject({status: 200, text: 'well'});
			expect(proxy.log).toEqual([`CONNECT ${endpoint.host}`]);
		},
	);

	it.each(['HTTP_PROXY', 'http_proxy'])('goes to http through the proxy in %s', async name => {
		const {endpoint} = await serveOk();
		const proxy = await serveProxy();
		vi.stubEnv(name, proxy.url);
		expect(await askAt(endpoint)).toMatchObject({status: 200, text: 'well'});
		expect(proxy.log).toEqual([`GET ${endpoint.origin}`]);
	});

	it('goes to http through a tunnel when WebSockets are to go there too', async () => {
		const {endpoint} = await serveOk();
		const proxy = await serveProxy();
		vi.stubEnv('HTTP_PROXY', proxy.url);
		expect(await askAt(endpoint, {isForSockets: true})).toMatchObject({status: 200});
		expect(proxy.log).toEqual([`CONNECT ${endpoint.host}`]);
	});

	it('takes an address without a scheme, as other programs do', async () => {
		const {endpoint} = await serveOk();
		const proxy = await serveProxy();
		vi.stubEnv('HTTP_PROXY', new URL(proxy.url).host);
		expect(await askAt(endpoint)).toMatchObject({status: 200});
		expect(proxy.log).toHaveLength(1);
	});

	it.each([
		['NO_PROXY', '127.0.0.1'],
		['no_proxy', 'example.com, 127.0.0.1'],
		['NO_PROXY', '*'],
	])('goes past the proxy to what %s=%s names', async (name, hosts) => {
		const {endpoint} = await serveOk();
		const proxy = await serveProxy();
		vi.stubEnv('HTTP_PROXY', proxy.url);
		vi.stubEnv(name, hosts);
		expect(await askAt(endpoint)).toMatchObject({status: 200});
		expect(proxy.log).toEqual([]);
	});

	it('gives the name and the password the proxy asks for', async () => {
		trustAuthority();
		const [safe, plain] = [await serveOk({tls: trusted}), await serveOk()];
		const proxy = await serveProxy({credentials: 'me:hunter2'});
		vi.stubEnv('HTTPS_PROXY', proxy.url);
		vi.stubEnv('HTTP_PROXY', proxy.url);
		expect(await askAt(safe.endpoint)).toMatchObject({status: 200});
		expect(await askAt(plain.endpoint)).toMatchObject({status: 200});
		expect(proxy.log).toHaveLength(2);
	});

	it.each([true, false])('says when the proxy asks for a password it was not given (TLS: %s)', async isSafe => {
		const {endpoint} = await serveOk(isSafe ? {tls: trusted} : {});
		const proxy = await serveProxy({credentials: 'me:hunter2'});
		vi.stubEnv('HTTP_PROXY', proxy.url.replace('hunter2', 'wrong'));
		await expectFailure(
			askAt(endpoint),
			'the proxy asks for a name and a password (status 407): write HTTPS_PROXY=http://NAME:PASSWORD@HOST:PORT',
		);
	});

	it('says when the proxy refuses to connect there', async () => {
		const {endpoint} = await serveOk({tls: trusted});
		vi.stubEnv('HTTPS_PROXY', (await serveProxy({refusal: 403})).url);
		await expectFailure(
			askAt(endpoint),
			`the proxy does not connect to ${endpoint.host} (status 403): ask who runs it, or name the host in NO_PROXY`,
		);
	});

	it('says when it is the proxy that is not there', async () => {
		const {endpoint} = await serveOk({tls: trusted});
		vi.stubEnv('HTTPS_PROXY', 'http://me:hunter2@127.0.0.1:1');
		await expectFailure(askAt(endpoint), 'cannot reach the proxy 127.0.0.1:1: nothing listens there (ECONNREFUSED)');
	});

	it('does not trust a proxy that shows its own certificate, and says what to do', async () => {
		const {endpoint} = await serveOk({tls: selfSigned});
		vi.stubEnv('HTTPS_PROXY', (await serveProxy()).url);
		const error = await failureOf(askAt(endpoint));
		expect(error.message).toContain('NODE_EXTRA_CA_CERTS (DEPTH_ZERO_SELF_SIGNED_CERT)');
		expectSecretFree(error, secret);
	});

	it.each(['http://', 'http://a b', 'ftp://proxy:3128', '::'])(
		'refuses %j for a proxy, without repeating it',
		address => {
			vi.stubEnv('https_proxy', address);
			expect(() => createDispatcher()).toThrow(
				new OptionsError('https_proxy: expected the address of a proxy, http://HOST:PORT'),
			);
		},
	);

	it('keeps nobody waiting for a request of before whose tunnel hangs', async () => {
		trustAuthority();
		const server = await serveAt({tls: trusted}, [hang, reply({Session: 's', Events: []})]);
		const proxy = await serveProxy();
		vi.stubEnv('HTTPS_PROXY', proxy.url);
		const tools = newTools({dispatcher: until(createDispatcher())});
		const provider = createV1Provider({site, token: secret, endpoint: server.endpoint, tools, heldMs: 300});
		const {errors, batches} = await askFeed(provider, 2);
		expect(errors).toMatchObject([{failure: 'timeout'}]);
		expect(batches).toHaveLength(1);
		expect(proxy.log).toHaveLength(2);
	});
});
