import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, it, onTestFinished} from 'vitest';
import {type Answer, serve, serveStatus} from '../helpers/event-service.js';
import {certificatePath, closedPort, serveEncrypted, serveProxy} from '../helpers/listeners.js';
import {ending, run, start, token} from '../helpers/program.js';

type Env = Readonly<Record<string, string>>;

/** Answers every poll with an event. */
const answersWell: Answer = (_request, response) =>
	void response.end('{"Session":"s","Events":[{"Event":"registered"}]}');

const doctor = (endpoint: string, env: Env = {}) =>
	run(['doctor', '--for', '1', '--endpoint', endpoint], {env: {OVH_CTI_TOKEN: token, ...env}});

/** Mark and name of each line, without the advice. */
const marks = (report: string): readonly string[] =>
	report
		.split('\n')
		.filter(line => /^[✓✗–]/.test(line))
		.map(line => line.slice(0, 15).trim());

describe('doctor', () => {
	it('reports every step to a service that is well', async () => {
		const service = await serve(answersWell);
		onTestFinished(() => service.close());
		const {status, stdout, stderr} = await doctor(service.url);
		expect({status, stderr}).toEqual({status: 0, stderr: ''});
		expect(marks(stdout)).toEqual([
			'– settings',
			'✓ token',
			'✓ endpoint',
			'– proxy',
			'– name',
			'✓ connection',
			'– certificate',
			'✓ answer',
			'✓ clock',
			'✓ token tried',
			'✓ first event',
		]);
		expect(stdout).not.toContain('1738D072');
		expect(stdout).not.toContain('\u001B');
	});

	it('says what to do about a token that is refused', async () => {
		const service = await serveStatus(403);
		onTestFinished(() => service.close());
		const {status, stdout} = await doctor(service.url);
		expect(status).toBe(3);
		expect(stdout).toMatch(/✗ token tried {2}refused by the service\n {15}→ Check it, or make a new one/);
	});

	it('says that a quiet service may be well', async () => {
		const service = await serve((request, response) => {
			if (request.method === 'HEAD') response.end();
		});
		onTestFinished(() => service.close());
		const {status, stdout} = await doctor(service.url);
		expect(status).toBe(0);
		expect(stdout).toContain('✓ token tried  not refused so far');
		expect(stdout).toContain('– first event  none within 1 s: on a quiet account that is normal');
	});

	it('stops where nobody listens', async () => {
		const {status, stdout} = await doctor(`http://127.0.0.1:${await closedPort()}/`);
		expect(status).toBe(4);
		expect(stdout).toMatch(/✗ connection .*ECONNREFUSED.*\n +→ Nothing listens there/);
		expect(stdout).toContain('– token tried  not checked');
	});

	it('stops at a name that nobody knows, in French too', async () => {
		const {status, stdout} = await doctor('https://nowhere.invalid/', {LANG: 'fr_FR.UTF-8'});
		expect(status).toBe(4);
		expect(stdout).toContain("nowhere.invalid n'a pas d'adresse");
		expect(stdout).toContain('→ ');
	});

	it('tells how to trust a certificate, and finds it good then', async () => {
		const port = await serveEncrypted(answersWell);
		const untrusted = await doctor(`https://localhost:${port}/`);
		expect(untrusted.status).toBe(4);
		expect(untrusted.stdout).toContain('NODE_EXTRA_CA_CERTS');
		const trusted = await doctor(`https://localhost:${port}/`, {NODE_EXTRA_CA_CERTS: certificatePath});
		expect(trusted.status).toBe(0);
		expect(trusted.stdout).toMatch(/✓ certificate {2}TLSv1\.3, issued by Nobody, valid for \d+ more days/);
		expect(trusted.stdout).toContain('✓ first event');
	});

	it('tells a certificate for another name', async () => {
		const port = await serveEncrypted(answersWell);
		const {status, stdout} = await doctor(`https://127.0.0.1:${port}/`, {NODE_EXTRA_CA_CERTS: certificatePath});
		expect(status).toBe(4);
		expect(stdout).toMatch(/✗ certificate .*ALTNAME_INVALID.*\n +→ The certificate is for another name/);
	});

	it('goes the way of the board through a proxy, and never shows its password', async () => {
		const port = await serveEncrypted(answersWell);
		const proxy = await serveProxy(`Basic ${Buffer.from('anne:geheim').toString('base64')}`);
		const env = {HTTPS_PROXY: `http://anne:geheim@127.0.0.1:${proxy.port}`, NODE_EXTRA_CA_CERTS: certificatePath};
		const {status, stdout} = await doctor(`https://localhost:${port}/`, env);
		expect(status).toBe(0);
		expect(stdout).toContain(`✓ proxy        http://127.0.0.1:${proxy.port}, from HTTPS_PROXY, with a user`);
		expect(stdout).not.toContain('geheim');
		expect(stdout).toContain('✓ first event');
		expect(new Set(proxy.asked)).toEqual(new Set([`localhost:${port}`]));
	});

	it('works with broken settings and without a token', async () => {
		const home = await mkdtemp(join(tmpdir(), 'ovh-cti-board-doctor-'));
		onTestFinished(() => rm(home, {recursive: true, force: true}));
		await mkdir(join(home, 'ovh-cti-board'));
		await writeFile(join(home, 'ovh-cti-board', 'config.json'), '{');
		const service = await serve(answersWell);
		onTestFinished(() => service.close());
		const {status, stdout} = await doctor(service.url, {XDG_CONFIG_HOME: home, OVH_CTI_TOKEN: ''});
		expect(status).toBe(2);
		expect(stdout).toMatch(/^✗ settings .*expected JSON/);
		expect(stdout).toContain('✗ token        none anywhere');
		expect(stdout).toContain('✓ answer');
	});

	it('draws with ASCII where there is nothing else', async () => {
		const {stdout} = await doctor(`http://127.0.0.1:${await closedPort()}/`, {LANG: 'C'});
		expect(stdout).toMatch(/^\[--\] settings/);
		expect(stdout).toContain('[ok] token');
		expect(stdout).toMatch(/\[!!\] connection .*\n +-> /);
		expect(stdout).toMatch(/^[\x20-\x7e\n]+$/);
	});

	it('ends with Ctrl-C', async () => {
		const service = await serve((request, response) => {
			if (request.method === 'HEAD') response.end();
		});
		onTestFinished(() => service.close());
		const args = ['doctor', '--for', '60', '--endpoint', service.url];
		const child = start(args, {env: {OVH_CTI_TOKEN: token}});
		child.stdout.on('data', chunk => {
			if (String(chunk).includes('clock')) child.kill('SIGINT');
		});
		expect((await ending(child)).status).toBe(130);
	});
});
