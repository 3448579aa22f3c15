import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {StateDocument} from '../../source/domain/state-document.js';
import {type EventService, serveEvents, serveStatus} from '../helpers/event-service.js';
import {beginningAt, flow} from '../helpers/flows.js';
import {type Ending, run, start, token} from '../helpers/program.js';

/** Long enough for a loaded machine to start listening, short enough to wait for. */
const listenSeconds = '2';

/** Nothing listens on port 1; one that was free a moment ago may be another test's by now. */
const closedPort = 'http://127.0.0.1:1/';

const services: EventService[] = [];
const opened = (service: EventService): EventService => {
	services.push(service);
	return service;
};

afterAll(async () => {
	await Promise.all(services.splice(0).map(service => service.close()));
});

/** Counts without end: what happened some minutes ago counts also where midnight lies between. */
const snapshot = (url: string, env: Readonly<Record<string, string>> = {}): Promise<Ending> =>
	run(['snapshot', '--for', listenSeconds, '--endpoint', url, '--reset-at', 'never'], {
		env: {OVH_CTI_TOKEN: token, ...env},
	});

/** The state after a flow that happened a few minutes ago. */
const stateAfter = async (name: string, count?: number): Promise<StateDocument> => {
	const service = await serveEvents(beginningAt(flow(name, count), Math.floor(Date.now() / 1000) - 300));
	try {
		const {status, stdout, stderr} = await snapshot(service.url);
		expect({status, stderr}).toEqual({status: 0, stderr: ''});
		expect(stdout.trimEnd()).not.toContain('\n');
		return JSON.parse(stdout);
	} finally {
		await service.close();
	}
};

/** Answered, lost and average speed of answer after each queue flow. Source: worked by hand from the flows' times. */
const dayOf = {
	q1: [1, 0, 8],
	q2: [1, 0, 9],
	q3: [0, 1, null],
	q4: [0, 1, null],
	q5: [0, 1, null],
	q6: [0, 1, null],
	q7: [1, 0, 26],
	q8: [1, 1, 6],
	q9: [2, 0, 29],
	q10: [0, 1, null],
	q11: [0, 1, null],
} as const;

/** How a caller is lost, where one is. */
const lossOf = {
	q3: 'abandoned',
	q4: 'abandoned',
	q5: 'timedOut',
	q6: 'noAgent',
	q8: 'abandoned',
	q10: 'abandoned',
} as const;

describe('snapshot of a flow', () => {
	const states = new Map<string, StateDocument>();
	const lineFlows = ['l1', 'l2', 'l3', 'l4', 'l5', 'l6'] as const;
	const prefixes = [1, 2, 3] as const;

	beforeAll(async () => {
		const names = [...Object.keys(dayOf), ...lineFlows];
		await Promise.all([
			...names.map(async name => states.set(name, await stateAfter(name))),
			...prefixes.map(async count => states.set(`l1/${count}`, await stateAfter('l1', count))),
		]);
	}, 60_000);

	const stateOf = (name: string): StateDocument => {
		const state = states.get(name);
		if (!state) throw new Error(`no state for ${name}`);
		return state;
	};

	it.each(Object.entries(dayOf))('%s answers, loses and waits %j', (name, [answered, lost, wait]) => {
		const {queues, totals} = stateOf(name);
		expect(queues).toHaveLength(1);
		expect(queues[0]).toMatchObject({
			number: '0033199000100',
			label: 'Support',
			offered: answered + lost,
			answered,
			lost,
			averageSpeedOfAnswerSeconds: wait,
			answerRate: answered / (answered + lost),
		});
		expect(totals).toMatchObject({answered, lost});
	});

	it.each(Object.keys(dayOf))('%s leaves nobody behind in the queue', name => {
		const {queues, totals} = stateOf(name);
		expect(queues[0]).toMatchObject({waiting: [], talking: [], reportedWaiting: 0, longestWaitSeconds: null});
		expect(totals).toMatchObject({waiting: 0, inCall: 0, ringing: 0});
	});

	it.each(Object.entries(lossOf))('%s counts its lost caller as %s', (name, kind) => {
		expect(stateOf(name).queues[0]).toMatchObject({
			abandoned: 0,
			timedOut: 0,
			noAgent: 0,
			optedOut: 0,
			[kind]: 1,
		});
	});

	it.each([
		['l1/1', 'ringing', 1],
		['l1/2', 'in-call', 1],
		['l1/3', 'in-call', 1],
		['l1', 'free', 0],
		['l2', 'free', 0],
		['l4', 'free', 0],
		['l5', 'free', 0],
		['l6', 'free', 0],
	])('%s leaves the line %s', (name, status, callsInUse) => {
		expect(stateOf(name).lines).toEqual([
			expect.objectContaining({number: '0033199000101', label: 'Alice', simultaneousLines: 2, status, callsInUse}),
		]);
	});

	it('l3 leaves both lines free', () => {
		expect(stateOf('l3').lines.map(({label, status}) => [label, status])).toEqual([
			['Alice', 'free'],
			['Bruno', 'free'],
		]);
	});

	it('tells of the feed: connected, and quiet since the flow ended minutes ago', () => {
		expect(stateOf('q1').feeds).toEqual([
			expect.objectContaining({
				site: 'default',
				transport: 'v1',
				status: 'quiet',
				events: flow('q1').length,
				rejected: 0,
			}),
		]);
	});

	it('measures the running call by its own times', () => {
		const call = stateOf('l1/2').lines[0]?.calls[0];
		expect(call).toMatchObject({direction: 'incoming', state: 'in-call', from: '0033639980001', queue: null});
		const {generatedAt} = stateOf('l1/2');
		const age = Date.parse(generatedAt) - Date.parse(call?.answeredAt ?? '');
		expect(call?.elapsedSeconds).toBe(Math.floor(age / 1000));
	});
});

