import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {describe, expect, it, onTestFinished} from 'vitest';
import type {Ended} from '../../source/domain/ended.js';
import {agentNumber, callerId, callId, channelId, epochMs, lineNumber, queueNumber} from '../../source/domain/units.js';
import {alice, at, customer} from '../helpers/builders.js';
import {firstLines, run, start} from '../helpers/program.js';
import {callRecord, machineWith, makeNewer, stayRecord} from '../history/sample-history.js';

const sales = queueNumber('0033199000200');

const lost = {outcome: 'abandoned', agent: null, answeredAt: null, talkEndedAt: null} as const;

/** One call is answered, one gives up in one queue and is answered in another, one dials wrong, one line is called. */
const sample: readonly Ended[] = [
	stayRecord(),
	stayRecord({
		...lost,
		id: callerId('b'),
		channel: channelId('b'),
		joinedAt: at(3600),
		waitEndedAt: at(3630),
		endedAt: at(3630),
		outcome: 'timed-out',
	}),
	stayRecord({
		id: callerId('c'),
		queue: sales,
		label: 'Ventes',
		channel: channelId('b'),
		joinedAt: at(3630),
		waitEndedAt: at(3640),
		answeredAt: at(3640),
		talkEndedAt: at(3700),
		endedAt: at(3700),
		agent: agentNumber('0033199000102'),
	}),
	stayRecord({
		...lost,
		id: callerId('d'),
		channel: null,
		joinedAt: at(90_000),
		waitEndedAt: at(90_002),
		endedAt: at(90_002),
		from: '',
	}),
	callRecord(),
	callRecord({
		id: callId('2'),
		line: lineNumber('0033199000102'),
		label: 'Bruno',
		startedAt: at(200),
		answeredAt: null,
		endedAt: at(215),
	}),
];

const whole = ['--from', '2026-03-05', '--to', '2026-03-06'];

const report = (env: Readonly<Record<string, string>>, ...args: readonly string[]) => run(['report', ...args], {env});

const jsonOf = async (env: Readonly<Record<string, string>>, ...args: readonly string[]) => {
	const {status, stdout, stderr} = await report(env, '--format', 'json', ...whole, ...args);
	expect([status, stderr]).toEqual([0, '']);
	return JSON.parse(stdout);
};

