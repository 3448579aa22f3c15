import {afterEach, describe, expect, it} from 'vitest';
import {createHttpClient, type HttpClient, type Wanted} from '../../source/screen-pop/http.js';
import {answers, type PopServer, redirectTo, startPopServer} from './pop-server.js';

const open: {close(): Promise<void>}[] = [];

const setUp = async (...given: Parameters<typeof startPopServer>): Promise<{server: PopServer; http: HttpClient}> => {
	const server = await startPopServer(...given);
	const http = createHttpClient();
	open.push(http, server);
	return {server, http};
};

afterEach(async () => {
	for (const each of open.splice(0)) await each.close();
});

const wanted = (url: string, some: Partial<Wanted> = {}): Wanted => ({
	url: new URL(url),
	limitBytes: 1000,
	signal: new AbortController().signal,
	...some,
});

describe('createHttpClient', () => {
	it('asks for a page, and says nothing of itself but its name', async () => {
		const {server, http} = await setUp(answers.page);
		const {status, type, body} = await http.request(wanted(`${server.url}/a?n=1`));
		expect([status, type]).toEqual([200, 'text/html; charset=utf-8']);
		expect(body.toString()).toContain('Dupont');
		expect(server.asked[0]).toMatchObject({method: 'GET', url: '/a?n=1', headers: {'user-agent': 'ovh-cti-board'}});
		expect(server.asked[0]?.headers).not.toHaveProperty('authorization');
	});

	it('sends JSON by POST', async () => {
		const {server, http} = await setUp(answers.page);
		await http.request(wanted(server.url, {json: '{"caller":"1"}', limitBytes: 0}));
		expect(server.asked[0]).toMatchObject({
			method: 'POST',
			body: '{"caller":"1"}',
			headers: {'content-type': 'application/json'},
		});
	});

	it('gives user and password of the address to that server only', async () => {
		const other = await setUp(answers.page);
		const {server, http} = await setUp((response, asked) =>
			redirectTo(asked.url === '/a' ? '/b' : other.server.url)(response, asked),
		);
		await http.request(wanted(`${server.url.replace('://', '://al:s%40c@')}/a`));
		const expected = `Basic ${Buffer.from('al:s@c').toString('base64')}`;
		expect(server.asked.map(({headers}) => headers.authorization)).toEqual([expected, expected]);
		expect(other.server.asked[0]?.headers).not.toHaveProperty('authorization');
	});

	it('ends a circle of redirects', async () => {
		const {server, http} = await setUp(answers.circle);
		await expect(http.request(wanted(`${server.url}/a`))).rejects.toMatchObject({failure: 'redirects'});
		expect(server.asked).toHaveLength(6);
	});

	it.each(['ftp://127.0.0.1/', 'file:///etc/passwd', 'javascript:1', 'data:text/html,a', 'http://'])(
		'does not follow a redirect to %s',
		async location => {
			const {server, http} = await setUp(redirectTo(location));
			await expect(http.request(wanted(server.url))).rejects.toMatchObject({failure: 'unsafe'});
		},
	);

	it.each([
		[302, 'GET', ''],
		[303, 'GET', ''],
		[307, 'POST', '{}'],
		[308, 'POST', '{}'],
	])('after a redirect %s asks by %s', async (status, method, body) => {
		const {server, http} = await setUp((response, asked) =>
			asked.url === '/a' ? redirectTo('/b', status)(response, asked) : answers.page(response),
		);
		await http.request(wanted(`${server.url}/a`, {json: '{}'}));
		expect(server.asked[1]).toMatchObject({url: '/b', method, body});
	});

	it('reads so much of a gigabyte and hangs up', async () => {
		const {server, http} = await setUp(answers.flood);
		const {body} = await http.request(wanted(server.url, {limitBytes: 100_000}));
		expect(body).toHaveLength(100_000);
		await server.close();
		expect(server.sent()).toBeLessThan(64 * 1024 ** 2);
	});

	it('reads nothing when nobody wants to see it', async () => {
		const {server, http} = await setUp(answers.flood);
		expect(await http.request(wanted(server.url, {limitBytes: 0}))).toMatchObject({status: 200, body: Buffer.alloc(0)});
	});

	it.each([
		['fault', {failure: 'status', detail: '503'}],
		['packed', {failure: 'no-text'}],
		['cut', {failure: 'unreachable', detail: 'UND_ERR_SOCKET'}],
	] as const)('says what is wrong with “%s”', async (name, failure) => {
		const {server, http} = await setUp(answers[name]);
		await expect(http.request(wanted(server.url))).rejects.toMatchObject(failure);
	});

	it('says that nobody listens', async () => {
		const {server, http} = await setUp(answers.page);
		await server.close();
		await expect(http.request(wanted(`${server.url}/?key=secret`))).rejects.toMatchObject({
			failure: 'unreachable',
			detail: 'ECONNREFUSED',
			message: 'unreachable',
		});
	});

	it('ends when its signal aborts', async () => {
		const {server, http} = await setUp(answers.hang);
		const aborter = new AbortController();
		const answer = http.request(wanted(server.url, {signal: aborter.signal}));
		await server.heard(1);
		aborter.abort();
		await expect(answer).rejects.toMatchObject({failure: 'unreachable'});
	});
});