describe.concurrent('snapshot', () => {
	it('sends the token and nothing else of it', async () => {
		const service = opened(await serveEvents(beginningAt(flow('q1'), Math.floor(Date.now() / 1000) - 300)));
		const {stdout, stderr} = await snapshot(service.url, {OVH_CTI_TOKEN: ` ${token.toLowerCase()}\n`});
		expect(service.queries[0]?.get('token')).toBe(token);
		expect(service.queries[0]?.get('session')).toBeNull();
		expect(service.queries[1]?.get('session')).toBe('cursor-1');
		expect(`${stdout}${stderr}`).not.toContain('1738D072');
	});

	it('has one feed for each site', async () => {
		const service = opened(await serveEvents([]));
		const other = 'ABCDEFAB-CDEF-ABCD-EFAB-CDEFABCDEFAB';
		const {stdout} = await snapshot(service.url, {OVH_CTI_TOKEN: `Lyon=${token},Paris=${other}`});
		const {feeds} = JSON.parse(stdout) as StateDocument;
		expect(feeds.map(({site}) => site).sort()).toEqual(['Lyon', 'Paris']);
		expect(new Set(service.queries.map(query => query.get('token')))).toEqual(new Set([token, other]));
	});

	it('makes hostile names harmless', async () => {
		const hostile = '\\u001b]0;x\\u0007\\u001b[2J\\u202e\\nend';
		const events = beginningAt(flow('q1', 4), Math.floor(Date.now() / 1000) - 60).map(event =>
			event
				.replaceAll('"Description":"Support"', `"Description":"${hostile}"`)
				.replaceAll('"Description":"Alice"', `"Description":"${hostile}${'a'.repeat(10_000)}"`)
				.replaceAll('"Calling":"0033639980001"', `"Calling":"${hostile}"`),
		);
		const service = opened(await serveEvents(events));
		const {status, stdout} = await snapshot(service.url);
		expect(status).toBe(0);
		const {queues, lines} = JSON.parse(stdout) as StateDocument;
		for (const text of [queues[0]?.label, queues[0]?.waiting[0]?.from, lines[0]?.label, lines[0]?.calls[0]?.from]) {
			expect(text).toMatch(/^\]0;x\[2J end/);
			expect(text?.length).toBeLessThanOrEqual(120);
		}
		expect(stdout).not.toMatch(/[^\x20-\x7e\n]|\\u001b|\\u202e/i);
	});

	it('counts a malformed event and applies the others', async () => {
		const [first = '', ...others] = beginningAt(flow('q3'), Math.floor(Date.now() / 1000) - 300);
		const service = opened(await serveEvents([first, '17', '{"Event":"start_ringing"}', ...others]));
		const {feeds, totals} = JSON.parse((await snapshot(service.url)).stdout) as StateDocument;
		expect(feeds[0]).toMatchObject({rejected: 2});
		expect(totals).toMatchObject({lost: 1});
	});

	it('ends with 3, before its time is over, when the token is refused', async () => {
		const service = opened(await serveStatus(403));
		const args = ['snapshot', '--for', '3600', '--endpoint', service.url];
		const ended = await run(args, {env: {OVH_CTI_TOKEN: token}});
		expect(ended).toMatchObject({status: 3, stdout: ''});
		expect(ended.stderr).toBe('ovh-cti-board: the service refuses the token: check it, or make a new one\n');
	});

	it('names the site whose token is refused', async () => {
		const service = opened(await serveStatus(401));
		expect((await snapshot(service.url, {OVH_CTI_TOKEN: `Lyon=${token}`})).stderr).toContain('the token of "Lyon"');
	});

	it('ends with 4 when the service cannot be reached, or answers with errors only', async () => {
		const unreachable = await snapshot(closedPort);
		expect(unreachable).toMatchObject({status: 4, stdout: ''});
		expect(unreachable.stderr).toMatch(/^ovh-cti-board: service not reached: cannot reach [^\n]+ECONNREFUSED\)\n$/);
		const failing = await snapshot(opened(await serveStatus(500)).url);
		expect(failing).toMatchObject({status: 4, stdout: ''});
		expect(failing.stderr).toBe('ovh-cti-board: service not reached: the service answered with status 500\n');
		expect(`${unreachable.stderr}${failing.stderr}`).not.toContain('1738D072');
	});

	it('ends with 130 on Ctrl-C', async () => {
		const service = opened(await serveEvents([]));
		const child = start(['snapshot', '--for', '3600', '--endpoint', service.url], {env: {OVH_CTI_TOKEN: token}});
		const closed = new Promise(resolve => child.once('close', resolve));
		await untilPolled(service);
		child.kill('SIGINT');
		expect(await closed).toBe(130);
	});
});

const untilPolled = async (service: EventService): Promise<void> => {
	while (service.queries.length === 0) await new Promise(resolve => setImmediate(resolve));
};
