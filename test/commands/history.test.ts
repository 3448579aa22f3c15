import {existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {setImmediate as turn} from 'node:timers/promises';
import {describe, expect, it} from 'vitest';
import {callerId, callId, epochMs} from '../../source/domain/units.js';
import {historyBytes, openHistory, openHistoryToRead} from '../../source/history/database.js';
import {formatSize} from '../../source/presentation/format.js';
import {onCall} from '../helpers/builders.js';
import {run} from '../helpers/program.js';
import {callRecord, keepSample, machineWith, makeNewer, stayRecord} from '../history/sample-history.js';

type Machine = Readonly<Record<string, string>>;

const pathOn = ({XDG_DATA_HOME = ''}: Machine): string => join(XDG_DATA_HOME, 'ovh-cti-board', 'history.db');

const history = (env: Machine, ...args: readonly string[]) => run(['history', ...args], {env});

/** What it prints when all goes well. */
const told = async (env: Machine, ...args: readonly string[]): Promise<string> => {
	const {status, stdout, stderr} = await history(env, ...args);
	expect([status, stderr]).toEqual([0, '']);
	return stdout;
};

/** The one sentence of a refusal. */
const refused = async (status: number, env: Machine, ...args: readonly string[]): Promise<string> => {
	const ended = await history(env, ...args);
	expect(ended).toMatchObject({status, stdout: ''});
	expect(ended.stderr).toMatch(/^ovh-cti-board: [^\n]+\n$/);
	return ended.stderr;
};

/** A machine without a history. */
const bareMachine = (): Machine => {
	const env = machineWith([]);
	rmSync(dirname(pathOn(env)), {recursive: true});
	return env;
};

const idsOn = (env: Machine): readonly string[] => {
	const db = openHistoryToRead(pathOn(env));
	const rows = db?.prepare('SELECT id FROM calls UNION ALL SELECT id FROM stays ORDER BY id').all() ?? [];
	expect(db?.prepare('PRAGMA integrity_check').get()).toEqual({integrity_check: 'ok'});
	db?.close();
	return rows.map(({id}) => String(id));
};

const endsAt = (iso: string) => {
	const end = epochMs(Date.parse(iso));
	const begin = epochMs(end - 70_000);
	return {joinedAt: begin, startedAt: begin, waitEndedAt: begin, answeredAt: begin, talkEndedAt: end, endedAt: end};
};

/** Calls and stays that ended on 4, 5 and 6 March 2026 in Paris. */
const days = () =>
	machineWith([
		callRecord({id: callId('4th'), ...endsAt('2026-03-04T12:00:00+01:00')}),
		stayRecord({id: callerId('4th, stay'), ...endsAt('2026-03-04T23:59:59+01:00')}),
		callRecord({id: callId('5th, midnight'), ...endsAt('2026-03-05T00:00:00+01:00')}),
		callRecord({id: callId('5th, morning'), ...endsAt('2026-03-05T05:59:00+01:00')}),
		stayRecord({id: callerId('6th, stay'), ...endsAt('2026-03-06T12:00:00+01:00')}),
	]);

describe('history path', () => {
	it('prints where the file is, whatever is in it', async () => {
		const env = machineWith([]);
		writeFileSync(pathOn(env), 'no database');
		expect(await told(env, 'path')).toBe(`${pathOn(env)}\n`);
	});

	it('says that there is none beside the path', async () => {
		const env = bareMachine();
		expect(await history(env, 'path')).toMatchObject({
			status: 0,
			stdout: `${pathOn(env)}\n`,
			stderr: `ovh-cti-board: there is no history yet: the board writes it to ${pathOn(env)}\n`,
		});
	});
});

describe('history show', () => {
	it('tells what there is, from when to when, its size, and for how long it is kept', async () => {
		const env = days();
		expect(await told(env, 'show')).toBe(
			[
				`File             ${pathOn(env)}`,
				`On disk          ${formatSize(statSync(pathOn(env)).size, 'en')}`,
				'Calls            3',
				'Stays in queues  2',
				'From             2026-03-04 11:58',
				'To               2026-03-06 12:00',
				'Kept for         400 days',
				'',
			].join('\n'),
		);
		const french = await told({...env, OVH_CTI_HISTORY_DAYS: '1', LANG: 'fr_FR.UTF-8'}, 'show', '--tz', 'UTC');
		expect(french.split('\n').slice(2)).toEqual([
			'Appels            3',
			'Passages en file  2',
			'Du                2026-03-04 10:58',
			'Au                2026-03-06 11:00',
			'Gardé pendant     1 jour',
			'',
		]);
	});

	it('tells what the settings say of keeping calls', async () => {
		const env = days();
		const settings = {...env, XDG_CONFIG_HOME: env.XDG_DATA_HOME ?? ''};
		writeFileSync(join(dirname(pathOn(env)), 'config.json'), '{"history": false, "historyDays": 30}');
		expect(await told(settings, 'show')).toContain('30 days; nothing new is kept: the setting history is off\n');
		expect(await told({...settings, OVH_CTI_HISTORY: 'on'}, 'show')).toContain(' 30 days\n');
	});

	it('counts what SQLite keeps beside the file while a board runs', async () => {
		const env = days();
		const board = openHistory(pathOn(env));
		board.exec('UPDATE calls SET label = label');
		expect(historyBytes(pathOn(env))).toBeGreaterThan(statSync(pathOn(env)).size);
		expect(await told(env, 'show')).toContain(`${formatSize(historyBytes(pathOn(env)), 'en')}\n`);
		board.close();
	});

	it('tells of an empty one that it has nothing, and says that there is none', async () => {
		expect(await told(machineWith([]), 'show')).toMatch(/Calls +0\nStays in queues +0\nFrom +—\nTo +—\n/);
		const env = bareMachine();
		expect(await told(env, 'show')).toBe(`there is no history yet: the board writes it to ${pathOn(env)}\n`);
		expect(existsSync(dirname(pathOn(env)))).toBe(false);
	});
});

describe('history purge', () => {
	it('deletes what ended before a day, by the clock of the zone, and nothing else', async () => {
		const env = days();
		expect(await told(env, 'purge', '--before', '2026-03-05')).toBe(
			'deleted 1 call and 1 stay in a queue that ended before 2026-03-05 00:00\n',
		);
		expect(idsOn(env)).toEqual(['5th, midnight', '5th, morning', '6th, stay']);
		expect(await told(env, 'purge', '--before', '2026-03-05')).toContain('deleted 0 calls and 0 stays in queues');
		expect(await told(env, 'show')).toMatch(/Calls +2\n.*\nFrom +2026-03-04 23:58\n/);
	});

	const [fourth, fourthNight, midnight, morning, sixth] = [
		'4th',
		'4th, stay',
		'5th, midnight',
		'5th, morning',
		'6th, stay',
	];

	it.each([
		[['2026-03-05T00:01'], [morning, sixth], '2 appels et 1 passage en file, terminés avant 2026-03-05 00:01'],
		[['2026-03-05', '--reset-at', '06:00'], [sixth], '3 appels et 1 passage en file, terminés avant 2026-03-05 06:00'],
		[['2026-03-05', '--tz', 'Asia/Tokyo'], [fourthNight, midnight, morning, sixth], '1 appel et 0 passage en file'],
		[['2026-03-04'], [fourth, fourthNight, midnight, morning, sixth], '0 appel et 0 passage en file'],
		[['today'], [], '3 appels et 2 passages en file'],
	])('purges before %j', async (args, left, words) => {
		const env = days();
		expect(await told(env, 'purge', '--lang', 'fr', '--before', ...args)).toContain(`supprimé : ${words}`);
		expect(idsOn(env)).toEqual(left);
	});

	it('makes the file shorter', async () => {
		const env = machineWith(Array.from({length: 3000}, (_, index) => callRecord({id: callId(`${index}`)})));
		const before = statSync(pathOn(env)).size;
		expect(await told(env, 'purge', '--before', 'today')).toContain('deleted 3000 calls');
		expect(statSync(pathOn(env)).size).toBeLessThan(before / 5);
	});

	it('goes together with a board that writes all the time: neither loses anything', async () => {
		const old = Array.from({length: 4000}, (_, index) => callRecord({id: callId(`old ${index}`)}));
		const env = machineWith(old);
		const board = keepSample(pathOn(env), {limits: {writeTicks: 1, retryTicks: 1}});
		let isOver = false;
		const purge = told(env, 'purge', '--before', '2026-03-06').finally(() => {
			isOver = true;
		});
		const made: string[] = [];
		while (!isOver) {
			const id = `new ${String(made.length).padStart(6, '0')}`;
			made.push(id);
			const call = {callId: callId(id)};
			board.tell(onCall('ringing-started', 200_000, call), onCall('ringing-ended', 200_009, call));
			board.tick();
			await turn();
		}
		board.keeper.stop();
		expect(await purge).toContain('deleted 4000 calls and 0 stays in queues');
		expect(idsOn(env)).toEqual(made);
	});

	it('deletes nothing of a file that another program holds, and says so', async () => {
		const env = days();
		const other = openHistory(pathOn(env));
		other.exec('BEGIN IMMEDIATE');
		expect(await refused(1, env, 'purge', '--before', 'today')).toBe(
			`ovh-cti-board: cannot purge the history ${pathOn(env)}: another program holds the file; deleted until then: 0 calls and 0 stays in queues\n`,
		);
		other.exec('ROLLBACK');
		other.close();
		expect(idsOn(env)).toHaveLength(5);
	});

	it('says that there is nothing to purge, and makes no file', async () => {
		const env = bareMachine();
		expect(await refused(1, env, 'purge', '--before', 'today')).toContain('there is no history yet');
		expect(existsSync(dirname(pathOn(env)))).toBe(false);
	});
});

describe('a history that cannot be used', () => {
	it.each([
		['damaged', (path: string) => writeFileSync(path, 'no database at all'.repeat(500)), 'is damaged'],
		['newer', makeNewer, 'a newer version of ovh-cti-board wrote this file'],
		['a directory', (path: string) => mkdirSync(path), path => `the history ${path}: `],
	] satisfies readonly (readonly [string, (path: string) => void, string | ((path: string) => string)])[])(
		'is %s: one sentence from show and purge, and it is left as it is',
		async (_name, make, words) => {
			const env = machineWith([]);
			const path = pathOn(env);
			rmSync(path);
			make(path);
			const bytes = () => (statSync(path).isFile() ? readFileSync(path, 'base64') : 'none');
			const before = bytes();
			for (const args of [['show'], ['purge', '--before', 'today']]) {
				const message = await refused(1, env, ...args);
				expect(message).toContain(path);
				expect(message).toContain(typeof words === 'string' ? words : words(path));
			}
			expect(bytes()).toBe(before);
		},
	);
});

describe('history', () => {
	it.each([
		[[], 'history needs ACTION: expected ovh-cti-board history ACTION'],
		[['sho'], 'history: unknown action "sho", did you mean "show"?; actions are path, show, purge'],
		[['show', 'all'], 'unexpected argument "all" after history ACTION'],
		[['purge'], 'history purge needs --before WHEN: expected a day such as 2026-11-21'],
		[['purge', '--before', 'tomorrow'], '--before: expected a day such as 2026-11-21'],
		[['purge', '--before', '2026-02-30'], 'got "2026-02-30"'],
		[['show', '--before', 'today'], '--before does not go with history show, only with history purge'],
		[['path', '--before', 'today'], '--before does not go with history path'],
		[['purge', '--from', 'today'], '--from does not go with history'],
	])('refuses %j, and deletes nothing', async (args, words) => {
		const env = days();
		expect(await refused(2, env, ...args)).toContain(words);
		expect(idsOn(env)).toHaveLength(5);
	});
});