describe('report', () => {
	it('lists calls and stays in order of time', async () => {
		const {rows, total, ...head} = await jsonOf(machineWith(sample));
		expect(head).toEqual({
			schema: 1,
			from: '2026-03-05T00:00:00.000+01:00',
			to: '2026-03-07T00:00:00.000+01:00',
			by: 'call',
			queues: null,
			serviceLevel: {formula: 'F6', thresholdSeconds: 20, target: 0.8, shortAbandonSeconds: 5},
		});
		expect(
			rows.map(({kind, at: when, label, outcome}: Record<string, string>) => [
				kind,
				when?.slice(11, 19),
				label,
				outcome,
			]),
		).toEqual([
			['call', '10:15:00', 'Alice', 'answered'],
			['stay', '10:15:00', 'Support', 'answered'],
			['call', '10:18:20', 'Bruno', 'unanswered'],
			['stay', '11:15:00', 'Support', 'timed-out'],
			['stay', '11:15:30', 'Ventes', 'answered'],
			['stay', '11:15:00', 'Support', 'abandoned'],
		]);
		expect(rows[4]).toMatchObject({number: sales, from: customer, waitSeconds: 10, talkSeconds: 60, offered: true});
		expect(total).toEqual({
			offered: 3,
			answered: 2,
			lost: 1,
			abandoned: 1,
			timedOut: 0,
			noAgent: 0,
			optedOut: 0,
			answerRate: 0.6667,
			serviceLevel: 0.5,
			averageSpeedOfAnswerSeconds: 25,
			averageTalkSeconds: 60,
			longestWaitSeconds: 40,
		});
	});

	it('adds up by queue, and a call through two of them once', async () => {
		const {rows, total} = await jsonOf(machineWith(sample), '--by', 'queue', '--sl-formula', 'F3');
		expect(rows).toMatchObject([
			{queue: '0033199000100', label: 'Support', offered: 3, answered: 1, lost: 2, serviceLevel: 0.3333},
			{queue: sales, label: 'Ventes', offered: 1, answered: 1, lost: 0, serviceLevel: 1},
		]);
		expect(total).toMatchObject({offered: 3, answered: 2, lost: 1});
	});

	it('adds up by hour, day and agent', async () => {
		const env = machineWith(sample);
		expect((await jsonOf(env, '--by', 'hour')).rows).toMatchObject([
			{hour: '2026-03-05T10:00:00.000+01:00', offered: 1, answered: 1},
			{hour: '2026-03-05T11:00:00.000+01:00', offered: 1, answered: 1},
			{hour: '2026-03-06T11:00:00.000+01:00', offered: 1, abandoned: 1},
		]);
		expect(
			(await jsonOf(env, '--by', 'day', '--tz', 'Pacific/Auckland')).rows.map(({day}: {day: string}) => day),
		).toEqual(['2026-03-05', '2026-03-06']);
		expect((await jsonOf(env, '--by', 'agent')).rows).toEqual([
			{agent: alice, label: 'Alice', answered: 1, averageTalkSeconds: 60},
			{agent: '0033199000102', label: 'Bruno', answered: 1, averageTalkSeconds: 60},
		]);
	});

	it('is of one queue, by number or name, as that queue counts', async () => {
		const env = machineWith(sample);
		const {rows, total, queues} = await jsonOf(env, '--queue', 'supp', '--by', 'hour');
		expect(queues).toEqual(['0033199000100']);
		expect(rows).toMatchObject([{answered: 1}, {answered: 0, timedOut: 1}, {abandoned: 1}]);
		expect(total).toMatchObject({offered: 3, answered: 1, lost: 2});
		expect((await jsonOf(env, '--queue', '01 99 00 02 00')).rows).toHaveLength(1);
		const wrong = await report(env, '--queue', 'nowhere');
		expect([wrong.status, wrong.stdout]).toEqual([2, '']);
		expect(wrong.stderr).toBe('ovh-cti-board: --queue: no queue "nowhere" in the history; there are Support, Ventes\n');
	});

	it('is of one queue by the name that the user gives it, on the command line, in a file or in the settings', async () => {
		const env = machineWith(sample);
		const contacts = join(env.HOME ?? '', 'contacts.csv');
		writeFileSync(contacts, 'Standard;01 99 00 02 00\n');
		const settings = join(env.HOME ?? '', 'ovh-cti-board');
		writeFileSync(join(settings, 'config.json'), JSON.stringify({labels: '0199000200=Boutique'}));
		const own = {...env, XDG_CONFIG_HOME: env.HOME ?? ''};
		const found = [
			await jsonOf(env, '--queue', 'ma file', '--labels', '01 99 00 02 00=Ma file'),
			await jsonOf(env, '--queue', 'stand', '--contacts', contacts),
			await jsonOf(own, '--queue', 'BOUTIQUE'),
			await jsonOf(own, '--queue', 'ventes'),
		];
		expect(found.map(({queues}) => queues)).toEqual([[sales], [sales], [sales], [sales]]);
	});

	it('writes CSV, with the total last, or a row for each call', async () => {
		const env = machineWith(sample);
		const sums = await report(env, ...whole, '--format', 'csv', '--by', 'queue');
		expect(sums.stdout).toBe(
			[
				'queue,label,offered,answered,lost,abandoned,timedOut,noAgent,optedOut,answerRate,serviceLevel,averageSpeedOfAnswerSeconds,averageTalkSeconds,longestWaitSeconds',
				'0033199000100,Support,3,1,2,1,1,0,0,0.3333,0.5,10,60,30',
				'0033199000200,Ventes,1,1,0,0,0,0,0,1,1,10,60,10',
				'total,,3,2,1,1,0,0,0,0.6667,0.5,25,60,40',
				'',
			].join('\r\n'),
		);
		const calls = (await report(env, ...whole, '--format', 'csv')).stdout.split('\r\n');
		expect(calls).toHaveLength(8);
		expect(calls[0]).toMatch(/^kind,at,site,number,label,queue,from,/);
		expect(calls[1]).toMatch(/^call,2026-03-05T10:15:00.000\+01:00,default,0033199000101,Alice,,0033639980001,/);
	});

	it('draws a table in either language, numbers as people write them', async () => {
		const env = machineWith(sample);
		const list = (await report(env, ...whole)).stdout;
		expect(list).toContain('2026-03-05 10:18  Bruno');
		expect(list).toContain('06 39 98 00 01');
		expect(list).toContain('withheld');
		const lines = (await report(env, ...whole, '--by', 'queue', '--lang', 'fr')).stdout.split('\n');
		expect(lines[0]).toContain('Du 2026-03-05 00:00 au 2026-03-07 00:00');
		expect(lines[1]).toMatch(/^File +Reçus +Répondus +Perdus/);
		expect(lines[2]).toMatch(/^Support +3 +1 +2 +1 +1 +0 +0 +33 % +50 % +00:10 +01:00 +00:30$/);
		expect(lines[4]).toMatch(/^Total +3 +2 +1/);
		expect(new Set(lines.slice(1, 5).map(line => line.length)).size).toBe(1);
	});

	it('calls numbers by the names that the user gives them', async () => {
		const env = machineWith(sample);
		const labels = ['--labels', '0033199000102=Mon poste, 0639980001=Mairie, 0033199000200=Ma file'];
		const {stdout} = await report(env, ...whole, ...labels);
		expect(stdout).toContain('Mairie');
		expect(stdout).toContain('Mon poste');
		expect(stdout).toContain('Ma file');
		expect(stdout).not.toMatch(/Bruno|Ventes/);
		const byQueue = await report(env, ...whole, ...labels, '--by', 'queue', '--format', 'json');
		expect(JSON.parse(byQueue.stdout).rows.map(({label}: {label: string}) => label)).toContain('Ma file');
	});

	it('shows no control character of a name, and keeps it in data', async () => {
		const label = 'Bad \u001b[31m"name",\u202e\r\n=1';
		const env = machineWith([stayRecord({label, from: '=HYPERLINK("x")'})]);
		expect((await report(env, ...whole)).stdout).not.toMatch(/[\u001b\u202e\r]/);
		expect((await report(env, ...whole, '--by', 'queue')).stdout).not.toMatch(/[\u001b\u202e\r]/);
		expect((await jsonOf(env)).rows[0]).toMatchObject({label, from: '=HYPERLINK("x")'});
		expect((await report(env, ...whole, '--format', 'csv')).stdout).toContain(`"'=HYPERLINK(""x"")"`);
	});

	it('tells the two hours apart that the clock shows twice', async () => {
		const october = Date.UTC(2026, 9, 25, 0, 30);
		const hours = [0, 1].map(hour => epochMs(october + hour * 3_600_000));
		const stays = hours.map((joinedAt, index) =>
			stayRecord({
				...lost,
				id: callerId(`${index}`),
				channel: null,
				joinedAt,
				waitEndedAt: joinedAt,
				endedAt: joinedAt,
			}),
		);
		const {stdout} = await report(machineWith(stays), '--from', '2026-10-25', '--to', '2026-10-25', '--by', 'hour');
		expect(stdout).toContain('2026-10-25 02:00 UTC+2');
		expect(stdout).toContain('2026-10-25 02:00 UTC+1');
	});

	it('ends quietly when nobody reads any more', async () => {
		const many = Array.from({length: 3000}, (_, index) => callRecord({id: callId(String(index))}));
		const child = start(['report', ...whole], {env: machineWith(many)});
		const closed = new Promise(resolve => child.once('close', resolve));
		await firstLines(child, 1);
		child.stdout.destroy();
		expect(await closed).toBe(0);
	});
});

