import {mkdtempSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, it, onTestFinished} from 'vitest';
import {type Service, startService} from '../../source/simulator/server.js';
import {beginningAt, flow} from '../helpers/flows.js';
import {type Ending, run, token} from '../helpers/program.js';
import {openTerminal, type Terminal} from '../helpers/pty.js';

const serve = async (): Promise<Service> => {
	const service = await startService({tokens: [token], welcome: 'from-now'});
	onTestFinished(service.close);
	return service;
};

/** A machine of its own: what is kept there is there later. */
const machine = (): Readonly<Record<string, string>> => {
	const home = mkdtempSync(join(tmpdir(), 'ovh-cti-board-'));
	onTestFinished(() => rmSync(home, {recursive: true, force: true}));
	return {HOME: home, XDG_CONFIG_HOME: home, XDG_STATE_HOME: home, XDG_DATA_HOME: home, OVH_CTI_TOKEN: token};
};

const fewMinutesAgo = (): number => Math.floor(Date.now() / 1000) - 300;

const watch = (service: Service, env: Readonly<Record<string, string>>, args: readonly string[] = []): Terminal =>
	openTerminal(['--endpoint', service.url, '--reset-at', 'never', ...args], {env});

/** The report of what the board heard in the last hours. */
const report = (service: Service, env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Ending> =>
	run(['report', '--endpoint', service.url, '--from', 'yesterday', ...args], {env});

/** Lets a board hear a call through a queue and a call of a line, and ends it. */
const workedFor = async (terminal: Terminal, service: Service): Promise<void> => {
	await terminal.shows('live');
	service.publishTexts([...beginningAt(flow('q1'), fewMinutesAgo()), ...beginningAt(flow('l1'), fewMinutesAgo())]);
	await terminal.shows('answered 1');
	await terminal.shows('hung up');
};

describe('the history', () => {
	it('keeps what ended on the board, for the report', async () => {
		const [service, env] = [await serve(), machine()];
		const terminal = watch(service, env);
		await workedFor(terminal, service);
		terminal.press('q');
		await terminal.ended;
		const {status, stdout, stderr} = await report(service, env, '--format', 'json');
		expect([status, stderr]).toEqual([0, '']);
		const {rows, total, ...head} = JSON.parse(stdout);
		expect(head).toMatchObject({schema: 1, by: 'call', queues: null, serviceLevel: {formula: 'F6'}});
		expect(rows.map(({kind, outcome}: Record<string, unknown>) => `${kind} ${outcome}`).sort()).toEqual([
			'call answered',
			'stay answered',
		]);
		expect(total).toMatchObject({offered: 1, answered: 1, lost: 0, answerRate: 1});
		const file = join(env.XDG_DATA_HOME ?? '', 'ovh-cti-board', 'history.db');
		expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
		expect(terminal.received()).not.toMatch(/Warning|SQLite/);
	});

	it('keeps it when the board is ended by a signal, and tells it in any form', async () => {
		const [service, env] = [await serve(), machine()];
		const terminal = watch(service, env);
		await workedFor(terminal, service);
		process.kill(terminal.pid, 'SIGTERM');
		await terminal.ended;
		const table = await report(service, env, '--by', 'queue');
		expect(table.stdout).toMatch(/^Support +1 +1 +0 .*100 %/m);
		const csv = await report(service, env, '--by', 'queue', '--format', 'csv');
		expect(csv.stdout.split('\r\n')[1]).toMatch(/^\d+,Support,1,1,0,0,0,0,0,1,/);
		const others = await run(['report', '--from', 'yesterday'], {env});
		expect(others.stderr).toContain(service.url);
		expect(others.stdout).toContain('No calls');
	});

	it('gives the calls of the day back to the next board', async () => {
		const [service, env] = [await serve(), machine()];
		const first = watch(service, env);
		await workedFor(first, service);
		first.press('q');
		await first.ended;
		const second = watch(service, env, ['--view', 'calls']);
		await second.shows('1 ended');
		second.press('q');
		await second.ended;
	});

	it('keeps nothing when that is not wanted', async () => {
		const [service, env] = [await serve(), machine()];
		const terminal = watch(service, env, ['--no-history']);
		await workedFor(terminal, service);
		terminal.press('q');
		await terminal.ended;
		const {status, stdout, stderr} = await report(service, env);
		expect(status).toBe(0);
		expect(stdout).toContain('No calls');
		expect(stderr).toContain('no history yet');
	});
});
