import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {type AddressInfo, createServer, type Socket} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {createQueueFinder} from '../../source/domain/queue-of-call.js';
import {callId} from '../../source/domain/units.js';
import {factsOf} from '../../source/screen-pop/facts.js';
import {type Order, runProgram} from '../../source/screen-pop/program.js';
import {boardAfter, onCall} from '../helpers/builders.js';

let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'pop-'));
});

afterEach(async () => {
	delete process.env.OVH_CTI_TOKEN;
	await rm(folder, {recursive: true});
});

const hostile = '"; touch hacked; $(touch hacked) `touch hacked` %00 &x=1';

const order = (script: string, some: Partial<Order> = {}): Order => ({
	command: [process.execPath, '-e', script, join(folder, 'told')],
	facts: factsOf(onCall('ringing-started', 0, {from: hostile, callId: callId('-n\0\r\n--help')}), {
		board: boardAfter(),
		finder: createQueueFinder(),
	}),
	url: new URL('https://crm.example/?n=1'),
	json: '{"caller":"1"}',
	signal: new AbortController().signal,
	...some,
});

const tell = `
	let text = '';
	process.stdin.on('data', chunk => { text += chunk; });
	process.stdin.on('end', () => {
		const pops = Object.fromEntries(Object.entries(process.env).filter(([name]) => /^POP_|^OVH_CTI|^CREDENTIALS/.test(name)));
		require('node:fs').writeFileSync(process.argv[1], JSON.stringify({text, pops, words: process.argv.slice(2)}));
	});`;

describe('runProgram', () => {
	it('tells a program the call in its environment and on its standard input, and never the token', async () => {
		process.env.OVH_CTI_TOKEN = '1738D072-64A1-4E2B-9C3D-0123456789AB';
		await runProgram(order(tell));
		const {text, pops, words} = JSON.parse(await readFile(join(folder, 'told'), 'utf8'));
		expect(text).toBe('{"caller":"1"}');
		expect(words).toEqual([]);
		expect(pops).toEqual({
			POP_CALLER: hostile,
			POP_CALLED: '0033199000101',
			POP_DIALLED: '0033199000101',
			POP_EVENT: 'ringing-started',
			POP_SERVICE_EVENT: 'start_ringing',
			POP_QUEUE: '',
			POP_AGENT: '',
			POP_CALL_ID: '-n --help',
			POP_LINE: '0033199000101',
			POP_LABEL: '',
			POP_DURATION: '0',
			POP_URL: 'https://crm.example/?n=1',
		});
	});

	it('does not mind a program that reads nothing', async () => {
		await expect(runProgram(order('process.exit(0)', {json: 'x'.repeat(1_000_000)}))).resolves.toBeUndefined();
	});

	it.each([
		['process.exit(3)', {failure: 'exit', detail: '3'}],
		['process.kill(process.pid, "SIGTERM")', {failure: 'exit', detail: 'SIGTERM'}],
	])('says how %s ended', async (script, failure) => {
		await expect(runProgram(order(script))).rejects.toMatchObject(failure);
	});

	it.each([
		[['/no/such/program'], 'ENOENT'],
		[[tmpdir()], 'EACCES'],
		[['echo; touch hacked'], 'ENOENT'],
	])('says that %j cannot be started', async (command, detail) => {
		await expect(runProgram(order('', {command}))).rejects.toMatchObject({failure: 'program', detail});
	});

	it('ends a program and what it started when its signal aborts', async () => {
		const called = Promise.withResolvers<Socket>();
		const server = createServer(called.resolve);
		await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
		const call = `require('node:net').connect(${(server.address() as AddressInfo).port}, '127.0.0.1')`;
		const aborter = new AbortController();
		const script = `
			process.on('SIGTERM', () => {});
			require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(call)}]);
			setInterval(() => {}, 1000);`;
		const running = runProgram(order(script, {signal: aborter.signal}));
		running.catch(() => undefined);
		const grandchild = await called.promise;
		grandchild.on('error', () => undefined);
		const ended = new Promise(resolve => grandchild.once('close', resolve));
		aborter.abort();
		await expect(running).rejects.toMatchObject({failure: 'exit', detail: 'SIGKILL'});
		await ended;
		server.close();
	});
});
