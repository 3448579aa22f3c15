import {createServer} from 'node:net';
import {describe, expect, it} from 'vitest';
import {checkCertificate, checkConnection, checkName} from '../../source/doctor/check-way.js';
import {closedPort, listening, serveEncrypted, serveProxy} from '../helpers/listeners.js';
import {factsWith, patientWith} from './patient.js';

const to = (address: string) => patientWith({endpoint: new URL(address)});

const through = (address: string) => factsWith({proxy: {kind: 'used', variable: 'HTTPS_PROXY', url: new URL(address)}});

describe('checkName', () => {
	it('tells the addresses of a name', async () => {
		const {findings, facts} = await checkName(to('http://localhost/'), factsWith());
		expect(findings).toMatchObject([{mark: 'good', text: expect.stringMatching(/^localhost is .*\(v[46]\)/)}]);
		expect(facts?.isWayOpen).not.toBe(false);
	});

	it('needs none for a number, nor behind a proxy', async () => {
		for (const address of ['http://127.0.0.1/', 'http://[::1]/']) {
			expect(await checkName(to(address), factsWith())).toMatchObject({findings: [{mark: 'note'}]});
		}
		const behind = await checkName(to('https://nowhere.invalid/'), through('http://proxy.example:3128'));
		expect(behind.findings).toMatchObject([{mark: 'note', text: 'left to the proxy'}]);
	});

	it('ends the way where there is no such name', async () => {
		const {findings, facts} = await checkName(to('https://nowhere.invalid/'), factsWith());
		expect(findings).toMatchObject([
			{mark: 'bad', status: 4, text: expect.stringContaining('nowhere.invalid has no address')},
		]);
		expect(facts?.isWayOpen).toBe(false);
	});
});

describe('checkConnection', () => {
	it('connects to the service', async () => {
		const port = await listening(createServer());
		const {findings} = await checkConnection(to(`http://localhost:${port}/`), factsWith());
		expect(findings).toMatchObject([{mark: 'good', text: expect.stringContaining(`127.0.0.1 port ${port}`)}]);
	});

	it('connects to the proxy instead where there is one', async () => {
		const port = await listening(createServer());
		const {findings} = await checkConnection(to('https://nowhere.invalid/'), through(`http://127.0.0.1:${port}`));
		expect(findings).toMatchObject([{mark: 'good', text: expect.stringContaining('to the proxy: 127.0.0.1')}]);
	});

	it('ends the way at a port nobody listens on', async () => {
		const {findings, facts} = await checkConnection(to(`http://127.0.0.1:${await closedPort()}/`), factsWith());
		expect(findings).toMatchObject([
			{
				mark: 'bad',
				status: 4,
				text: expect.stringContaining('ECONNREFUSED'),
				advice: expect.stringContaining('Nothing listens'),
			},
		]);
		expect(facts?.isWayOpen).toBe(false);
	});
});

describe('checkCertificate', () => {
	it('is not about plain HTTP, and cannot look through every proxy', async () => {
		expect(await checkCertificate(to('http://localhost/'), factsWith())).toMatchObject({findings: [{mark: 'note'}]});
		const behind = await checkCertificate(to('https://localhost/'), through('socks5://127.0.0.1:1'));
		expect(behind).toMatchObject({findings: [{mark: 'note'}]});
	});

	it('does not trust who signed for himself, and says how to', async () => {
		const port = await serveEncrypted(() => undefined);
		const {findings, facts} = await checkCertificate(to(`https://localhost:${port}/`), factsWith());
		expect(findings).toMatchObject([
			{
				mark: 'bad',
				status: 4,
				text: 'not trusted (DEPTH_ZERO_SELF_SIGNED_CERT), issued by Nobody',
				advice: expect.stringContaining('NODE_EXTRA_CA_CERTS'),
			},
		]);
		expect(facts?.isWayOpen).toBe(false);
	});

	it('looks through a proxy, with its password', async () => {
		const port = await serveEncrypted(() => undefined);
		const proxy = await serveProxy(`Basic ${Buffer.from('anne:ge heim').toString('base64')}`);
		const facts = through(`http://anne:ge%20heim@127.0.0.1:${proxy.port}`);
		const {findings} = await checkCertificate(to(`https://localhost:${port}/`), facts);
		expect(findings).toMatchObject([{text: expect.stringContaining('issued by Nobody')}]);
		expect(proxy.asked).toEqual([`localhost:${port}`]);
	});

	it('says that the proxy wants a password', async () => {
		const {port} = await serveProxy('Basic x');
		const {findings} = await checkCertificate(to('https://localhost/'), through(`http://127.0.0.1:${port}`));
		expect(findings).toMatchObject([
			{mark: 'bad', text: 'no encrypted connection (PROXY_407)', advice: expect.stringContaining('user and password')},
		]);
	});

	it('fails where nobody speaks TLS', async () => {
		const port = await listening(createServer(socket => socket.end('220 hello\r\n')));
		const {findings} = await checkCertificate(to(`https://localhost:${port}/`), factsWith());
		expect(findings).toMatchObject([
			{mark: 'bad', status: 4, text: expect.stringContaining('no encrypted connection')},
		]);
	});
});