describe('a history that is not there or cannot be read', () => {
	it('is an empty report and a word where it would be', async () => {
		const home = mkdtempSync(join(tmpdir(), 'ovh-cti-board-'));
		onTestFinished(() => rmSync(home, {recursive: true, force: true}));
		const {status, stdout, stderr} = await report({XDG_DATA_HOME: home}, '--format', 'json', '--queue', 'Support');
		expect(status).toBe(0);
		expect(JSON.parse(stdout)).toMatchObject({rows: [], total: {offered: 0, answerRate: null}});
		expect(stderr).toBe(
			`ovh-cti-board: there is no history yet: the board writes it to ${home}/ovh-cti-board/history.db\n`,
		);
	});

	it.each([
		['damaged', (path: string) => writeFileSync(path, 'no database at all'.repeat(500)), 'is damaged'],
		['newer', makeNewer, 'a newer version of ovh-cti-board wrote this file'],
		['a directory', (path: string) => mkdirSync(path), 'cannot read the history'],
	])('is %s: one sentence, and the status is 1', async (_name, make, words) => {
		const env = machineWith([]);
		const path = join(env.XDG_DATA_HOME ?? '', 'ovh-cti-board', 'history.db');
		rmSync(path);
		mkdirSync(dirname(path), {recursive: true});
		make(path);
		const {status, stdout, stderr} = await report(env);
		expect([status, stdout]).toEqual([1, '']);
		expect(stderr).toMatch(/^ovh-cti-board: [^\n]+\n$/);
		expect(stderr).toContain(path);
		expect(stderr).toContain(words);
	});

	it.each([
		[['--from', 'tomorrow'], '--from: expected a day such as 2026-11-21'],
		[['--from', '2026-02-30'], '--from: expected a day'],
		[['--to', '2020-01-01'], 'is not before --to 2020-01-02 00:00'],
		[['--by', 'week'], '--by: expected call, hour, day, queue or agent, got "week"'],
		[['--format', 'xml'], '--format: expected table, csv or json'],
	])('refuses %j in one sentence', async (args, words) => {
		const {status, stdout, stderr} = await report({}, ...args);
		expect([status, stdout]).toEqual([2, '']);
		expect(stderr).toContain(words);
	});
});
